"""How often somebody tried and failed, for every process on this database and across restarts."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Delete, case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dajeong.storage.database import Database
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.team import tries

# Old rows deleted at a time.
AT_ONCE = 200


class TryStore:
    """Fits ``trust``'s `TryRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, most: Mapping[str, int], *, at: datetime, since: datetime) -> datetime | None:
        """Count one try under each key, in this order; stop at the first that has had its ``most`` since ``since``.

        Returns when that key's tries began, None when the try may go on. Counting and looking are one statement, so that
        tries at the same moment cannot all be the last one.
        """
        insert = sqlite.insert if self._database.speaks == "sqlite" else postgresql.insert
        add = insert(tries)
        old = tries.c.since <= to_micros(since)
        counted = add.on_conflict_do_update(
            index_elements=[tries.c.key],
            set_={
                "count": case((old, 1), else_=tries.c.count + 1),
                "since": case((old, add.excluded.since), else_=tries.c.since),
            },
        ).returning(tries.c.count, tries.c.since)

        def work(connection: Connection) -> datetime | None:
            for key, limit in most.items():
                row = connection.execute(counted, {"key": key, "count": 1, "since": to_micros(at)}).one()
                if row[0] > limit:
                    return from_micros(row[1])
            return None

        return await self._database.write(work)

    async def standing(self, key: str, *, since: datetime) -> tuple[int, datetime] | None:
        """Return how many tries there were and when they began, None when there were none since ``since``."""
        found = select(tries.c.count, tries.c.since).where(tries.c.key == key, tries.c.since > to_micros(since))
        row = await self._database.read(lambda connection: connection.execute(found).first())
        return (row[0], from_micros(row[1])) if row else None

    async def take_back(self, *keys: str) -> None:
        """Uncount one try of each key: it was none."""
        less = update(tries).values(count=tries.c.count - 1)

        def work(connection: Connection) -> None:
            # In the order they were counted in, one by one: two writers never wait for each other.
            for key in keys:
                connection.execute(less.where(tries.c.key == key, tries.c.count > 0))

        await self._database.write(work)

    async def forget(self, key: str) -> None:
        """Let a key begin anew."""
        await self._write(delete(tries).where(tries.c.key == key))

    async def clear(self, *, before: datetime) -> None:
        """Delete what is too old to count."""
        # Rows that somebody is writing are left for the next time, so that nobody waits for anybody.
        old = select(tries.c.key).where(tries.c.since <= to_micros(before)).limit(AT_ONCE)
        await self._write(delete(tries).where(tries.c.key.in_(old.with_for_update(skip_locked=True))))

    async def _write(self, statement: Delete) -> None:
        def work(connection: Connection) -> None:
            connection.execute(statement)

        await self._database.write(work)
