"""Whether a message answers what was asked."""

import pytest

from dajeong.conversation.events import ActionCalled
from tests.dialogue.play import Play, read
from tests.dialogue.shop import SHOP, load, with_files


def at_confirm() -> Play:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    assert play.step == "refund.confirm"
    return play


@pytest.mark.parametrize("text", ["깨져서 왔어요", "두 번째요", "2번", "2", "파손이에요", "깨저서 왔어요", "둘째"])
def test_an_option_is_chosen_by_name_by_place_by_another_name_and_with_a_slip_of_the_pen(text: str) -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.say(text, read())
    assert play.state.slots["reason"] == "broken"


@pytest.mark.parametrize("text", ["네", "네 그럼 그대로 해 주세요", "네 접수해 주세요", "예.", "네, 그렇게 해 주세요!"])
def test_yes_means_the_option_that_stands_for_yes(text: str) -> None:
    play = at_confirm()
    play.say(text, read())
    assert [call.action for call in play.of(ActionCalled)] == ["request_refund"]


@pytest.mark.parametrize("text", ["네이버로 결제했는데요", "예전에 산 거예요", "상담 대응이 왜 이래요", "내일 할래요"])
def test_a_word_that_only_begins_like_yes_agrees_to_nothing(text: str) -> None:
    play = at_confirm()
    play.say(text, read())
    assert play.of(ActionCalled) == []
    assert play.step == "refund.confirm"


def test_a_yes_in_other_words_is_understood_by_its_speech_act() -> None:
    play = at_confirm()
    play.say("넹 부탁드려용", read(speech_act="yes"))
    assert [call.action for call in play.of(ActionCalled)] == ["request_refund"]


def test_of_two_options_one_named_inside_the_other_the_longer_is_meant() -> None:
    files = with_files(
        scenarios__broken="""
title: 기간
matter: 기간
intents: [came_broken]
steps:
  - choose: true
    id: term
    say: ["얼마 동안 쓰시겠어요?"]
    options:
      - {label: 2개월, value: two, then: two}
      - {label: 12개월, value: twelve, then: twelve}
  - say: ["두 달이에요."]
    id: two
    then: done
  - say: ["열두 달이에요."]
    id: twelve
  - end: true
    id: done
"""
    )
    play = Play(load(files))
    play.say("기간요", read("came_broken"))
    [reply] = play.say("12개월로 할게요", read())
    assert "broken.twelve" in reply.spoke


def test_a_wrong_answer_is_asked_again_in_other_words_and_then_the_designed_way_is_taken() -> None:
    play = Play()
    [first] = play.say("언제 와요", read("parcel_late"))
    [second] = play.say("몰라요", read())
    assert second.purpose == "ask_again" and "숫자 네 자리" in second.text and second.text != first.text
    [third] = play.say("없는데", read())
    assert play.handed.reason == "designed" and "상담원이 주문을 직접 찾아보도록" in third.text
    assert "찾지 못했어요" not in third.text


def test_a_question_without_other_words_says_what_was_missing_before_it_asks_again() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("몰라요", read())
    assert "주문번호" in reply.text and "line.wrong_answer" in reply.spoke


def test_without_a_designed_way_a_person_is_offered_after_the_last_try() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.say("몰라요", read())
    [reply] = play.say("모른다고요", read())
    assert "line.given_up" in reply.spoke and reply.offers_person and reply.expects == "person"
    assert play.state.matters[0].outcome == "given_up"
    play.say("네", read(speech_act="yes"))
    assert play.state.holder == "queue"


def test_two_wrong_messages_at_once_are_one_try() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    play.write("음", read())
    play.write("글쎄", read())
    [reply] = play.go_on()
    assert reply.spoke[-1] == "refund.ask_order" and play.state.frame is not None and play.state.frame.misses == 1


def test_a_number_known_from_an_earlier_matter_is_not_asked_again() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    [reply] = play.say("그럼 환불할래요", read("wants_refund"))
    assert reply.spoke[-1] == "refund.ask_reason"


def test_a_reason_given_for_one_matter_is_asked_again_for_the_next() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    play.press("agreed")
    [reply] = play.say("5678도 환불요", read("wants_refund", order="5678"))
    assert reply.spoke[-1] == "refund.ask_reason" and "reason" not in play.state.slots


def test_a_reason_named_in_the_first_message_is_not_asked() -> None:
    play = Play()
    play.say("1234 단순 변심 환불요", read("wants_refund", order="1234"))
    assert play.state.slots["reason"] == "changed_mind" and play.step == "refund.confirm"


def test_telling_the_same_matter_again_asks_again_without_counting_as_a_wrong_answer() -> None:
    play = Play()
    play.say("언제 와요", read("parcel_late"))
    [reply] = play.say("아니 언제 오냐고요", read("parcel_late"))
    assert play.taken == "same_matter" and reply.spoke[-1] == "late_parcel.ask_order"
    assert play.state.frame is not None and play.state.frame.misses == 0


def test_who_only_tells_the_matter_again_and_again_is_not_asked_for_ever() -> None:
    play = Play()
    play.say("택배가 안 와요", read("parcel_late"))
    for _ in range(5):
        play.say("택배가 안 온다고요", read("parcel_late"))
        if play.state.holder != "assistant":
            break
    asked = [reply for reply in play.state.replies if "late_parcel.ask_order" in reply.spoke]
    assert play.step != "late_parcel.ask_order" and len(asked) <= 4


def test_a_new_matter_is_no_free_text_answer() -> None:
    play = Play()
    play.say("깨졌어요", read("came_broken"))
    play.say("근데 배송비 얼마예요", read("delivery_fee"))
    assert "damage" not in play.state.slots and play.step == "broken.ask_damage"


def test_a_button_press_carries_no_mood() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234", emotion="anger"))
    mood = play.state.mood
    play.write("깨져서 왔어요", read(emotion="sadness", strength=1.0), choice="broken")
    [reply] = play.go_on()
    assert play.state.mood == mood and "acknowledge" not in reply.moves and "apologise" not in reply.moves


def test_a_button_that_begins_with_yes_stands_for_every_yes() -> None:
    confirm = SHOP["scenarios/refund.yaml"].replace(", also: [네, 예, 접수해 주세요]", "")
    play = Play(load(with_files(scenarios__refund=confirm)))
    play.say("1234 환불요", read("wants_refund", order="1234"))
    play.press("broken")
    play.say("네 그럼 취소할게요", read(speech_act="request"))
    assert [call.action for call in play.of(ActionCalled)] == ["request_refund"]
