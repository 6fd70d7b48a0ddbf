"""Appends what queued while the last commit ran in one transaction, in the log's turn."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import AsyncConnection

from dajeong.conversation.events import Recorded
from dajeong.storage import statements as s
from dajeong.storage.errors import AlreadyRecorded, StorageUnavailable, VersionConflict
from dajeong.storage.log.append import Append, Keep, Values, admit, inbox_values
from dajeong.storage.micros import to_micros
from dajeong.storage.postgres.problems import unavailable
from dajeong.storage.postgres.turn import ANY, CHANNEL, TAKE_TURN
from dajeong.storage.tables.log import due, inbox

# Bounds how long the first of a group waits for the last.
LARGEST_GROUP = 500
# PostgreSQL refuses notifications of 8,000 bytes and more.
LONGEST_NOTE = 7_000

_KNOWN = "SELECT conversation, max(version) FROM events WHERE conversation = ANY(%s) GROUP BY conversation"
_REPEATS = (
    "SELECT e.conversation, e.message, e.version FROM unnest(%s::text[], %s::text[]) AS asked (conversation, message) "
    "JOIN events e ON e.conversation = asked.conversation AND e.message = asked.message"
)
_LAST = "SELECT coalesce(max(position), 0) FROM events"

Connect = Callable[[], Awaitable[AsyncConnection[Any]]]


@dataclass(slots=True)
class _Job:
    append: Append
    done: asyncio.Future[list[Recorded]]
    recorded: list[Recorded] | None = None
    problem: Exception | None = None


class Writer:
    """One task and one connection for all appends of this process."""

    def __init__(
        self, connect: Connect, rung: Callable[[list[str]], None], before_commit: Callable[[], Awaitable[None]]
    ) -> None:
        self._connect = connect
        self._rung = rung
        self._before_commit = before_commit
        self._connection: AsyncConnection[Any] | None = None
        self._waiting: list[_Job] = []
        self._something = asyncio.Event()
        self._closed = False
        self._task = asyncio.create_task(self._run(), name="dajeong-writer")

    async def append(self, append: Append) -> list[Recorded]:
        """Return the events in their places once they are durable. Raises as `EventLog.append`."""
        if self._closed:
            raise StorageUnavailable(
                "The database is being closed. Nothing of this was saved; try again after the restart."
            )
        job = _Job(append, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._something.set()
        return await job.done

    async def close(self) -> None:
        """Write what was accepted, then end the task."""
        self._closed = True
        self._something.set()
        await self._task
        await self._drop()

    async def _run(self) -> None:
        while self._waiting or not self._closed:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                group, self._waiting = self._waiting[:LARGEST_GROUP], self._waiting[LARGEST_GROUP:]
                await self._commit_or_split(group)
                self._tell(group)

    async def _commit_or_split(self, group: list[_Job]) -> None:
        """Commit the group; when the database refuses a value in it, commit each alone so that only that one fails."""
        try:
            await self._commit(group)
        except Exception as problem:
            blamed = unavailable(problem)
            if blamed is not None:
                await self._drop()
            elif len(group) > 1:
                for job in group:
                    job.recorded = job.problem = None
                    await self._commit_or_split([job])
                return
            for job in group:
                job.problem = blamed or problem

    async def _commit(self, group: list[_Job]) -> None:
        connection = await self._alive()
        async with connection.transaction():
            # The turn first, in a statement of its own: what is read next must see what the one before us committed.
            await connection.execute(TAKE_TURN)
            admitted = await _admitted(connection, group)
            if admitted:
                await _write(connection, admitted)
            await self._before_commit()

    async def _alive(self) -> AsyncConnection[Any]:
        """Return a connection that answers: a server that was restarted since the last commit costs nobody an error."""
        if self._connection is not None:
            try:
                await self._connection.execute("SELECT 1")
            except psycopg.OperationalError:
                await self._drop()
        if self._connection is None:
            self._connection = await self._connect()
        return self._connection

    def _tell(self, group: list[_Job]) -> None:
        rung = []
        for job in group:
            if job.problem is None:
                rung.append(job.append.conversation)
            if job.done.done():
                continue
            if job.problem is not None:
                job.done.set_exception(job.problem)
            else:
                job.done.set_result(job.recorded or [])
        self._rung(rung)

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(psycopg.Error, OSError):
                await connection.close()


async def _admitted(connection: AsyncConnection[Any], group: list[_Job]) -> list[_Job]:
    """Return the jobs whose append may go in, in order, each told its places; the others their problem."""
    names = list({job.append.conversation for job in group})
    asked = [(job.append.conversation, message) for job in group for message in job.append.messages]
    async with connection.pipeline():
        known = await connection.execute(_KNOWN, [names])
        found = await connection.execute(_REPEATS, [[each[0] for each in asked], [each[1] for each in asked]])
    # Outside the pipeline: PostgreSQL forgets in one to count how long a frozen process holds the turn.
    newest = await connection.execute(_LAST)
    versions: dict[str, int] = dict(await known.fetchall())
    repeats = {(name, message): version for name, message, version in await found.fetchall()}
    last: int = (await newest.fetchall())[0][0]
    admitted = []
    for job in group:
        name = job.append.conversation
        own = {message: repeats[name, message] for message in job.append.messages if (name, message) in repeats}
        try:
            job.recorded = admit(job.append, version=versions.get(name, 0), repeats=own, last=last)
        except (AlreadyRecorded, VersionConflict) as problem:
            job.problem = problem
            continue
        admitted.append(job)
        last += len(job.recorded)
        versions[name] = job.recorded[-1].version
        repeats |= {(name, row["message"]): row["version"] for row in job.append.rows(job.recorded) if row["message"]}
    return admitted


async def _write(connection: AsyncConnection[Any], admitted: Sequence[_Job]) -> None:
    rows = [row for job in admitted for row in job.append.rows(job.recorded or [])]
    # The last word counts when a conversation appears twice.
    boxes = {job.append.conversation: inbox_values(job.append.inbox) for job in admitted}
    cleared, set_rows = _due(admitted)
    async with connection.pipeline(), connection.cursor() as cursor:
        await cursor.executemany(s.sql(s.ADD_EVENT, "postgresql"), rows)
        await cursor.executemany(s.keep_sql(inbox, "postgresql"), list(boxes.values()))
        if cleared:
            await cursor.execute("DELETE FROM due WHERE conversation = ANY(%s)", [cleared])
        if set_rows:
            await cursor.executemany(s.keep_sql(due, "postgresql"), set_rows)
    await connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, _note(list(boxes))])


def _due(admitted: Sequence[_Job]) -> tuple[list[str], list[Values]]:
    changes: dict[str, Values | None] = {}
    for job in admitted:
        name, change = job.append.conversation, job.append.due
        if change is None:
            changes[name] = None
        elif not isinstance(change, Keep):
            changes[name] = {"conversation": name, "until": to_micros(change[0]), "why": change[1]}
    return [name for name, row in changes.items() if row is None], [row for row in changes.values() if row is not None]


def _note(conversations: list[str]) -> str:
    note = json.dumps(conversations)
    return note if len(note) <= LONGEST_NOTE else ANY
