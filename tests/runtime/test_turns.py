"""The one road: kept first, then thought about, then answered; never twice, never lost."""

import asyncio

import pytest

from dajeong.conversation import inbox_row
from dajeong.conversation.events import AssistantReplied, CustomerWrote, HandoffRequested, HolderChanged
from dajeong.conversation.reading import Reading
from dajeong.runtime import Answering
from dajeong.runtime.errors import ConversationOver, UnknownConversation
from tests.dialogue.shop import load, with_files
from tests.runtime.place import Place, until


async def test_a_message_is_kept_before_anybody_thinks_about_it(place: Place) -> None:
    await place.open()
    receipt = await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    assert not receipt.repeated
    last = (await place.events())[-1]
    assert isinstance(last, CustomerWrote) and last.text == "배송비 얼마예요?"
    assert await place.log.due_before(place.clock.now.replace(year=2030)), "the turn is owed until it is taken"


async def test_the_same_message_again_is_harmless(place: Place) -> None:
    await place.open()
    first = await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    again = await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    await place.runtime.answer("c1")
    late = await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    await place.runtime.answer("c1")
    assert (again.repeated, late.repeated) == (True, True)
    assert first.version == again.version == late.version
    await place.each_message_is_answered_once()
    assert len(await place.replies()) == 2, "the notice and one answer"


async def test_an_unknown_conversation_is_said_to_be_unknown(place: Place) -> None:
    with pytest.raises(UnknownConversation):
        await place.runtime.receive("nobody", message="k1", text="안녕하세요")


async def test_a_closed_conversation_takes_no_new_message_but_a_repeat_is_harmless(place: Place) -> None:
    await place.open()
    await place.say("배송비 얼마예요?")
    for _ in range(4):
        await place.tick(3600)
    assert (await place.state()).closed
    with pytest.raises(ConversationOver):
        await place.runtime.receive("c1", message="new", text="저기요")
    [kept] = [event for event in await place.events() if isinstance(event, CustomerWrote)]
    assert (await place.runtime.receive("c1", message=kept.message, text=kept.text)).repeated


async def test_what_is_written_while_we_think_is_answered_in_the_same_reply(place: Place) -> None:
    await place.open()
    place.reader.hold()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    thinking = asyncio.create_task(place.runtime.answer("c1"))
    await asyncio.to_thread(place.reader.began.wait, 10)
    await place.runtime.receive("c1", message="k2", text="몇 시에 열어요?")
    place.reader.may_go_on.set()
    await thinking
    _, reply = await place.replies()
    assert reply.answers == ("k1", "k2") and {"delivery_fee.answer", "opening_hours.answer"} <= set(reply.spoke)
    await place.each_message_is_answered_once()


async def test_an_answering_in_the_background_loses_nothing_of_a_burst(place: Place) -> None:
    await place.open()
    answering = Answering(place.runtime)
    for number in range(12):
        await place.runtime.receive("c1", message=f"k{number}", text="배송비 얼마예요?")
        answering.wake("c1")
        await asyncio.sleep(0.003)
    await answering.settle()
    await place.each_message_is_answered_once()


async def test_a_wake_right_after_the_last_answer_is_not_lost(place: Place) -> None:
    await place.open()
    answering = Answering(place.runtime)
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    answering.wake("c1")
    [task] = answering._tasks.values()

    async def write_again() -> None:
        while not task.done():
            await asyncio.sleep(0)
        answering.wake("c1")

    await place.runtime.receive("c1", message="k2", text="몇 시에 열어요?")
    await write_again()
    await answering.settle()
    await place.each_message_is_answered_once()


async def test_two_answers_at_once_to_one_conversation_make_one_reply(place: Place) -> None:
    await place.open()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    await asyncio.gather(*(place.runtime.answer("c1") for _ in range(4)))
    await place.each_message_is_answered_once()


async def test_two_runtimes_over_one_log_make_one_reply(place: Place) -> None:
    await place.open()
    one = place.runtime
    other = place.start()
    await one.receive("c1", message="k1", text="배송비 얼마예요?")
    await asyncio.gather(one.answer("c1"), other.answer("c1"))
    await other.receive("c1", message="k2", text="몇 시에 열어요?")
    await asyncio.gather(one.answer("c1"), other.answer("c1"))
    await place.each_message_is_answered_once()
    assert await one.load("c1") == await place.state() or await one._memory.reload("c1") == await place.state()


async def test_two_conversations_at_once_do_not_mix(place: Place) -> None:
    await place.open("c1")
    await place.open("c2")
    await asyncio.gather(place.say("환불해 주세요", "c1"), place.say("배송비 얼마예요?", "c2"))
    await asyncio.gather(place.say("1234", "c1"), place.say("몇 시에 열어요?", "c2"))
    assert (await place.state("c1")).slots == {"order_number": "1234"}
    assert (await place.state("c2")).slots == {}
    for conversation in ("c1", "c2"):
        await place.each_message_is_answered_once(conversation)


async def test_the_warm_state_is_the_state_the_log_tells_after_every_message(place: Place) -> None:
    await place.open()
    for text in ("안녕하세요", "택배가 아직 안 왔어요 ㅠㅠ", "1234", "아니 주문번호 1235였어요", "네 해결됐어요", "5"):
        await place.say(text)
        told = await place.state()
        assert await place.runtime.load("c1") == told
        row = await place.log.inbox_of("c1")
        assert row == inbox_row(told)


