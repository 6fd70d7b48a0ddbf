"""Which messages of the log are worth a person's label, and the follower that keeps the queue of them."""

import asyncio
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from dajeong.conversation import Recorded
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import (
    ConversationStarted,
    CustomerForgotten,
    CustomerWrote,
    Event,
    HandoffRequested,
    MessageTaken,
    MessageUnderstood,
    PlaybookChanged,
)
from dajeong.conversation.labelling import QueueRow, Reason
from dajeong.conversation.reading import Reading
from dajeong.errors import DajeongError
from dajeong.learning.corpus import trigrams
from dajeong.runtime.search_list import pause
from dajeong.storage import EventLog

_log = structlog.get_logger(__name__)
# Another number makes every installation write its queue anew: the rules below have changed.
FOLLOWER = "labels/1"
# An event of these kinds may change which messages of its conversation are worth a label.
TELLING = (MessageUnderstood, MessageTaken, ReadingCorrected, HandoffRequested, CustomerForgotten)
# The customer's messages before a handoff that may have led to it.
TURNS_BEFORE_HANDOFF = 2
# Taken so, a message without an intent is one whose intent we should have known.
INTENT_WAS_NEEDED = frozenset({"not_understood", "unclear_matter", "wrong_answer"})
EVENTS_AT_ONCE = 500
# Seconds: what is a second late to be labelled costs nobody anything, and many turns become one commit.
GATHER = 1.0
LOOK_EVERY = 5.0


class QueueRows(Protocol):
    """Where the queue is kept, with the follower's position in the same commits."""

    async def position(self, follower: str) -> int | None:
        """Return how far the follower has read, None for a new one."""
        ...

    async def advance(self, follower: str, *, before: int, now: int, rows: Mapping[str, Sequence[QueueRow]]) -> bool:
        """Write every row of these conversations anew and move on; False when the follower stands elsewhere."""
        ...

    async def restart(self, follower: str) -> None:
        """Empty the queue and begin at the beginning."""
        ...


class LabelQueue:
    """Follows the log. A conversation's rows are always made from all of its events, so a repeat changes nothing."""

    def __init__(self, log: EventLog, rows: QueueRows) -> None:
        self._log = log
        self._rows = rows

    async def catch_up(self) -> int:
        """Read on to the end of the log and return the position reached."""
        before = await self._rows.position(FOLLOWER)
        if before is None:
            await self._rows.restart(FOLLOWER)
            before = 0
        while found := await self._log.follow(before, limit=EVENTS_AT_ONCE):
            now = found[-1].position
            names = dict.fromkeys(each.conversation for each in found if isinstance(each.event, TELLING))
            rows = {name: worth_labelling(await self._log.read(name)) for name in names}
            moved = await self._rows.advance(FOLLOWER, before=before, now=now, rows=rows)
            # Where it did not move, another process went on meanwhile: we go on from where it stands.
            before = now if moved else await self._rows.position(FOLLOWER) or 0
        return before

    async def rebuild(self) -> int:
        """Write the whole queue again from the log and return the position reached. Labels stay as they are."""
        await self._rows.restart(FOLLOWER)
        return await self.catch_up()

    async def run(self) -> None:
        """Follow for ever; a database that is away for a while is waited for."""
        with self._log.subscribe() as bell:
            while True:
                began = asyncio.get_running_loop().time()
                try:
                    await self.catch_up()
                except DajeongError as problem:
                    _log.warning("label_queue.waits", code=problem.code)
                except Exception as problem:
                    _log.error("label_queue.broke", error=type(problem).__name__)
                await asyncio.sleep(pause(GATHER, took=asyncio.get_running_loop().time() - began))
                await bell.wait(LOOK_EVERY)


@dataclass(slots=True)
class _Message:
    """What the events say of one message."""

    wrote: Recorded
    text: str
    playbook_version: str
    pressed: bool
    reading: Reading | None = None
    taken_as: str | None = None
    corrected: bool = False
    before_handoff: bool = False


