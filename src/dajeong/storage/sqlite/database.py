"""SQLite as one `Database`: the writer thread and a few reading ones."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from dajeong.conversation.events import Recorded
from dajeong.storage import statements as s
from dajeong.storage.log.append import Append, Keep, admit, inbox_values
from dajeong.storage.log.recent import Recent
from dajeong.storage.log.wakes import Wakes
from dajeong.storage.micros import to_micros
from dajeong.storage.sqlite.connection import FileConnection
from dajeong.storage.sqlite.problems import closed, unavailable
from dajeong.storage.sqlite.writer import Writer
from dajeong.storage.tables.log import due, inbox

T = TypeVar("T")

READERS = 3


class SqliteDatabase:
    """A SQLite file whose tables are there already; the caller holds its file lock."""

    speaks: s.Speaks = "sqlite"

    def __init__(self, path: Path, *, before_commit: Callable[[], None] = lambda: None) -> None:
        self.wakes = Wakes()
        self.recent = Recent()
        self._path = path
        self._writer = Writer(FileConnection(path, writes=True), before_commit=before_commit)
        self._writer.start()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="dajeong-reader")
        self._mine = threading.local()
        self._reading: list[FileConnection] = []
        self._closed = False

    async def append(self, append: Append) -> list[Recorded]:
        """As `Database.append`."""

        def tell(recorded: list[Recorded]) -> None:
            self.recent.add(recorded)
            self.wakes.ring([append.conversation])

        return await self._writer.write(lambda c: _append(c.raw(), append), tell)

    async def rows(self, statement: s.Statement, **values: Any) -> list[Any]:
        """As `Database.rows`."""
        text = s.sql(statement, "sqlite")
        return await self._off_the_loop(lambda c: c.raw().execute(text, values).fetchall())

    async def read(self, work: Callable[[Connection], T]) -> T:
        """As `Database.read`."""
        return await self._off_the_loop(lambda c: work(c.view()))

    async def write(self, work: Callable[[Connection], T]) -> T:
        """As `Database.write`."""
        return await self._writer.write(lambda c: work(c.view()))

    async def write_to_log(self, work: Callable[[Connection], T]) -> T:
        """As `Database.write_to_log`; there is only one writer, so the turn is always its own."""

        def tell(_: T) -> None:
            self.recent.clear()
            self.wakes.ring_all()

        outcome = await self._writer.write(lambda c: work(c.view()), tell)
        await self._off_the_loop(_empty_the_journal)
        return outcome

    async def close(self) -> None:
        """As `Database.close`."""
        self._closed = True
        await asyncio.to_thread(self._readers.shutdown)
        for connection in self._reading:
            connection.close()
        await self._writer.close()

    async def _off_the_loop(self, work: Callable[[FileConnection], T]) -> T:
        if self._closed:
            raise closed()
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._with_mine, work)

    def _with_mine(self, work: Callable[[FileConnection], T]) -> T:
        connection: FileConnection | None = getattr(self._mine, "connection", None)
        if connection is None:
            connection = self._mine.connection = FileConnection(self._path, writes=False)
            self._reading.append(connection)
        try:
            return work(connection)
        except Exception as problem:
            blamed = unavailable(problem)
            if blamed is None or blamed is problem:
                raise
            connection.close()
            raise blamed from problem


def _append(raw: sqlite3.Connection, append: Append) -> list[Recorded]:
    who = {"conversation": append.conversation}
    repeats: dict[str, int] = {}
    for message in append.messages:
        found = raw.execute(s.sql(s.REPEAT, "sqlite"), {**who, "message": message}).fetchone()
        if found:
            repeats[message] = found[0]
    version: int = raw.execute(s.sql(s.VERSION, "sqlite"), who).fetchone()[0]
    last: int = raw.execute(s.sql(s.LAST_POSITION, "sqlite")).fetchone()[0]
    recorded = admit(append, version=version, repeats=repeats, last=last)
    raw.executemany(s.sql(s.ADD_EVENT, "sqlite"), append.rows(recorded))
    raw.execute(s.keep_sql(inbox, "sqlite"), inbox_values(append.inbox))
    if append.due is None:
        raw.execute(s.sql(s.CLEAR_DUE, "sqlite"), who)
    elif not isinstance(append.due, Keep):
        until, why = append.due
        raw.execute(s.keep_sql(due, "sqlite"), {**who, "until": to_micros(until), "why": why})
    return recorded


def _empty_the_journal(connection: FileConnection) -> None:
    """Move the journal into the file and cut it: forgotten words must not stay in it either."""
    connection.raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
