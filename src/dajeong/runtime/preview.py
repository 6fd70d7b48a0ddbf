"""A look ahead: what a playbook would answer to some sentences, through the very same turn. Nothing is kept."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count

import structlog

from dajeong.conversation import Conversation, after
from dajeong.conversation.events import (
    ActionCalled,
    ActionReturned,
    AssistantReplied,
    ConversationStarted,
    CustomerWrote,
)
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import Move
from dajeong.conversation.reading import Reading
from dajeong.playbook import Playbook
from dajeong.playbook.plan import Plan
from dajeong.runtime.actions import checked
from dajeong.runtime.design import Design
from dajeong.runtime.hands import Hearing
from dajeong.runtime.turn import take_turn
from dajeong.trust import Intake
from dajeong.understanding import Heard, IntentModel, Reader, train_intents
from dajeong.wording import Guard, TemplateComposer, Worded

_log = structlog.get_logger(__name__)
# A designed way may call this many actions before its first words.
MOST_CALLS = 6
# Readings remembered: the same sentences are looked at again with every key that is struck.
MOST_READINGS = 512
_NO_INTENTS = train_intents({}, None)


class Piece(Frozen):
    """One move of a reply in its words. ``wording`` is the design they come from, e.g. ``ack_worried`` or ``late.ask``."""

    move: Move
    text: str
    wording: str


class Preview(Frozen):
    """What one sentence would meet: how it is read, the policy, and the opening of the reply, move by move.

    ``pieces`` is empty when the playbook, half written as it is, leads to no reply. ``refused`` are the rules the guard
    found broken on the way; with ``replaced`` the safe line stands instead of what was planned.
    """

    text: str
    reading: Reading
    policy: str | None = None
    scenario: str | None = None
    pieces: tuple[Piece, ...] = ()
    choices: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    replaced: bool = False


class Previews(Frozen):
    """The first words of every conversation, and the answer to each sentence in the order given."""

    introduction: str
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a look ahead needs of the running product: the parts of a turn."""

    reader: Reader
    intake: Intake
    clock: Callable[[], datetime]


class LookAhead:
    """Previews of drafts. It remembers readings, so that only what changed is done again while somebody types."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[object, ...], Reading] = OrderedDict()
        # Never the threads that read for customers.
        self.threads = ThreadPoolExecutor(1, thread_name_prefix="look-ahead")

    async def preview(
        self,
        playbook: Playbook,
        sentences: Sequence[str],
        parts: Parts,
        *,
        about: str | None = None,
        intents: IntentModel | None = None,
    ) -> Previews:
        """Return what each sentence meets as the first message of a conversation.

        ``about`` is the intent every sentence is taken to be about, whatever it says; without one ``intents`` tell it.
        """
        design = Design(playbook, intents or _NO_INTENTS)
        opened = await _opened(design, _Eyes(self, parts.reader, None), parts)
        eyes = _Eyes(self, parts.reader, about)
        looked = [await _looked(opened, text, design, eyes, parts) for text in sentences]
        return Previews(introduction=" ".join(reply.text for reply in opened.replies), previews=tuple(looked))

    def reading(self, key: tuple[object, ...], read: Callable[[], Reading]) -> Reading:
        """Return the reading kept under ``key``, or what ``read`` gives."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = read()
            while len(self._found) > MOST_READINGS:
                self._found.popitem(last=False)
        return found


@dataclass(frozen=True, slots=True)
class _Eyes:
    """A reader that reads the same words in the same light once, and takes them to be about one thing."""

    memory: LookAhead
    reader: Reader
    about: str | None

    @property
    def name(self) -> str:
        """The name of the reader behind it."""
        return self.reader.name

    def read(
        self,
        text: str,
        *,
        history: Sequence[Heard],
        intents: IntentModel | None,
        patterns: Mapping[str, str],
        now: datetime,
    ) -> Reading:
        """The reading of ``text``."""
        said = tuple((each.by, each.text) for each in history)
        key = (self.reader.name, intents, tuple(sorted(patterns.items())), now.date(), said, text)
        found = self.memory.reading(
            key, lambda: self.reader.read(text, history=history, intents=intents, patterns=patterns, now=now)
        )
        if self.about is None:
            return found
        return found.model_copy(update={"intent": self.about, "confidence": 1.0, "runners_up": (), "also": ()})


class _Noting(Hearing):
    """Hands that note how a reply was put together, and keep nothing."""

    def __init__(self, design: Design, eyes: _Eyes, parts: Parts) -> None:
        ids = count(1)
        super().__init__(
            design,
            reader=eyes,
            composer=TemplateComposer(),
            guard=Guard(),
            intake=parts.intake,
            threads=eyes.memory.threads,
            clock=parts.clock,
            new_id=lambda: f"look{next(ids)}",
        )
        self.said: list[Worded] = []

    def worded(self, plan: Plan) -> Worded:
        """Return the words of ``plan``, and note them."""
        self.said.append(super().worded(plan))
        return self.said[-1]

    async def _tokenised(self, conversation: Conversation, text: str) -> str:
        return text


async def _opened(design: Design, eyes: _Eyes, parts: Parts) -> Conversation:
    playbook = design.playbook
    started = ConversationStarted(
        channel="preview",
        customer="preview",
        playbook=playbook.name,
        playbook_version=playbook.version,
        language=playbook.language,
    )
    now = parts.clock()
    begun = after(Conversation("preview"), started, now)
    turn = await take_turn(begun, playbook, _Noting(design, eyes, parts), now=now, new_id=lambda: "look")
    return turn.conversation


async def _looked(opened: Conversation, text: str, design: Design, eyes: _Eyes, parts: Parts) -> Preview:
    hands = _Noting(design, eyes, parts)
    now = parts.clock()
    asked = after(opened, CustomerWrote(message="look", text=text), now)
    reading = (await hands.read(asked, "look")).reading
    try:
        reply = await _first_reply(asked, design.playbook, hands, now)
    except Exception as problem:
        # What is being written may lead anywhere; `check` says where, and the other sentences are looked at all the same.
        _log.info("preview.broken", playbook=design.playbook.name, error=type(problem).__name__)
        return Preview(text=text, reading=reading)
    if reply is None:
        return Preview(text=text, reading=reading)
    worded = hands.said[0]
    return Preview(
        text=text,
        reading=reading,
        policy=reply.policy,
        scenario=reply.scenario,
        pieces=tuple(Piece(move=each.move, text=each.text, wording=each.wording) for each in worded.parts),
        choices=tuple(choice.label for choice in reply.choices),
        refused=tuple(dict.fromkeys(each.rule for each in reply.refused)),
        replaced=worded.replaced,
    )


async def _first_reply(c: Conversation, playbook: Playbook, hands: _Noting, now: datetime) -> AssistantReplied | None:
    """Take turns, with the actions' examples for answers, until something is said."""
    before = len(c.replies)
    for number in range(MOST_CALLS):
        turn = await take_turn(c, playbook, hands, now=now, new_id=partial(str, f"call{number}"))
        c = turn.conversation
        if len(c.replies) > before:
            return c.replies[before]
        if turn.call is None:
            return None
        c = after(c, _returned(turn.call, playbook), now)
    return None


def _returned(call: ActionCalled, playbook: Playbook) -> ActionReturned:
    declared = playbook.actions.get(call.action)
    answer = checked(declared, declared.example) if declared is not None else None
    return ActionReturned(
        key=call.key,
        action=call.action,
        outputs=answer.outputs if answer is not None else {},
        problem=answer.problem if answer is not None else "unknown",
    )
