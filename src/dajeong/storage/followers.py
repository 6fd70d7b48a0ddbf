"""How far each follower of the log has read, kept in the very commits in which it writes its list."""

from sqlalchemy import Connection, and_, delete, select, update

from dajeong.storage.database import Database
from dajeong.storage.statements import Speaks, keep_row
from dajeong.storage.tables.log import followers


async def position_of(database: Database, follower: str) -> int | None:
    """Return how far a follower has read, None for a new one."""
    found = select(followers.c.position).where(followers.c.name == follower)
    return await database.read(lambda connection: connection.execute(found).scalar())


def move(connection: Connection, follower: str, *, before: int, now: int) -> bool:
    """Move a follower on and hold its row until the commit; False when it stands elsewhere: another process went on meanwhile."""
    ours = and_(followers.c.name == follower, followers.c.position == before)
    return connection.execute(update(followers).where(ours).values(position=now)).rowcount > 0


def begin(connection: Connection, speaks: Speaks, follower: str) -> None:
    """Let a follower begin at the beginning; those that had its list before it ("list/name") are gone."""
    list_name = follower.partition("/")[0]
    connection.execute(delete(followers).where(followers.c.name.like(f"{list_name}/%")))
    connection.execute(keep_row(followers, speaks), {"name": follower, "position": 0})
