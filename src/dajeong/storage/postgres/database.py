"""PostgreSQL as one `Database`: a writer, a listener, a pool for the busy roads and an engine for the rest."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import psycopg
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from dajeong.conversation.events import Recorded
from dajeong.storage import statements as s
from dajeong.storage.log.append import Append
from dajeong.storage.log.recent import Recent
from dajeong.storage.log.wakes import Wakes
from dajeong.storage.postgres.listener import Listener
from dajeong.storage.postgres.problems import unavailable
from dajeong.storage.postgres.turn import ANY, CHANNEL, take_turn
from dajeong.storage.postgres.writer import Writer

T = TypeVar("T")

READERS = 4
# Seconds. A dead server is noticed by then, a process that froze in its turn loses it, a client that died is let go.
GIVE_UP_AFTER = 5
SETTINGS = (
    f"-c lock_timeout={GIVE_UP_AFTER}s -c idle_in_transaction_session_timeout={2 * GIVE_UP_AFTER}s -c timezone=UTC"
)
CONNECTION: dict[str, Any] = {
    "connect_timeout": GIVE_UP_AFTER,
    "keepalives_idle": GIVE_UP_AFTER,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 3000 * GIVE_UP_AFTER,
    "options": SETTINGS,
    "application_name": "dajeong",
}


async def _at_once() -> None:
    return None


class PostgresDatabase:
    """A PostgreSQL database whose tables are there already."""

    speaks: s.Speaks = "postgresql"

    def __init__(self, url: str, *, before_commit: Callable[[], Awaitable[None]] = _at_once) -> None:
        self.wakes = Wakes()
        # Never fed: other processes append as well, and only the database knows what they did.
        self.recent = Recent()
        self._url = url
        self._pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
            url,
            min_size=1,
            max_size=READERS,
            open=False,
            timeout=GIVE_UP_AFTER,
            kwargs={**CONNECTION, "autocommit": True},
            reconnect_timeout=GIVE_UP_AFTER,
        )
        self._engine = engine_for(url)
        self._writer = Writer(self._connection, self.wakes.ring, before_commit)
        self._listener = Listener(self._connection, self.wakes)

    async def open(self) -> None:
        """Open the pool."""
        await self._pool.open()

    async def append(self, append: Append) -> list[Recorded]:
        """As `Database.append`."""
        return await self._writer.append(append)

    async def rows(self, statement: s.Statement, **values: Any) -> list[Any]:
        """As `Database.rows`."""
        query = s.sql(statement, "postgresql")
        try:
            try:
                return await self._fetched(query, values)
            except psycopg.OperationalError:
                # A pooled connection may have died since its last use; the pool then makes new ones.
                await self._pool.check()
                return await self._fetched(query, values)
        except Exception as problem:
            raise _blamed(problem) from problem

    async def _fetched(self, query: str, values: dict[str, Any]) -> list[Any]:
        async with self._pool.connection() as connection:
            return await (await connection.execute(query.encode(), values)).fetchall()

    async def read(self, work: Callable[[Connection], T]) -> T:
        """As `Database.read`."""
        try:
            async with self._engine.connect() as connection:
                return await connection.run_sync(work)
        except Exception as problem:
            raise _blamed(problem) from problem

    async def write(self, work: Callable[[Connection], T]) -> T:
        """As `Database.write`."""
        try:
            async with self._engine.begin() as connection:
                return await connection.run_sync(work)
        except Exception as problem:
            raise _blamed(problem) from problem

    async def write_to_log(self, work: Callable[[Connection], T]) -> T:
        """As `Database.write_to_log`."""

        def in_turn(connection: Connection) -> T:
            connection.execute(take_turn())
            outcome = work(connection)
            connection.execute(text("SELECT pg_notify(:channel, :note)"), {"channel": CHANNEL, "note": ANY})
            return outcome

        outcome = await self.write(in_turn)
        self.wakes.ring_all()
        return outcome

    async def close(self) -> None:
        """As `Database.close`."""
        await self._listener.close()
        await self._writer.close()
        await self._engine.dispose()
        await self._pool.close()

    async def _connection(self) -> AsyncConnection[Any]:
        return await AsyncConnection.connect(self._url, autocommit=True, **CONNECTION)


def engine_for(url: str) -> AsyncEngine:
    """Return SQLAlchemy's engine for a ``postgresql://`` address."""
    return create_async_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        connect_args=CONNECTION,
        pool_size=2,
        max_overflow=2,
        pool_timeout=GIVE_UP_AFTER,
        pool_pre_ping=True,
    )


def _blamed(problem: Exception) -> Exception:
    blamed = unavailable(problem)
    if blamed is None and isinstance(problem, DBAPIError) and problem.connection_invalidated:
        blamed = unavailable(psycopg.OperationalError())
    return blamed or problem
