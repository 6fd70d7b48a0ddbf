"""Which messages of the log are worth a person's label, and the follower that keeps the queue of them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

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
from dajeong.learning.corpus import trigrams
from dajeong.runtime.follower import Follower, Positions
from dajeong.storage import EventLog

# The customer's messages before a handoff that may have led to it.
TURNS_BEFORE_HANDOFF = 2
# Taken so, a message without an intent is one whose intent we should have known.
INTENT_WAS_NEEDED = frozenset({"not_understood", "unclear_matter", "wrong_answer"})


class QueueRows(Positions, Protocol):
    """Where the queue is kept, with the follower's position in the same commits."""

    async def advance(self, follower: str, *, before: int, now: int, rows: Mapping[str, Sequence[QueueRow]]) -> bool:
        """Write every row of these conversations anew and move on; False when the follower stands elsewhere."""
        ...


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
    likeness: str = ""


class Messages:
    """The customer's messages of one conversation and what became of them, event by event."""

    def __init__(self, first: Recorded) -> None:
        self.version = 0
        self.conversation = first.conversation
        self._playbook, self._playbook_version = "", ""
        self._messages: dict[str, _Message] = {}
        self._forgotten = False

    def add(self, recorded: Recorded) -> None:
        """Take in the next event."""
        self.version = recorded.version
        event = recorded.event
        match event:
            case ConversationStarted():
                self._playbook, self._playbook_version = event.playbook, event.playbook_version
            case PlaybookChanged():
                self._playbook_version = event.playbook_version
            case CustomerWrote():
                pressed = event.choice is not None
                self._messages[event.message] = _Message(recorded, event.text, self._playbook_version, pressed)
            case HandoffRequested():
                for message in list(self._messages.values())[-TURNS_BEFORE_HANDOFF:]:
                    # Who simply asks for a person was understood.
                    message.before_handoff = message.taken_as != "person"
            case CustomerForgotten():
                self._forgotten = True
            case _:
                _tell(self._messages, event)

    def rows(self) -> tuple[QueueRow, ...]:
        """Return a row for every message that is worth a label; none once the customer is forgotten.

        A pressed button has no words to learn from.
        """
        found = () if self._forgotten else self._messages.values()
        rows = ((message, _reasons(message)) for message in found if message.text.strip() and not message.pressed)
        return tuple(
            self._row(message, message.reading, reasons) for message, reasons in rows if message.reading and reasons
        )

    def _row(self, message: _Message, reading: Reading, reasons: tuple[Reason, ...]) -> QueueRow:
        message.likeness = message.likeness or likeness(message.text)
        return QueueRow(
            conversation=self.conversation,
            version=message.wrote.version,
            at=message.wrote.at,
            language=reading.language,
            playbook=self._playbook,
            playbook_version=message.playbook_version,
            emotion=reading.emotion.dominant,
            intent=reading.intent,
            reasons=reasons,
            priority=_priority(reading, reasons),
            likeness=message.likeness,
        )


class LabelQueue(Follower[Messages]):
    """Follows the log for the queue. What is seconds late to be labelled costs nobody anything."""

    name = "labels/1"
    gather = 10.0

    def __init__(self, log: EventLog, rows: QueueRows) -> None:
        super().__init__(log, rows)
        self._rows = rows

    def _begin(self, first: Recorded) -> Messages:
        return Messages(first)

    async def _write(self, followed: Mapping[str, Messages], *, before: int, now: int) -> bool:
        rows = {name: each.rows() for name, each in followed.items()}
        return await self._rows.advance(self.name, before=before, now=now, rows=rows)


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


def _tell(messages: Mapping[str, _Message], event: Event) -> None:
    match event:
        case MessageUnderstood() if event.message in messages:
            messages[event.message].reading = event.reading
        case MessageTaken() if event.message in messages:
            messages[event.message].taken_as = event.taken_as
        case ReadingCorrected() if event.message in messages:
            messages[event.message].corrected = event.corrects


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
