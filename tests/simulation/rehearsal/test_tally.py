"""A tally says what a rehearsal comes to: shares, where customers left or turned, what was never visited, the worst."""

from typing import Any

import pytest

from dajeong.simulation.customers.temper import Feelings
from dajeong.simulation.rehearsal import Result, Summary, Tally
from dajeong.simulation.rehearsal.result import Said
from dajeong.simulation.rehearsal.tally import WORST
from tests.dialogue.shop import shop
from tests.simulation.rehearsal.played import result
from tests.simulation.rehearsal.small_rehearsal import played


def counted(*results: Result) -> Summary:
    tally = Tally()
    for each in results:
        tally.add(each)
    return tally.summary(shop())


def said(by: str, anger: float, *spoke: str, **more: Any) -> Said:
    return Said.model_validate(
        {"version": 1, "by": by, "text": "...", "anger": anger, "worry": 0, "at": 0, "spoke": spoke, **more}
    )


def test_shares_are_of_all_conversations() -> None:
    summary = counted(result(0), result(1, "goal_reached"), result(2, "goal_reached", "left_in_anger"), result(3))
    assert (summary.goal_success, summary.left_in_anger) == (0.5, 0.25)
    assert summary.verdicts["goal_reached"] == {"passed": 2, "failed": 2}
    assert summary.reasons == {"goal_reached.told": 2, "left_in_anger.told": 1}
    assert summary.turns_on_average == 4.0


def test_nothing_played_is_no_share_at_all() -> None:
    assert (counted().conversations, counted().goal_success, counted().heat) == (0, 0.0, ())


def test_every_customer_is_counted_for_themselves() -> None:
    summary = counted(result(0), result(3, "goal_reached"), result(1, "left_in_anger"))
    assert summary.by_customer["somebody_0"] == {"conversations": 2, "reached": 1, "left_in_anger": 0}
    assert summary.by_customer["somebody_1"] == {"conversations": 1, "reached": 1, "left_in_anger": 1}


def test_heat_is_where_customers_left_unhelped_and_where_they_turned() -> None:
    steps = ("refund.ask_order", "refund.confirm")
    lines = (
        said("customer", 0.2),
        said("assistant", 0.2, "refund.ask_order"),
        said("customer", 0.5),
        said("assistant", 0.5, "refund.confirm", "line.tired"),
        said("customer", 0.55),
    )
    angry = result(
        0, "goal_reached", "left_in_anger", steps=steps, stood_at="refund.confirm", leaving="angry", lines=lines
    )
    happy = result(1, steps=steps[:1], stood_at="refund.ask_order")
    spots = {spot.step: spot for spot in counted(angry, happy).heat}
    assert (spots["refund.confirm"].came, spots["refund.confirm"].left, spots["refund.confirm"].left_in_anger) == (
        1,
        1,
        1,
    )
    assert (spots["refund.ask_order"].came, spots["refund.ask_order"].left, spots["refund.ask_order"].turned) == (
        2,
        0,
        1,
    )
    assert next(iter(spots)) == "refund.confirm"


def test_who_is_handed_to_a_person_did_not_leave() -> None:
    gone = result(0, "goal_reached", steps=("refund.ask_order",), stood_at="refund.ask_order", leaving="to_person")
    assert counted(gone).heat[0].left == 0


def test_what_was_never_visited_is_named() -> None:
    coverage = counted(*played()).coverage
    assert "other_number" in coverage["scenarios"].never and "refund" in coverage["scenarios"].visited
    assert "late_parcel.cannot_look" in coverage["steps"].never
    everything = {f"{name}.{step.id}" for name, scenario in shop().scenarios.items() for step in scenario.steps}
    assert everything == {*coverage["steps"].never, *coverage["steps"].visited}


@pytest.mark.parametrize("many", [5, 200])
def test_the_worst_are_ten_at_most_the_angriest_first(many: int) -> None:
    results = [result(n, "goal_reached", ended=Feelings(anger=n / many)) for n in range(many)]
    worst = counted(*results, result(999)).worst
    assert [each.number for each in worst] == list(range(many - 1, -1, -1))[:WORST]
    assert len(worst) <= WORST and 999 not in {each.number for each in worst}


def test_who_left_in_anger_is_worse_than_who_only_failed() -> None:
    worst = counted(result(0, "goal_reached", "asked_twice"), result(1, "goal_reached", "left_in_anger")).worst
    assert [each.number for each in worst] == [1, 0]


def test_the_order_in_which_conversations_end_changes_nothing() -> None:
    one, other = counted(*played()), counted(*played()[::-1])
    assert one.model_dump(exclude={"reasons", "leaving"}) == other.model_dump(exclude={"reasons", "leaving"})
    assert (one.reasons, one.leaving) == (other.reasons, other.leaving)
