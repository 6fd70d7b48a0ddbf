"""A model is exchanged while customers are in conversation: nobody is dropped, and each reading names its model."""

import asyncio
from pathlib import Path

from dajeong.app import open_app
from dajeong.conversation.events import AssistantReplied, MessageUnderstood
from dajeong.learning.card import SHIPPED
from dajeong.learning.registry import Registry
from dajeong.runtime import FunctionActions
from dajeong.settings import Settings
from dajeong.understanding import TrainedReader
from dajeong.understanding.current import CurrentReader
from tests.dialogue.shop import SHOP
from tests.learning.models import NOON, add_another, another_model
from tests.runtime.place import WORKS, Place, WatchedReader


def another_reader(place: Place, folder: Path) -> TrainedReader:
    return TrainedReader.load(another_model(folder / "made.npz"), encoder=place.reader.encoder)


async def readings(place: Place) -> list[MessageUnderstood]:
    return [each for each in await place.events() if isinstance(each, MessageUnderstood)]


async def test_a_conversation_goes_on_across_an_exchange_and_each_reading_names_its_model(
    place: Place, tmp_path: Path
) -> None:
    current = CurrentReader(place.reader)  # type: ignore[arg-type]
    old, new = place.reader.name, another_reader(place, tmp_path)
    place.reader = current  # type: ignore[assignment]
    place.start()
    await place.open()
    await place.say("주문한 게 언제 오나요?")
    current.exchange(new)
    replies = await place.say("AB1234")
    assert replies and [each.reader for each in await readings(place)] == [old, new.name]
    await place.each_message_is_answered_once()


async def test_a_turn_under_way_ends_with_the_model_it_began_with(place: Place, tmp_path: Path) -> None:
    watched = place.reader
    current = CurrentReader(watched)  # type: ignore[arg-type]
    new = another_reader(place, tmp_path)
    place.reader = current  # type: ignore[assignment]
    place.start()
    await place.open()
    assert isinstance(watched, WatchedReader)
    watched.hold()
    saying = asyncio.create_task(place.say("주문한 게 언제 오나요?"))
    await asyncio.to_thread(watched.began.wait, 10)
    current.exchange(new)
    watched.may_go_on.set()
    replies = await saying
    assert [each.reader for each in await readings(place)] == [watched.name]
    assert {each.reader for each in replies} == {watched.name}
    await place.say("AB1234")
    assert (await readings(place))[-1].reader == new.name


async def test_a_running_server_takes_over_what_another_process_promoted(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", reader="light")
    async with open_app(settings, actions=FunctionActions(WORKS)) as app:
        await app.publisher.publish("shop", SHOP)
        conversation = "c1"
        await app.runtime.start(conversation, channel="web_chat", customer="손님", playbook="shop", language="ko")
        names = []
        registry = Registry(settings.data / "models")
        version = add_another(registry, tmp_path)
        for number, change in enumerate((None, version, SHIPPED)):
            if change is not None:
                registry.promote(change, at=NOON)
                await app.models.look()
            await app.runtime.receive(conversation, message=f"m{number}", text="주문한 게 언제 오나요?")
            await app.runtime.answer(conversation)
            said = [each.event for each in await app.storage.log.read(conversation)]
            names.append([each.reader for each in said if isinstance(each, AssistantReplied)][-1])
    assert names[0] == names[2] != names[1]
    # The next start reads with what is in force.
    registry.promote(version, at=NOON)
    async with open_app(settings, actions=FunctionActions(WORKS)) as app:
        assert app.models.version == version and app.reader.now.name == names[1]
