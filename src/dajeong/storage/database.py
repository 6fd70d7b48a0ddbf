"""The port both databases fit: the log's own road, and one for everything else."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from dajeong.conversation.events import Recorded
from dajeong.storage.log.append import Append
from dajeong.storage.log.recent import Recent
from dajeong.storage.log.wakes import Wakes
from dajeong.storage.statements import Speaks, Statement

T = TypeVar("T")


class Database(Protocol):
    """One open database. All of it raises StorageUnavailable while the database is away, and works again afterwards."""

    speaks: Speaks
    wakes: Wakes
    recent: Recent

    async def append(self, append: Append) -> list[Recorded]:
        """Write one append durably, together with whatever else is waiting to be written."""
        ...

    async def rows(self, statement: Statement, **values: Any) -> list[Any]:
        """Return what a statement of the busy roads finds."""
        ...

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Return what ``work`` reads; it runs off the event loop and must not write."""
        ...

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Return what ``work`` did, once it is durable; all of it or nothing. It must not commit."""
        ...

    async def write_to_log(self, work: Callable[[Connection], T]) -> T:
        """As `write`, holding the log's turn: nobody appends meanwhile. Followers are woken."""
        ...

    async def close(self) -> None:
        """Finish what was accepted and let go of the database."""
        ...


async def write_anew(database: Database, work: Callable[[Connection], T]) -> T:
    """Return what ``work`` did; done again where another process wrote the same new row first: now it is there to be seen."""
    try:
        return await database.write(work)
    except IntegrityError:
        return await database.write(work)
