"""What happened today, how the last days felt, and who waits for a person: counted from the log and the inbox."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.inbox import InboxRow
from dajeong.storage.database import Database
from dajeong.storage.facts import DONE, EVERY, KIND_OF, QUEUED
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.log import events, inbox


class Happened(Frozen):
    """What happened in a stretch of time.

    ``conversations`` are those in which a customer wrote, ``solved`` those in which a matter was, ``handoffs`` those in which a
    person was asked for; only ``messages`` are counted one by one.
    """

    conversations: int = 0
    messages: int = 0
    solved: int = 0
    handoffs: int = 0


class Waiting(Frozen):
    """An open conversation that waits for a person, and since when."""

    conversation: str
    since: datetime


class Today:
    """Counts for one page. Only conversations that somebody wrote in lately are looked at, however long the log is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def happened(self, stretches: Sequence[tuple[datetime, datetime]]) -> list[Happened]:
        """Return what happened in each stretch, its beginning included and its end not."""
        counted = [_counted(to_micros(begin), to_micros(end)) for begin, end in stretches]
        rows = await self._database.read(
            lambda connection: [connection.execute(each).mappings().one() for each in counted]
        )
        return [Happened(**{name: value or 0 for name, value in row.items()}) for row in rows]

    async def lately(self, since: datetime) -> list[InboxRow]:
        """Return the conversations with anything new since then, the newest first."""
        chosen = select(inbox.c.row).where(*EVERY, inbox.c.last_at >= to_micros(since)).order_by(inbox.c.last_at.desc())
        rows = await self._database.read(lambda connection: connection.execute(chosen).scalars().all())
        return [InboxRow.model_validate_json(row) for row in rows]

    async def waiting(self, *, limit: int) -> tuple[int, list[Waiting]]:
        """Return how many conversations wait for a person, and those that have waited longest."""
        since = func.max(events.c.at).label("since")
        asked = and_(events.c.conversation == inbox.c.conversation, events.c.kind == "handoff_requested")
        longest = (
            select(inbox.c.conversation, since)
            .join(events, asked)
            .where(QUEUED)
            .group_by(inbox.c.conversation)
            .order_by(since, inbox.c.conversation)
            .limit(limit)
        )

        def work(connection: Connection) -> tuple[int, Sequence[Any]]:
            number = connection.execute(select(func.count()).select_from(inbox).where(QUEUED)).scalar_one()
            return number, connection.execute(longest).all()

        number, rows = await self._database.read(work)
        return number, [Waiting(conversation=each.conversation, since=from_micros(each.since)) for each in rows]

    async def anybody_wrote(self) -> bool:
        """Return whether any customer ever wrote."""
        found = select(events.c.position).where(events.c.kind == "customer_wrote").limit(1)
        return await self._database.read(lambda connection: connection.execute(found).first()) is not None


def _counted(begin: int, end: int) -> Any:
    """Return the statement that counts one stretch."""
    kind = events.c.kind
    wrote = kind == KIND_OF["wrote"]
    solved = and_(kind == KIND_OF["solved"], events.c.body.like(DONE))

    def conversations_where(happened: ColumnElement[bool]) -> Any:
        return func.count(case((happened, events.c.conversation)).distinct())

    return (
        select(
            conversations_where(wrote).label("conversations"),
            func.sum(case((wrote, 1), else_=0)).label("messages"),
            conversations_where(solved).label("solved"),
            conversations_where(kind == KIND_OF["handed_over"]).label("handoffs"),
        )
        .select_from(inbox.join(events, events.c.conversation == inbox.c.conversation))
        .where(
            *EVERY,
            inbox.c.last_at >= begin,
            events.c.at >= begin,
            events.c.at < end,
            kind.in_(KIND_OF.values()),
        )
    )
