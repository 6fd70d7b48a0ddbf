"""다정텔레콤's actions answer from their SQLite file, and doing something twice does it once."""

from types import ModuleType

import pytest

from tests.examples.installed import rows

LOOKS = {name: {} for name in ("find_customer", "find_line", "find_bill", "find_plan", "find_case")} | {
    "price_plan": {"new_plan": "unlimited"}
}
CHANGES = {
    "restart_modem": {},
    "book_visit": {"visit_day": "2026-11-25", "visit_time": "afternoon"},
    "book_move": {"visit_day": "2026-12-20", "new_address": "[주소 1]"},
    "change_plan": {"new_plan": "unlimited"},
    "block_payments": {},
}
PHONE, NOBODY, SILENT = "010-0000-1001", "010-0000-9999", "01000001006"


@pytest.fixture
def example() -> str:
    return "telecom"


@pytest.mark.parametrize("look", LOOKS)
def test_a_customer_is_found_however_the_number_is_written(actions: ModuleType, look: str) -> None:
    written = [
        getattr(actions, look)(phone=phone, **LOOKS[look]) for phone in (PHONE, "01000001001", "+82 10 0000 1001")
    ]
    assert written[0]["found"] is True
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize("look", LOOKS)
def test_an_unknown_number_is_not_found(actions: ModuleType, look: str) -> None:
    assert getattr(actions, look)(phone=NOBODY, **LOOKS[look]) == {"found": False}


@pytest.mark.parametrize("look", LOOKS)
def test_a_silent_system_is_an_error_and_not_an_answer(actions: ModuleType, look: str) -> None:
    with pytest.raises(ConnectionError):
        getattr(actions, look)(phone=SILENT, **LOOKS[look])


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_done_for_an_unknown_number(actions: ModuleType, change: str) -> None:
    before = rows(actions)
    assert getattr(actions, change)(phone=NOBODY, **CHANGES[change])["done"] is False
    assert rows(actions) == before


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("key", ["k1", ""])
def test_doing_it_twice_does_it_once(actions: ModuleType, change: str, key: str) -> None:
    first = getattr(actions, change)(phone=PHONE, **CHANGES[change], key=key)
    done = rows(actions)
    assert first["done"] is True
    assert getattr(actions, change)(phone=PHONE, **CHANGES[change], key=key) == first
    assert rows(actions) == done


def test_a_restart_helps_one_modem_and_not_the_other(actions: ModuleType) -> None:
    assert actions.restart_modem(PHONE)["better"] is True
    assert actions.find_line(PHONE)["state"] == "fine"
    assert actions.restart_modem("010-0000-1004")["better"] is False
    assert actions.find_line("010-0000-1004")["state"] == "slow"


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-01", "2026-12-25", "", "내일"])
def test_a_visit_needs_a_day_in_the_next_two_weeks(actions: ModuleType, day: str) -> None:
    assert actions.book_visit(PHONE, day, "morning") == {"done": False}


def test_looking_at_a_price_changes_no_plan(actions: ModuleType) -> None:
    before = actions.find_plan(PHONE)
    assert actions.price_plan(PHONE, "unlimited")["same"] is False
    assert actions.find_plan(PHONE) == before


def test_a_bill_says_what_it_rose_by(actions: ModuleType) -> None:
    bill = actions.find_bill("010-0000-1003")
    assert (bill["change"], bill["difference"], bill["cause"]) == ("up", 31_300, "small_payments")
