"""Words of self-harm or danger leave everything at once."""

import pytest

from dajeong.conversation.events import HolderChanged
from tests.dialogue.play import Play, read
from tests.dialogue.test_small_talk import STATES

DANGER = read(risk="self_harm", emotion="sadness", strength=1.0)


@pytest.mark.parametrize("state", STATES)
def test_danger_leaves_every_state_with_simple_words_the_hotline_and_a_person(state: str) -> None:
    play = Play()
    for text, reading in STATES[state]:
        play.say(text, reading)
    [reply] = play.say("더는 살고 싶지 않아요", DANGER)
    assert reply.purpose == "danger" and "109" in reply.text
    assert reply.moves == ("act",), "no offer, no joke, no question beside it"
    assert not reply.offers_person and reply.choices == ()
    assert play.state.frames == () and play.state.holder == "queue" and play.handed.reason == "danger"


def test_danger_beside_a_matter_comes_before_the_matter() -> None:
    play = Play()
    play.write("환불해 주세요", read("wants_refund"))
    play.write("그냥 죽고 싶어요", DANGER)
    play.write("배송비는요", read("delivery_fee"))
    [reply] = play.go_on()
    assert reply.purpose == "danger" and reply.answers == ("k1", "k2", "k3")


def test_danger_beside_the_wish_for_a_person_is_not_passed_over() -> None:
    play = Play()
    play.write("상담원 연결요", read(wishes=("person",)))
    play.write("죽고 싶어요", DANGER)
    [reply] = play.go_on()
    assert reply.purpose == "danger" and play.handed.reason == "danger"


def test_danger_in_the_queue_is_answered_though_the_assistant_keeps_quiet_otherwise() -> None:
    play = Play()
    play.say("상담원요", read(wishes=("person",)))
    [reply] = play.say("죽고 싶어요", DANGER)
    assert reply.purpose == "danger" and "109" in reply.text


def test_danger_while_a_teammate_writes_is_answered_once() -> None:
    play = Play()
    play.say("상담원요", read(wishes=("person",)))
    play.happen(HolderChanged(holder="teammate", teammate="소라"))
    assert [reply.purpose for reply in play.say("죽고 싶어요", DANGER)] == ["danger"]
    assert play.say("정말로요", DANGER) == []


def test_nothing_of_the_old_matter_is_said_after_danger() -> None:
    play = Play()
    play.say("환불요", read("wants_refund", also=("call_me",)))
    play.say("죽고 싶어요", DANGER)
    assert play.state.waiting_matters == ()
    [reply] = play.say("네...", read(speech_act="yes"))
    assert reply.purpose == "held"
