"""Messages that are not clear: the question between two, and the ladder."""

import pytest

from dajeong.conversation.reading import Evidence, Reading, RunnerUp
from tests.dialogue.play import Play, read


def test_two_close_intents_are_asked_about_with_both_named() -> None:
    play = Play()
    [reply] = play.say("그거 어떻게 돼요", read("wants_refund", close="call_me"))
    assert reply.purpose == "clarify"
    assert "환불하고 싶어요" in reply.text and "전화해 주세요" in reply.text
    assert [choice.label for choice in reply.choices[:2]] == ["환불하고 싶어요", "전화해 주세요"]
    assert play.state.frames == ()


def test_the_chosen_of_two_is_taken_up_by_button_by_name_and_by_place() -> None:
    for answer in ("press", "전화해 주세요", "두번째요"):
        play = Play()
        play.say("그거요", read("wants_refund", close="call_me"))
        play.press("intent:call_me") if answer == "press" else play.say(answer, read())
        assert play.step == "call_me.ask_phone", answer


def test_a_no_before_the_name_of_one_of_two_still_chooses_it() -> None:
    play = Play()
    play.say("그거요", read("wants_refund", close="call_me"))
    play.say("아니요 전화해 주세요", read(speech_act="no"))
    assert play.step == "call_me.ask_phone"


def test_two_intents_of_one_scenario_are_not_worth_a_question() -> None:
    play = Play()
    play.say("환불이요", read("wants_refund", close="wants_refund"))
    assert play.step == "refund.ask_order"


def test_an_intent_that_is_sure_needs_no_question_whatever_comes_close() -> None:
    play = Play()
    reading = read("wants_refund", close="call_me").model_copy(update={"confidence": 0.8})
    play.say("환불해 주세요", reading)
    assert play.step == "refund.ask_order"


def perhaps(intent: str, confidence: float, *, next_one: float = 0.02, **more: object) -> Reading:
    """A reading that is sure of no intent, and to which one comes nearest."""
    near = (RunnerUp(intent=intent, confidence=confidence), RunnerUp(intent="parcel_late", confidence=next_one))
    return read(runners_up=near, **more)


def test_one_likely_matter_is_asked_about_before_other_words_are_asked_for() -> None:
    play = Play()
    [reply] = play.say("돈으로 도로 받을 길이 있을까 해서요", perhaps("wants_refund", 0.12))
    assert reply.purpose == "clarify" and "‘환불하고 싶어요’" in reply.text
    assert [choice.label for choice in reply.choices[:2]] == ["네", "아니요"]
    assert play.state.frames == () and play.state.not_understood_in_a_row == 0


@pytest.mark.parametrize("answer", ["press", "네", "네 맞아요"])
def test_a_guess_that_is_right_is_taken_up(answer: str) -> None:
    play = Play()
    play.say("돈으로 도로 받을 길이 있을까 해서요", perhaps("wants_refund", 0.12))
    if answer == "press":
        play.press("intent:wants_refund")
    else:
        play.say(answer, read(speech_act="yes"))
    assert play.step == "refund.ask_order"


def test_a_number_the_guessed_matter_asks_for_says_yes_and_is_not_asked_again() -> None:
    play = Play()
    play.say("돈으로 도로 받을 길이 있을까 해서요", perhaps("wants_refund", 0.12))
    play.say("1234예요", read(order="1234"))
    assert play.state.slots["order_number"] == "1234" and play.step != "refund.ask_order"
    assert play.state.frame is not None and play.state.frame.scenario == "refund"


@pytest.mark.parametrize(("said", "near"), [("아니요 1234요", "wants_refund"), ("1234예요", "call_me")])
def test_a_number_beside_a_no_or_for_something_else_says_no_yes(said: str, near: str) -> None:
    play = Play()
    play.say("그거 좀 될까 해서요", perhaps(near, 0.12))
    play.say(said, read(order="1234", speech_act="no" if "아니요" in said else "other"))
    assert play.state.frames == ()


@pytest.mark.parametrize("answer", ["press", "아니요", "그건 아니에요"])
def test_a_guess_that_is_wrong_is_not_made_again(answer: str) -> None:
    play = Play()
    play.say("돈으로 도로 받을 길이 있을까 해서요", perhaps("wants_refund", 0.12))
    [reply] = play.press("no_matter") if answer == "press" else play.say(answer, read(speech_act="no"))
    assert reply.spoke[-1] == "line.not_understood" and play.state.frames == ()
    [reply] = play.say("돈을 돌려받고 싶다니까요", perhaps("wants_refund", 0.12))
    assert reply.spoke[-1] == "line.not_understood" and reply.choices


