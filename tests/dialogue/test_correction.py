"""The customer changes what they said before."""

from dajeong.conversation.events import ActionCalled, MessageTaken
from dajeong.conversation.reading import Entity
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files


def at(address: str) -> Entity:
    """An address that was read."""
    return Entity(kind="address", value=address, text=address, start=0, end=len(address))


def number(phone: str) -> Entity:
    """A phone number that was read."""
    return Entity(kind="phone", value=phone, text=phone, start=0, end=len(phone))


def test_a_corrected_number_is_looked_up_again_after_the_matter_had_ended() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    [reply] = play.say("아니 주문번호 1235였어요", read(order="1235", wishes=("correct",)))
    assert play.taken == "correction"
    assert reply.spoke[0] == "line.corrected"
    assert "late_parcel.news" in reply.spoke
    assert [call.inputs["order_number"] for call in play.of(ActionCalled)] == ["1234", "1235"]
    assert [matter.id for matter in play.state.matters] == ["m1"], "it is the same matter, not a new one"


def test_a_correction_before_anything_was_looked_up_only_changes_the_number() -> None:
    play = Play()
    play.say("1234 환불해 주세요", read("wants_refund", order="1234"))
    [reply] = play.say("아니 1235요", read(order="1235", wishes=("correct",)))
    assert reply.spoke == ("line.corrected", "refund.ask_reason")
    assert play.of(ActionCalled) == [], "nothing is refunded before the customer agreed"


def test_a_correction_never_repeats_a_refund_without_asking_again() -> None:
    play = Play()
    play.say("1234 환불해 주세요", read("wants_refund", order="1234"))
    play.press("broken")
    play.press("agreed")
    assert len(play.of(ActionCalled)) == 1
    play.say("아니 1235였어요", read(order="1235", wishes=("correct",)))
    assert len(play.of(ActionCalled)) == 1
    assert play.step == "refund.ask_reason"


def test_another_number_with_a_new_matter_is_no_correction() -> None:
    play = Play()
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    [reply] = play.say("5678은 환불해 주세요", read("wants_refund", order="5678"))
    assert play.taken == "matter"
    assert reply.spoke == ("refund.ask_order", "refund.ask_reason")
    assert play.state.slots["order_number"] == "5678"


def test_the_same_number_said_again_corrects_nothing() -> None:
    play = Play()
    play.say("1234 환불해 주세요", read("wants_refund", order="1234"))
    play.say("1234요", read(order="1234", wishes=("correct",)))
    assert "correction" not in [taken.taken_as for taken in play.of(MessageTaken)]


def test_what_was_looked_up_with_the_old_number_is_forgotten() -> None:
    answers = iter([{"found": True, "item": "컵", "arrives": "2026-11-25"}, "failed"])
    play = Play(works={"find_order": lambda **_: next(answers)})
    play.say("1234 언제 와요", read("parcel_late", order="1234"))
    [reply] = play.say("아니 1235요", read(order="1235", wishes=("correct",)))
    assert "late_parcel.cannot_look" in reply.spoke
    assert "find_order" not in play.state.results


def test_an_address_said_wrongly_is_corrected_while_something_else_is_asked() -> None:
    moves = "title: 이사\nmatter: 이사\nintents: [call_me]\nsteps:\n  - ask: new_address\n    id: where\n    say: 어디로 보낼까요?\n"
    moves += "  - ask: phone\n    id: phone\n    say: 연락처를 알려 주시겠어요?\n  - end: true\n    id: done\n"
    play = Play(load(with_files(scenarios__call_me=moves)))
    play.say("이사해요", read("call_me"))
    play.say("[주소 1]이에요", read(entities=(at("[주소 1]"),)))
    play.say("잠깐만요 [주소 2]예요 방금 건 틀린 거예요", read(entities=(at("[주소 2]"),), wishes=("correct",)))
    assert play.taken == "correction" and play.state.slots["new_address"] == "[주소 2]"
    assert play.step == "call_me.phone"


def test_what_belongs_to_a_person_is_not_said_back() -> None:
    play = Play()
    [noted] = play.say("[전화 1]", read(entities=(number("[전화 1]"),)))
    assert noted.spoke == ("line.noted",) and "[전화 1]" not in noted.text and "연락처" in noted.text
    play.say("전화 주세요", read("call_me"))
    [reply] = play.say("아니 [전화 2]요", read(entities=(number("[전화 2]"),), wishes=("correct",)))
    assert play.taken == "correction" and "[전화 2]" not in reply.text.partition("고쳤어요")[0]
