"""The event log in a database."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from dajeong.conversation.events import EVENT, Event, Recorded
from dajeong.conversation.handoff import Holder
from dajeong.conversation.inbox import InboxRow
from dajeong.storage import statements as s
from dajeong.storage.database import Database
from dajeong.storage.log.append import KEEP, DueChange, prepared
from dajeong.storage.log.event_log import DueRow, Waits
from dajeong.storage.log.forgetting import forget
from dajeong.storage.log.rebuilding import rebuild_due, rebuild_inbox
from dajeong.storage.log.wakes import Bell
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.log import inbox

MANY = 100


class DatabaseLog:
    """An EventLog in SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

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
        append = prepared(conversation, events, after=after, at=at, inbox=inbox, due=due)
        return await self._database.append(append)

    async def read(self, conversation: str, *, after: int = 0) -> list[Recorded]:
        """As `EventLog.read`."""
        return await _recorded(await self._database.rows(s.READ, conversation=conversation, after=after))

    async def follow(self, after_position: int, *, conversation: str | None = None, limit: int = 500) -> list[Recorded]:
        """As `EventLog.follow`."""
        remembered = self._database.recent.after(after_position, conversation, limit)
        if remembered is not None:
            return remembered
        if conversation is None:
            return await _recorded(await self._database.rows(s.FOLLOW, after=after_position, most=limit))
        found = await self._database.rows(s.FOLLOW_ONE, conversation=conversation, after=after_position, most=limit)
        return await _recorded(found)

    async def position(self) -> int:
        """As `EventLog.position`."""
        return int((await self._database.rows(s.LAST_POSITION))[0][0])

    def subscribe(self, conversation: str | None = None) -> Bell:
        """As `EventLog.subscribe`."""
        return self._database.wakes.bell(conversation)

    async def due_before(self, now: datetime, *, limit: int = 100) -> list[DueRow]:
        """As `EventLog.due_before`."""
        found = await self._database.rows(s.DUE_BEFORE, now=to_micros(now), most=limit)
        return [DueRow(conversation=name, until=from_micros(until), why=why) for name, until, why in found]

    async def next_due(self) -> datetime | None:
        """As `EventLog.next_due`."""
        until = (await self._database.rows(s.NEXT_DUE))[0][0]
        return None if until is None else from_micros(until)

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
        wanted = {"customer": customer, "channel": channel, "holder": holder, "closed": closed}
        chosen = select(inbox.c.row).where(
            *(inbox.c[name] == value for name, value in wanted.items() if value is not None)
        )
        if before is not None:
            chosen = chosen.where(inbox.c.last_at < to_micros(before))
        chosen = chosen.order_by(inbox.c.last_at.desc(), inbox.c.conversation).limit(limit)

        def work(connection: Connection) -> list[str]:
            return list(connection.execute(chosen).scalars())

        return [InboxRow.model_validate_json(row) for row in await self._database.read(work)]

    async def inbox_of(self, conversation: str) -> InboxRow | None:
        """As `EventLog.inbox_of`."""
        found = await self._database.rows(s.INBOX_OF, conversation=conversation)
        return InboxRow.model_validate_json(found[0][0]) if found else None

    async def rebuild_inbox(self) -> int:
        """As `EventLog.rebuild_inbox`."""
        return await rebuild_inbox(self._database)

    async def rebuild_due(self, waits: Waits) -> int:
        """As `EventLog.rebuild_due`."""
        return await rebuild_due(self._database, waits)

    async def forget(self, customer: str, *, at: datetime, reason: str = "") -> list[str]:
        """As `EventLog.forget`."""
        return await forget(self._database, customer, at=at, reason=reason)


async def _recorded(rows: Sequence[Any]) -> list[Recorded]:
    """Return the rows as events; many of them (20 microseconds each) are decoded off the event loop."""
    return _decoded(rows) if len(rows) <= MANY else await asyncio.to_thread(_decoded, rows)


def _decoded(rows: Sequence[Any]) -> list[Recorded]:
    return [
        Recorded.model_construct(
            position=position,
            conversation=conversation,
            version=version,
            at=from_micros(at),
            event=EVENT.validate_json(body),
        )
        for position, conversation, version, at, body in rows
    ]
