"""The same log three times: in memory, in SQLite and in a real PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from dajeong.storage import EventLog, MemoryLog, Storage, open_storage
from dajeong.storage.migrate import migrate
from tests.storage.server import Server

_numbers = count(1)
TEMPLATE = "with_our_tables"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL for the whole session; only tests that kill a server need one that waits for its disk."""
    running = Server(waits_for_disk=False)
    yield running
    running.remove()


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """A database whose tables are there, to be copied: migrating anew for every test would take longer."""
    server.run_sql(f"CREATE DATABASE {TEMPLATE}")
    engine = create_engine(server.url(TEMPLATE).replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        migrate(connection)
    engine.dispose()
    return TEMPLATE


@pytest.fixture
def postgres_url(server: Server, template: str) -> Iterator[str]:
    """The address of a database of this test alone."""
    name = f"test_{next(_numbers)}"
    server.run_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.url(name)
    server.run_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file of this test alone, not there yet."""
    return f"sqlite:///{tmp_path}/dajeong.db"


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on both kinds."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """Everything that is kept, on both kinds of database."""
    async with open_storage(url) as opened:
        yield opened


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def log(request: pytest.FixtureRequest) -> AsyncIterator[EventLog]:
    """An empty log of each kind."""
    if request.param == "memory":
        yield MemoryLog()
        return
    async with open_storage(request.getfixturevalue(f"{request.param}_url")) as opened:
        yield opened.log


@pytest.fixture
async def sqlite_storage(sqlite_url: str) -> AsyncIterator[Storage]:
    """Everything that is kept, in SQLite."""
    async with open_storage(sqlite_url) as opened:
        yield opened


@pytest.fixture
async def postgres_storage(postgres_url: str) -> AsyncIterator[Storage]:
    """Everything that is kept, in PostgreSQL."""
    async with open_storage(postgres_url) as opened:
        yield opened
