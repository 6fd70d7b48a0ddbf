"""Takes the turns: what a channel hands in is kept first, then thought about, then answered."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import structlog

from dajeong.conversation import Conversation, Event, Recorded, after, inbox_row
from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import (
    ActionCalled,
    ConversationStarted,
    CustomerWrote,
    HandoffRequested,
    HolderChanged,
    TeammateWrote,
    TimePassed,
    Why,
)
from dajeong.conversation.reading import Language
from dajeong.dialogue.choice import pressed_button
from dajeong.dialogue.handoff import packet
from dajeong.dialogue.recall import leave_recalled
from dajeong.runtime.actions import Actions
from dajeong.runtime.design import Design, Designs
from dajeong.runtime.errors import ConversationOver, UnknownConversation
from dajeong.runtime.hands import public_words
from dajeong.runtime.memory import Memory
from dajeong.runtime.performing import perform
from dajeong.runtime.turn import Hands, Turn, TurnTooLong, take_turn
from dajeong.storage import KEEP, AlreadyRecorded, EventLog, VersionConflict
from dajeong.storage.log import Due
from dajeong.storage.log.append import DueChange
from dajeong.trust import Intake

_log = structlog.get_logger(__name__)
# A turn still owed after this long was lost with its process: the due table brings it back.
LOST_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The message is kept: at which version, and whether it had been before."""

    message: str
    version: int
    repeated: bool


