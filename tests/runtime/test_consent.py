"""What is said about a conversation is kept, and disturbs nothing in it."""

import asyncio

from dajeong.conversation.consent import ConsentGiven, ConsentWithdrawn
from dajeong.conversation.correction import ReadingCorrected
from dajeong.conversation.events import ConversationStarted, CustomerWrote
from tests.runtime.place import Place

AGREES = ConsentGiven(purpose="training", terms="privacy-2026-11")
WITHDRAWS = ConsentWithdrawn(purpose="training")


async def test_consent_given_on_opening_stands_before_anything_is_said(place: Place) -> None:
    await place.runtime.start(
        "c1", channel="web_chat", customer="손님", playbook="shop", language="ko", consents=[AGREES]
    )
    first, second, *_ = await place.events()
    assert isinstance(first, ConversationStarted) and second == AGREES
    assert (await place.state()).consents == {"training"}


async def test_saying_it_again_adds_nothing_and_taking_back_what_was_never_given_neither(place: Place) -> None:
    await place.open()
    assert not await place.runtime.agree("c1", WITHDRAWS)
    assert await place.runtime.agree("c1", AGREES)
    assert not await place.runtime.agree("c1", AGREES)
    assert await place.runtime.agree("c1", WITHDRAWS)
    assert [event for event in await place.events() if event in (AGREES, WITHDRAWS)] == [AGREES, WITHDRAWS]


async def test_a_waiting_time_goes_on_as_if_nothing_had_been_said(place: Place) -> None:
    await place.open()
    await place.say("환불하고 싶어요")
    waits = await place.log.next_due()
    before = await place.state()
    place.clock.forward(60)
    await place.runtime.agree("c1", AGREES)
    await place.runtime.note("c1", ReadingCorrected(message="k2", emotion="anger", teammate="소라"))
    assert await place.log.next_due() == waits and (await place.state()).last_at == before.last_at
    # Said after the wait ran out and before anybody looked: the silence is still heard.
    assert waits is not None
    place.clock.now = waits
    await place.runtime.agree("c1", WITHDRAWS)
    await place.tick()
    assert "time_passed" in [event.kind for event in await place.events()]


async def test_consent_in_the_middle_of_an_answer_loses_and_doubles_nothing(place: Place) -> None:
    await place.open()
    place.reader.hold()
    await place.runtime.receive("c1", message="k1", text="환불하고 싶어요")
    answering = asyncio.create_task(place.runtime.answer("c1"))
    await asyncio.to_thread(place.reader.began.wait, 10)
    await place.runtime.agree("c1", AGREES)
    place.reader.may_go_on.set()
    await answering
    await place.each_message_is_answered_once()
    assert sum(isinstance(event, CustomerWrote) for event in await place.events()) == 1
    assert (await place.state()).consents == {"training"}
