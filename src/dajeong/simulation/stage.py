"""A stage: conversations through the very same turn, in memory and on a clock that only goes when it is told to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import ClassVar

from dajeong.conversation import Conversation, Recorded
from dajeong.conversation.events import AssistantReplied, MessageTaken, MessageUnderstood
from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook.story import Deed, Supposed
from dajeong.runtime import Runtime
from dajeong.simulation.as_if import AsIfFelt
from dajeong.storage import MemoryLog

# A person needs about this long to read and to write (seconds).
BETWEEN_MESSAGES = 20


class NoSuchButton(DajeongError):
    """A button is to be pressed that is not shown."""

    code: ClassVar[str] = "no_such_button"
    status: ClassVar[int] = 409


class VirtualClock:
    """A clock that only goes when it is told to, so that a silence takes no time."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Return the time on stage, in UTC."""
        return self.now

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


def morning_of(day: date, zone: tzinfo) -> datetime:
    """Return ten o'clock of a day in a zone, in UTC: all stories and tries of one day go alike."""
    return datetime.combine(day, time(10), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What happened between one thing and the next: the events, and the conversation as it stands after."""

    events: tuple[Recorded, ...]
    conversation: Conversation

    @property
    def replies(self) -> tuple[AssistantReplied, ...]:
        """What we said."""
        return tuple(each.event for each in self.events if isinstance(each.event, AssistantReplied))

    @property
    def understood(self) -> MessageUnderstood | None:
        """How the last message was read."""
        found = [each.event for each in self.events if isinstance(each.event, MessageUnderstood)]
        return found[-1] if found else None

    @property
    def taken(self) -> MessageTaken | None:
        """How the last message was taken."""
        found = [each.event for each in self.events if isinstance(each.event, MessageTaken)]
        return found[-1] if found else None


class Stage:
    """Conversations with one playbook on a runtime in memory, whose reader is ``ear`` and whose clock is ``clock``.

    ``customer`` comes by ``channel``.
    """

    def __init__(
        self,
        runtime: Runtime,
        clock: VirtualClock,
        name: str,
        ear: AsIfFelt,
        *,
        channel: str = "stage",
        customer: str = "somebody",
    ) -> None:
        self.runtime = runtime
        self.clock = clock
        self.name = name
        self.ear = ear
        self.channel = channel
        self.customer = customer

    def branch(self) -> "Stage":
        """Return a stage where the same has happened, to try something else from here; clock and ear are shared."""
        log = self.runtime.log
        assert isinstance(log, MemoryLog), "A stage is in memory."
        runtime = self.runtime.over(log.copy())
        return Stage(runtime, self.clock, self.name, self.ear, channel=self.channel, customer=self.customer)

    async def open(self, conversation: str, language: Language | None = None) -> Exchange:
        """Open a conversation; the first words are the notice."""
        design = await self.runtime.designs.current(self.name)
        spoken = language or design.playbook.language
        await self.runtime.start(
            conversation, channel=self.channel, customer=self.customer, playbook=self.name, language=spoken
        )
        return await self.since(conversation, 0)

    async def do(self, conversation: str, deed: Deed) -> Exchange:
        """Have the customer do something, and return what came of it. Raises NoSuchButton."""
        if deed.customer is not None:
            return await self.say(conversation, deed.customer, felt=deed.felt)
        if deed.press is not None:
            return await self.press(conversation, deed.press)
        return await self.wait(conversation)

    async def say(
        self,
        conversation: str,
        text: str,
        choice: str | None = None,
        *,
        felt: Supposed | None = None,
        pause: float = BETWEEN_MESSAGES,
    ) -> Exchange:
        """Have the customer write (or press a button) after ``pause`` seconds, and return what came of it.

        With ``felt`` the message is read as if the customer felt so.
        """
        version = (await self.hand_in(conversation, text, choice, pause=pause)).version
        with self.ear.supposing(felt):
            await self.runtime.answer(conversation)
        return await self.since(conversation, version)

    async def hand_in(
        self, conversation: str, text: str, choice: str | None = None, *, pause: float = BETWEEN_MESSAGES
    ) -> Conversation:
        """Have the customer write after ``pause`` seconds without anybody answering yet; return how it stood before."""
        before = await self.runtime.load(conversation)
        self.clock.forward(pause)
        message = f"c{len(before.heard) + 1}"
        await self.runtime.receive(conversation, message=message, text=text, choice=choice)
        return before

    async def press(self, conversation: str, value: str, *, pause: float = BETWEEN_MESSAGES) -> Exchange:
        """Have the customer press a button below the last reply. Raises NoSuchButton."""
        last = (await self.runtime.load(conversation)).last_reply
        label = next((each.label for each in (last.choices if last else ()) if each.value == value), None)
        if label is None:
            raise NoSuchButton(f"There is no button '{value}' below the last reply.")
        return await self.say(conversation, label, value, pause=pause)

    async def wait(self, conversation: str) -> Exchange:
        """Let time pass until the conversation is thought about again, and return what came of it."""
        before = await self.runtime.load(conversation)
        due = next(
            (
                row
                for row in await self.runtime.log.due_before(datetime.max.replace(tzinfo=UTC))
                if row.conversation == conversation
            ),
            None,
        )
        if due is not None:
            self.clock.now = max(self.clock.now, due.until)
            await self.runtime.pass_time(conversation, due.why, due.until)
        return await self.since(conversation, before.version)

    async def in_own_words(self, conversation: str, events: Sequence[Recorded]) -> tuple[Recorded, ...]:
        """Return events with the customer's own data back in the replies: they may see what they wrote."""
        shown = []
        for each in events:
            if isinstance(each.event, AssistantReplied):
                text = await self.runtime.intake.resolve(conversation, each.event.text)
                each = each.model_copy(update={"event": each.event.model_copy(update={"text": text})})
            shown.append(each)
        return tuple(shown)

    async def since(self, conversation: str, version: int) -> Exchange:
        """Return what happened after ``version``."""
        events = await self.runtime.log.read(conversation, after=version)
        return Exchange(tuple(events), await self.runtime.load(conversation))
