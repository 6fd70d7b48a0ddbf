"""Teammates, their browsers and failed tries are kept alike in both databases, by however many processes at once."""

import asyncio
from datetime import timedelta

from dajeong.conversation.teammate import SignedIn, Teammate
from dajeong.storage import Storage, open_storage
from tests.storage.telling import NOON, minutes

HASH = "$argon2id$v=19$m=8,t=1,p=1$aa$bb"


def owner(id: str = "t1", name: str = "소라", password: str = HASH) -> Teammate:
    return Teammate(id=id, name=name, key=name.casefold(), role="owner", password=password, made_at=NOON)


def browser(digest: str = "d1", *, minute: float = 0) -> SignedIn:
    return SignedIn(digest=digest, teammate="t1", started_at=minutes(minute), seen_at=minutes(minute))


async def test_the_owner_is_found_by_name_and_given_another_one_without_becoming_two(storage: Storage) -> None:
    assert await storage.teammates.owner() is None
    assert await storage.teammates.keep_owner(owner(), only_first=True)
    assert not await storage.teammates.keep_owner(owner("t2", "민수"), only_first=True)
    assert await storage.teammates.named("소라") == owner() == await storage.teammates.owner()
    assert await storage.teammates.keep_owner(owner("t2", "민수", "$other"), only_first=False)
    assert await storage.teammates.named("소라") is None
    assert await storage.teammates.named("민수") == owner("t1", "민수", "$other")


async def test_of_two_who_make_the_first_owner_at_once_one_does(postgres_url: str) -> None:
    async with open_storage(postgres_url) as one, open_storage(postgres_url) as two:
        made = await asyncio.gather(
            *(each.teammates.keep_owner(owner(f"t{n}"), only_first=True) for n, each in enumerate((one, two, one, two)))
        )
        assert sorted(made) == [False, False, False, True]


async def test_a_browser_is_signed_in_until_it_is_signed_out(storage: Storage) -> None:
    await storage.teammates.keep_owner(owner(), only_first=True)
    for digest in ("d1", "d2", "d3"):
        assert await storage.teammates.begin(browser(digest), password=HASH)
    await storage.teammates.seen("d1", minutes(5))
    found = await storage.teammates.signed_in("d1")
    assert found == (browser("d1").model_copy(update={"seen_at": minutes(5)}), owner())
    await storage.teammates.end("d1")
    await storage.teammates.seen("d1", minutes(6))
    assert await storage.teammates.signed_in("d1") is None and await storage.teammates.signed_in("d2") is not None
    await storage.teammates.end_all("t1")
    assert await storage.teammates.signed_in("d2") is None and await storage.teammates.signed_in("d3") is None


async def test_a_browser_is_not_kept_when_the_password_changed_meanwhile_and_its_hash_may_be_mended(
    storage: Storage,
) -> None:
    await storage.teammates.keep_owner(owner(), only_first=True)
    assert not await storage.teammates.begin(browser(), password="$an-older-one")
    assert await storage.teammates.signed_in("d1") is None
    assert await storage.teammates.begin(browser(), password=HASH, better="$costlier")
    found = await storage.teammates.owner()
    assert found is not None and found.password == "$costlier"


async def test_a_new_password_ends_every_browser(storage: Storage) -> None:
    await storage.teammates.keep_owner(owner(), only_first=True)
    await storage.teammates.begin(browser(), password=HASH)
    await storage.teammates.keep_owner(owner(password="$new"), only_first=False)
    assert await storage.teammates.signed_in("d1") is None


async def test_browsers_whose_time_is_over_are_swept_and_the_others_stay(storage: Storage) -> None:
    await storage.teammates.keep_owner(owner(), only_first=True)
    for digest, minute in (("old", 0), ("idle", 5), ("here", 5)):
        await storage.teammates.begin(browser(digest, minute=minute), password=HASH)
    await storage.teammates.seen("here", minutes(9))
    await storage.teammates.seen("old", minutes(9))
    await storage.teammates.clear(started_before=minutes(1), seen_before=minutes(8))
    there = [name for name in ("old", "idle", "here") if await storage.teammates.signed_in(name)]
    assert there == ["here"]


async def test_tries_are_counted_in_their_window_and_then_anew(storage: Storage) -> None:
    async def count(minute: float, **most: int):  # type: ignore[no-untyped-def]
        return await storage.tries.count(most, at=minutes(minute), since=minutes(minute - 15))

    assert [await count(minute, a=2) for minute in (0, 1, 2)] == [None, None, NOON]
    assert await count(14, a=2) == NOON, "trying on does not make the wait longer"
    assert await count(15, a=2) is None
    assert await storage.tries.standing("a", since=NOON) == (1, minutes(15))
    assert await storage.tries.standing("a", since=minutes(15)) is None


async def test_who_has_to_wait_uses_up_nobody_elses_tries(storage: Storage) -> None:
    for _ in range(5):
        await storage.tries.count({"address": 2, "name": 9}, at=NOON, since=NOON - timedelta(minutes=15))
    assert await storage.tries.standing("name", since=minutes(-1)) == (2, NOON)
    await storage.tries.take_back("address", "name")
    assert await storage.tries.standing("name", since=minutes(-1)) == (1, NOON)
    await storage.tries.forget("name")
    assert await storage.tries.standing("name", since=minutes(-1)) is None
    await storage.tries.clear(before=NOON)
    assert await storage.tries.standing("address", since=minutes(-1)) is None


async def test_tries_at_the_same_moment_in_two_processes_are_all_counted(postgres_url: str) -> None:
    async with open_storage(postgres_url) as one, open_storage(postgres_url) as two:
        since = NOON - timedelta(minutes=15)
        waits = await asyncio.gather(
            *(
                (one, two)[n % 2].tries.count({f"address{n % 3}": 99, "name": 4}, at=NOON, since=since)
                for n in range(12)
            )
        )
        assert waits.count(None) == 4
        assert await one.tries.standing("name", since=since) == (12, NOON)
