"""A person is to be had in any state, is offered where anger stays, and gets everything they need."""

import pytest

from dajeong.conversation.events import HandoffRequested, HolderChanged
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files
from tests.dialogue.test_small_talk import STATES

PERSON = read(wishes=("person",))


@pytest.mark.parametrize("state", STATES)
def test_a_wish_for_a_person_is_honoured_in_every_state(state: str) -> None:
    play = Play()
    for text, reading in STATES[state]:
        play.say(text, reading)
    [reply] = play.say("상담원 연결해 주세요", PERSON)
    assert play.state.holder == "queue"
    assert reply.purpose == "handoff" and "line.handoff" in reply.spoke


def test_the_button_for_a_person_is_a_wish_for_a_person() -> None:
    play = Play()
    play.say("대체 언제 와요", read("parcel_late", emotion="anger", strength=0.9))
    play.press("person")
    assert play.handed.reason == "offered" and play.state.holder == "queue"


def test_the_packet_says_what_it_is_about_what_is_known_and_what_was_tried() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    play.say("상담원이요", PERSON)
    packet = play.handed.packet
    assert (packet.matter, packet.intent) == ("늦는 택배", "parcel_late")
    assert packet.slots == {"주문번호": "1234"}
    assert packet.tried == ("주문 조회",)
    assert packet.mood == play.state.mood


def test_a_designed_handoff_speaks_its_own_words_and_suggests_the_next_step() -> None:
    play = Play()
    play.say("깨졌어요", read("came_broken"))
    [reply] = play.say("뚜껑이요", read())
    assert "사진을 볼 수 있는 상담원에게 전할게요." in reply.text
    assert play.handed.reason == "designed" and play.handed.packet.suggested == "사진을 받아 주세요."
    assert "이 창에서" in reply.text, "what happens next is said"
    assert "연결해 드릴게요" not in reply.text, "the general words are not said on top"


def test_the_customer_who_waits_is_told_so_twice_and_then_left_in_peace() -> None:
    play = Play()
    play.say("상담원이요", PERSON)
    replies = [play.say("저기요", read()) for _ in range(4)]
    assert [[reply.purpose for reply in said] for said in replies] == [["held"], ["held"], [], []]


def test_while_a_teammate_holds_the_thread_the_assistant_keeps_quiet() -> None:
    play = Play()
    play.say("상담원이요", PERSON)
    play.happen(HolderChanged(holder="teammate", teammate="소라"))
    play.teammate("안녕하세요, 소라입니다.")
    assert play.say("환불해 주세요", read("wants_refund")) == []
    assert play.waits.until is None, "nobody hurries a person by a clock"


def test_anger_that_stays_over_two_messages_offers_a_person_unasked() -> None:
    play = Play()
    [first] = play.say("배송비 왜 이래요", read("delivery_fee", emotion="frustration", strength=0.7))
    [second] = play.say("진짜 몇 시에 여는데요", read("opening_hours", emotion="frustration", strength=0.8))
    assert not first.offers_person
    assert second.offers_person and second.choices[-1].value == "person"


def test_anger_that_fades_offers_nobody() -> None:
    play = Play()
    play.say("배송비 왜 이래요", read("delivery_fee", emotion="frustration", strength=0.9))
    [reply] = play.say("몇 시에 열어요", read("opening_hours", emotion="frustration", strength=0.4))
    assert not reply.offers_person


def test_the_offer_is_not_made_again_in_the_very_next_reply() -> None:
    play = Play()
    offered = []
    for _ in range(4):
        [reply] = play.say("배송비요", read("delivery_fee", emotion="anger", strength=0.9))
        offered.append(reply.offers_person)
    assert offered == [True, False, True, False]


def test_an_offer_is_not_mixed_with_the_question_whether_it_is_solved() -> None:
    play = Play()
    [reply] = play.say("1234 언제 와", read("parcel_late", order="1234", emotion="anger", strength=0.9))
    assert reply.offers_person and "check" not in reply.moves and reply.expects == "person"
    play.say("네", read(speech_act="yes"))
    assert play.state.holder == "queue"


def test_yes_after_a_failed_action_means_the_person_that_was_offered() -> None:
    files = with_files(
        scenarios__call_me="""
title: 전화 예약
matter: 전화 예약
intents: [call_me]
steps:
  - ask: phone
    id: ask_phone
    say: ["어느 번호로 전화를 드릴까요?"]
  - call: call_back
    id: book
  - end: "예약했어요."
    id: done
"""
    )
    play = Play(load(files), works={"call_back": "failed"})
    play.say("전화 주세요", read("call_me"))
    entity = read(entities=({"kind": "phone", "value": "[전화 1]", "text": "[전화 1]", "start": 0, "end": 6},))
    [reply] = play.say("[전화 1]", entity)
    assert reply.purpose == "trouble" and reply.offers_person and play.state.matters[0].outcome == "trouble"
    play.say("네", read(speech_act="yes"))
    assert play.handed.reason == "offered"


def test_yes_to_an_offer_made_beside_the_way_back_means_the_person() -> None:
    play = Play(works={"call_back": "failed"})
    play.say("환불요", read("wants_refund"))
    play.say("전화 주세요", read("call_me"))
    entity = read(entities=({"kind": "phone", "value": "[전화 1]", "text": "[전화 1]", "start": 0, "end": 6},))
    [reply] = play.say("[전화 1]", entity)
    assert "line.trouble" in reply.spoke and reply.offers_person
    play.say("네", read(speech_act="yes"))
    assert play.state.holder == "queue"


def test_one_handoff_is_one_handoff() -> None:
    play = Play()
    play.write("상담원!", PERSON)
    play.write("상담원 연결요", PERSON)
    [reply] = play.go_on()
    assert len(play.of(HandoffRequested)) == 1 and reply.answers == ("k1", "k2")


def test_the_words_of_the_offer_take_it_up_in_the_middle_of_a_question() -> None:
    play = Play()
    play.say("대체 언제 와요", read("parcel_late", emotion="anger", strength=0.9))
    play.say("몰라요", read())
    play.say("네 연결해 주세요", read(speech_act="request"))
    assert play.handed.reason == "asked" and play.state.holder == "queue"


def test_the_same_words_without_an_offer_are_no_wish_for_a_person() -> None:
    play = Play()
    play.say("언제 와요", read("parcel_late"))
    play.say("인터넷 연결해 주세요", read(speech_act="request"))
    assert play.taken == "wrong_answer" and play.state.holder == "assistant"
