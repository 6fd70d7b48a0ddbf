"""What a customer hears when a business system does not do its part."""

import asyncio
import math
from typing import Any

import pytest

from dajeong.conversation.events import ActionReturned
from tests.runtime.place import WORKS, Place


async def hang(order_number: str) -> None:
    await asyncio.sleep(30)


def fail(order_number: str) -> None:
    raise RuntimeError("down")


def nested(order_number: str) -> dict[str, Any]:
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    return {"found": True, "item": "컵", "arrives": "2026-11-25", "status": "x", "extra": deep}


@pytest.mark.parametrize(
    ("function", "problem"), [(hang, "timeout"), (fail, "failed"), (lambda order_number: "컵", "rubbish")]
)
async def test_trouble_takes_the_designed_way_and_the_customer_is_answered(
    place: Place, function: Any, problem: str
) -> None:
    place.start(functions={**WORKS, "find_order": function})
    await place.open()
    [reply] = await place.say("1234 택배 언제 와요?")
    assert "late_parcel.cannot_look" in reply.spoke
    [returned] = [event for event in await place.events() if isinstance(event, ActionReturned)]
    assert returned.problem == problem
    await place.each_message_is_answered_once()


@pytest.mark.parametrize(
    "outputs",
    [
        {"found": True, "item": "컵" * 3_000_000, "arrives": "2026-11-25"},
        {"found": True, "item": "\ud800", "arrives": "2026-11-25"},
        {"found": True, "item": "\x00", "arrives": "2026-11-25"},
    ],
)
async def test_an_answer_nobody_can_keep_is_trouble_and_not_the_end_of_the_conversation(
    place: Place, outputs: dict[str, Any]
) -> None:
    calls = 0

    def odd(order_number: str) -> dict[str, Any]:
        nonlocal calls
        calls += 1
        return outputs

    place.start(functions={**WORKS, "find_order": odd})
    await place.open()
    await place.say("1234 택배 언제 와요?")
    await place.each_message_is_answered_once()
    assert calls == 1


async def test_what_was_not_declared_is_dropped_however_odd(place: Place) -> None:
    place.start(functions={**WORKS, "find_order": nested})
    await place.open()
    [reply] = await place.say("1234 택배 언제 와요?")
    assert "late_parcel.news" in reply.spoke


async def test_a_number_that_is_none_is_rubbish(place: Place) -> None:
    from dajeong.playbook.actions import Action, Value
    from dajeong.runtime.actions import checked

    money = Action(name="bill", outputs={"amount": Value(type="money")})
    for amount in (math.nan, math.inf):
        assert checked(money, {"amount": amount}).problem == "rubbish"


async def test_an_action_whose_inputs_cannot_be_opened_is_trouble_and_is_not_tried_for_ever(place: Place) -> None:
    from dajeong.trust.keys import KeyRing, VaultKey

    await place.open()
    await place.say("전화 예약할게요")
    await place.runtime.receive("c1", message="k9", text="010-2345-6789")
    place.keys = KeyRing((VaultKey("test", bytes(range(32))),))
    place.start()
    await place.runtime.answer("c1")
    returned = [event for event in await place.events() if isinstance(event, ActionReturned)]
    assert [each.problem for each in returned] == ["failed"]
    await place.each_message_is_answered_once()


async def test_words_before_a_slow_call_are_on_the_screen_before_it_is_made(place: Place) -> None:
    seen: list[str] = []

    async def refund(order_number: str, reason: str) -> dict[str, Any]:
        seen.extend(reply.text for reply in await place.replies())
        return {"done": True, "receipt": "R-7"}

    place.start(functions={**WORKS, "request_refund": refund})
    await place.open()
    await place.say("1234 환불해 주세요")
    await place.say("깨져서 왔어요", choice="broken")
    await place.say("네 접수해 주세요", choice="agreed")
    assert "접수하는 중" in seen[-1]
    assert "R-7" in (await place.replies())[-1].text
