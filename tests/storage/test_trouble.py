"""A full, slow, locked or missing database: one clear error that may be tried again, nothing lost, and it recovers by itself."""

import asyncio
import os
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dajeong.storage import EventLog, StorageUnavailable, VersionConflict, open_storage
from dajeong.storage.errors import DatabaseInUse, UnfitAddress
from dajeong.storage.log.database_log import DatabaseLog
from dajeong.storage.postgres import database
from dajeong.storage.sqlite import connection, open_sqlite
from tests.storage.server import Server
from tests.storage.telling import started, tell, tell_at, wrote

ROOT = Path(__file__).resolve().parents[2]
OPENS = """
import asyncio, sys
from dajeong.storage import open_storage

async def main():
    async with open_storage(sys.argv[1]):
        pass

asyncio.run(main())
"""
SECRET = "아무에게도 말하지 않은 말"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dajeong.db"


@pytest.fixture
def full_disk() -> Iterator[object]:
    """A disk without room for another file longer than what it is called with, until the test ends."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(longest: int | None) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft if longest is None else longest, hard))

    yield fill
    fill(None)


async def test_a_full_disk_is_a_clear_error_and_loses_nothing(path: Path, full_disk) -> None:  # type: ignore[no-untyped-def]
    async with open_storage(f"sqlite:///{path}") as storage:
        await tell(storage.log, "c1", started(), wrote("m1"))
        known = await storage.log.read("c1")
        full_disk(path.with_name("dajeong.db-wal").stat().st_size + 2_000)
        outcomes = await asyncio.gather(
            *(tell_at(storage.log, f"d{n}", 0, started(), wrote("m", SECRET * 500)) for n in range(5)),
            return_exceptions=True,
        )
        assert {type(each) for each in outcomes} == {StorageUnavailable}
        assert all(each.retryable and each.status == 503 for each in outcomes if isinstance(each, StorageUnavailable))
        assert SECRET not in str(outcomes)
        assert await storage.log.read("c1") == known
        assert await storage.log.position() == 2
        full_disk(None)
        await tell(storage.log, "c1", wrote("m2"))
        assert await storage.log.position() == 3


async def test_a_slow_disk_makes_the_waiting_share_one_commit(path: Path) -> None:
    commits: list[float] = []

    def slow() -> None:
        commits.append(time.monotonic())
        time.sleep(0.15)

    async with open_sqlite(path, before_commit=slow) as slow:
        log = DatabaseLog(slow)
        first = asyncio.create_task(tell_at(log, "first", 0, started()))
        await asyncio.sleep(0.05)
        await asyncio.gather(*(tell_at(log, f"c{n}", 0, started()) for n in range(40)))
        assert first.done()
        # One for the first, one for all who came while it was being written.
        assert len(commits) == 2
        assert await log.position() == 41


async def test_reading_does_not_wait_for_a_slow_disk(path: Path) -> None:
    going_on = threading.Event()
    async with open_sqlite(path, before_commit=lambda: going_on.wait(5) and None) as slow:
        log = DatabaseLog(slow)
        append = asyncio.create_task(tell_at(log, "c1", 0, started()))
        await asyncio.sleep(0.05)
        assert await asyncio.wait_for(log.read("c1"), 1) == []
        assert not append.done()
        going_on.set()
        await append


async def test_a_caller_who_gave_up_waiting_does_not_take_the_event_with_him(path: Path) -> None:
    async with open_sqlite(path, before_commit=lambda: time.sleep(0.1)) as slow:
        log = DatabaseLog(slow)
        with log.subscribe("c1") as bell:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(tell_at(log, "c1", 0, started()), 0.02)
            assert await bell.wait(5)
        with pytest.raises(VersionConflict):
            await tell_at(log, "c1", 0, started())
        assert len(await log.read("c1")) == 1


async def test_what_was_accepted_before_closing_is_written(path: Path) -> None:
    async with open_sqlite(path, before_commit=lambda: time.sleep(0.05)) as slow:
        log = DatabaseLog(slow)
        appends = [asyncio.create_task(tell_at(log, f"c{n}", 0, started())) for n in range(5)]
        await asyncio.sleep(0.02)
    await asyncio.gather(*appends)
    with pytest.raises(StorageUnavailable):
        await tell_at(log, "late", 0, started())
    async with open_storage(f"sqlite:///{path}") as again:
        assert await again.log.position() == 5


async def test_a_database_locked_for_a_moment_is_waited_for(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}") as storage:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        append = asyncio.create_task(tell(storage.log, "c1", started()))
        await asyncio.sleep(0.3)
        assert not append.done()
        other.execute("COMMIT")
        other.close()
        await asyncio.wait_for(append, 5)


async def test_a_database_locked_for_long_says_so_and_works_again_afterwards(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 100)
    async with open_storage(f"sqlite:///{path}") as storage:
        await tell(storage.log, "c1", started())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable, match="locked"):
            await tell(storage.log, "c1", wrote("m1"))
        assert len(await storage.log.read("c1")) == 1
        other.execute("COMMIT")
        other.close()
        await tell(storage.log, "c1", wrote("m1"))
        assert len(await storage.log.read("c1")) == 2


async def test_a_database_file_that_is_gone_for_a_while_is_never_replaced_by_an_empty_one(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}") as storage:
        await tell(storage.log, "c1", started())
        away = path.parent.with_name("away")
        path.parent.rename(away)
        path.parent.mkdir()
        for attempt in (tell(storage.log, "c1", wrote("m1")), tell_at(storage.log, "c1", 1, wrote("m1"))):
            with pytest.raises(StorageUnavailable, match="not where it was"):
                await attempt
        assert list(path.parent.iterdir()) == []
        path.parent.rmdir()
        away.rename(path.parent)
        await tell(storage.log, "c1", wrote("m1"))
        assert [each.version for each in await storage.log.read("c1")] == [1, 2]


async def test_a_value_the_database_refuses_spoils_only_its_own_append(log: EventLog) -> None:
    # PostgreSQL keeps no NUL in its keys; the others do, and nobody may suffer from the difference.
    appends = [tell_at(log, name, 0, started()) for name in ("a", "b\0", "c")]
    outcomes = await asyncio.gather(*appends, return_exceptions=True)
    assert [len(await log.read(name)) for name in ("a", "c")] == [1, 1]
    assert not isinstance(outcomes[0], BaseException) and not isinstance(outcomes[2], BaseException)


async def test_the_server_gone_for_a_while_is_a_clear_error_and_recovers_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(database, "GIVE_UP_AFTER", 1)
    server = await asyncio.to_thread(Server)
    try:
        async with open_storage(server.url()) as storage:
            await tell(storage.log, "c1", started())
            await asyncio.to_thread(server.stop)
            for attempt in (
                tell_at(storage.log, "c1", 1, wrote("m1", SECRET)),
                storage.log.read("c1"),
                storage.log.inbox(),
                storage.publications.current("parcel"),
                storage.vault.forget(["c1"]),
            ):
                with pytest.raises(StorageUnavailable) as refused:
                    await asyncio.wait_for(attempt, 20)
                assert SECRET not in refused.value.message and refused.value.retryable
            await asyncio.to_thread(server.start)
            with storage.log.subscribe("c1") as bell:
                await tell_at(storage.log, "c1", 1, wrote("m1"))
                assert await bell.wait(5)
            assert len(await storage.log.read("c1")) == 2
            assert len(await storage.log.inbox()) == 1
    finally:
        await asyncio.to_thread(server.remove)


async def test_a_second_process_is_told_kindly_that_sqlite_serves_one(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}") as storage:
        command = [sys.executable, "-c", OPENS, f"sqlite:///{path}"]
        second = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, capture_output=True, text=True)
        assert second.returncode == 1
        assert "DatabaseInUse" in second.stderr and "more than one process needs PostgreSQL" in second.stderr
        await tell(storage.log, "c1", started())
        with pytest.raises(DatabaseInUse):
            async with open_storage(f"sqlite:///{path}"):
                pass
    async with open_storage(f"sqlite:///{path}") as again:
        assert await again.log.position() == 1


@pytest.mark.parametrize("url", ["", "mysql://somewhere/db", "dajeong.db", "sqlite://", "sqlite:///"])
async def test_an_address_we_cannot_open_is_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(UnfitAddress, match="sqlite:///"):
        async with open_storage(url):
            pass


async def test_a_folder_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="folder"):
        async with open_storage(f"sqlite:///{tmp_path}/nowhere/dajeong.db"):
            pass


async def test_only_the_owner_may_read_the_database_file(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}"):
        assert os.stat(path).st_mode & 0o077 == 0
