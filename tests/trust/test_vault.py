"""The vault opens only what was sealed for that place, by a key on the ring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation.token import SealedValue
from dajeong.trust import InMemoryVault
from dajeong.trust.keys import VaultKey
from dajeong.trust.vault import VaultUnreadable
from tests.trust.parts import FIRST, SECOND, vault_with


@given(st.text(max_size=200))
def test_what_is_sealed_opens_again_and_is_not_readable(value: str) -> None:
    vault = vault_with()
    sealed = vault.seal(value, "row-1")
    assert vault.open(sealed, "row-1") == value
    assert len(value) < 3 or value not in sealed


def test_the_same_value_is_never_sealed_the_same_way_twice() -> None:
    vault = vault_with()
    assert vault.seal("010-7788-9900", "row-1") != vault.seal("010-7788-9900", "row-1")


@pytest.mark.parametrize(
    "place", [{"row": "row-2"}, {"row": "row-1", "field": "note"}, {"row": "row-1", "table": "log"}]
)
def test_a_value_moved_to_another_place_is_refused(place: dict[str, str]) -> None:
    vault = vault_with()
    with pytest.raises(VaultUnreadable):
        vault.open(vault.seal("강태오", "row-1"), **place)


def test_after_a_rotation_old_values_open_and_new_ones_carry_the_new_key() -> None:
    old = vault_with(FIRST).seal("강태오", "row-1")
    rotated = vault_with(SECOND, FIRST)
    assert rotated.open(old, "row-1") == "강태오"
    assert rotated.seal("강태오", "row-1").startswith("second:")


def test_a_missing_key_is_said_to_be_missing() -> None:
    with pytest.raises(VaultUnreadable, match="not on the ring"):
        vault_with(SECOND).open(vault_with(FIRST).seal("강태오", "row-1"), "row-1")


def test_another_key_under_the_same_id_opens_nothing() -> None:
    with pytest.raises(VaultUnreadable, match="could not be opened"):
        vault_with(VaultKey("first", b"z" * 32)).open(vault_with(FIRST).seal("강태오", "row-1"), "row-1")


@pytest.mark.parametrize("damaged", ["first:", "first:AAAA", "first:***", "", "nothing"])
def test_damage_is_an_error_and_never_a_guess(damaged: str) -> None:
    with pytest.raises(VaultUnreadable):
        vault_with(FIRST).open(damaged, "row-1")


def test_a_digest_tells_one_conversation_nothing_about_another() -> None:
    vault = vault_with(SECOND, FIRST)
    here, there = (vault.digests(name, "number:01077889900") for name in ("c1", "c2"))
    assert len(here) == 2 and not set(here) & set(there)


def row(reference: str, conversation: str, token: str, digest: str) -> SealedValue:
    return SealedValue(
        reference=reference, conversation=conversation, token=token, kind="phone", digest=digest, sealed="x:y"
    )


async def test_a_batch_that_is_not_unique_leaves_nothing_behind() -> None:
    store = InMemoryVault()
    assert await store.put([row("r1", "c1", "[전화 1]", "d1")])
    assert not await store.put([row("r2", "c1", "[전화 2]", "d2"), row("r3", "c1", "[전화 1]", "d3")])
    assert not await store.put([row("r4", "c1", "[전화 4]", "d1")])
    assert [entry.reference for entry in await store.of("c1")] == ["r1"]


async def test_forgetting_a_conversation_leaves_the_others() -> None:
    store = InMemoryVault()
    await store.put([row("r1", "c1", "[전화 1]", "d1"), row("r2", "c2", "[전화 1]", "d2")])
    assert await store.forget(["c1"]) == 1
    assert await store.get("r1") is None and await store.get("r2") is not None
