"""The log's own rules, the same in memory, in SQLite and in PostgreSQL."""

import asyncio
from datetime import datetime, timedelta

import pytest

from dajeong.conversation import fold, inbox_row
from dajeong.conversation.events import EVENT, ConversationClosed, HolderChanged
from dajeong.storage import AlreadyRecorded, EventLog, VersionConflict
from dajeong.storage.log import Due
from tests.conversation.test_every_event_ever import LINES
from tests.storage.telling import NOON, minutes, row_after, started, tell, tell_at, wrote


async def test_what_was_appended_is_read_back_in_order(log: EventLog) -> None:
    first = await tell(log, "c1", started(), wrote("m1"))
    second = await tell(log, "c1", wrote("m2", "저기요?"), at=minutes(1))
    assert await log.read("c1") == [*first, *second]
    assert [(each.version, each.position) for each in await log.read("c1")] == [(1, 1), (2, 2), (3, 3)]
    assert [each.at for each in await log.read("c1", after=1)] == [NOON, minutes(1)]


async def test_every_event_there_ever_was_comes_back_as_it_went_in(log: EventLog) -> None:
    events = [EVENT.validate_json(line) for line in LINES]
    moment = datetime.fromisoformat("2026-11-23T12:34:56.789012+09:00")
    await log.append("c1", events, after=0, at=moment, inbox=row_after([], "c1", events, moment))
    kept = await log.read("c1")
    assert [each.event for each in kept] == events
    assert {each.at for each in kept} == {moment}


@pytest.mark.parametrize(
    "text", ["\x00 안녕 \x1b[31m", "😀" * 400, "가" * 100_000, "", "'; DROP TABLE events; --", "한\r\n글\u2028"]
)
async def test_whatever_a_customer_types_is_kept_as_it_is(log: EventLog, text: str) -> None:
    await tell(log, "c1", started(), wrote("m1", text))
    assert (await log.read("c1"))[1].event == wrote("m1", text)


async def test_an_unknown_conversation_is_empty(log: EventLog) -> None:
    assert await log.read("nobody") == []
    assert await log.inbox_of("nobody") is None
    assert await log.position() == 0


async def test_two_who_saw_the_same_version_cannot_both_write(log: EventLog) -> None:
    await tell(log, "c1", started())
    outcomes = await asyncio.gather(*(tell_at(log, "c1", 1, wrote(f"m{n}")) for n in range(5)), return_exceptions=True)
    refused = [each for each in outcomes if isinstance(each, VersionConflict)]
    assert len(refused) == 4 and {each.version for each in refused} == {2}
    assert len(await log.read("c1")) == 2


@pytest.mark.parametrize("version", [0, 1, 3, 7])
async def test_somebody_behind_or_ahead_of_the_log_is_told_where_it_stands(log: EventLog, version: int) -> None:
    await tell(log, "c1", started(), wrote("m1"))
    with pytest.raises(VersionConflict) as refused:
        await tell_at(log, "c1", version, wrote("m2"))
    assert refused.value.version == 2 and refused.value.retryable
    assert len(await log.read("c1")) == 2


async def test_the_neighbours_of_a_conflict_survive(log: EventLog) -> None:
    await tell(log, "busy", started())
    appends = [tell_at(log, f"c{n}", 0, started(), wrote("m1")) for n in range(10)]
    conflicts = [tell_at(log, "busy", 7, wrote(f"late{n}")) for n in range(5)]
    mixed = [each for pair in zip(appends[:5], conflicts, strict=True) for each in pair] + appends[5:]
    outcomes = await asyncio.gather(*mixed, return_exceptions=True)
    assert sum(isinstance(each, VersionConflict) for each in outcomes) == 5
    for n in range(10):
        assert len(await log.read(f"c{n}")) == 2
    assert [each.position for each in await log.follow(0)] == list(range(1, 22))


async def test_the_same_message_twice_is_recorded_once(log: EventLog) -> None:
    await tell(log, "c1", started(), wrote("m1"))
    for version in (1, 2):
        with pytest.raises(AlreadyRecorded) as repeat:
            await tell_at(log, "c1", version, wrote("m1"))
        assert repeat.value.version == 2
    assert len(await log.read("c1")) == 2


