"""The migrations make exactly the tables the code speaks of, on both databases, and lose nothing that is there."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, select, text

from dajeong.storage import open_storage
from dajeong.storage.migrate import MIGRATIONS, NEWEST, migrate
from dajeong.storage.tables import metadata
from dajeong.storage.tables.playbooks import drafts
from tests.storage.server import Server
from tests.storage.telling import started, tell


@pytest.fixture(params=["sqlite", "postgres"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """An engine on a database without any table."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path}/bare.db")
        yield engine
        engine.dispose()
        return
    server: Server = request.getfixturevalue("server")
    server.run_sql("CREATE DATABASE bare")
    engine = create_engine(server.url("bare").replace("postgresql:", "postgresql+psycopg:"))
    yield engine
    engine.dispose()
    server.run_sql("DROP DATABASE bare")


def of_one_kind(name: str | None, type_: str, parents: Any) -> bool:
    """The index of words is made in each database's own way; tests of the search show that it is there."""
    return type_ != "table" or not str(name).startswith("summary_grams")


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"include_name": of_one_kind})
    return list(compare_metadata(context, metadata))


def test_the_migrations_make_the_tables_the_code_speaks_of(bare) -> None:  # type: ignore[no-untyped-def]
    with bare.begin() as connection:
        assert differences(connection)
        migrate(connection)
        assert differences(connection) == []
        migrate(connection)
        connection.execute(text("DROP INDEX due_next"))
        assert differences(connection)


def test_the_newest_migration_is_the_one_the_start_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_stories_kept_in_a_draft_before_are_found_in_their_place_now(bare) -> None:  # type: ignore[no-untyped-def]
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    kept = {"stories/late.yaml": "a", "stories/lost.yaml": "b", "tests/lost.yaml": "c", "persona.yaml": "d"}
    with bare.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        for path, words in kept.items():
            row = {"playbook": "shop", "path": path, "text": words, "revision": 1, "at": 0}
            connection.execute(insert(drafts), row)
        migrate(connection)
        found = {row.path: row.text for row in connection.execute(select(drafts))}
    assert found == {
        "tests/late.yaml": "a",
        "tests/lost-story.yaml": "b",
        "tests/lost.yaml": "c",
        "persona.yaml": "d",
    }


async def test_opening_again_keeps_what_is_there(url: str) -> None:
    async with open_storage(url) as storage:
        await tell(storage.log, "c1", started())
    async with open_storage(url) as storage:
        assert len(await storage.log.read("c1")) == 1


async def test_two_processes_may_start_at_once_on_an_empty_postgres(server: Server) -> None:
    server.run_sql("CREATE DATABASE at_once")

    async def start() -> None:
        async with open_storage(server.url("at_once")) as storage:
            assert await storage.log.position() == 0

    await asyncio.gather(*(start() for _ in range(3)))
    server.run_sql("DROP DATABASE at_once WITH (FORCE)")
