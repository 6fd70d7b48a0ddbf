"""“오늘” is the customer's day, wherever the server stands; what is stored stays UTC."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from dajeong.conversation.events import CustomerWrote
from dajeong.runtime.loose_shelf import LooseShelf
from tests.dialogue.shop import SHOP, with_files
from tests.runtime.place import Place

# Half past midnight on Tuesday in Seoul, Monday afternoon in London, Monday morning in New York.
NIGHT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
VISIT = """
title: 파손된 상품
matter: 파손된 상품
intents: [came_broken]
steps:
  - ask: day
    say: ["어느 날 찾아갈까요?"]
  - say: ["{day}에 찾아갈게요."]
  - end: true
    asks_if_solved: false
"""
LOOK = """
title: 전화 예약
matter: 전화 예약
intents: [call_me]
steps:
  - call: call_back
  - say: ["{call_back.at}에 전화드릴게요."]
  - end: true
    asks_if_solved: false
"""


def visits(timezone: str = "") -> dict[str, str]:
    """The shop, which comes to see what broke on a day the customer names, and calls at a time its system names."""
    actions = SHOP["actions.yaml"].replace("inputs: {phone: {type: text, title: 연락처}}", "inputs: {}")
    return with_files(
        playbook=SHOP["playbook.yaml"].replace("slots:\n", f"{timezone}slots:\n  day: {{title: 날짜, type: date}}\n"),
        actions=actions.replace("note: {type: text, title: 메모, required: false}", "at: {type: datetime}"),
        scenarios__broken=VISIT,
        scenarios__call_me=LOOK,
    )


async def opened(place: Place, files: Mapping[str, str], **functions: object) -> None:
    place.shelf = LooseShelf({"shop": files})
    place.start(functions=functions)
    place.clock.now = NIGHT
    await place.open()


async def test_a_customer_in_seoul_who_says_today_after_midnight_means_the_new_day(place: Place) -> None:
    await opened(place, visits())
    await place.say("물건이 깨져서 왔어요")
    [reply] = await place.say("오늘이요")
    assert (await place.state()).slots["day"] == "2026-11-24"
    assert "오늘(11월 24일)" in reply.text


async def test_a_playbook_that_names_its_zone_keeps_that_calendar(place: Place) -> None:
    await opened(place, visits("timezone: America/New_York\n"))
    await place.say("물건이 깨져서 왔어요")
    [reply] = await place.say("오늘이요")
    assert (await place.state()).slots["day"] == "2026-11-23"
    assert "오늘(11월 23일)" in reply.text


async def test_what_is_stored_stays_in_utc(place: Place) -> None:
    await opened(place, visits())
    await place.say("물건이 깨져서 왔어요")
    await place.say("오늘이요")
    recorded = await place.log.read("c1")
    assert {each.at.utcoffset() for each in recorded} == {timedelta(0)}
    assert next(each.at for each in recorded if isinstance(each.event, CustomerWrote)) == NIGHT + timedelta(seconds=20)
    due = await place.log.due_before(NIGHT + timedelta(days=1))
    assert {each.until.utcoffset() for each in due} == {timedelta(0)}


async def test_a_moment_a_system_names_in_utc_is_said_on_the_customers_clock(place: Place) -> None:
    await opened(place, visits(), call_back=lambda: {"done": True, "at": "2026-11-24T01:00:00+00:00"})
    [reply] = await place.say("전화 예약할게요")
    assert "오늘(11월 24일) 오전 10시에 전화드릴게요." in reply.text
