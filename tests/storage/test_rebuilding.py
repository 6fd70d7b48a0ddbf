"""The tables beside the log say what the log says, and can be thrown away."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dajeong.conversation import fold
from dajeong.conversation.events import EVENT, ConversationClosed, Event
from dajeong.storage import EventLog, open_storage
from dajeong.storage.log.database_log import DatabaseLog
from dajeong.storage.sqlite import open_sqlite
from tests.conversation.test_every_event_ever import LINES
from tests.storage.telling import NOON, minutes, silence, started, tell, wrote

EVENTS = [EVENT.validate_json(line) for line in LINES]


async def told(log: EventLog) -> None:
    """Three conversations, each append with what is due after it by the same rule the rebuild uses."""
    for n in range(3):
        lines: list[Event] = [started(f"손님-{n}"), wrote("m1"), *EVENTS[3:19], wrote("m9")][: 4 + 7 * n]
        for number, event in enumerate(lines):
            await tell_with_due(log, f"c{n}", event, number)
    await tell_with_due(log, "c0", ConversationClosed(reason="ended"), 30)


async def tell_with_due(log: EventLog, name: str, event: Event, minute: int) -> None:
    from dajeong.conversation import after

    at = minutes(minute)
    state = after(fold(name, await log.read(name)), event, at)
    await tell(log, name, event, at=at, due=silence(state))


async def kept(log: EventLog) -> tuple[object, object]:
    return await log.inbox(), await log.due_before(NOON + timedelta(days=99))


async def test_what_is_rebuilt_is_what_was_kept(log: EventLog) -> None:
    await told(log)
    before = await kept(log)
    assert await log.rebuild_inbox() == 3
    assert await log.rebuild_due(silence) == 2
    assert await kept(log) == before


async def test_what_was_lost_or_spoiled_is_rebuilt_from_the_log(url: str) -> None:
    async with open_storage(url) as storage:
        await told(storage.log)
        before = await kept(storage.log)
        database = storage.log._database  # type: ignore[attr-defined]

        def spoil(connection) -> None:  # type: ignore[no-untyped-def]
            connection.execute(text("DELETE FROM inbox WHERE conversation = 'c1'"))
            connection.execute(text("UPDATE inbox SET holder = 'queue', \"row\" = '{}'"))
            connection.execute(text("UPDATE due SET until = until + 1"))

        await database.write(spoil)
        await storage.log.rebuild_inbox()
        await storage.log.rebuild_due(silence)
        assert await kept(storage.log) == before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3)), max_size=12))
async def test_the_log_is_a_list_for_every_conversation(tmp_path_factory, appends) -> None:  # type: ignore[no-untyped-def]
    """Whatever is appended in whatever order: reading gives each conversation its list, following the list of all."""
    lists: dict[str, list[Event]] = {name: [] for name in "abc"}
    everything: list[tuple[str, Event]] = []
    async with open_sqlite(tmp_path_factory.mktemp("log") / "x.db") as database:
        log = DatabaseLog(database)
        for name, count in appends:
            events = [wrote(f"m{len(everything) + n}") for n in range(count)]
            await tell(log, name, *events)
            lists[name] += events
            everything += [(name, event) for event in events]
        for name, events in lists.items():
            assert [each.event for each in await log.read(name)] == events
            row = await log.inbox_of(name)
            assert (row.messages if row else 0) == len(events)
        assert [(each.conversation, each.event) for each in await log.follow(0)] == everything
