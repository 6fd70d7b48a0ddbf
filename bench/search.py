"""`./run bench search`: how fast conversations are found among 100,000, and how much of what should be found is; in SQLite and in
PostgreSQL."""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from bench.search_sentences import ANSWERS, QUERIES, SAID, SHORT, SMALL_TALK, THINGS, UNSEEN
from dajeong.conversation import Recorded
from dajeong.conversation.events import (
    AssistantReplied,
    ConversationStarted,
    CustomerWrote,
    Event,
    MessageUnderstood,
    ScenarioEntered,
    ScenarioLeft,
)
from dajeong.conversation.reading import EMOTIONS, GROUP_OF, EmotionReading, Reading
from dajeong.conversation.summary import SPOKEN_KINDS
from dajeong.language.grams import sought
from dajeong.runtime.search_list import SearchList, listed
from dajeong.storage.database import Database
from dajeong.storage.grams import numbers_with
from dajeong.storage.log.append import event_row
from dajeong.storage.log.database_log import DatabaseLog
from dajeong.storage.postgres import open_postgres
from dajeong.storage.search import Place, SearchStore, Wanted
from dajeong.storage.sqlite import open_sqlite
from dajeong.storage.tables.log import events
from dajeong.storage.tables.search import summaries
from tests.storage.server import Server

CONVERSATIONS = 100_000
AT_ONCE = 1_000
REPEATS = 5
A_PAGE = 50
SCENARIOS = ("late_parcel", "refund", "cancel_order", "exchange", "broken_item", "other_matter")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One conversation that nobody had, and the words somebody may look for in it."""

    events: tuple[Recorded, ...]
    tags: frozenset[str]


def made_up(conversations: int, seed: int = 0) -> Iterator[MadeUp]:
    """Yield conversations of 3 to 9 messages, half a minute apart over a year; the same ones for the same seed."""
    chance = random.Random(seed)
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    weights = [often for often, _, _ in SAID]
    position = 0
    for number in range(conversations):
        said = chance.choices(SAID, weights, k=chance.randint(1, 3))
        lines = [_line(text, chance) for _, text, _ in said]
        lines += chance.choices(SMALL_TALK, k=chance.randint(2, 6))
        at = begin + timedelta(minutes=5 * number)
        told = [
            Recorded(
                conversation=f"c{number}",
                version=n,
                at=at + timedelta(seconds=15 * n),
                event=event,
                position=position + n,
            )
            for n, event in enumerate(_happened(number, lines, chance), start=1)
        ]
        position += len(told)
        yield MadeUp(tuple(told), frozenset(" ".join(tags for _, _, tags in said).split()))


def _line(text: str, chance: random.Random) -> str:
    return (
        f"{text} {chance.choice(THINGS)}이요, {chance.randint(10_000_000, 99_999_999)}"
        if chance.random() < 0.4
        else text
    )


def _happened(number: int, lines: Sequence[str], chance: random.Random) -> Iterator[Event]:
    yield ConversationStarted(
        channel=chance.choice(("web_chat", "kakao", "mail")),
        customer=f"u{number}",
        playbook="parcel",
        playbook_version=f"v{number // 20_000}",
        language="ko",
    )
    scenario = chance.choice(SCENARIOS)
    for place, line in enumerate(lines):
        emotion = chance.choice(EMOTIONS)
        felt = EmotionReading(dominant=emotion, group=GROUP_OF[emotion], strength=round(chance.random(), 2))
        yield CustomerWrote(message=f"m{place}", text=line)
        yield MessageUnderstood(message=f"m{place}", reading=Reading(emotion=felt), reader="bench")
        if place == 0:
            yield ScenarioEntered(scenario=scenario, matter="t1", intent=scenario)
        yield AssistantReplied(
            reply=f"r{place}", text=chance.choice(ANSWERS), author="assistant", purpose="matter", answers=(f"m{place}",)
        )
    if chance.random() < 0.8:
        yield ScenarioLeft(scenario=scenario, matter="t1", outcome=chance.choice(("done", "given_up", "handed_off")))


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open the PostgreSQL database named, or a SQLite file that is gone afterwards."""
    if url:
        async with open_postgres(url) as post:
            yield post
        return
    with tempfile.TemporaryDirectory() as folder:
        async with open_sqlite(Path(folder) / "bench.db") as lite:
            yield lite
            print(
                f"file: {(Path(folder) / 'bench.db').stat().st_size / 1e6:.0f} MB, words of the log and index together"
            )


async def fill(database: Database, conversations: int) -> dict[str, frozenset[str]]:
    """Write made-up conversations and their index as the follower does, many at once; return the tags of each."""
    store = SearchStore(database)
    await store.restart(SearchList.name)
    tags: dict[str, frozenset[str]] = {}
    batch: list[MadeUp] = []
    before = 0
    for each in made_up(conversations):
        tags[each.events[0].conversation] = each.tags
        batch.append(each)
        if len(batch) == AT_ONCE:
            before = await _write(database, store, batch, before)
            batch = []
    if batch:
        await _write(database, store, batch, before)
    return tags


async def _write(database: Database, store: SearchStore, batch: Sequence[MadeUp], before: int) -> int:
    # Only what a page of the list reads again, so that the bench does not take all day.
    kinds = ("conversation_started", *SPOKEN_KINDS)
    rows = [event_row(recorded) for each in batch for recorded in each.events if recorded.event.kind in kinds]

    def work(connection: Connection) -> None:
        connection.execute(insert(events), rows)

    await database.write(work)
    now: int = batch[-1].events[-1].position
    await store.advance(SearchList.name, before=before, now=now, listed=[listed(each.events) for each in batch])
    return now


