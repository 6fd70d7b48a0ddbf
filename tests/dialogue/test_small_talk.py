"""Manners, a pause, and the question whether we are human."""

import pytest

from dajeong.conversation.reading import Reading
from tests.dialogue.play import Play, read

HUMAN = read(asks_if_human=True)


def test_the_first_words_say_that_this_is_an_ai() -> None:
    play = Play()
    [notice] = play.state.replies
    assert notice.purpose == "notice" and "AI" in notice.text and notice.spoke == ("line.notice",)


def test_a_message_that_comes_before_the_notice_is_answered_all_the_same() -> None:
    play = Play(opened=False)
    notice, reply = play.say("배송비 얼마예요", read("delivery_fee"))
    assert notice.purpose == "notice" and notice.answers == ()
    assert reply.answers == ("k1",) and "delivery_fee.answer" in reply.spoke


@pytest.mark.parametrize(("act", "purpose"), [("greeting", "greeting"), ("thanks", "thanks")])
def test_a_greeting_is_greeted_and_thanks_are_thanked(act: str, purpose: str) -> None:
    play = Play()
    [reply] = play.say("안녕하세요", read(speech_act=act))
    assert reply.purpose == purpose and len(reply.moves) == 1


def test_happy_words_without_a_matter_are_taken_as_thanks_and_not_thanked_twice() -> None:
    play = Play()
    [reply] = play.say("덕분에 살았어요!", read(emotion="gratitude", speech_act="thanks"))
    assert reply.moves.count("thank") == 1


def test_just_a_moment_waits_without_asking_again() -> None:
    play = Play()
    play.say("환불요", read("wants_refund"))
    [reply] = play.say("잠깐만요", read(wishes=("wait",)))
    assert reply.spoke == ("line.wait",)
    play.say("1234", read(order="1234"))
    assert play.step == "refund.ask_reason"


def test_just_a_moment_is_no_answer_to_an_open_question() -> None:
    play = Play()
    play.say("깨졌어요", read("came_broken"))
    [reply] = play.say("잠깐만요", read(wishes=("wait",)))
    assert reply.spoke == ("line.wait",) and "damage" not in play.state.slots


STATES: dict[str, list[tuple[str, Reading]]] = {
    "fresh": [],
    "asked for a slot": [("환불요", read("wants_refund"))],
    "asked for a text": [("깨졌어요", read("came_broken"))],
    "asked to choose": [("환불요", read("wants_refund", order="1234"))],
    "asked which of two": [("그거요", read("wants_refund", close="call_me"))],
    "asked whether solved": [("언제 와요", read("parcel_late", order="1234"))],
    "offered a person": [("ㅁ", read()), ("ㄴ", read()), ("ㅇ", read())],
    "after a farewell": [("됐어요", read(speech_act="cancel"))],
    "two matters deep": [("환불요", read("wants_refund")), ("전화요", read("call_me"))],
}


@pytest.mark.parametrize("state", STATES)
def test_are_you_human_is_answered_truthfully_in_every_state_and_the_question_stays_open(state: str) -> None:
    play = Play()
    for text, reading in STATES[state]:
        play.say(text, reading)
    step = play.step
    [reply] = play.say("혹시 사람이에요?", HUMAN)
    assert "line.human_question" in reply.spoke and "AI" in reply.text
    assert play.step == step
    if step:
        assert reply.spoke[-1] == step


def test_words_of_abuse_are_met_calmly_without_counting_as_misunderstood() -> None:
    play = Play()
    [reply] = play.say("야 이 멍청아", read(abuse=0.9, emotion="anger"))
    assert "line.abuse" in reply.spoke and play.state.not_understood_in_a_row == 0
