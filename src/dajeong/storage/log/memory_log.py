"""The log in memory, for rehearsals and tests: the same rules, gone with the process."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import ConversationStarted, CustomerForgotten, CustomerWrote, Event, Recorded
from dajeong.conversation.fold import fold
from dajeong.conversation.handoff import Holder
from dajeong.conversation.inbox import InboxRow, inbox_row
from dajeong.storage.log.append import KEEP, Due, DueChange, Keep, admit, prepared
from dajeong.storage.log.blanking import blanked
from dajeong.storage.log.event_log import DueRow, Waits
from dajeong.storage.log.wakes import Bell, Wakes


class MemoryLog:
    """An EventLog that keeps nothing."""

    def __init__(self) -> None:
        self._log: list[Recorded] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        self._messages: dict[str, dict[str, int]] = defaultdict(dict)
        self._inbox: dict[str, InboxRow] = {}
        self._due: dict[str, Due] = {}
        self._wakes = Wakes()

    def copy(self) -> "MemoryLog":
        """Return a log in which the same has happened, and that goes its own way from here."""
        other = MemoryLog()
        other._log = self._log.copy()
        other._places.update((name, places.copy()) for name, places in self._places.items())
        other._messages.update((name, messages.copy()) for name, messages in self._messages.items())
        other._inbox, other._due = self._inbox.copy(), self._due.copy()
        return other

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
        """As `EventLog.append`."""
        append = prepared(conversation, events, after=after, at=at, inbox=inbox, due=due, encoded=False)
        version, repeats = len(self._places.get(conversation, ())), self._messages.get(conversation, {})
        recorded = admit(append, version=version, repeats=repeats, last=len(self._log))
        for each in recorded:
            self._add(each)
        self._inbox[conversation] = inbox
        if due is None:
            self._due.pop(conversation, None)
        elif not isinstance(due, Keep):
            self._due[conversation] = Due(*due)
        self._wakes.ring([conversation])
        return recorded

    def _add(self, recorded: Recorded) -> None:
        self._places[recorded.conversation].append(len(self._log))
        self._log.append(recorded)
        if isinstance(recorded.event, CustomerWrote):
            self._messages[recorded.conversation][recorded.event.message] = recorded.version

    async def read(self, conversation: str, *, after: int = 0) -> list[Recorded]:
        """As `EventLog.read`."""
        return [self._log[place] for place in self._places.get(conversation, [])[after:]]

    async def follow(self, after_position: int, *, conversation: str | None = None, limit: int = 500) -> list[Recorded]:
        """As `EventLog.follow`."""
        if conversation is None:
            return self._log[after_position : after_position + limit]
        places = [place for place in self._places.get(conversation, ()) if place >= after_position]
        return [self._log[place] for place in places[:limit]]

    async def position(self) -> int:
        """As `EventLog.position`."""
        return len(self._log)

    def subscribe(self, conversation: str | None = None) -> Bell:
        """As `EventLog.subscribe`."""
        return self._wakes.bell(conversation)

    async def due_before(self, now: datetime, *, limit: int = 100) -> list[DueRow]:
        """As `EventLog.due_before`."""
        rows = [DueRow(conversation=name, until=due.until, why=due.why) for name, due in self._due.items()]
        rows = sorted((row for row in rows if row.until <= now), key=lambda row: (row.until, row.conversation))
        return rows[:limit]

    async def next_due(self) -> datetime | None:
        """As `EventLog.next_due`."""
        return min((due.until for due in self._due.values()), default=None)

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
        """As `EventLog.inbox`."""
        rows = [
            row
            for row in self._inbox.values()
            if (customer is None or row.customer == customer)
            and (channel is None or row.channel == channel)
            and (holder is None or row.holder == holder)
            and (closed is None or row.closed == closed)
            and (before is None or (row.last_at is not None and row.last_at < before))
        ]
        rows.sort(key=lambda row: row.conversation)
        rows.sort(key=lambda row: row.last_at.timestamp() if row.last_at else 0.0, reverse=True)
        return rows[:limit]

    async def inbox_of(self, conversation: str) -> InboxRow | None:
        """As `EventLog.inbox_of`."""
        return self._inbox.get(conversation)

    def _conversation(self, conversation: str) -> Conversation:
        return fold(conversation, (self._log[place] for place in self._places[conversation]))

    async def rebuild_inbox(self) -> int:
        """As `EventLog.rebuild_inbox`."""
        self._inbox = {name: inbox_row(self._conversation(name)) for name in self._places}
        return len(self._inbox)

    async def rebuild_due(self, waits: Waits) -> int:
        """As `EventLog.rebuild_due`."""
        found = {name: waits(self._conversation(name)) for name in self._places}
        self._due = {name: due for name, due in found.items() if due is not None}
        return len(self._due)

    async def forget(self, customer: str, *, at: datetime, reason: str = "") -> list[str]:
        """As `EventLog.forget`."""
        theirs = [
            each.conversation
            for each in self._log
            if isinstance(each.event, ConversationStarted) and each.event.customer == customer
        ]
        for name in theirs:
            for place in self._places[name]:
                old = self._log[place]
                self._log[place] = old.model_copy(update={"event": blanked(old.event)})
            mark = CustomerForgotten(reason=reason)
            version, position = len(self._places[name]) + 1, len(self._log) + 1
            self._add(Recorded(conversation=name, version=version, at=at, event=mark, position=position))
            self._inbox[name] = inbox_row(self._conversation(name))
            self._due.pop(name, None)
        self._wakes.ring(theirs)
        return theirs
