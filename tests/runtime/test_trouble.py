"""Crashes, a database that is away, turns that break: nothing is lost, nothing is doubled."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from dajeong.conversation import Event
from dajeong.conversation.events import ActionCalled, ActionReturned, AssistantReplied, CustomerWrote
from dajeong.runtime import Answering, FunctionActions, Timekeeper
from dajeong.storage.errors import StorageUnavailable
from tests.runtime.place import WORKS, Place


def holds(kind: type[Any]) -> Any:
    def refuses(events: Sequence[Event]) -> bool:
        return any(isinstance(event, kind) for event in events)

    return refuses


async def test_a_turn_lost_with_its_process_is_found_by_the_next_one(place: Place) -> None:
    await place.open()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    place.start()
    assert await place.tick(5) == 0, "another process may still be at it"
    assert await place.tick(10) == 1
    await place.each_message_is_answered_once()


async def test_a_conversation_killed_before_its_first_words_gets_them_later(place: Place) -> None:
    place.log.refuse = holds(AssistantReplied)
    with pytest.raises(StorageUnavailable):
        await place.open()
    place.log.refuse = lambda events: False
    place.start()
    await place.tick(60)
    assert [reply.purpose for reply in await place.replies()] == ["notice"]


async def test_an_action_killed_before_its_answer_was_kept_is_repeated_with_the_same_key(place: Place) -> None:
    keys: list[str] = []

    class Recording(FunctionActions):
        async def call(self, playbook: str, action: Any, key: str, inputs: Any) -> Any:
            keys.append(key)
            return await super().call(playbook, action, key, inputs)

    place.start(Recording(WORKS))
    await place.open()
    place.log.refuse = holds(ActionReturned)
    with pytest.raises(StorageUnavailable):
        await place.say("1234 택배 언제 와요?")
    place.log.refuse = lambda events: False
    place.start(Recording(WORKS))
    await place.tick(60)
    assert len(keys) == 2 and keys[0] == keys[1]
    assert len([event for event in await place.events() if isinstance(event, ActionCalled)]) == 1
    await place.each_message_is_answered_once()


async def test_an_action_killed_before_it_was_on_record_was_never_performed(place: Place) -> None:
    performed: list[str] = []
    place.start(functions={**WORKS, "find_order": lambda order_number: performed.append(order_number)})
    await place.open()
    place.log.refuse = holds(ActionCalled)
    with pytest.raises(StorageUnavailable):
        await place.say("1234 택배 언제 와요?")
    assert performed == []


async def test_a_slow_action_is_not_started_a_second_time_beside_itself(place: Place) -> None:
    started = 0
    may_end = asyncio.Event()

    async def slow(order_number: str) -> dict[str, Any]:
        nonlocal started
        started += 1
        await may_end.wait()
        return {"found": True, "item": "컵", "arrives": "2026-11-25"}

    place.start(functions={**WORKS, "find_order": slow})
    await place.open()
    await place.runtime.receive("c1", message="k1", text="1234 택배 언제 와요?")
    answering = asyncio.create_task(place.runtime.answer("c1"))
    while not started:
        await asyncio.sleep(0.001)
    ticking = asyncio.create_task(place.tick(3600))
    await asyncio.sleep(0.01)
    may_end.set()
    await asyncio.gather(answering, ticking)
    assert started == 1
    await place.each_message_is_answered_once()


async def test_the_turn_owed_beside_an_action_waits_for_as_long_as_the_action_may_take(place: Place) -> None:
    place.log.refuse = holds(ActionReturned)
    await place.open()
    with pytest.raises(StorageUnavailable):
        await place.say("1234 택배 언제 와요?")
    [row] = await place.log.due_before(place.clock.now.replace(year=2030))
    assert (row.until - place.clock.now).total_seconds() == 11, "ten seconds for us and one for the action"


async def test_a_database_that_is_away_loses_nothing_and_the_answer_comes_later(place: Place) -> None:
    await place.open()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    place.log.away = True
    answering = Answering(place.runtime)
    answering.wake("c1")
    await answering.settle()
    with pytest.raises(StorageUnavailable):
        await place.runtime.receive("c1", message="k2", text="몇 시에 열어요?")
    place.log.away = False
    await place.runtime.receive("c1", message="k2", text="몇 시에 열어요?")
    await place.tick(60)
    await place.each_message_is_answered_once()
    assert [event.message for event in await place.events() if isinstance(event, CustomerWrote)] == ["k1", "k2"]


async def test_the_timekeeper_waits_for_a_database_that_is_away(place: Place) -> None:
    await place.open()
    await place.runtime.receive("c1", message="k1", text="배송비 얼마예요?")
    place.log.away = True
    running = asyncio.create_task(Timekeeper(place.runtime, place.clock).run())
    place.clock.forward(60)
    await asyncio.sleep(0.05)
    assert not running.done()
    running.cancel()


async def test_one_conversation_that_breaks_every_time_does_not_hold_up_the_others(place: Place) -> None:
    await place.open("bad")
    await place.open("good")
    await place.runtime.receive("bad", message="k1", text="부서진 말")
    await place.runtime.receive("good", message="k1", text="배송비 얼마예요?")
    real = place.reader.read
    broken = 0

    def read(text: str, **more: Any) -> Any:
        nonlocal broken
        if text == "부서진 말":
            broken += 1
            raise RuntimeError("this text breaks the reader")
        return real(text, **more)

    place.reader.read = read  # type: ignore[method-assign]
    keeper = Timekeeper(place.runtime, place.clock)
    place.clock.forward(60)
    for _ in range(20):
        await keeper.tick()
        place.clock.forward(1)
    await place.each_message_is_answered_once("good")
    assert 2 <= broken <= 6, "it is tried again, more and more seldom"


async def test_silence_acts_by_the_clock_alone(place: Place) -> None:
    await place.open()
    await place.say("1234 택배 언제 와요?")
    assert await place.tick(179) == 0
    await place.tick(1)
    assert (await place.replies())[-1].purpose == "silence"
    await place.tick(600)
    assert (await place.replies())[-1].purpose == "survey"
    await place.tick(300)
    assert (await place.state()).closed
    assert await place.tick(100_000) == 0, "nothing is due any more"


async def test_a_silence_that_was_broken_in_time_is_no_silence(place: Place) -> None:
    await place.open()
    await place.say("환불해 주세요")
    [row] = await place.log.due_before(place.clock.now.replace(year=2030))
    place.clock.forward(181)
    await place.say("1234")
    await place.runtime.pass_time("c1", row.why, row.until)
    assert "silence" not in [reply.purpose for reply in await place.replies()]


async def test_what_is_due_can_be_made_again_from_the_log(place: Place) -> None:
    from dajeong.dialogue import Wait, decide
    from dajeong.storage.log import Due

    await place.open()
    await place.say("환불해 주세요")
    design = await place.runtime.designs.current("shop")
    before = await place.log.due_before(place.clock.now.replace(year=2030))

    def waits(conversation: Any) -> Due | None:
        wait = decide(conversation, design.playbook)
        assert isinstance(wait, Wait)
        return Due(wait.until, wait.why) if wait.until and wait.why else None

    await place.log.rebuild_due(waits)
    assert await place.log.due_before(place.clock.now.replace(year=2030)) == before