async def test_only_a_button_that_was_shown_counts_as_pressed(place: Place) -> None:
    await place.open()
    await place.say("저기요 이거요", choice="intent:wants_refund")
    [wrote] = [event for event in await place.events() if isinstance(event, CustomerWrote)]
    assert wrote.choice is None
    await place.say("1234 환불해 주세요")
    await place.say("깨져서 왔어요", choice="broken")
    assert [event for event in await place.events() if isinstance(event, CustomerWrote)][-1].choice == "broken"


async def test_the_words_of_a_button_are_as_good_as_a_press_and_more_words_are_not(place: Place) -> None:
    await place.open()
    await place.say("1234 환불해 주세요")
    button = (await place.replies())[-1].choices[0]
    await place.runtime.receive("c1", message="more", text=f"{button.label} 같은데 너무 속상해요 ㅠㅠ")
    await place.runtime.receive("c1", message="same", text=f" {button.label}. ")
    *_, more, same = [event for event in await place.events() if isinstance(event, CustomerWrote)]
    assert more.choice is None and same.choice == button.value


async def test_a_matter_told_in_pieces_is_understood_as_a_whole(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces, heard = ("저희 집에", "오기로 한 게", "아직이에요"), list[str]()

    def read(text: str, **more: object) -> Reading:
        heard.append(text)
        return Reading(intent="parcel_late", confidence=0.9) if text == " ".join(pieces) else Reading()

    monkeypatch.setattr(place.reader, "read", read)
    await place.open()
    for number, piece in enumerate((*pieces, "네네")):
        await place.runtime.receive("c1", message=f"k{number}", text=piece)
    c = await place.runtime.answer("c1")
    assert c.frame is not None and c.frame.scenario == "late_parcel"
    assert [each.reading.intent for each in c.heard if each.reading] == [None, None, "parcel_late", None]
    # Once a piece has named the matter, those after it are read by themselves.
    assert heard[-1] == "네네"


async def test_a_playbook_that_goes_in_a_circle_hands_over_to_a_person(place: Place) -> None:
    files = with_files(
        scenarios__broken="""
title: 파손된 상품
matter: 파손된 상품
intents: [came_broken]
steps:
  - say: "첫째예요."
    id: one
  - say: "둘째예요."
    id: two
    then: one
"""
    )
    load(files)
    from dajeong.runtime.loose_shelf import LooseShelf

    place.shelf = LooseShelf({"shop": files})
    place.start()
    await place.open()
    [reply] = await place.say("물건이 깨져서 왔어요")
    assert reply.purpose == "handoff" and (await place.state()).holder == "queue"
    [handed] = [event for event in await place.events() if isinstance(event, HandoffRequested)]
    assert handed.reason == "trouble"
    await place.each_message_is_answered_once()


async def test_a_teammates_reply_takes_the_same_road_and_the_assistant_keeps_quiet(place: Place) -> None:
    await place.open()
    await place.say("상담원 연결해 주세요")
    await place.runtime.write_as_teammate("c1", message="t1", text="안녕하세요, 도와드릴게요.", teammate="소라")
    state = await place.state()
    assert state.holder == "teammate" and state.recent[-1].by == "teammate"
    assert await place.say("배송비 얼마예요?") == []
    events = await place.events()
    assert [event.holder for event in events if isinstance(event, HolderChanged)] == ["queue", "teammate"]


async def test_a_teammate_who_writes_while_the_assistant_thinks_comes_first(place: Place) -> None:
    await place.open()
    place.reader.hold()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    thinking = asyncio.create_task(place.runtime.answer("c1"))
    await asyncio.to_thread(place.reader.began.wait, 10)
    await place.runtime.write_as_teammate("c1", message="t1", text="제가 볼게요.", teammate="소라")
    place.reader.may_go_on.set()
    await thinking
    assert len(await place.replies()) == 1, "only the notice"


async def test_a_bad_message_is_refused_and_changes_nothing(place: Place) -> None:
    from dajeong.errors import DajeongError

    await place.open()
    before = len(await place.events())
    for text in ("", "   ", "\u200b", "가" * 100_000):
        with pytest.raises(DajeongError):
            await place.runtime.receive("c1", message="k1", text=text)
    assert len(await place.events()) == before
    [reply] = await place.say("😀😀😀")
    assert isinstance(reply, AssistantReplied)


async def test_the_answer_comes_though_the_channel_only_rings(place: Place) -> None:
    await place.open()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    Answering(place.runtime).wake("c1")

    async def answered() -> bool:
        return len(await place.replies()) == 2

    await until(answered)


async def test_a_forgotten_customers_words_are_gone_from_the_warm_conversation_too(place: Place) -> None:
    await place.open()
    await place.say("1234 택배 언제 와요?")
    warm = await place.state()
    assert warm.heard and "택배" in warm.heard[0].text
    forgotten = await place.runtime.forget(warm.customer, reason="asked")
    assert warm.id in forgotten
    after = await place.runtime.load(warm.id)
    assert after.forgotten and all("택배" not in heard.text for heard in after.heard)
    assert all("택배" not in line.text for line in after.recent)
