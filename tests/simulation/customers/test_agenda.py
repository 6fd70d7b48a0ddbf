"""A customer with an agenda tells what they know, corrects themselves, loses patience, and leaves."""

import pytest

from dajeong.simulation.customers.meeting import Answered
from tests.simulation.customers.people import customer, reply


def test_the_first_message_is_their_own_words() -> None:
    assert customer().opens().messages == ("물건이 안 와요",)


def test_what_is_told_at_once_stands_in_the_first_message() -> None:
    doing = customer(facts={"order": {"value": "AB1234", "told": "at_once"}}).opens()
    assert "AB1234" in doing.messages[0] and doing.messages[0].startswith("물건이 안 와요")


def test_a_fact_is_told_when_it_is_asked_for() -> None:
    somebody = customer()
    somebody.opens()
    doing = somebody.hears(Answered((reply(expects="slot"),), slot="order"))
    assert doing.acts == ("tell",) and "AB1234" in doing.messages[0]


def test_what_they_do_not_know_they_say_they_do_not_know() -> None:
    somebody = customer(facts={})
    somebody.opens()
    doing = somebody.hears(Answered((reply(expects="slot"),), slot="order"))
    assert doing.acts == ("dont_know",)


def test_being_asked_the_same_again_is_noticed_and_hurts() -> None:
    somebody = customer()
    somebody.opens()
    somebody.hears(Answered((reply(expects="slot"),), slot="order"))
    calm = somebody.feelings.anger
    doing = somebody.hears(Answered((reply("다시 알려 주세요", expects="slot"),), slot="order"))
    assert "tell_again" in doing.acts and "AB1234" in doing.messages[-1] and somebody.feelings.anger > calm


def test_a_question_for_another_number_is_not_the_same_question() -> None:
    somebody = customer()
    somebody.opens()
    somebody.hears(Answered((reply(expects="slot"),), slot="order"))
    doing = somebody.hears(Answered((reply("다른 번호가 있으세요?", expects="slot", step="other"),), slot="order"))
    assert doing.acts == ("dont_know",)


def test_what_was_said_by_mistake_is_corrected_next() -> None:
    somebody = customer(facts={"order": {"value": "AB1234", "first": "AB9999"}}, habits={"corrects": 1.0})
    somebody.opens()
    wrong = somebody.hears(Answered((reply(expects="slot"),), slot="order"))
    right = somebody.hears(Answered((reply("찾아볼게요", step="found", moves=("inform",)),)))
    assert "AB9999" in wrong.messages[0] and right.acts == ("correct",) and "AB1234" in right.messages[0]


def test_a_fact_that_comes_after_another_brings_it_along() -> None:
    somebody = customer(facts={"order": "AB1234", "phone": {"value": "010-1111-2222", "after": "order"}})
    somebody.opens()
    doing = somebody.hears(Answered((reply(expects="slot"),), slot="phone"))
    assert "AB1234" in doing.messages[0] and "010-1111-2222" in doing.messages[0]


def test_the_dearest_button_is_pressed_or_said() -> None:
    somebody = customer(wants=["refund", "wait"])
    somebody.opens()
    doing = somebody.hears(Answered((reply(expects="choice", choices=("wait", "refund", "person")),)))
    assert doing.press == "refund" or "refund" in doing.messages[0]


def test_a_question_of_another_matter_is_turned_down() -> None:
    somebody = customer(facts={})
    somebody.opens()
    doing = somebody.hears(Answered((reply(expects="slot", scenario="bill"),), slot="amount"))
    assert doing.acts == ("no", "again")


def test_whoever_has_what_they_came_for_thanks_and_goes() -> None:
    somebody = customer()
    somebody.opens()
    doing = somebody.hears(Answered((reply("접수했어요", moves=("act",)),), reached=True))
    assert doing.leaves == "content" and doing.messages


def test_patience_ends() -> None:
    somebody = customer(temper="weary")
    somebody.opens()
    doings = [
        somebody.hears(Answered((reply(f"못 알아들었어요 {n}", purpose="not_understood", scenario=None),)))
        for n in range(8)
    ]
    assert any(doing.leaves in ("resigned", "angry") for doing in doings)
    assert somebody.feelings.strongest > 0


def test_blame_drives_a_quick_temper_out() -> None:
    somebody = customer(temper="quick_to_anger", feels={"anger": 0.7})
    somebody.opens()
    doing = somebody.hears(Answered((reply("고객님이 주소를 잘못 입력하셔서 늦었어요.", moves=("inform",)),)))
    assert doing.leaves == "angry"


def test_somebody_who_wants_a_person_asks_for_one_and_leaves_when_none_comes() -> None:
    somebody = customer(goal={"intent": "late", "ends": "person"})
    somebody.opens()
    doings = [somebody.hears(Answered((reply(f"더 알려 주세요 {n}", step=f"s{n}"),))) for n in range(7)]
    assert [doing.acts for doing in doings].index(("ask_person",)) == 2
    assert any(doing.leaves == "angry" for doing in doings)


def test_whoever_is_with_a_person_is_done_with_us() -> None:
    somebody = customer()
    somebody.opens()
    assert somebody.hears(Answered((reply("상담원에게 이어 드릴게요"),), held=True)).leaves == "to_person"


@pytest.mark.parametrize(
    ("habit", "act"),
    [("silent", "silent"), ("abuses", "abuse"), ("breaks_rules", "break_rules"), ("asks_person", "wishes_person")],
)
def test_habits_show(habit: str, act: str) -> None:
    somebody = customer(habits={habit: 1.0})
    somebody.opens()
    assert somebody.hears(Answered((reply(expects="slot"),), slot="order")).acts == (act,)


def test_an_aside_is_asked_and_its_answer_is_no_wrong_turn() -> None:
    somebody = customer(habits={"asides": 1.0}, says={"opens": ["안 와요"], "asides": ["배송비는요?"]})
    somebody.opens()
    assert somebody.hears(Answered((reply(expects="slot"),), slot="order")).messages == ("배송비는요?",)
    somebody.hears(Answered((reply("3,000원이에요", scenario="postage", moves=("inform",)),)))
    assert somebody.feelings.strongest < 0.1


def test_short_messages_are_sent_one_after_another() -> None:
    somebody = customer(
        writing={"messages": "many_short"}, says={"opens": ["어제 온다던 물건이 아직도 안 와서 너무 답답하고 걱정돼요"]}
    )
    assert len(somebody.opens().messages) >= 2


def test_the_same_seed_is_the_same_customer() -> None:
    def course(seed: int) -> list[object]:
        somebody = customer(seed, writing={"typos": 0.4, "emoticons": 0.5}, temper="anxious", feels={"worry": 0.7})
        replies = [Answered((reply(f"알려 주세요 {n}", expects="slot", step=f"s{n}"),), slot="order") for n in range(4)]
        return [somebody.opens(), *(somebody.hears(each) for each in replies)]

    assert course(7) == course(7)
    assert len({str(course(seed)) for seed in range(6)}) > 1
