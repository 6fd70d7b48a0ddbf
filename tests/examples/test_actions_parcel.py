"""다정마켓's actions answer from their SQLite file, and doing something twice does it once."""

from types import ModuleType

import pytest

from tests.examples.installed import rows

CHANGES = {
    "hurry_parcel": {"order_number": "DJ20261101"},
    "report_missing": {"order_number": "DJ20261104"},
    "request_refund": {"order_number": "DJ20261104", "reason": "damaged"},
    "request_exchange": {"order_number": "DJ20261111", "wish": "파란색"},
    "stop_order": {"order_number": "DJ20261103"},
    "change_address": {"order_number": "DJ20261103", "new_address": "[주소 1]"},
}


@pytest.fixture
def example() -> str:
    return "parcel"


def test_an_order_is_found_with_dates_counted_from_today(actions: ModuleType) -> None:
    found = actions.find_order("DJ20261101")
    assert found["status"] == "on_the_way"
    assert (found["days_late"], found["arrives"]) == (2, "2026-11-24")


def test_the_number_may_be_written_small(actions: ModuleType) -> None:
    assert actions.find_order(" dj20261104 ") == actions.find_order("DJ20261104")


@pytest.mark.parametrize("look", ["find_order", "find_claim"])
def test_an_unknown_number_is_not_found(actions: ModuleType, look: str) -> None:
    assert getattr(actions, look)("DJ00000000") == {"found": False}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_done_for_an_unknown_number(actions: ModuleType, change: str) -> None:
    before = rows(actions)
    assert getattr(actions, change)(**{**CHANGES[change], "order_number": "DJ00000000"}) == {"done": False}
    assert rows(actions) == before


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_key_does_it_once_and_answers_the_same(actions: ModuleType, change: str) -> None:
    first = getattr(actions, change)(**CHANGES[change], key="k1")
    done = rows(actions)
    assert first["done"] is True
    assert getattr(actions, change)(**CHANGES[change], key="k1") == first
    assert rows(actions) == done


@pytest.mark.parametrize("change", CHANGES)
def test_asking_twice_without_a_key_changes_nothing_more(actions: ModuleType, change: str) -> None:
    first = getattr(actions, change)(**CHANGES[change])
    done = rows(actions)
    again = getattr(actions, change)(**CHANGES[change])
    assert rows(actions) == done
    assert again == first


def test_a_refund_follows_the_order_and_shows_in_its_claim(actions: ModuleType) -> None:
    refund = actions.request_refund("DJ20261104", "damaged")
    assert refund["amount"] == 46_000
    assert actions.find_order("DJ20261104")["status"] == "refund_requested"
    claim = actions.find_claim("DJ20261104")
    assert (claim["receipt"], claim["kind"], claim["days_open"]) == (refund["receipt"], "환불", 0)


def test_a_change_of_mind_pays_the_postage(actions: ModuleType) -> None:
    assert actions.request_refund("DJ20261104", "changed_mind")["amount"] == 40_000


def test_a_very_late_parcel_may_be_refunded_on_its_way_and_a_late_one_may_not(actions: ModuleType) -> None:
    assert actions.request_refund("DJ20261102", "late")["done"] is True
    assert actions.request_refund("DJ20261101", "late") == {"done": False}


def test_what_is_too_old_or_under_way_stays_as_it_is(actions: ModuleType) -> None:
    assert actions.request_refund("DJ20261105", "damaged") == {"done": False}
    assert actions.request_exchange("DJ20261105", "큰 것") == {"done": False}
    assert actions.stop_order("DJ20261101") == {"done": False}
    assert actions.change_address("DJ20261101", "[주소 1]") == {"done": False}


def test_a_silent_carrier_is_an_error_and_not_an_answer(actions: ModuleType) -> None:
    with pytest.raises(ConnectionError):
        actions.find_order("DJ20261107")