async def test_the_same_message_sent_twice_at_once_is_recorded_once(log: EventLog) -> None:
    await tell(log, "c1", started())
    outcomes = await asyncio.gather(*(tell_at(log, "c1", 1, wrote("m1")) for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(each, AlreadyRecorded) for each in outcomes) == 5
    assert len(await log.read("c1")) == 2


async def test_another_conversation_may_use_the_same_message_id(log: EventLog) -> None:
    await tell(log, "c1", started(), wrote("1"))
    await tell(log, "c2", started(), wrote("1"))
    assert len(await log.follow(0)) == 4


async def test_an_append_is_written_whole_or_not_at_all(log: EventLog) -> None:
    await tell(log, "c1", started(), wrote("m1"))
    before = await log.inbox_of("c1"), await log.due_before(minutes(99))
    known = await log.read("c1")
    events = [wrote("m2"), wrote("m1")]
    with pytest.raises(AlreadyRecorded):
        row = row_after(known, "c1", events, minutes(1))
        await log.append("c1", events, after=2, at=minutes(1), inbox=row, due=Due(minutes(4), "silence"))
    assert await log.read("c1") == known
    assert (await log.inbox_of("c1"), await log.due_before(minutes(99))) == before


async def test_a_caller_who_contradicts_himself_is_told_at_once(log: EventLog) -> None:
    row = row_after([], "c1", [started()], NOON)
    with pytest.raises(ValueError, match="nothing"):
        await log.append("c1", [], after=0, at=NOON, inbox=row)
    with pytest.raises(ValueError, match="inbox row"):
        await log.append("c1", [started(), wrote("m1")], after=0, at=NOON, inbox=row)
    with pytest.raises(ValueError, match="twice"):
        twice = [wrote("m1"), wrote("m1")]
        await log.append("c1", twice, after=0, at=NOON, inbox=row_after([], "c1", twice, NOON))
    with pytest.raises(ValueError, match="time zone"):
        await log.append("c1", [started()], after=0, at=NOON.replace(tzinfo=None), inbox=row)
    assert await log.position() == 0


async def test_the_inbox_row_is_there_as_soon_as_the_event_is(log: EventLog) -> None:
    await tell(log, "c1", started(), wrote("m1"))
    row = await log.inbox_of("c1")
    assert row == inbox_row(fold("c1", await log.read("c1")))
    assert row is not None and (row.messages, row.version) == (1, 2)


async def test_the_inbox_shows_who_waits_newest_first(log: EventLog) -> None:
    for n, channel in enumerate(["web", "web", "kakao"], start=1):
        await tell(log, f"c{n}", started(f"손님-{n % 2}", channel), at=minutes(n))
    await tell(log, "c1", HolderChanged(holder="queue"), at=minutes(5))
    await tell(log, "c3", ConversationClosed(reason="ended"), at=minutes(6))

    async def shown(**wanted: object) -> list[str]:
        return [row.conversation for row in await log.inbox(**wanted)]  # type: ignore[arg-type]

    assert await shown() == ["c3", "c1", "c2"]
    assert await shown(holder="queue") == ["c1"]
    assert await shown(closed=False) == ["c1", "c2"]
    assert await shown(customer="손님-1", closed=False, channel="web") == ["c1"]
    assert await shown(limit=1) == ["c3"]
    assert await shown(before=minutes(5)) == ["c2"]


async def test_what_is_due_comes_when_its_time_has_come_longest_overdue_first(log: EventLog) -> None:
    assert await log.next_due() is None
    await tell(log, "late", started(), due=Due(minutes(1), "silence"))
    await tell(log, "later", started(), due=Due(minutes(2), "close"))
    await tell(log, "future", started(), due=Due(minutes(9), "survey"))
    assert await log.next_due() == minutes(1)
    assert await log.due_before(minutes(1) - timedelta(microseconds=1)) == []
    found = [(row.conversation, row.until, row.why) for row in await log.due_before(minutes(3))]
    assert found == [("late", minutes(1), "silence"), ("later", minutes(2), "close")]
    assert len(await log.due_before(minutes(9), limit=1)) == 1


async def test_an_append_sets_clears_or_keeps_what_is_due(log: EventLog) -> None:
    await tell(log, "c1", started(), due=Due(minutes(1), "silence"))
    await tell(log, "c1", wrote("m1"))
    assert [row.until for row in await log.due_before(minutes(99))] == [minutes(1)]
    await tell(log, "c1", wrote("m2"), due=Due(minutes(5), "close"))
    assert [(row.until, row.why) for row in await log.due_before(minutes(99))] == [(minutes(5), "close")]
    await tell(log, "c1", ConversationClosed(reason="silence"), due=None)
    assert await log.due_before(minutes(99)) == []
