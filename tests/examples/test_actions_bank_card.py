"""Maeum Bank's actions answer from their SQLite file, and doing something twice does it once."""

from types import ModuleType

import pytest

from tests.examples.installed import rows

LOOKS = {name: {} for name in ("find_card", "find_declined", "find_fee", "find_dispute")} | {
    "find_charge": {"amount": "14.99"}
}
CHANGES = {
    "block_card": {"last_four": "4821", "lost_how": "stolen"},
    "release_hold": {"last_four": "6614"},
    "dispute_charge": {"last_four": "4821", "amount": "14.99"},
    "waive_fee": {"last_four": "4821"},
    "set_limit": {"last_four": "4821", "new_limit": "3000"},
    "send_pin": {"last_four": "5583"},
    "send_card_again": {"last_four": "5583"},
}


@pytest.fixture
def example() -> str:
    return "bank-card"


@pytest.mark.parametrize("look", LOOKS)
def test_an_unknown_card_is_not_found(actions: ModuleType, look: str) -> None:
    assert getattr(actions, look)(last_four="0000", **LOOKS[look]) == {"found": False}


@pytest.mark.parametrize("look", LOOKS)
def test_a_silent_system_is_an_error_and_not_an_answer(actions: ModuleType, look: str) -> None:
    with pytest.raises(ConnectionError):
        getattr(actions, look)(last_four="9047", **LOOKS[look])


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_done_for_an_unknown_card(actions: ModuleType, change: str) -> None:
    before = rows(actions)
    assert getattr(actions, change)(**{**CHANGES[change], "last_four": "0000"}) == {"done": False}
    assert rows(actions) == before


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("key", ["k1", ""])
def test_doing_it_twice_does_it_once(actions: ModuleType, change: str, key: str) -> None:
    first = getattr(actions, change)(**CHANGES[change], key=key)
    done = rows(actions)
    assert first["done"] is True
    assert getattr(actions, change)(**CHANGES[change], key=key) == first
    assert rows(actions) == done


def test_a_blocked_card_is_blocked_and_a_new_one_is_on_its_way(actions: ModuleType) -> None:
    arrives = actions.block_card("4821", "lost")["arrives"]
    card = actions.find_card("4821")
    assert (card["status"], card["new_card_arrives"]) == ("blocked", arrives)


@pytest.mark.parametrize("written", ["14.99", "$14.99", "14.99 dollars", 14.99])
def test_a_charge_is_found_however_the_amount_is_written(actions: ModuleType, written: str | float) -> None:
    assert actions.find_charge("4821", written)["merchant"] == "Nimbus Stream"


def test_a_limit_is_raised_to_twice_at_most_and_never_below_what_is_used(actions: ModuleType) -> None:
    assert actions.set_limit("4821", "4000") == {"done": True, "limit": 4000.0}
    assert actions.set_limit("6071", "5001") == {"done": False}
    assert actions.set_limit("6071", "300") == {"done": False}


def test_a_fee_comes_back_once_and_only_when_it_may(actions: ModuleType) -> None:
    assert actions.find_fee("4821")["charged"] is True
    assert actions.waive_fee("4821")["amount"] == 25.0
    assert actions.find_fee("4821") == {"found": True, "charged": False}
    assert actions.waive_fee("7730") == {"done": False}


def test_a_blocked_card_cannot_be_opened_by_releasing_a_hold(actions: ModuleType) -> None:
    assert actions.release_hold("3308") == {"done": False}
    assert actions.find_card("3308")["status"] == "blocked"
