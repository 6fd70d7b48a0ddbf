"""Followers read by position, resume where they stopped, and never skip."""

import asyncio
from contextlib import aclosing

import psycopg
import pytest

from dajeong.storage import EventLog, StorageUnavailable, open_storage
from dajeong.storage.log import tail
from dajeong.storage.log.database_log import DatabaseLog
from dajeong.storage.postgres import database, open_postgres
from tests.storage.telling import started, tell, wrote

SOON = 60.0


async def test_a_follower_resumes_where_it_stopped(log: EventLog) -> None:
    for n in range(7):
        await tell(log, f"c{n % 3}", wrote(f"m{n}"))
    seen: list[int] = []
    while found := await log.follow(seen[-1] if seen else 0, limit=2):
        assert len(found) <= 2
        seen += [each.position for each in found]
    assert seen == list(range(1, 8))


async def test_a_follower_of_one_conversation_sees_only_that_one(log: EventLog) -> None:
    for n in range(6):
        await tell(log, f"c{n % 2}", wrote(f"m{n}"))
    assert [each.position for each in await log.follow(1, conversation="c0")] == [3, 5]
    assert [each.position for each in await log.follow(0, conversation="c1", limit=2)] == [2, 4]
    assert await log.follow(6) == []


async def test_a_waiting_follower_is_woken_by_an_append(log: EventLog) -> None:
    with log.subscribe() as everything, log.subscribe("c1") as own, log.subscribe("c2") as other:
        # On PostgreSQL the listener rings once when it begins.
        while await everything.wait(0.3) or await own.wait(0.01) or await other.wait(0.01):
            pass
        await tell(log, "c1", started())
        assert await everything.wait(SOON)
        assert await own.wait(SOON)
        assert not await other.wait(0.05)


async def test_a_bell_that_rang_before_anybody_waited_is_still_heard(log: EventLog) -> None:
    with log.subscribe("c1") as bell:
        await tell(log, "c1", started())
        assert await bell.wait(SOON)


async def test_a_tail_yields_everything_once_while_others_write(log: EventLog) -> None:
    await tell(log, "c0", started())

    async def write(name: str) -> None:
        for n in range(10):
            await tell(log, name, wrote(f"m{n}"))

    async def first(number: int) -> list[int]:
        positions = []
        async with aclosing(tail(log, 0)) as pages:
            async for page in pages:
                positions += [each.position for each in page]
                if len(positions) >= number:
                    return positions
        return positions

    seen, *_ = await asyncio.wait_for(asyncio.gather(first(31), *(write(f"c{n}") for n in range(1, 4))), 30)
    assert seen == list(range(1, 32))


async def test_a_tail_looks_for_itself_when_no_bell_rings(log: EventLog) -> None:
    class Deaf:
        def __getattr__(self, name: str) -> object:
            return getattr(log, name)

        def subscribe(self, conversation: str | None = None) -> object:
            return log.subscribe("nobody ever writes here")

    pages = tail(Deaf(), 0, look_every=0.05)  # type: ignore[arg-type]
    assert await anext(pages) == []
    await tell(log, "c1", started())
    async with asyncio.timeout(SOON):
        while not (page := await anext(pages)):
            pass
    assert [each.conversation for each in page] == ["c1"]
    await pages.aclose()


async def test_an_append_in_another_process_wakes_followers_here(postgres_url: str) -> None:
    async with open_storage(postgres_url) as here, open_storage(postgres_url) as there:
        with here.log.subscribe("c1") as bell:
            while await bell.wait(0.3):
                pass
            await tell(there.log, "c1", started())
            assert await bell.wait(SOON)
            assert len(await here.log.follow(0, conversation="c1")) == 1


async def test_a_slow_append_in_one_process_is_not_overtaken_by_another(postgres_url: str) -> None:
    """Both appends are under way at once; whatever a follower has read, nothing appears below it afterwards."""
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def dawdle() -> None:
        reached.set()
        await go_on.wait()

    async with open_postgres(postgres_url, before_commit=dawdle) as slow, open_storage(postgres_url) as quick:
        slow_append = asyncio.create_task(tell(DatabaseLog(slow), "slow", started(), wrote("m1")))
        await reached.wait()
        quick_append = asyncio.create_task(tell(quick.log, "quick", started()))
        await asyncio.sleep(0.3)
        # The slow one has its positions and has not committed; had the quick one committed, we would skip the slow one.
        assert await quick.log.follow(0) == []
        assert not quick_append.done()
        go_on.set()
        first, second = await asyncio.gather(slow_append, quick_append)
        assert [each.position for each in first + second] == [1, 2, 3]
        assert await quick.log.follow(0) == first + second


async def test_many_processes_at_once_leave_no_gap_a_follower_could_fall_into(postgres_url: str) -> None:
    async with (
        open_storage(postgres_url) as one,
        open_storage(postgres_url) as two,
        open_storage(postgres_url) as three,
    ):
        seen: list[int] = []

        async def follow() -> None:
            while len(seen) < 60:
                for each in await three.log.follow(seen[-1] if seen else 0, limit=7):
                    seen.append(each.position)

        async def write(log: EventLog, name: str) -> None:
            for n in range(10):
                await tell(log, name, wrote(f"m{n}"))

        writes = [write(each.log, f"{n}-{m}") for n, each in enumerate((one, two)) for m in range(3)]
        await asyncio.wait_for(asyncio.gather(follow(), *writes), 60)
        assert seen == list(range(1, 61))


def test_without_taking_turns_a_follower_would_skip(postgres_url: str) -> None:
    """Why there is a turn at all: plain transactions appear in the order of their commits, not of their positions."""
    add = "INSERT INTO events (position, conversation, version, at, kind, body) VALUES (%s, %s, 1, 0, 'x', '{}')"
    with psycopg.connect(postgres_url) as slow, psycopg.connect(postgres_url) as quick:
        slow.execute(add, [1, "slow"])
        quick.execute(add, [2, "quick"])
        quick.commit()
        with psycopg.connect(postgres_url) as follower:
            assert follower.execute("SELECT position FROM events WHERE position > 0").fetchall() == [(2,)]
            slow.commit()
            assert follower.execute("SELECT position FROM events WHERE position > 2").fetchall() == []


async def test_a_writer_that_freezes_in_its_turn_does_not_stop_the_others_for_ever(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=300ms"
    monkeypatch.setitem(database.CONNECTION, "options", settings)
    frozen = asyncio.Event()

    async def freeze() -> None:
        frozen.set()
        await asyncio.sleep(2)

    async with open_postgres(postgres_url, before_commit=freeze) as one, open_storage(postgres_url) as two:
        lost = asyncio.create_task(tell(DatabaseLog(one), "frozen", started()))
        await frozen.wait()
        await asyncio.wait_for(tell(two.log, "c1", started()), 2)
        with pytest.raises(StorageUnavailable):
            await lost
        assert [each.conversation for each in await two.log.follow(0)] == ["c1"]
