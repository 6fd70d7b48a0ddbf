"""What brings a customer on, and what only looks like it."""

from dajeong.simulation.customers.meeting import Answered
from dajeong.simulation.customers.noticing import Noticing
from tests.simulation.customers.people import reply


def test_a_question_for_what_the_customer_knows_nothing_of_brings_nobody_on() -> None:
    asked = Answered(replies=(reply(expects="slot", step="ask_colour"),), slot="colour")
    assert Noticing(frozenset({"late"}), "ko").of(asked, asked_again=False).progress
    assert not Noticing(frozenset({"late"}), "ko").of(asked, asked_again=False, asked_in_vain=True).progress


def test_what_is_said_before_such_a_question_still_brings_them_on() -> None:
    told = reply(expects="slot", step="ask_colour").model_copy(
        update={"spoke": ("late.where_it_is", "late.ask_colour")}
    )
    answered = Answered(replies=(told,), slot="colour")
    assert Noticing(frozenset({"late"}), "ko").of(answered, asked_again=False, asked_in_vain=True).progress
