"""The fixtures of a real PostgreSQL: one server a session, one database a test."""

from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import create_engine

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
