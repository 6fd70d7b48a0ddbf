"""What Home counts can be listed, on both databases: behind every number stand the conversations it counted."""

from datetime import timedelta

import pytest

from dajeong.conversation.events import HandoffRequested, HolderChanged, ScenarioEntered, ScenarioLeft
from dajeong.conversation.handoff import Packet
from dajeong.conversation.inbox import InboxRow
from dajeong.conversation.reading import Emotion
from dajeong.runtime.search_list import SearchList
from dajeong.server.routes.home import sore_places
from dajeong.storage import Storage
from dajeong.storage.facts import NO_SCENARIO, Fact
from dajeong.storage.search import Wanted
from tests.storage.telling import NOON, minutes, started, tell, wrote
from tests.storage.test_search import felt

DAY = timedelta(days=1)


async def listed(storage: Storage, **asked: object) -> list[str]:
    await SearchList(storage.log, storage.search).catch_up()
    page = await storage.search.page(Wanted(**asked))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return sorted(row.id for row in page.rows)


async def feels(storage: Storage, conversation: str, emotion: Emotion, *scenarios: str) -> None:
    entered = [ScenarioEntered(scenario=each, matter=str(n)) for n, each in enumerate(scenarios)]
    await tell(storage.log, conversation, started(conversation), wrote("m1"), *entered, felt("m1", emotion))


@pytest.mark.parametrize(("fact", "conversations"), [("wrote", ["c1"]), ("solved", ["c2"]), ("handed_over", ["c3"])])
async def test_what_happened_today_is_listed_by_when_it_happened(
    storage: Storage, fact: Fact, conversations: list[str]
) -> None:
    solved = ScenarioLeft(scenario="parcel_late", matter="1", outcome="done")
    asked = HandoffRequested(reason="asked", packet=Packet())
    for number in (1, 2, 3):
        await tell(storage.log, f"c{number}", started(f"손님-{number}"), wrote("m1"), solved, asked, at=NOON - DAY)
    await tell(storage.log, "c1", wrote("m2"), at=NOON)
    await tell(storage.log, "c2", solved, solved, at=minutes(1))
    await tell(storage.log, "c3", asked, asked, HolderChanged(holder="queue"), at=minutes(2))
    assert await listed(storage, fact=fact, since=NOON) == conversations
    assert await listed(storage, fact=fact) == ["c1", "c2", "c3"]
    [today] = await storage.today.happened([(NOON, NOON + DAY)])
    assert (today.conversations, today.messages, today.solved, today.handoffs) == (1, 1, 1, 1)


async def test_those_who_wait_for_a_person_are_listed_and_nobody_else(storage: Storage) -> None:
    for name in ("c1", "c2", "c3"):
        await tell(storage.log, name, started(name), wrote("m1"), HolderChanged(holder="queue"))
    await tell(storage.log, "c2", HolderChanged(holder="teammate", teammate="소라"))
    assert await listed(storage, fact="waiting") == ["c1", "c3"]


async def test_a_place_that_hurts_leads_to_the_conversations_that_rest_in_hurt_there(storage: Storage) -> None:
    await feels(storage, "c1", "anger", "address", "refund")
    await feels(storage, "c2", "gratitude", "refund")
    await feels(storage, "c3", "anxiety")
    await feels(storage, "c4", "neutral")
    await feels(storage, "c5", "sadness", "refund", "address")
    rows: list[InboxRow] = await storage.today.lately(NOON - DAY)
    for place in sore_places(rows):
        there = await listed(storage, fact="hurt", playbook=place.playbook, scenario=place.scenario or NO_SCENARIO)
        assert len(there) == place.hurt == 1
    assert await listed(storage, fact="hurt") == ["c1", "c3", "c5"]
    assert await listed(storage, scenario=NO_SCENARIO) == ["c3", "c4"]
    assert await listed(storage, scenario="refund") == ["c1", "c2", "c5"]
