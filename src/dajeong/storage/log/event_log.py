"""What every event log can do, wherever it is kept."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import Event, Recorded, Why
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.handoff import Holder
from dajeong.conversation.inbox import InboxRow
from dajeong.storage.log.append import KEEP, Due, DueChange
from dajeong.storage.log.wakes import Bell

# What a conversation waits for as it stands, None for nothing: the runtime asks `decide`.
Waits = Callable[[Conversation], Due | None]


class DueRow(Frozen):
    """A conversation to think about again at ``until`` (UTC)."""

    conversation: str
    until: datetime
    why: Why


class EventLog(Protocol):
    """The list of what happened, for all conversations. Everything raises StorageUnavailable while the database is away."""

    async def append(
        self,
        conversation: str,
        events: Sequence[Event],
        *,
        after: int,
        at: datetime,
        inbox: InboxRow,
        due: DueChange = KEEP,
    ) -> list[Recorded]:
        """Write all of it or nothing, durably, and return the events in their places.

        ``after`` is the version the caller folded (0 creates the conversation), ``inbox`` the row as it stands after these
        events. Raises VersionConflict when the conversation is elsewhere, AlreadyRecorded when a message of the customer is in
        the log already, ValueError when the caller contradicts itself.
        """
        ...

    async def read(self, conversation: str, *, after: int = 0) -> list[Recorded]:
        """Return its events with a version above ``after``, in order; nothing for an unknown conversation."""
        ...

    async def follow(self, after_position: int, *, conversation: str | None = None, limit: int = 500) -> list[Recorded]:
        """Return at most ``limit`` events above a position, in order. Nothing appears below a position once read."""
        ...

    async def position(self) -> int:
        """Return the newest position, 0 for an empty log."""
        ...

    def subscribe(self, conversation: str | None = None) -> Bell:
        """Return a bell that rings after every append to this conversation, or to any. Enter it, then read, then wait."""
        ...

    async def due_before(self, now: datetime, *, limit: int = 100) -> list[DueRow]:
        """Return what has come due at ``now``, the longest overdue first."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest moment anything comes due, None when nothing waits."""
        ...

    async def inbox(
        self,
        *,
        customer: str | None = None,
        channel: str | None = None,
        holder: Holder | None = None,
        closed: bool | None = None,
        before: datetime | None = None,
        limit: int = 50,
    ) -> list[InboxRow]:
        """Return inbox rows that fit every filter given, the newest activity first; page on with ``before``."""
        ...

    async def inbox_of(self, conversation: str) -> InboxRow | None:
        """Return the row of one conversation, None when it is unknown."""
        ...

    async def rebuild_inbox(self) -> int:
        """Write every inbox row again from the log; return how many conversations there are."""
        ...

    async def rebuild_due(self, waits: Waits) -> int:
        """Write again what is due from the log; return how many conversations wait for a time."""
        ...

    async def forget(self, customer: str, *, at: datetime, reason: str = "") -> list[str]:
        """Blank the customer's words everywhere, leave a mark in each conversation, and return those conversations."""
        ...
