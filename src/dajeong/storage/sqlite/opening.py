"""Opens a SQLite file: takes its lock, makes what is missing, then starts the threads."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from dajeong.storage.migrate import migrate
from dajeong.storage.sqlite.connection import FileConnection
from dajeong.storage.sqlite.database import SqliteDatabase
from dajeong.storage.sqlite.file_lock import FileLock
from dajeong.storage.sqlite.problems import unavailable


@asynccontextmanager
async def open_sqlite(path: Path, *, before_commit: Callable[[], None] = lambda: None) -> AsyncIterator[SqliteDatabase]:
    """Open the file, made when it is not there. Raises DatabaseInUse, StorageUnavailable.

    ``before_commit`` runs in the writer thread before every commit: tests make a slow or broken disk with it.
    """
    lock = FileLock(path)
    lock.acquire()
    try:
        await asyncio.to_thread(_prepare, path)
        database = SqliteDatabase(path, before_commit=before_commit)
        try:
            yield database
        finally:
            await database.close()
    finally:
        lock.release()


def _prepare(path: Path) -> None:
    try:
        # Only its owner may read what customers wrote.
        path.touch(mode=0o600)
        connection = FileConnection(path, writes=True)
        try:
            connection.raw().execute("BEGIN IMMEDIATE")
            migrate(connection.view())
            connection.raw().execute("COMMIT")
        finally:
            connection.close()
    except Exception as problem:
        blamed = unavailable(problem)
        if blamed is None:
            raise
        raise blamed from problem