class Runtime:
    """The one road every message takes, whatever the channel."""

    def __init__(
        self,
        *,
        log: EventLog,
        intake: Intake,
        designs: Designs,
        actions: Actions,
        hands_for: Callable[[Design], Hands],
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self.log = log
        self.intake = intake
        self.designs = designs
        self._actions = actions
        self._hands_for = hands_for
        self._clock = clock
        self._new_id = new_id
        self._memory = Memory(log)
        self._answering: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def over(self, log: EventLog) -> "Runtime":
        """Return the same runtime over another log."""
        return Runtime(
            log=log,
            intake=self.intake,
            designs=self.designs,
            actions=self._actions,
            hands_for=self._hands_for,
            clock=self._clock,
            new_id=self._new_id,
        )

    async def start(
        self,
        conversation: str,
        *,
        channel: str,
        customer: str,
        playbook: str,
        language: Language,
        consents: Sequence[ConsentGiven] = (),
    ) -> None:
        """Open a conversation and say who we are. Opening the same one again does nothing."""
        design, lot = await self.designs.for_new(playbook, conversation)
        started = ConversationStarted(
            channel=channel,
            customer=customer,
            playbook=playbook,
            playbook_version=design.playbook.version,
            language=language,
        )
        try:
            await self._append(
                Conversation(conversation), [started, *([lot] if lot else []), *consents], due=self._owed()
            )
        except VersionConflict:
            return
        await self.answer(conversation)

    async def receive(self, conversation: str, *, message: str, text: str, choice: str | None = None) -> Receipt:
        """Keep a customer's message, before anybody thinks about it. A repeat of ``message`` is harmless.

        Raises UnknownConversation, ConversationOver, and what intake raises (empty, too long).
        """
        c = await self.load(conversation)
        patterns = tuple((await self._design(c)).playbook.patterns.values())
        taken = await self.intake.take(conversation, text, c.language, patterns)
        while True:
            pressed = pressed_button(c, choice, taken.text)
            wrote = CustomerWrote(message=message, text=taken.text, tokens=taken.facts, choice=pressed)
            try:
                if c.closed and not any(each.message == message for each in c.heard):
                    raise ConversationOver("This conversation is over. Open a new one to go on.")
                [recorded] = await self._append(c, [wrote], due=self._owed())
                return Receipt(message, recorded.version, repeated=False)
            except AlreadyRecorded as earlier:
                return Receipt(message, earlier.version, repeated=True)
            except VersionConflict:
                c = await self._memory.reload(conversation)

    async def answer(self, conversation: str) -> Conversation:
        """Take turns until the conversation waits for somebody, and return it as it then stands.

        Within a process one conversation is answered once at a time: a second call finds nothing left to do, and an
        action under way is not performed beside itself.
        """
        async with self._answering.setdefault(conversation, asyncio.Lock()):
            return await self._answer(conversation)

    async def _answer(self, conversation: str) -> Conversation:
        while True:
            c = await self.load(conversation)
            if c.open_action is not None:
                await self._perform(c, c.open_action)
                continue
            try:
                c = await self._moved(c)
                turn = await self._take_turn(c)
                if not turn.events:
                    return c
                await self._write(turn.conversation, turn.events, at=turn.at, due=await self._due_after(c, turn))
            except VersionConflict:
                # The customer wrote meanwhile: the draft is stale, think again with both messages.
                await self._memory.reload(conversation)
                continue
            if turn.call is None and not turn.conversation.unanswered:
                return turn.conversation

    async def pass_time(self, conversation: str, why: Why, until: datetime) -> None:
        """Let a waiting time run out, and act on it. A turn lost with its process is simply taken."""
        c = await self.load(conversation)
        overtaken = bool(c.unanswered) or (c.last_at is not None and c.last_at >= until)
        if why != "answer" and not c.closed and not overtaken:
            try:
                await self._append(c, [TimePassed(why=why, until=until)], due=self._owed())
            except VersionConflict:
                await self._memory.reload(conversation)
                return
        await self.answer(conversation)

    async def write_as_teammate(self, conversation: str, *, message: str, text: str, teammate: str) -> None:
        """Say a person's words. Who holds the thread is checked where it counts: at the append."""
        while True:
            c = await self.load(conversation)
            playbook = (await self._design(c)).playbook
            taken = await self.intake.take(
                conversation,
                text,
                c.language,
                tuple(playbook.patterns.values()),
                holds_tokens=True,
                public=public_words(playbook),
            )
            events: list[Event] = []
            if c.holder != "teammate":
                events.append(HolderChanged(holder="teammate", teammate=teammate))
            events.append(TeammateWrote(message=message, text=taken.text, teammate=teammate, tokens=taken.facts))
            try:
                await self._append(c, events, due=None)
                return
            except VersionConflict:
                await self._memory.reload(conversation)

    async def agree(self, conversation: str, event: ConsentGiven | ConsentWithdrawn) -> bool:
        """Keep what the customer agreed to, or took back; return False when it stood so already. Raises UnknownConversation."""
        stands = event.purpose in (await self.load(conversation)).consents
        if stands == isinstance(event, ConsentGiven):
            return False
        await self.note(conversation, event)
        return True

    async def note(self, conversation: str, event: ConsentGiven | ConsentWithdrawn | ReadingCorrected) -> None:
        """Keep what was said about a conversation; no turn is taken for it. Raises UnknownConversation."""
        while True:
            try:
                await self._append(await self.load(conversation), [event], due=KEEP)
                return
            except VersionConflict:
                await self._memory.reload(conversation)

    async def forget(self, customer: str, *, reason: str = "") -> list[str]:
        """Blank a customer's words wherever they are kept, the warm folds included, and return their conversations."""
        forgotten = await self.log.forget(customer, at=self._clock(), reason=reason)
        for conversation in forgotten:
            self._memory.forget(conversation)
        return forgotten

    async def load(self, conversation: str) -> Conversation:
        """Return the conversation as it stands. Raises UnknownConversation."""
        c = await self._memory.load(conversation)
        if c.version == 0:
            raise UnknownConversation("There is no such conversation.")
        return c

    async def _design(self, c: Conversation) -> Design:
        return await self.designs.of(c.playbook, c.playbook_version)

    async def _moved(self, c: Conversation) -> Conversation:
        """Return the conversation off a recalled version; a person who holds it is not disturbed."""
        if c.closed or c.holder != "assistant" or not await self.designs.is_recalled(c.playbook, c.playbook_version):
            return c
        design = await self.designs.current(c.playbook)
        await self._append(c, leave_recalled(c, design.playbook), due=self._owed())
        return await self.load(c.id)

    async def _take_turn(self, c: Conversation) -> Turn:
        design = await self._design(c)
        hands = self._hands_for(design)
        try:
            return await take_turn(c, design.playbook, hands, now=self._clock(), new_id=self._new_id)
        except TurnTooLong:
            _log.error("turn.circle", conversation=c.id, playbook=c.playbook, scenario=c.frame and c.frame.scenario)
            handed = HandoffRequested(reason="trouble", packet=packet(c, design.playbook))
            await self._append(c, [handed], due=self._owed())
            c = await self.load(c.id)
            return await take_turn(c, design.playbook, hands, now=self._clock(), new_id=self._new_id)

    async def _perform(self, c: Conversation, call: ActionCalled) -> None:
        """Perform an action that is on record, with its key, and record what came back."""
        playbook = (await self._design(c)).playbook
        returned = await perform(c, call, playbook, actions=self._actions, intake=self.intake)
        while True:
            try:
                await self._append(c, [returned], due=self._owed())
                return
            except VersionConflict:
                c = await self._memory.reload(c.id)
                if c.open_action is None or c.open_action.key != call.key:
                    return

    async def _append(self, c: Conversation, events: Sequence[Event], *, due: DueChange) -> list[Recorded]:
        now = self._clock()
        folded = c
        for event in events:
            folded = after(folded, event, now)
        return await self._write(folded, events, at=now, due=due)

    async def _write(
        self, folded: Conversation, events: Sequence[Event], *, at: datetime, due: DueChange
    ) -> list[Recorded]:
        """Append events that ``folded`` already holds, folded at ``at``."""
        before = folded.version - len(events)
        recorded = await self.log.append(folded.id, events, after=before, at=at, inbox=inbox_row(folded), due=due)
        self._memory.keep(folded)
        return recorded

    async def _due_after(self, c: Conversation, turn: Turn) -> Due | None:
        """Return what the due table is to hold: the wait, or a turn owed for as long as its action may take."""
        if turn.call is None:
            return Due(turn.wait.until, turn.wait.why) if turn.wait.until and turn.wait.why else None
        declared = (await self._design(c)).playbook.actions.get(turn.call.action)
        owed = self._owed()
        return Due(owed.until + timedelta(seconds=declared.timeout_seconds), owed.why) if declared else owed

    def _owed(self) -> Due:
        """What the due table holds while a turn is under way."""
        return Due(self._clock() + LOST_AFTER, "answer")
