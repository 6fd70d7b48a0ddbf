"""A demonstration looks lived in: a made-up month, the same for everybody on the same day, all of it or nothing."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from dajeong.cli.given import settings_from
from dajeong.cli.lived_in import fill
from dajeong.cli.lived_in.cast import Cast, casts_of
from dajeong.cli.lived_in.days import KOREA, WRITTEN_FOR, as_if_on, moved
from dajeong.cli.lived_in.month import visits_of_month
from dajeong.cli.lived_in.versions import versions_of
from dajeong.cli.lived_in.visitor import who_comes
from dajeong.conversation import Recorded
from dajeong.conversation.events import ConversationStarted
from dajeong.conversation.made_up import is_made_up
from dajeong.playbook import content_version, read_folder
from dajeong.runtime.publishing import publishable
from dajeong.storage import open_storage

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("parcel", "telecom", "bank-card")
# A Monday evening in Korea.
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
PATIENCE = 300.0


@pytest.fixture(scope="module")
def casts() -> list[Cast]:
    return casts_of(EXAMPLES / name for name in NAMES)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parcel shop in a month in which hardly anybody came."""
    folder = tmp_path_factory.mktemp("examples") / "parcel"
    shutil.copytree(EXAMPLES / "parcel", folder, ignore=shutil.ignore_patterns(".state"))
    path = folder / "data" / "month.yaml"
    path.write_text(re.sub(r"(?m)^a_day: .*", "a_day: 0.5", path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def filled(data: Path, few: Path, players: int = 2) -> int:
    return asyncio.run(fill(settings_from(data=data), [few], now=NOW, players=players))


@pytest.fixture(scope="module")
def demo(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the month in it."""
    data = tmp_path_factory.mktemp("demo") / "data"
    assert filled(data, few) > 0
    return data


async def log_of(data: Path) -> list[Recorded]:
    async with open_storage(f"sqlite:///{data / 'dajeong.db'}") as storage:
        return await storage.log.follow(0, limit=100_000)


def test_the_month_is_the_same_all_day_long(casts: list[Cast]) -> None:
    evening, noon = visits_of_month(casts, NOW), visits_of_month(casts, NOW - timedelta(hours=8))
    assert [visit for visit in evening if visit.at < NOW - timedelta(hours=8)] == noon
    assert 0 < len(evening) - len(noon) < 10
    tomorrow = {visit.id for visit in visits_of_month(casts, NOW + timedelta(days=1))}
    assert not tomorrow & {visit.id for visit in evening}


def test_a_month_has_a_few_hundred_visits_on_every_day_and_to_every_example(casts: list[Cast]) -> None:
    visits = visits_of_month(casts, NOW)
    assert 150 <= len(visits) <= 300
    assert {visit.cast.folder.name for visit in visits} == set(NAMES)
    assert len({visit.at.astimezone(KOREA).date() for visit in visits}) == 30
    assert all(NOW - timedelta(days=30) < visit.at < NOW for visit in visits)
    # Nobody is there twice while others have not come.
    assert len({visit.told.id for visit in visits}) >= 100


def test_nights_and_weekends_are_quieter_and_one_day_is_bad(casts: list[Cast]) -> None:
    months = [visits_of_month(casts, NOW + timedelta(days=days)) for days in range(30)]
    local = [visit.at.astimezone(KOREA) for visits in months for visit in visits if not visit.bad]
    days = Counter(at.weekday() for at in local)
    assert max(days[5], days[6]) < min(days[day] for day in range(5))
    hours = Counter(at.hour for at in local)
    assert sum(hours[hour] for hour in range(6)) < hours[10]
    for visits in months:
        bad = {visit.at.astimezone(KOREA).date() for visit in visits if visit.bad}
        assert len(bad) == 1 and bad.pop().weekday() < 5
        assert Counter(visit.at.astimezone(KOREA).date() for visit in visits if visit.bad).total() >= 10


def test_some_customers_come_again_about_the_same(casts: list[Cast]) -> None:
    visits = visits_of_month(casts, NOW)
    again = [visit for visit in visits if visit.again]
    assert len(again) >= 15
    for visit in again:
        first = next(each for each in visits if each.customer == visit.customer)
        assert (first.told, first.again) == (visit.told, False)


def test_on_the_bad_day_only_those_come_whom_it_hit(casts: list[Cast]) -> None:
    for cast in casts:
        if (bad_day := cast.month.bad_day) is not None:
            assert set(bad_day.intents) <= set(cast.playbook.intents)
            assert set(bad_day.failing) <= set(cast.playbook.actions)
    unlucky = [visit for visit in visits_of_month(casts, NOW) if visit.bad]
    assert {visit.told.goal.intent for visit in unlucky} == {"parcel_late", "where_is_parcel", "wants_cancel"}
    met = [who_comes(visit, Random(visit.id)).world["find_order"].problem for visit in unlucky]
    assert 0.3 < met.count("failed") / len(met) < 0.9


def test_dates_lie_as_far_from_the_day_as_those_the_customers_were_written_with() -> None:
    assert moved("2026-11-26까지, R-2026", WRITTEN_FOR + timedelta(days=10)) == "2026-12-06까지, R-2026"
    assert moved("1월 2일이나 11월 26일", WRITTEN_FOR - timedelta(days=3)) == "12월 30일이나 11월 23일"


def test_who_comes_again_says_it_otherwise_and_angrier(casts: list[Cast]) -> None:
    visit = next(each for each in visits_of_month(casts, NOW) if each.again)
    told = who_comes(visit, Random(1))
    assert told.says.opens == as_if_on(visit.day, visit.told).says.again
    assert told.feels.anger > visit.told.feels.anger


@pytest.mark.parametrize("name", NAMES)
def test_every_version_of_the_month_could_be_published(name: str, casts: list[Cast]) -> None:
    cast = next(each for each in casts if each.folder.name == name)
    versions = versions_of(cast, NOW)
    assert all(publishable(version.files, cast.name) for version in versions)
    assert versions[-1].files == read_folder(EXAMPLES / name)
    assert versions[0].since < NOW - timedelta(days=30)
    assert len({content_version(version.files) for version in versions}) == len(versions)


def test_the_month_is_played_by_the_real_engine_and_marked_as_made_up(demo: Path) -> None:
    log = asyncio.run(log_of(demo))
    assert [each.at for each in log] == sorted(each.at for each in log)
    assert log[-1].at <= NOW
    kinds = {each.event.kind for each in log}
    assert {"customer_wrote", "message_understood", "assistant_replied", "action_returned", "time_passed"} <= kinds
    started = [each.event for each in log if isinstance(each.event, ConversationStarted)]
    assert started and all(is_made_up(event.customer) for event in started)
    assert "consent_given" not in kinds


async def test_what_is_beside_the_log_agrees_with_it(demo: Path) -> None:
    async with open_storage(f"sqlite:///{demo / 'dajeong.db'}") as storage:
        rows = await storage.log.inbox(limit=1000)
        assert await storage.log.rebuild_inbox() == len(rows) > 0
        assert await storage.log.inbox(limit=1000) == rows
        # Nothing of the past is left to be done when the server comes.
        due = await storage.log.next_due()
        assert due is None or due > NOW
        published = await storage.publications.history("parcel")
        assert {row.playbook_version for row in rows} == {each.version for each in published}
        for row in rows:
            since = [each for each in published if row.started_at and each.at <= row.started_at]
            assert row.playbook_version == max(since, key=lambda each: each.at).version


def test_a_folder_in_use_is_left_as_it_is(demo: Path, few: Path) -> None:
    before = (demo / "dajeong.db").read_bytes()
    assert filled(demo, few) == 0
    assert (demo / "dajeong.db").read_bytes() == before


def test_one_database_elsewhere_is_never_played_into(few: Path, tmp_path: Path) -> None:
    elsewhere = settings_from(data=tmp_path / "data", database=f"sqlite:///{tmp_path / 'ours.db'}")
    assert asyncio.run(fill(elsewhere, [few], now=NOW)) == 0
    assert not (tmp_path / "ours.db").exists() and not (tmp_path / "data").exists()


def test_killed_in_the_middle_nothing_counts_and_the_next_start_plays_the_very_same_month(
    demo: Path, few: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    play = (
        "import asyncio, sys; from datetime import datetime; from pathlib import Path\n"
        "from dajeong.cli.given import settings_from; from dajeong.cli.lived_in import fill\n"
        "data, few, now = sys.argv[1:]\n"
        "say = lambda done, of: print(done, flush=True)\n"
        "now = datetime.fromisoformat(now)\n"
        "asyncio.run(fill(settings_from(data=Path(data)), [Path(few)], now=now, progress=say, players=1))\n"
    )
    command = [sys.executable, "-c", play, str(data), str(few), NOW.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(os.environ)) as running:
        assert running.stdout is not None and running.stdout.readline() == b"1\n"
        running.send_signal(signal.SIGKILL)
    assert not (data / "dajeong.db").exists()
    began = time.monotonic()
    # However many play, it is the same month.
    assert filled(data, few, players=1) > 0
    assert time.monotonic() - began < PATIENCE
    assert asyncio.run(log_of(data)) == asyncio.run(log_of(demo))
    assert sorted(path.name for path in data.iterdir()) == ["dajeong.db", "dajeong.db.lock", "vault.key"]
