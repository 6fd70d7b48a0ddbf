"""The same log three times: in memory, in SQLite and in a real PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dajeong.storage import EventLog, MemoryLog, Storage, open_storage


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
