"""Long operations can be watched from every process, and only one of a kind runs at a time."""

import asyncio
from datetime import timedelta

from dajeong.storage import Storage, open_storage
from dajeong.storage.operations import Operation
from tests.storage.telling import NOON, minutes


def operation(id: str, *, kind: str = "training", minute: float = 0) -> Operation:
    at = minutes(minute)
    return Operation(id=id, kind=kind, state="running", by="소라", started_at=at, seen_at=at)


async def test_an_operation_is_found_as_it_stands_now(storage: Storage) -> None:
    assert await storage.operations.begin(operation("t1"), alive_since=NOON)
    news = operation("t1").model_copy(update={"state": "done", "detail": "made", "seen_at": minutes(3)})
    await storage.operations.go_on(news)
    assert await storage.operations.of("t1") == news
    assert await storage.operations.of("nothing") is None


async def test_a_second_one_of_its_kind_waits_until_the_first_is_done_or_lost(storage: Storage) -> None:
    first = operation("t1")
    assert await storage.operations.begin(first, alive_since=NOON)
    assert not await storage.operations.begin(operation("t2"), alive_since=NOON)
    assert await storage.operations.begin(operation("other", kind="import"), alive_since=NOON)
    assert await storage.operations.begin(operation("t3", minute=9), alive_since=NOON + timedelta(minutes=1))
    await storage.operations.go_on(operation("t3", minute=9).model_copy(update={"state": "failed"}))
    await storage.operations.go_on(first.model_copy(update={"state": "done"}))
    assert await storage.operations.begin(operation("t4", minute=10), alive_since=NOON)
    assert [each.id for each in await storage.operations.newest("training", limit=2)] == ["t4", "t3"]


async def test_two_processes_cannot_both_begin(postgres_url: str) -> None:
    async with open_storage(postgres_url) as one, open_storage(postgres_url) as two:
        began = await asyncio.gather(
            *(
                each.operations.begin(operation(f"t{n}"), alive_since=NOON)
                for n, each in enumerate((one, two, one, two))
            )
        )
        assert sorted(began) == [False, False, False, True]