def test_what_is_hardly_likely_is_no_guess() -> None:
    for reading in (perhaps("wants_refund", 0.07), read()):
        play = Play()
        [reply] = play.say("그거 좀요", reading)
        assert reply.spoke[-1] == "line.not_understood"


def test_two_likely_matters_are_asked_about_together() -> None:
    play = Play()
    [reply] = play.say("그거 좀요", perhaps("wants_refund", 0.12, next_one=0.07))
    assert [choice.value for choice in reply.choices[:2]] == ["intent:wants_refund", "intent:parcel_late"]


def test_a_laugh_beside_what_sounds_like_a_matter_is_not_thanked_for() -> None:
    play = Play()
    laughing = (Evidence(sign="laughter", toward="content", text="ㅋㅋㅋ"),)
    [reply] = play.say(
        "컵 시켰는데 접시 왔음ㅋㅋㅋ", perhaps("came_broken", 0.3, emotion="satisfaction", evidence=laughing)
    )
    assert "line.thanks" not in reply.spoke and reply.purpose == "clarify"
    praise = (Evidence(sign="pleased_word", toward="satisfaction", text="예쁘게"),)
    play.say("포장 예쁘게 왔네요ㅋㅋ", perhaps("came_broken", 0.3, emotion="satisfaction", evidence=praise))
    assert play.taken == "thanks"


def test_the_ladder_rephrases_then_shows_choices_then_offers_a_person() -> None:
    play = Play()
    [first] = play.say("ㅁㄴㅇㄹ", read())
    [second] = play.say("ㅋㅌㅊㅍ", read())
    [third] = play.say("음메", read())
    assert (first.choices, first.expects) == ((), None)
    assert second.expects == "clarify"
    assert [choice.value for choice in second.choices] == [
        "intent:wants_refund", "intent:came_broken", "intent:call_me", "intent:parcel_late",
    ] or {choice.value for choice in second.choices} == {
        "intent:wants_refund", "intent:came_broken", "intent:call_me", "intent:parcel_late",
    }  # fmt: skip
    assert third.expects == "person" and third.offers_person
    assert [choice.value for choice in third.choices] == ["person"]
    assert len({first.text, second.text, third.text}) == 3


def test_a_message_that_is_understood_brings_the_ladder_back_to_its_foot() -> None:
    play = Play()
    play.say("ㅁㄴㅇㄹ", read())
    play.say("배송비요", read("delivery_fee"))
    [reply] = play.say("ㅁㄴㅇㄹ", read())
    assert reply.choices == () and play.state.not_understood_in_a_row == 1


def test_two_odd_fragments_at_once_are_one_rung() -> None:
    play = Play()
    play.write("ㅁㄴㅇ", read())
    play.write("ㄹㅎ", read())
    [reply] = play.go_on()
    assert reply.expects is None and play.state.not_understood_in_a_row == 1


def test_yes_to_the_offered_person_is_honoured() -> None:
    play = Play()
    for _ in range(3):
        play.say("ㅁㄴㅇㄹ", read())
    [reply] = play.say("네", read(speech_act="yes"))
    assert reply.purpose == "handoff" and play.handed.reason == "offered"


def test_no_to_the_offered_person_goes_on_without_one() -> None:
    play = Play()
    for _ in range(3):
        play.say("ㅁㄴㅇㄹ", read())
    [reply] = play.say("아니요", read(speech_act="no"))
    assert reply.spoke == ("line.person_declined",) and play.state.holder == "assistant"


def test_two_matters_that_are_both_unlikely_are_not_named() -> None:
    play = Play()
    reading = read("wants_refund", close="call_me").model_copy(update={"intent": None, "confidence": 0.2})
    unlikely = reading.model_copy(
        update={
            "runners_up": (RunnerUp(intent="call_me", confidence=0.07), RunnerUp(intent="came_broken", confidence=0.06))
        }
    )
    [reply] = play.say("ㅋㅋㅋ", unlikely)
    assert reply.purpose == "not_understood"


def test_a_question_we_cannot_answer_is_not_called_a_wrong_answer() -> None:
    play = Play()
    play.say("1234 환불요", read("wants_refund", order="1234"))
    [reply] = play.say("내일 확실해요?", read(speech_act="question"))
    assert "line.wrong_answer" in reply.spoke and "찾지 못했어요" not in reply.text


def test_words_that_are_surely_ours_are_asked_about_rather_than_guessed() -> None:
    play = Play()
    reading = read("wants_refund", close="call_me").model_copy(
        update={"confidence": 0.23, "runners_up": (RunnerUp(intent="call_me", confidence=0.21),)}
    )
    [reply] = play.say("주문 변경이요", reading)
    assert play.taken == "unclear_matter" and len(reply.choices) == 2