async def everything(database: Database, wanted: Wanted) -> set[str]:
    """Return every conversation that has what is sought."""
    named = select(summaries.c.conversation).where(summaries.c.number.in_(numbers_with(wanted.sought, database.speaks)))
    return await database.read(lambda connection: set(connection.execute(named).scalars()))


async def before_last_page(database: Database) -> Place:
    """Return where the page before the last one ends, when nothing is asked of the list."""
    oldest = select(summaries.c.last_at, summaries.c.number).order_by(summaries.c.last_at, summaries.c.number)
    row = await database.read(lambda connection: connection.execute(oldest.offset(A_PAGE).limit(1)).one())
    return Place(*row)


async def timed(store: SearchStore, wanted: Wanted, after: Place | None = None) -> list[float]:
    """Return the milliseconds of asking for a page, the first one or the one after a place, several times."""
    took = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        await store.page(wanted, after=after)
        took.append((time.perf_counter() - began) * 1000)
    return took


async def measure(url: str, conversations: int) -> None:
    """Fill a database, ask it, and print what was found and how fast."""
    async with opened(url) as database:
        began = time.perf_counter()
        tags = await fill(database, conversations)
        print(
            f"{conversations:,} conversations written and indexed in {time.perf_counter() - began:.0f} s ({database.speaks})"
        )
        store = SearchStore(database)
        took: list[float] = []
        asked = (
            ("recall", QUERIES),
            ("recall of queries written after the rules", UNSEEN),
            ("recall of short verbs", SHORT),
        )
        for name, queries in asked:
            print(f"{'query':<10} {'found':>7} {'wanted':>7} {'recall':>7} {'precision':>9} {'ms':>6}")
            rows = [await _asked(database, query, means, tags) for query, means in queries]
            took += [milliseconds for row in rows for milliseconds in row.took]
            recalls, precisions = [row.recall for row in rows], [row.precision for row in rows]
            print(
                f"{name}, {len(rows)} queries: mean {sum(recalls) / len(rows):.3f}, lowest {min(recalls):.3f} (goal: 0.9); "
                f"precision: mean {sum(precisions) / len(rows):.3f}, lowest {min(precisions):.3f}"
            )
        took += await _timed_all(store, MORE_WORDS, None)
        _say("first page where words are sought", took)
        _say("first page by filters alone", await _timed_all(store, FILTERED, None))
        _say("last page", await _timed_all(store, FILTERED | MORE_WORDS, await before_last_page(database)))
        began = time.perf_counter()
        await DatabaseLog(database).forget("u7", at=datetime(2027, 1, 1, tzinfo=UTC))
        print(f"a customer forgotten in {(time.perf_counter() - began) * 1000:.0f} ms")


async def _timed_all(store: SearchStore, asked: Mapping[str, Wanted], after: Place | None) -> list[float]:
    took: list[float] = []
    for name, wanted in asked.items():
        times = await timed(store, wanted, after)
        took += times
        print(f"{name:<44} {median(times):>6.0f} ms{', the last page' if after else ''}")
    return took


def _say(what: str, took: list[float]) -> None:
    p95 = sorted(took)[int(0.95 * len(took))]
    print(f"{what}: p50 {median(took):.0f} ms, p95 {p95:.0f} ms, worst {max(took):.0f} ms (goal: 300)")


class Asked(NamedTuple):
    """What came of one query."""

    recall: float
    precision: float
    took: list[float]


async def _asked(database: Database, query: str, means: str, tags: Mapping[str, frozenset[str]]) -> Asked:
    wanted = Wanted(sought=sought(query))
    right = {name for name, own in tags.items() if own & set(means.split())}
    found = await everything(database, wanted)
    both = len(found & right)
    asked = Asked(both / len(right), both / max(1, len(found)), await timed(SearchStore(database), wanted))
    print(
        f"{query:<10} {len(found):>7} {len(right):>7} {asked.recall:>7.3f} {asked.precision:>9.3f} {median(asked.took):>6.0f}"
    )
    return asked


FILTERED = {
    "no question at all": Wanted(),
    "anger, done": Wanted(feeling="anger", outcome="done"),
    "scenario refund on kakao": Wanted(scenario="refund", channel="kakao"),
    "version v3, not yet over": Wanted(version="v3", outcome="open"),
    "a scenario that nobody entered": Wanted(scenario="lost_key"),
    "a week in spring": Wanted(since=datetime(2026, 4, 6, tzinfo=UTC), until=datetime(2026, 4, 13, tzinfo=UTC)),
}
MORE_WORDS = {
    "환불 + against + kakao + v2": Wanted(sought=sought("환불"), feeling="against", channel="kakao", version="v2"),
    "배송 늦었어요 언제": Wanted(sought=sought("배송 늦었어요 언제")),
    "a word that nobody said": Wanted(sought=sought("뷁쫗")),
}


def main(arguments: Sequence[str]) -> None:
    """Measure in SQLite and in PostgreSQL, or only in the database whose address is given (``sqlite://``: a file that is
    gone afterwards); a number says how many conversations."""
    urls = [each for each in arguments if "://" in each]
    conversations = next((int(each) for each in arguments if each.isdigit()), CONVERSATIONS)
    if urls:
        asyncio.run(measure(urls[0].removeprefix("sqlite://"), conversations))
        return
    asyncio.run(measure("", conversations))
    server = Server(waits_for_disk=False)
    try:
        asyncio.run(measure(server.url(), conversations))
    finally:
        server.remove()


if __name__ == "__main__":
    main(sys.argv[1:])
