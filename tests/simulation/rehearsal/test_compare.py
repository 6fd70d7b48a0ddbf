"""Two versions are compared by the same customers, conversation by conversation."""

import tracemalloc
from collections.abc import Mapping
from pathlib import Path

import pytest

from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation.customers import MadeUpCustomer, NoCustomers, read_customers
from dajeong.simulation.customers.temper import Feelings
from dajeong.simulation.rehearsal.compare import Comparing, Comparison, NotComparable
from dajeong.simulation.rehearsal.pairing import paired
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme, casting
from tests.simulation.rehearsal.played import result

EXAMPLES = Path(__file__).parents[3] / "examples"


def compared(before: list[Result], after: list[Result]) -> Comparison:
    comparing = Comparing()
    for each in before:
        comparing.add("before", each)
    for each in after:
        comparing.add("after", each)
    return comparing.comparison()


def test_a_version_in_which_more_customers_leave_in_anger_is_worse() -> None:
    before = [result(number) for number in range(40)]
    after = [result(number, *(("left_in_anger",) if number < 10 else ())) for number in range(40)]
    shift = compared(before, after).failed["left_in_anger"]
    assert (shift.before, shift.after, shift.difference, shift.direction) == (0, 0.25, 0.25, "worse")
    assert 0 < shift.low < 0.25 < shift.high


def test_the_same_change_the_other_way_round_is_better() -> None:
    worse = [result(number, *(("goal_reached",) if number < 12 else ())) for number in range(40)]
    found = compared(worse, [result(number) for number in range(40)])
    assert found.better == ("goal_reached",) and not found.worse


def test_a_difference_that_chance_could_make_is_unclear() -> None:
    found = compared(
        [result(number) for number in range(40)],
        [result(number, *(("asked_twice",) if number < 2 else ())) for number in range(40)],
    )
    assert "asked_twice" in found.unclear and not found.better and not found.worse


def test_conversations_that_flipped_are_named_those_for_the_worse_first() -> None:
    found = compared(
        [result(0, "goal_reached"), result(1), result(2)], [result(0), result(1), result(2, "way_to_person")]
    )
    assert [(flip.number, flip.customer, flip.verdict, flip.to) for flip in found.flips] == [
        (2, "somebody_2", "way_to_person", "worse"),
        (0, "somebody_0", "goal_reached", "better"),
    ]


def test_more_messages_and_more_anger_are_worse_and_a_mood_that_rises_is_better() -> None:
    before = [result(number, turns=4 + number % 2) for number in range(30)]
    after = [
        result(number, turns=6 + number % 3, mood_ended=0.5 + number % 2 / 10, ended=Feelings(anger=0.3))
        for number in range(30)
    ]
    found = compared(before, after)
    assert {"turns", "anger_end"} <= set(found.worse) and "mood_change" in found.better
    assert "worry_end" in found.unclear


def test_conversations_without_a_counterpart_do_not_count() -> None:
    found = compared([result(0), result(1), result(2)], [result(0), result(1, seed=77)])
    assert (found.conversations, found.unpaired) == (1, 2)


def test_rehearsals_of_other_customers_cannot_be_compared() -> None:
    with pytest.raises(NotComparable, match="same customer"):
        compared([result(0)], [result(0, customer="another")])


def test_results_may_come_in_any_order_and_mixed() -> None:
    before = [result(number, *(("asked_twice",) if number % 2 else ())) for number in range(20)]
    after = [result(number) for number in range(20)]
    mixed = Comparing()
    for one, other in zip(reversed(before), after, strict=True):
        mixed.add("after", other)
        mixed.add("before", one)
    assert mixed.comparison() == compared(before, after)


def test_ten_thousand_conversations_of_two_versions_take_little_memory() -> None:
    tracemalloc.start()
    comparing = Comparing()
    for number in range(10_000):
        comparing.add("before", result(number))
        comparing.add("after", result(number, "asked_twice"))
    found, (_, most) = comparing.comparison(), tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.conversations == 10_000 and most < 40_000_000


def files(name: str) -> dict[str, str]:
    return {**read_folder(EXAMPLES / name), **read_beside(EXAMPLES / name)}


def who_plays(version: Mapping[str, str]) -> list[tuple[MadeUpCustomer, int]]:
    own = {path: text for path, text in version.items() if not path.startswith("customers/")}
    playbook = load_playbook(own).playbook
    assert playbook is not None
    programme = Programme(files=dict(version), customers=60, seed=3)
    return casting(read_customers(version, playbook), programme)


def test_a_customer_who_is_impossible_in_the_other_version_is_told_and_left_out_of_both() -> None:
    after = files("parcel")
    before = {path: text.replace("request_refund", "ask_refund") for path, text in after.items()}
    before |= {path: text for path, text in after.items() if path.startswith("customers/")}
    both = paired(before, after)
    out = {each.customer for each in both.left_out}
    assert out and all("request_refund" in each.why for each in both.left_out)
    one, other = ([customer.id for customer, _ in who_plays(version)] for version in (both.before, both.after))
    assert one == other and not out & set(one)


def test_where_everybody_is_possible_the_customers_are_those_of_the_second_version() -> None:
    after = files("parcel")
    before = {path: text for path, text in after.items() if not path.startswith("customers/")}
    both = paired(before, after)
    assert not both.left_out and dict(both.before) == dict(both.after) == after


def test_versions_that_have_no_customer_in_common_or_do_not_hold_are_refused() -> None:
    with pytest.raises(NoCustomers, match="both versions"):
        paired(files("telecom"), files("parcel"))
    with pytest.raises(PlaybookUnusable):
        paired({"playbook.yaml": "name: nothing"}, files("parcel"))
