"""Today's counts, on both databases: only what happened in the stretch counts, and the longest waiting come first."""

from datetime import datetime, timedelta

from dajeong.conversation.events import ConversationClosed, HandoffRequested, HolderChanged, ScenarioLeft
from dajeong.conversation.handoff import Packet
from dajeong.storage import Storage
from dajeong.storage.today import Happened
from tests.storage.telling import NOON, minutes, started, tell, wrote

DAY = timedelta(days=1)


async def asks_for_a_person(storage: Storage, conversation: str, at: datetime) -> None:
    handoff = HandoffRequested(reason="asked", packet=Packet())
    await tell(storage.log, conversation, handoff, HolderChanged(holder="queue"), at=at)


async def test_what_happened_is_counted_by_when_it_happened(storage: Storage) -> None:
    await tell(storage.log, "c1", started(), wrote("m1"), at=NOON - DAY)
    await tell(storage.log, "c1", wrote("m2"), wrote("m3"), at=NOON)
    left = ScenarioLeft(scenario="parcel_late", matter="1", outcome="done")
    await tell(storage.log, "c1", left, left.model_copy(update={"outcome": "cancelled"}), at=minutes(1))
    await tell(storage.log, "c2", started("손님-2"), wrote("m1"), at=minutes(2))
    await tell(storage.log, "c3", started("손님-3"), at=minutes(3))
    await asks_for_a_person(storage, "c2", minutes(4))
    today, yesterday, tomorrow = await storage.today.happened(
        [(NOON, NOON + DAY), (NOON - DAY, NOON), (NOON + DAY, NOON + 2 * DAY)]
    )
    assert today == Happened(conversations=2, messages=3, solved=1, handoffs=1)
    assert yesterday == Happened(conversations=1, messages=1)
    assert tomorrow == Happened()


async def test_the_customer_who_waits_longest_for_a_person_comes_first(storage: Storage) -> None:
    for number, minute in ((1, 9), (2, 3), (3, 6)):
        await tell(storage.log, f"c{number}", started(f"손님-{number}"), wrote("m1"), at=NOON)
        await asks_for_a_person(storage, f"c{number}", minutes(minute))
    await tell(storage.log, "c3", HolderChanged(holder="teammate", teammate="소라"), at=minutes(10))
    assert await storage.today.waiting(limit=1) == (2, [(await storage.today.waiting(limit=9))[1][0]])
    number, longest = await storage.today.waiting(limit=9)
    assert number == 2
    assert [(each.conversation, each.since) for each in longest] == [("c2", minutes(3)), ("c1", minutes(9))]
    await tell(storage.log, "c2", ConversationClosed(reason="silence"), at=minutes(11))
    assert [each.conversation for each in (await storage.today.waiting(limit=9))[1]] == ["c1"]


async def test_only_conversations_with_something_new_are_listed(storage: Storage) -> None:
    assert not await storage.today.anybody_wrote()
    await tell(storage.log, "old", started(), wrote("m1"), at=NOON - DAY)
    await tell(storage.log, "new", started("손님-2"), wrote("m1"), at=NOON)
    assert [row.conversation for row in await storage.today.lately(NOON)] == ["new"]
    assert [row.conversation for row in await storage.today.lately(NOON - DAY)] == ["new", "old"]
    assert await storage.today.anybody_wrote()
