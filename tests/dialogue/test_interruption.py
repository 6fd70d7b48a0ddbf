"""Another matter in the middle of one, and the way back."""

from dajeong.conversation.events import ActionCalled, ScenarioLeft
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files


def test_a_side_question_is_answered_and_then_the_open_question_comes_again() -> None:
    play = Play()
    play.say("환불할래요", read("wants_refund"))
    [reply] = play.say("근데 배송비는 얼마예요?", read("delivery_fee"))
    assert reply.spoke == ("delivery_fee.answer", "delivery_fee.end", "line.came_back", "refund.ask_order")
    assert reply.expects == "slot"
    assert play.step == "refund.ask_order"


def test_the_answer_after_the_way_back_belongs_to_the_matter_that_was_interrupted() -> None:
    play = Play()
    play.say("환불할래요", read("wants_refund"))
    play.say("근데 배송비는 얼마예요?", read("delivery_fee"))
    play.say("1234요", read(order="1234"))
    assert play.state.slots["order_number"] == "1234"
    assert play.step == "refund.ask_reason"


def test_what_an_interruption_looks_up_does_not_change_the_matter_it_interrupts() -> None:
    play = Play()
    play.say("1234 환불할래요", read("wants_refund", order="1234"))
    play.say("참 5678은 언제 와요?", read("parcel_late", order="5678"))
    assert [call.inputs for call in play.of(ActionCalled)] == [{"order_number": "5678"}]
    play.press("changed_mind")
    play.press("agreed")
    assert play.of(ActionCalled)[-1].inputs == {"order_number": "1234", "reason": "changed_mind"}


def test_a_correction_of_both_matters_holds_for_both() -> None:
    play = Play()
    play.say("1234 환불할래요", read("wants_refund", order="1234"))
    play.say("전화로 하고 싶어요", read("call_me"))
    play.say("아니 주문번호 5678이었어요", read(order="5678", wishes=("correct",)))
    play.say("됐어요", read(speech_act="cancel"))
    assert play.step == "refund.ask_reason"
    play.press("broken")
    play.press("agreed")
    assert play.of(ActionCalled)[-1].inputs == {"order_number": "5678", "reason": "broken"}


def test_naming_the_lower_matter_again_gives_up_what_lies_above() -> None:
    play = Play()
    play.say("환불할래요", read("wants_refund"))
    play.say("전화로 할 수 있어요?", read("call_me"))
    assert play.step == "call_me.ask_phone"
    play.say("아니 환불해 달라고요", read("wants_refund"))
    assert play.taken == "same_matter"
    assert play.step == "refund.ask_order"
    assert [left.outcome for left in play.of(ScenarioLeft)] == ["left"]


def test_a_fourth_matter_on_top_of_each_other_takes_the_place_of_the_third() -> None:
    play = Play()
    for words, intent in (
        ("환불", "wants_refund"),
        ("전화", "call_me"),
        ("깨짐", "came_broken"),
        ("배송", "parcel_late"),
    ):
        play.say(words, read(intent))
    assert [frame.scenario for frame in play.state.frames] == ["refund", "call_me", "late_parcel"]


def test_a_scenario_played_from_another_comes_back_to_it() -> None:
    answers = iter([{"found": False}, {"found": True}, {"found": True, "item": "컵", "arrives": "2026-11-25"}])
    play = Play(works={"find_order": lambda **_: next(answers)})
    [reply] = play.say("1111 언제 와요", read("parcel_late", order="1111"))
    assert reply.spoke[-1] == "other_number.ask_other"
    assert play.step == "other_number.ask_other"
    play.say("2222예요", read(order="2222"))
    assert [call.inputs["order_number"] for call in play.of(ActionCalled)] == ["1111", "2222"]
    assert play.state.matters[0].outcome == "done"


def test_a_number_asked_afresh_is_asked_even_though_one_is_known_and_again_after_an_interruption() -> None:
    play = Play(works={"find_order": {"found": False}})
    play.say("1111 언제 와요", read("parcel_late", order="1111"))
    [reply] = play.say("배송비는요?", read("delivery_fee"))
    assert reply.spoke[-1] == "other_number.ask_other"
    assert len(play.of(ActionCalled)) == 1
    play.say("1111 맞는데요", read(order="1111"))
    assert len(play.of(ActionCalled)) == 2
    assert play.state.holder == "queue"


def test_a_scenario_that_does_not_come_back_replaces_the_one_that_sent_there() -> None:
    files = with_files(
        scenarios__broken="""
title: 파손된 상품
matter: 파손된 상품
intents: [came_broken]
steps:
  - say: "깨져서 온 상품은 바로 환불할 수 있어요."
    id: told
  - go: refund
    id: to_refund
    comes_back: false
"""
    )
    play = Play(load(files))
    [reply] = play.say("깨졌어요", read("came_broken"))
    assert reply.spoke == ("broken.told", "broken.to_refund", "refund.ask_order")
    assert [frame.scenario for frame in play.state.frames] == ["refund"]
    assert len(play.state.matters) == 1