def worth_labelling(events: Sequence[Recorded]) -> tuple[QueueRow, ...]:
    """Return a row for every message of one conversation that is worth a label; none once its customer is forgotten.

    ``events`` are all events of the conversation in order. A pressed button has no words to learn from.
    """
    if any(isinstance(each.event, CustomerForgotten) for each in events):
        return ()
    playbook, messages = _messages(events)
    rows = []
    for message in messages:
        reasons = _reasons(message)
        if reasons and message.reading is not None and message.text.strip() and not message.pressed:
            rows.append(
                QueueRow(
                    conversation=message.wrote.conversation,
                    version=message.wrote.version,
                    at=message.wrote.at,
                    language=message.reading.language,
                    playbook=playbook,
                    playbook_version=message.playbook_version,
                    emotion=message.reading.emotion.dominant,
                    intent=message.reading.intent,
                    reasons=reasons,
                    priority=_priority(message.reading, reasons),
                    likeness=likeness(message.text),
                )
            )
    return tuple(rows)


def abstained(reading: Reading, taken_as: str | None) -> bool:
    """Return whether no intent was found where one was needed: an order number has none and needs none."""
    return reading.intent is None and (taken_as is None or taken_as in INTENT_WAS_NEEDED)


def likeness(text: str) -> str:
    """Return a name that two texts share about as often as the square of their overlap in trigrams (Broder 1997, min-wise hashing).

    Numbers do not count as a difference. At most two of the text's trigrams can be guessed from it.
    """
    grams = [gram.encode() for gram in trigrams(re.sub(r"\d+", "0", text))]
    return "".join(
        min(hashlib.blake2b(gram, digest_size=6, salt=salt).digest() for gram in grams).hex() for salt in (b"1", b"2")
    )


def _messages(events: Sequence[Recorded]) -> tuple[str, list[_Message]]:
    """Return the playbook and the customer's messages with what became of them."""
    playbook, version = "", ""
    messages: dict[str, _Message] = {}
    for each in events:
        event = each.event
        match event:
            case ConversationStarted():
                playbook, version = event.playbook, event.playbook_version
            case PlaybookChanged():
                version = event.playbook_version
            case CustomerWrote():
                messages[event.message] = _Message(each, event.text, version, event.choice is not None)
            case HandoffRequested():
                for message in list(messages.values())[-TURNS_BEFORE_HANDOFF:]:
                    # Who simply asks for a person was understood.
                    message.before_handoff = message.taken_as != "person"
            case _:
                _tell(messages, event)
    return playbook, list(messages.values())


def _tell(messages: Mapping[str, _Message], event: Event) -> None:
    match event:
        case MessageUnderstood() if event.message in messages:
            messages[event.message].reading = event.reading
        case MessageTaken() if event.message in messages:
            messages[event.message].taken_as = event.taken_as
        case ReadingCorrected() if event.message in messages:
            messages[event.message].corrected = True


def _reasons(message: _Message) -> tuple[Reason, ...]:
    if message.reading is None:
        return ()
    true: dict[Reason, bool] = {
        "unsure": not message.reading.emotion.sure,
        "abstained": abstained(message.reading, message.taken_as),
        "corrected": message.corrected,
        "before_handoff": message.before_handoff,
    }
    return tuple(reason for reason, holds in true.items() if holds)


def _priority(reading: Reading, reasons: Sequence[Reason]) -> int:
    """Return how much a label helps, 0 to about 1,400: several reasons add up, and doubt adds to its own reason."""
    doubt = 1.0 - reading.emotion.scores.get(reading.emotion.dominant, 0.5)
    worth: dict[Reason, float] = {
        "unsure": 200 + 300 * doubt,
        "abstained": 200 + 150 * (1.0 - reading.confidence),
        "corrected": 400,
        "before_handoff": 200,
    }
    return round(sum(worth[reason] for reason in reasons))
