"""A troupe plays any conversation of a programme by its number, and the same number is always the same conversation."""

from collections import Counter

import pytest

from dajeong.app import memory_runtime
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation.customers import MadeUpCustomer
from dajeong.simulation.rehearsal import playable
from dajeong.simulation.rehearsal.troupe import Troupe, casting
from tests.simulation.customers.people import told
from tests.simulation.rehearsal.small_rehearsal import FILES, light, played, programme


@pytest.fixture
def troupe():  # type: ignore[no-untyped-def]
    found = Troupe(programme(), light(), memory_runtime)
    yield found
    found.close()


def people(**weights: float) -> list[MadeUpCustomer]:
    return [told(id=name, weight=weight) for name, weight in weights.items()]


def test_a_number_is_the_same_conversation_whenever_and_after_whatever_it_is_played(troupe: Troupe) -> None:
    for number in (7, 2, 7, 0):
        assert troupe.play(number).model_dump_json() == played()[number].model_dump_json()


def test_another_seed_has_other_conversations() -> None:
    assert [each.seed for each in played(seed=1)] != [each.seed for each in played(seed=2)]
    assert [each.lines for each in played(seed=1)] != [each.lines for each in played(seed=2)]


def test_customers_get_what_they_came_for_and_are_kept_as_they_spoke() -> None:
    reached = {each.customer for each in played() if each.judged("goal_reached") == "passed"}
    assert reached == {"waits", "sends_back", "got_shards", "wants_a_call"}
    said = [line.text for each in played() if each.customer == "wants_a_call" for line in each.lines]
    assert any("010-2345-6789" in text for text in said) and not any("[전화" in text for text in said)


def test_everybody_plays_as_often_as_their_weight_says() -> None:
    cast = casting(people(rare=1, usual=2, often=3), programme(customers=60))
    assert Counter(each.id for each, _ in cast) == {"rare": 10, "usual": 20, "often": 30}


@pytest.mark.parametrize("customers", [1, 2, 7, 100])
def test_nobody_is_more_than_one_seat_off_their_share(customers: int) -> None:
    weights = {"a": 0.1, "b": 1.0, "c": 2.5, "d": 7.0}
    for seed in range(20):
        seats = Counter(each.id for each, _ in casting(people(**weights), programme(customers, seed)))
        assert seats.total() == customers
        assert all(abs(seats[name] - weight / 10.6 * customers) < 1 for name, weight in weights.items())


def test_the_first_conversations_are_a_sample_of_all_customers_and_not_the_first_of_them() -> None:
    first = [each.id for each, _ in casting(people(a=1, b=1, c=1), programme(customers=300))][:30]
    assert set(first) == {"a", "b", "c"}


def test_a_playbook_with_errors_is_told_with_file_line_and_sentence() -> None:
    broken = FILES["scenarios/refund.yaml"].replace("otherwise: confirm", "otherwise: nowhere")
    line = broken[: broken.index("nowhere")].count("\n") + 1
    with pytest.raises(PlaybookUnusable, match=rf"scenarios/refund\.yaml:{line}: .*nowhere"):
        playable({**FILES, "scenarios/refund.yaml": broken})
