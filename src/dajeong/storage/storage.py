"""Opens a database, brings its tables up to date, and hands out what is kept in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from dajeong.storage.access_tokens import AccessTokens
from dajeong.storage.database import Database
from dajeong.storage.drafts import DraftStore
from dajeong.storage.errors import UnfitAddress
from dajeong.storage.labelling import LabelStore
from dajeong.storage.log.database_log import DatabaseLog
from dajeong.storage.log.event_log import EventLog
from dajeong.storage.notes import NoteStore
from dajeong.storage.operations import OperationStore
from dajeong.storage.publications import PublicationStore
from dajeong.storage.search import SearchStore
from dajeong.storage.teammates import TeammateStore
from dajeong.storage.today import Today
from dajeong.storage.tries import TryStore
from dajeong.storage.vault import DatabaseVault


@dataclass(frozen=True, slots=True)
class Storage:
    """Everything that is kept, in one database."""

    log: EventLog
    drafts: DraftStore
    publications: PublicationStore
    vault: DatabaseVault
    tokens: AccessTokens
    labelling: LabelStore
    operations: OperationStore
    teammates: TeammateStore
    tries: TryStore
    search: SearchStore
    today: Today
    notes: NoteStore


@asynccontextmanager
async def open_storage(url: str) -> AsyncIterator[Storage]:
    """Open ``sqlite:///path`` (one process) or ``postgresql://...`` (many), with its tables brought up to date.

    Raises DatabaseInUse when another process has the SQLite file, UnfitAddress for any other address, StorageUnavailable.
    """
    async with _database(url) as database:
        yield Storage(
            DatabaseLog(database),
            DraftStore(database),
            PublicationStore(database),
            DatabaseVault(database),
            AccessTokens(database),
            LabelStore(database),
            OperationStore(database),
            TeammateStore(database),
            TryStore(database),
            SearchStore(database),
            Today(database),
            NoteStore(database),
        )


@asynccontextmanager
async def _database(url: str) -> AsyncIterator[Database]:
    scheme, separator, rest = url.partition("://")
    # postgresql+psycopg:// is how SQLAlchemy spells the same thing.
    kind = scheme.partition("+")[0]
    if not separator or kind not in ("sqlite", "postgresql", "postgres"):
        raise UnfitAddress("The database address must begin with sqlite:/// (then a path) or postgresql://.")
    if kind == "sqlite":
        path = Path(rest.removeprefix("/")).expanduser()
        if not rest.startswith("/") or not path.name:
            raise UnfitAddress("The database address names no file: write sqlite:///data/dajeong.db.")
        from dajeong.storage.sqlite import open_sqlite

        async with open_sqlite(path) as lite:
            yield lite
    else:
        from dajeong.storage.postgres import open_postgres

        async with open_postgres(f"postgresql://{rest}") as post:
            yield post
