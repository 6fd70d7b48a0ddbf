"""The web chat: only the holder of the token sees a conversation, once and in order, from any position."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dajeong.app import App, open_app
from dajeong.channels import ChatEvent, ChatMessage, NotYours, Opened
from dajeong.channels.chat_events import ChatClosed, ChatHolder, ChatTyping
from dajeong.runtime import FunctionActions
from dajeong.settings import Settings
from dajeong.understanding import TrainedReader
from tests.dialogue.shop import SHOP
from tests.runtime.place import WORKS, Clock


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader.load()


@pytest.fixture
async def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: TrainedReader) -> AsyncIterator[App]:
    monkeypatch.setattr(TrainedReader, "load", lambda *_, **__: reader)
    clock = Clock()
    async with open_app(Settings(data=tmp_path / "data"), clock=clock, actions=FunctionActions(WORKS)) as opened:
        await opened.publisher.publish("shop", SHOP)
        yield opened


async def send(app: App, opened: Opened, number: int, text: str, choice: str | None = None) -> None:
    app.clock.forward(20)  # type: ignore[attr-defined]
    await app.web_chat.send(opened.conversation, message=f"k{number}", text=text, choice=choice)
    await app.answering.settle()


def messages(events: list[ChatEvent]) -> list[ChatMessage]:
    return [event for event in events if isinstance(event, ChatMessage)]


async def take(app: App, opened: Opened, count: int, after: int = 0) -> list[ChatEvent]:
    """The first ``count`` events of a stream."""
    found: list[ChatEvent] = []
    stream = app.web_chat.stream(opened.conversation, after=after)
    async with asyncio.timeout(60):
        async for event in stream:
            if event is not None:
                found.append(event)
            if len(found) == count:
                break
    await stream.aclose()  # type: ignore[attr-defined]
    return found


async def test_the_first_words_are_the_notice_marked_as_fixed_words(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    [notice] = messages(await app.web_chat.history(opened.conversation))
    assert "AI" in notice.text and notice.by == "assistant" and notice.author in ("ai", "template")


async def test_only_the_conversations_own_token_opens_it(app: App) -> None:
    mine, yours = await app.web_chat.open("shop", "나"), await app.web_chat.open("shop", "너")
    await app.web_chat.admit(mine.conversation, mine.token)
    for conversation, token in (
        (yours.conversation, mine.token),
        (mine.conversation, ""),
        (mine.conversation, "guess"),
        ("no-such-conversation", mine.token),
    ):
        with pytest.raises(NotYours):
            await app.web_chat.admit(conversation, token)
    await app.web_chat.admit(mine.conversation, mine.token)


async def test_history_is_everything_once_and_in_order_and_from_any_position(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "배송비 얼마예요?")
    await send(app, opened, 2, "몇 시에 열어요?")
    whole = await app.web_chat.history(opened.conversation)
    assert [message.by for message in messages(whole)] == [
        "assistant",
        "customer",
        "assistant",
        "customer",
        "assistant",
    ]
    positions = [event.position for event in whole]
    assert positions == sorted(set(positions))
    for cut in range(len(whole)):
        assert await app.web_chat.history(opened.conversation, after=whole[cut].position) == whole[cut + 1 :]


async def test_a_stream_resumed_at_any_position_skips_nothing_and_repeats_nothing(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "배송비 얼마예요?")
    whole = await app.web_chat.history(opened.conversation)
    for cut in range(len(whole) - 1):
        rest = await take(app, opened, 1, after=whole[cut].position)
        assert rest == [whole[cut + 1]]


async def test_a_stream_shows_what_happens_while_it_is_open(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    watching = asyncio.create_task(take(app, opened, 4))
    await asyncio.sleep(0.05)
    await send(app, opened, 1, "배송비 얼마예요?")
    notice, own, typing, reply = await watching
    assert isinstance(typing, ChatTyping)
    assert [each.by for each in messages([notice, own, reply])] == ["assistant", "customer", "assistant"]


async def test_nobody_is_shown_typing_while_a_person_holds_the_thread(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "상담원 연결해 주세요")
    await app.runtime.write_as_teammate(opened.conversation, message="t1", text="네, 말씀하세요.", teammate="소라")
    before = await app.storage.log.position()
    await send(app, opened, 2, "배송비 얼마예요?")
    [own] = await take(app, opened, 1, after=before)
    assert isinstance(own, ChatMessage) and own.by == "customer"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            async for event in app.web_chat.stream(opened.conversation, after=own.position):
                assert not isinstance(event, ChatTyping)


async def test_a_person_is_marked_as_a_person_and_the_change_of_hands_is_shown(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "상담원 연결해 주세요")
    await app.runtime.write_as_teammate(opened.conversation, message="t1", text="네, 말씀하세요.", teammate="소라")
    shown = await app.web_chat.history(opened.conversation)
    assert [event.holder for event in shown if isinstance(event, ChatHolder)] == ["queue", "teammate"]
    last = messages(shown)[-1]
    assert (last.by, last.author) == ("teammate", "human")


async def test_nothing_of_why_reaches_the_customers_screen(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "택배가 안 와서 너무 화나요!! 1234")
    shown = " ".join(event.model_dump_json() for event in await app.web_chat.history(opened.conversation))
    for inner in ("anger", "policy", "mood", "evidence", "scenario", "parcel_late", "소라"):
        assert inner not in shown, inner


async def test_buttons_reach_the_screen_and_can_be_pressed(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "1234 환불해 주세요")
    last = messages(await app.web_chat.history(opened.conversation))[-1]
    assert [choice.value for choice in last.choices] == ["changed_mind", "broken"] and last.expects == "slot"
    await send(app, opened, 2, last.choices[1].label, last.choices[1].value)
    assert (await app.runtime.load(opened.conversation)).slots["reason"] == "broken"


async def test_the_same_message_sent_twice_is_shown_and_answered_once(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    for _ in range(3):
        await send(app, opened, 1, "배송비 얼마예요?")
    assert len(messages(await app.web_chat.history(opened.conversation))) == 3


async def test_the_survey_and_the_end_are_shown(app: App) -> None:
    opened = await app.web_chat.open("shop", "손님")
    await send(app, opened, 1, "1234 택배 언제 와요?")
    await send(app, opened, 2, "네", "solved:yes")
    survey = messages(await app.web_chat.history(opened.conversation))[-1]
    assert survey.survey and [choice.label for choice in survey.choices] == ["1", "2", "3", "4", "5"]
    await send(app, opened, 3, "5", "survey:5")
    assert isinstance((await app.web_chat.history(opened.conversation))[-1], ChatClosed)
