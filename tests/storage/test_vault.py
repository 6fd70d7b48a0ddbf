"""The vault's rows behave in a database as they do in memory."""

import asyncio

import pytest

from dajeong.conversation.token import SealedValue
from dajeong.storage import Storage
from dajeong.trust.vault import InMemoryVault, VaultStore


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> VaultStore:
    if request.param == "memory":
        return InMemoryVault()
    storage: Storage = request.getfixturevalue(f"{request.param}_storage")
    return storage.vault


def row(number: int, conversation: str = "c1", **other: object) -> SealedValue:
    values: dict[str, object] = {
        "reference": f"{conversation}-{number}",
        "conversation": conversation,
        "token": f"[전화 {number}]",
        "kind": "phone",
        "digest": f"digest-{number}",
        "sealed": "k1:c2VhbGVk",
    }
    return SealedValue.model_validate(values | other)


async def test_what_was_put_is_got_back_in_the_order_it_came(store: VaultStore) -> None:
    rows = [row(2, valid=True, last_four="4821"), row(1, valid=False), row(3)]
    assert await store.put(rows[:2]) and await store.put(rows[2:])
    assert list(await store.of("c1")) == rows
    assert await store.get("c1-2") == rows[0]
    assert await store.get("nothing") is None


@pytest.mark.parametrize("clash", [{"token": "[전화 1]"}, {"digest": "digest-1"}, {"reference": "c1-1"}])
async def test_a_clash_keeps_all_of_it_out(store: VaultStore, clash: dict[str, object]) -> None:
    assert await store.put([row(1)])
    assert not await store.put([row(7), row(2, **clash)])
    assert list(await store.of("c1")) == [row(1)]


async def test_another_conversation_has_its_own_tokens(store: VaultStore) -> None:
    assert await store.put([row(1)]) and await store.put([row(1, "c2")])
    assert await store.put([])
    assert list(await store.of("c2")) == [row(1, "c2")]


async def test_of_several_who_take_the_same_token_at_once_one_gets_it(store: VaultStore) -> None:
    outcomes = await asyncio.gather(*(store.put([row(1, reference=f"r{n}")]) for n in range(4)))
    assert sorted(outcomes) == [False, False, False, True]


async def test_forgetting_conversations_empties_only_theirs(store: VaultStore) -> None:
    for name in ("c1", "c2", "c3"):
        await store.put([row(1, name), row(2, name)])
    assert await store.forget(["c1", "c3", "c9"]) == 4
    assert list(await store.of("c1")) == [] and len(await store.of("c2")) == 2
    assert await store.forget([]) == 0
