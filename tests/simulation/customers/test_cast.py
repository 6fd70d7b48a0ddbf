"""Customers are read from files; what cannot be is told with its file, its line and a sentence."""

from pathlib import Path

import pytest

from dajeong.conversation.reading import Language
from dajeong.playbook import Playbook, load_playbook, read_beside, read_folder
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.files import is_beside
from dajeong.simulation.customers import BadCustomers, NoCustomers, read_customers

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
GOOD = """\
customers:
  - id: waits
    goal:
      intent: parcel_late
      done: [hurry_parcel]
      reaches: [late_parcel.hurried]
    facts:
      order_number: DJ20261101
      new_address: {value: 서울시 어딘가 1, after: order_number}
    wants: [hurry]
    temper: anxious
    world:
      find_order: {outputs: {days_late: 2}, takes: 3}
    says:
      opens: [안 와요]
"""


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    found = load_playbook(read_folder(EXAMPLES / "parcel")).playbook
    assert found is not None
    return found


def test_a_customer_is_read_with_a_temper_and_facts_told_in_short(playbook: Playbook) -> None:
    [customer] = read_customers({"customers/late.yaml": GOOD}, playbook)
    assert customer.facts["order_number"].value == "DJ20261101" and customer.temper.patience == 6
    assert customer.world["find_order"].takes == 3 and customer.goal.ends == ("solved",)


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("intent: parcel_late", "intent: parcel_lost", 4, "no intent 'parcel_lost'"),
        ("id: waits", "id: Waits Long", 2, "id: Use lower-case letters"),
        ("temper: anxious", "tempper: anxious", 11, "tempper: A customer has nothing of this name"),
        ("    goal:\n", "    gaol:\n", 2, "goal: This is missing"),
        ("done: [hurry_parcel]", "done: [open_account]", 5, "no action 'open_account'"),
        ("done: [hurry_parcel]", "done: [change_address]", 5, "impossible: 'late_parcel' never leads to"),
        ("takes: 3}", "takes: 3}\n      hurry_parcel: {problem: failed}", 5, "impossible: 'hurry_parcel' fails"),
        ("late_parcel.hurried", "late_parcel.nowhere", 6, "no step 'late_parcel.nowhere'"),
        ("late_parcel.hurried", "exchange.done", 6, "impossible: 'late_parcel' never leads to 'exchange'"),
        ("order_number: DJ", "order_no: DJ", 8, "no slot 'order_no'"),
        ("order_number: DJ20261101", "order_number: {value: x, after: new_address}", 8, "circle and never begins"),
        ("wants: [hurry]", "wants: [hurry, dance]", 10, "no step has a button 'dance'"),
        ("temper: anxious", "temper: furious", 11, "there is no temper 'furious'"),
        ("days_late: 2", "days_early: 2", 13, "no output 'days_early'"),
        ("days_late: 2", "days_late: 둘", 13, "of another type than declared"),
        ("opens: [안 와요]", "opens: []", 15, "says.opens"),
        ("temper: anxious", "mood: anxious", 11, "mood"),
        ("temper: anxious", "habits: {asides: 0.5}", 2, "needs 'says: asides'"),
        ("customers:", "people:", 1, "one list named 'customers'"),
    ],
)
def test_what_cannot_be_is_told_with_file_and_line(playbook: Playbook, old: str, new: str, line: int, why: str) -> None:
    assert old in GOOD
    with pytest.raises(BadCustomers) as told:
        read_customers({"customers/late.yaml": GOOD.replace(old, new, 1)}, playbook)
    places = [(each.file, each.line) for each in told.value.mistakes if why.lower() in each.message.lower()]
    assert places == [("customers/late.yaml", line)], told.value.message


def test_all_mistakes_are_told_at_once(playbook: Playbook) -> None:
    bad = GOOD.replace("intent: parcel_late", "intent: x").replace("wants: [hurry]", "wants: [dance]")
    with pytest.raises(BadCustomers) as told:
        read_customers({"customers/a.yaml": bad, "customers/b.yaml": "customers: [: ["}, playbook)
    assert {each.file for each in told.value.mistakes} == {"customers/a.yaml", "customers/b.yaml"}
    assert len(told.value.mistakes) >= 3


def test_mistakes_are_told_in_korean_too_and_say_who_they_are_about(playbook: Playbook) -> None:
    bad = GOOD.replace("intent: parcel_late", "intent: parcel_lost")
    with pytest.raises(BadCustomers) as told:
        read_customers({"customers/a.yaml": bad}, playbook, told_in="ko")
    [mistake] = told.value.mistakes
    assert "의도 ‘parcel_lost’가 플레이북에 없어요" in mistake.message and mistake.about == "waits"


def test_two_of_one_id_are_refused(playbook: Playbook) -> None:
    with pytest.raises(BadCustomers, match=r"customers/b\.yaml:2: There is another customer 'waits'"):
        read_customers({"customers/a.yaml": GOOD, "customers/b.yaml": GOOD}, playbook)


def test_a_playbook_without_customers_says_where_to_write_them(playbook: Playbook) -> None:
    with pytest.raises(NoCustomers, match="customers/"):
        read_customers({}, playbook)


@pytest.mark.parametrize("example", ["parcel", "telecom", "bank-card"])
def test_every_example_has_twenty_customers_or_more_who_can_be(example: str) -> None:
    playbook = load_playbook(read_folder(EXAMPLES / example)).playbook
    assert playbook is not None
    customers = read_customers(read_beside(EXAMPLES / example), playbook)
    assert len(customers) >= 20
    ends = {end for customer in customers for end in customer.goal.ends}
    assert ends == {"solved", "refused", "person"}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_new_playbook_has_somebody_to_rehearse_with(language: Language) -> None:
    files = new_playbook("my_shop", language)
    own = load_playbook({path: text for path, text in files.items() if not is_beside(path)}).playbook
    assert own is not None
    assert len(read_customers(files, own)) >= 5
