"""Opens a PostgreSQL database and brings its tables up to date, one process at a time."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from sqlalchemy import Connection, text

from dajeong.storage.migrate import migrate
from dajeong.storage.postgres.database import PostgresDatabase, engine_for
from dajeong.storage.postgres.problems import unavailable
from dajeong.storage.postgres.turn import MIGRATION_KEY


async def _at_once() -> None:
    return None


@asynccontextmanager
async def open_postgres(
    url: str, *, before_commit: Callable[[], Awaitable[None]] = _at_once
) -> AsyncIterator[PostgresDatabase]:
    """Open the database at a ``postgresql://`` address. Raises StorageUnavailable.

    ``before_commit`` is awaited before every commit of the log: tests make a slow process with it.
    """
    await _prepare(url)
    database = PostgresDatabase(url, before_commit=before_commit)
    try:
        await database.open()
        yield database
    finally:
        await database.close()


async def _prepare(url: str) -> None:
    def in_turn(connection: Connection) -> None:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_KEY})"))
        migrate(connection)

    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(in_turn)
    except Exception as problem:
        blamed = unavailable(problem)
        if blamed is None:
            raise
        raise blamed from problem
    finally:
        await engine.dispose()
