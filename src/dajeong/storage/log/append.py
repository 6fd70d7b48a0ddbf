"""One append: everything that is written together or not at all, and the rule that lets it in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from dajeong.conversation.events import EVENT, ConversationStarted, CustomerWrote, Event, Recorded, Why
from dajeong.conversation.inbox import InboxRow
from dajeong.storage.errors import AlreadyRecorded, VersionConflict
from dajeong.storage.micros import to_micros

Values = dict[str, Any]


class Keep(Enum):
    """Says that what is due stays as it is."""

    KEEP = "keep"


KEEP = Keep.KEEP


class Due(NamedTuple):
    """When to think again if nothing happens, and why."""

    until: datetime
    why: Why


# A time to set, None to clear, KEEP to leave it.
DueChange = tuple[datetime, Why] | None | Keep


@dataclass(frozen=True, slots=True)
class Append:
    """Events for one conversation with the rows that must never disagree with them, encoded before they queue."""

    conversation: str
    after: int
    at: datetime
    events: tuple[Event, ...]
    inbox: InboxRow
    due: DueChange
    bodies: tuple[str, ...]

    @property
    def messages(self) -> tuple[str, ...]:
        """Ids of the customer's messages in it."""
        return tuple(event.message for event in self.events if isinstance(event, CustomerWrote))

    def rows(self, recorded: Sequence[Recorded]) -> list[Values]:
        """Return the event rows for what `admit` let in."""
        return [event_row(each, body) for each, body in zip(recorded, self.bodies, strict=True)]


def prepared(
    conversation: str,
    events: Sequence[Event],
    *,
    after: int,
    at: datetime,
    inbox: InboxRow,
    due: DueChange = KEEP,
    encoded: bool = True,
) -> Append:
    """Return the append, encoded (unless it stays in memory) and checked as far as it can be without the log.

    Raises ValueError when the caller contradicts itself: no events, an inbox row of another version or
    conversation, the same message id twice, a time without a zone.
    """
    if not events:
        raise ValueError("There is nothing to append.")
    if (inbox.conversation, inbox.version) != (conversation, after + len(events)):
        raise ValueError("The inbox row does not belong to the conversation as it stands after these events.")
    to_micros(at)
    bodies = tuple(EVENT.dump_json(event).decode() for event in events) if encoded else ()
    append = Append(conversation, after, at, tuple(events), inbox, due, bodies)
    if len(set(append.messages)) < len(append.messages):
        raise ValueError("One append holds the same message twice.")
    return append


def admit(append: Append, *, version: int, repeats: Mapping[str, int], last: int) -> list[Recorded]:
    """Return the events in their places when the append may go in; the caller holds the log's turn.

    ``version`` is the conversation's newest (0: unknown), ``repeats`` are versions of its messages already in the log by
    id, ``last`` is the newest position. Raises AlreadyRecorded before VersionConflict: a repeat is harmless however late.
    """
    for message in append.messages:
        if message in repeats:
            raise AlreadyRecorded(repeats[message])
    if version != append.after:
        raise VersionConflict(version, append.after)
    return [
        Recorded.model_construct(
            conversation=append.conversation, version=version + n, at=append.at, event=event, position=last + n
        )
        for n, event in enumerate(append.events, start=1)
    ]


def event_row(recorded: Recorded, body: str | None = None) -> Values:
    """Return the row of the events table."""
    event = recorded.event
    return {
        "position": recorded.position,
        "conversation": recorded.conversation,
        "version": recorded.version,
        "at": to_micros(recorded.at),
        "kind": event.kind,
        "message": event.message if isinstance(event, CustomerWrote) else None,
        "customer": event.customer if isinstance(event, ConversationStarted) else None,
        "body": EVENT.dump_json(event).decode() if body is None else body,
    }


def inbox_values(row: InboxRow) -> Values:
    """Return the row of the inbox table."""
    return {
        "conversation": row.conversation,
        "customer": row.customer,
        "channel": row.channel,
        "holder": row.holder,
        "closed": row.closed,
        "last_at": to_micros(row.last_at) if row.last_at else 0,
        "row": row.model_dump_json(),
    }
