"""Stopping, starting over, hearing it again."""

from dajeong.conversation.events import ScenarioLeft
from tests.dialogue.play import Play, read


def test_cancel_drops_the_matter_and_says_so() -> None:
    play = Play()
    play.say("환불할래요", read("wants_refund"))
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert reply.purpose == "cancelled"
    assert play.state.frames == ()
    assert play.state.matters[0].outcome == "cancelled"


def test_cancel_of_the_interrupting_matter_comes_back_to_the_one_below() -> None:
    play = Play()
    play.say("환불할래요", read("wants_refund"))
    play.say("전화도 돼요?", read("call_me"))
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert reply.spoke == ("line.cancelled", "line.came_back", "refund.ask_order")


def test_cancel_without_a_matter_is_a_farewell() -> None:
    play = Play()
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert reply.purpose == "goodbye"


def test_no_thanks_at_a_question_that_can_be_declined_declines_it() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert "refund.not_now" in reply.spoke


def test_repeat_says_the_last_reply_again_word_for_word_with_its_buttons() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    before = play.state.replies[-1]
    [reply] = play.say("다시 말해 줘요", read(wishes=("repeat",)))
    assert reply.text.endswith(before.text)
    assert (reply.choices, reply.expects) == (before.choices, before.expects)
    play.press("broken")
    assert play.step == "refund.confirm", "the repeated question can be answered"


def test_repeat_twice_repeats_the_words_and_not_the_repetition() -> None:
    play = Play()
    play.say("배송비요", read("delivery_fee"))
    before = play.state.replies[-1]
    play.say("다시요", read(wishes=("repeat",)))
    [reply] = play.say("다시요", read(wishes=("repeat",)))
    assert reply.text.count(before.text) == 1


def test_repeat_before_anything_was_said_says_so() -> None:
    play = Play()
    [reply] = play.say("다시 말해 줘요", read(wishes=("repeat",)))
    assert reply.spoke == ("line.nothing_to_repeat",)


def test_restart_forgets_the_way_the_answers_and_the_matters_still_waiting() -> None:
    play = Play()
    play.say("1234 환불하고 전화도 주세요", read("wants_refund", order="1234", also=("call_me",)))
    [reply] = play.say("처음부터 다시 할래요", read(wishes=("restart",)))
    assert reply.purpose == "restart"
    assert play.state.frames == () and play.state.slots == {} and play.state.waiting_matters == ()
    assert {left.outcome for left in play.of(ScenarioLeft)} == {"restarted"}


def test_after_a_restart_the_number_is_asked_again() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("처음부터요", read(wishes=("restart",)))
    play.say("환불요", read("wants_refund"))
    assert play.step == "refund.ask_order"


def test_cancel_in_a_scenario_played_from_another_ends_the_whole_matter() -> None:
    play = Play(works={"find_order": {"found": False}})
    play.say("1111 언제 와요", read("parcel_late", order="1111"))
    assert play.step == "other_number.ask_other"
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert reply.spoke.count("line.cancelled") == 1 and play.state.frames == ()
    assert play.state.matters[0].outcome == "cancelled"


def test_trouble_in_a_scenario_played_from_another_is_trouble_once() -> None:
    answers = iter([{"found": False}, "failed"])
    play = Play(works={"find_order": lambda **_: next(answers)})
    play.say("1111 언제 와요", read("parcel_late", order="1111"))
    [reply] = play.say("2222요", read(order="2222"))
    assert reply.spoke.count("line.trouble") == 1 and reply.offers_person and play.state.frames == ()


def test_a_matter_that_was_cancelled_can_be_taken_up_again() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say("됐어요", read(speech_act="cancel"))
    play.say("아니다 환불해 주세요", read("wants_refund"))
    assert play.step == "refund.ask_reason"
    play.say("됐어요", read(speech_act="cancel"))
    play.say("아니 주문번호 5678이었어요", read(order="5678", wishes=("correct",)))
    assert play.step == "refund.ask_reason" and play.state.slots["order_number"] == "5678"


def test_no_and_another_question_lets_go_of_what_was_taken_up_wrongly() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    *_, reply = play.say("아니요, 배송비가 얼마인지 궁금해요", read("delivery_fee"))
    assert play.taken == "matter" and play.step is None
    assert "주문번호" not in reply.text


def test_another_question_alone_comes_back_to_what_was_being_done() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    *_, reply = play.say("배송비는 얼마예요?", read("delivery_fee"))
    assert "주문번호" in reply.text
