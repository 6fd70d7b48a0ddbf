"""Several matters in one message, and several messages at once."""

from dajeong.conversation.events import AssistantReplied, ScenarioEntered
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files


def test_the_second_matter_of_a_message_is_taken_up_when_the_first_is_done() -> None:
    play = Play()
    play.say("환불하고 배송비도 알려 주세요", read("wants_refund", order="1234", also=("delivery_fee",)))
    assert play.step == "refund.ask_reason" and play.state.waiting_matters == ("delivery_fee",)
    play.press("broken")
    *_, reply = play.press("agreed")
    assert "delivery_fee.answer" in reply.spoke and "line.and_also" in reply.spoke
    assert reply.spoke.index("refund.refunded") < reply.spoke.index("line.and_also")


def test_two_questions_that_can_be_answered_at_once_are_answered_in_one_reply() -> None:
    play = Play()
    [reply] = play.say("배송비랑 여는 시간요", read("delivery_fee", also=("opening_hours",)))
    assert [place for place in reply.spoke if place.endswith(".answer")] == [
        "delivery_fee.answer",
        "opening_hours.answer",
    ]


def test_two_matters_that_end_together_ask_once_whether_all_is_solved() -> None:
    play = Play()
    play.say("5678 환불요", read("wants_refund", order="5678", also=("parcel_late",)))
    [reply] = play.say("됐어요", read(speech_act="cancel"))
    assert reply.moves.count("check") == 1
    play = Play()
    play.write("1234 언제 와요", read("parcel_late", order="1234"))
    play.write("아니 진짜 언제 와요", read("parcel_late"))
    [reply] = play.go_on()
    assert reply.moves.count("check") == 1


def test_a_matter_named_beside_an_answer_waits_for_its_turn() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.say("1234요, 근데 배송비는요?", read("delivery_fee", order="1234"))
    assert play.step == "refund.ask_reason" and play.state.waiting_matters == ("delivery_fee",)


def test_a_greeting_a_fragment_and_a_matter_get_one_reply_about_the_matter() -> None:
    play = Play()
    play.write("안녕하세요", read(speech_act="greeting"))
    play.write("저기요", read())
    play.write("환불하고 싶어요", read("wants_refund"))
    [reply] = play.go_on()
    assert reply.answers == ("k1", "k2", "k3")
    assert reply.spoke[-1] == "refund.ask_order"
    assert "line.not_understood" not in reply.spoke and "line.greeting" not in reply.spoke
    assert play.state.not_understood_in_a_row == 0


def test_the_order_of_fragments_and_matter_does_not_matter() -> None:
    play = Play()
    play.write("환불하고 싶어요", read("wants_refund"))
    play.write("아", read())
    play.write("1234", read(order="1234"))
    [reply] = play.go_on()
    assert reply.spoke[-1] == "refund.ask_reason" and "line.not_understood" not in reply.spoke


def test_a_wrong_and_a_right_answer_at_once_are_a_right_answer() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.write("음", read())
    play.write("1234", read(order="1234"))
    [reply] = play.go_on()
    assert "line.wrong_answer" not in reply.spoke and reply.spoke[-1] == "refund.ask_reason"


def test_two_matters_in_two_quick_messages_are_both_dealt_with() -> None:
    play = Play()
    play.write("배송비 얼마예요", read("delivery_fee"))
    play.write("몇 시에 열어요", read("opening_hours"))
    [reply] = play.go_on()
    assert [entered.scenario for entered in play.of(ScenarioEntered)] == ["delivery_fee", "opening_hours"]
    assert {"delivery_fee.answer", "opening_hours.answer"} <= set(reply.spoke)


def test_the_strongest_feeling_of_several_messages_is_met() -> None:
    play = Play()
    play.write("안녕하세요", read(speech_act="greeting"))
    play.write("택배 때문에 미치겠어요", read("parcel_late", emotion="anger", strength=0.9))
    [reply] = play.go_on()
    assert reply.policy == "anger_strong"


def test_a_number_given_before_we_knew_what_for_is_not_asked_again() -> None:
    play = Play()
    play.say("제 주문 1234인데요", read(order="1234"))
    [reply] = play.say("환불해 주세요", read("wants_refund"))
    assert play.state.slots == {"order_number": "1234"} and reply.spoke[-1] == "refund.ask_reason"


def test_a_number_of_an_earlier_matter_is_not_dug_up_from_further_back() -> None:
    play = Play()
    play.say("배송비요 1234", read("delivery_fee", order="1234"))
    [reply] = play.say("환불해 주세요", read("wants_refund"))
    assert reply.spoke[-1] == "refund.ask_order"


def test_hello_in_the_middle_of_a_question_is_answered_by_the_question_alone() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("저기요", read(speech_act="greeting"))
    assert reply.spoke == ("refund.ask_order",)


def test_whether_all_is_solved_is_asked_once_and_last_when_a_second_matter_follows() -> None:
    play = Play()
    play.say("1234 환불하고 배송비도요", read("wants_refund", order="1234", also=("delivery_fee",)))
    play.press("broken")
    replies = play.press("agreed")
    moves = [move for reply in replies for move in reply.moves]
    assert moves.count("check") == 1 and moves[-1] == "check"
    assert "delivery_fee.answer" in replies[-1].spoke


def test_a_matter_that_waits_is_dealt_with_by_the_way_that_leads_there_anyway() -> None:
    to_refund = "title: 파손\nmatter: 파손\nintents: [came_broken]\nsteps:\n  - go: refund\n    id: to_refund\n    comes_back: false\n"
    play = Play(load(with_files(scenarios__broken=to_refund)))
    play.say("1234 깨졌어요 환불도요", read("came_broken", order="1234", also=("wants_refund",)))
    assert (play.step or "").startswith("refund.") and play.state.waiting_matters == ()
    assert "line.and_also" not in play.of(AssistantReplied)[-1].spoke


def test_what_lies_below_is_not_named_anew_beside_an_answer() -> None:
    play = Play()
    play.say("환불요", read("wants_refund", order="1234"))
    play.say("배송은요", read("parcel_late"))
    play.say("1234요 환불하게요", read("wants_refund", order="1234"))
    assert play.state.waiting_matters == ()
