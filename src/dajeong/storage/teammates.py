"""Teammates and the browsers they are signed in with."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from dajeong.conversation.teammate import SignedIn, Teammate
from dajeong.storage.database import Database
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.team import sessions, teammates


class TeammateStore:
    """Fits ``trust``'s `TeammateRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def named(self, key: str) -> Teammate | None:
        """Return the teammate whose name is compared as ``key``, or None."""
        found = select(teammates).where(teammates.c.key == key)
        return await self._database.read(lambda connection: _teammate(connection.execute(found).mappings().first()))

    async def owner(self) -> Teammate | None:
        """Return the owner, None while there is none."""
        found = select(teammates).where(teammates.c.role == "owner").order_by(teammates.c.made_at)
        return await self._database.read(lambda connection: _teammate(connection.execute(found).mappings().first()))

    async def keep_owner(self, owner: Teammate, *, only_first: bool) -> bool:
        """Make the owner, or give the one there is this name and password and sign them out everywhere.

        Returns False and changes nothing when there is one and ``only_first`` is asked for.
        """
        there = select(teammates.c.id).where(teammates.c.role == "owner").order_by(teammates.c.made_at)

        def work(connection: Connection) -> bool:
            known = connection.execute(there).scalars().first()
            if known is None:
                connection.execute(insert(teammates), owner.model_dump() | {"made_at": to_micros(owner.made_at)})
                return True
            if only_first:
                return False
            news = {"name": owner.name, "key": owner.key, "password": owner.password}
            connection.execute(update(teammates).where(teammates.c.id == known).values(news))
            connection.execute(delete(sessions).where(sessions.c.teammate == known))
            return True

        # In the log's turn, so that two processes cannot both make the first.
        return await self._database.write_to_log(work)

    async def begin(self, row: SignedIn, *, password: str, better: str | None = None) -> bool:
        """Keep that a browser is signed in, and ``better`` as the password's newer hash.

        Returns False and keeps nothing when the teammate's hash is no longer ``password``: it was reset meanwhile.
        """
        # The row is held until the end, so that a reset is either seen here or sees this browser.
        now = select(teammates.c.password).where(teammates.c.id == row.teammate).with_for_update()
        mend = update(teammates).where(teammates.c.id == row.teammate).values(password=better)
        values = row.model_dump() | {"started_at": to_micros(row.started_at), "seen_at": to_micros(row.seen_at)}

        def work(connection: Connection) -> bool:
            if connection.execute(now).scalar() != password:
                return False
            if better is not None:
                connection.execute(mend)
            connection.execute(insert(sessions), values)
            return True

        return await self._database.write(work)

    async def signed_in(self, digest: str) -> tuple[SignedIn, Teammate] | None:
        """Return the browser and whose it is, or None when it is not signed in (any more)."""
        browser = select(sessions).where(sessions.c.digest == digest)

        def work(connection: Connection) -> tuple[SignedIn, Teammate] | None:
            row = connection.execute(browser).mappings().first()
            if row is None:
                return None
            whose = select(teammates).where(teammates.c.id == row["teammate"])
            teammate = _teammate(connection.execute(whose).mappings().first())
            times = {name: from_micros(row[name]) for name in ("started_at", "seen_at")}
            return (SignedIn(**{**row, **times}), teammate) if teammate else None

        return await self._database.read(work)

    async def seen(self, digest: str, at: datetime) -> None:
        """Keep when a browser was last heard of. One that was signed out meanwhile stays so."""
        await self._do(update(sessions).where(sessions.c.digest == digest).values(seen_at=to_micros(at)))

    async def end(self, digest: str) -> None:
        """Sign one browser out."""
        await self._do(delete(sessions).where(sessions.c.digest == digest))

    async def end_all(self, teammate: str) -> None:
        """Sign every browser of a teammate out."""
        await self._do(delete(sessions).where(sessions.c.teammate == teammate))

    async def clear(self, *, started_before: datetime, seen_before: datetime) -> None:
        """Delete the rows of browsers whose time is over."""
        over = or_(sessions.c.started_at < to_micros(started_before), sessions.c.seen_at < to_micros(seen_before))
        await self._do(delete(sessions).where(over))

    async def _do(self, statement: Any) -> None:
        def work(connection: Connection) -> None:
            connection.execute(statement)

        await self._database.write(work)


def _teammate(row: Any) -> Teammate | None:
    return Teammate(**{**row, "made_at": from_micros(row["made_at"])}) if row else None
