"""Fills a demonstration's fresh folder with a made-up month: all of it or nothing, and never a folder in use."""

import asyncio
import logging
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from datetime import datetime
from itertools import groupby
from pathlib import Path

import structlog

from dajeong.cli.lived_in.cast import Cast, casts_of
from dajeong.cli.lived_in.month import visits_of_month
from dajeong.cli.lived_in.playing import Company, NotPlayed, Sheet
from dajeong.cli.lived_in.versions import versions_of
from dajeong.conversation import Conversation, Event, Recorded, after, inbox_row
from dajeong.playbook import read_beside
from dajeong.settings import Settings
from dajeong.simulation.rehearsal.run import be_worker
from dajeong.storage import KEEP, EventLog, Storage, open_storage
from dajeong.storage.log.append import DueChange
from dajeong.storage.sqlite.file_lock import FileLock
from dajeong.trust import make_key_file
from dajeong.trust.keys import VARIABLE

MOST_PLAYERS = 4
Progress = Callable[[int, int], None]


async def fill(
    settings: Settings,
    folders: Sequence[Path],
    *,
    now: datetime,
    progress: Progress = lambda done, of: None,
    players: int | None = None,
) -> int:
    """Play the month into the folder's own database and return how many conversations there are; 0 when it is in use.

    The database appears under its name when everything is in it: whatever ends this early leaves nothing behind that counts.
    Raises NotPlayed, DatabaseInUse.
    """
    database = settings.data / "dajeong.db"
    if settings.database or database.exists():
        return 0
    settings.data.mkdir(parents=True, exist_ok=True)
    lock = FileLock(database)
    lock.acquire()
    try:
        if database.exists():
            return 0
        if not os.environ.get(VARIABLE) and not settings.key_file.exists():
            make_key_file(settings.key_file)
        casts = casts_of(folders)
        unfinished = settings.data / "unfinished.db"
        _remove(unfinished)
        played = await _filled(unfinished, casts, settings, now, progress, players or _hands())
        os.replace(unfinished, database)
        _remove(unfinished)
        return played
    finally:
        lock.release()


async def _filled(
    path: Path, casts: Sequence[Cast], settings: Settings, now: datetime, progress: Progress, players: int
) -> int:
    sheets = await _sheets(casts, settings, now, progress, players)
    async with open_storage(f"sqlite:///{path.resolve()}") as storage:
        await _publish(storage, casts, now)
        await _keep(storage, sheets)
    return len(sheets)


async def _sheets(
    casts: Sequence[Cast], settings: Settings, now: datetime, progress: Progress, players: int
) -> list[Sheet]:
    """Have processes of their own play every visit, and return what came of them in the order of the visits."""
    of, done = len(visits_of_month(casts, now)), 0

    async def played(number: int) -> Sheet:
        nonlocal done
        sheet = await asyncio.get_running_loop().run_in_executor(pool, _play, number)
        done += 1
        progress(done, of)
        return sheet

    spawning = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(players, spawning, _begin, (casts, now, settings.data.resolve()))
    try:
        return list(await asyncio.gather(*map(played, range(of))))
    except (BrokenExecutor, NotPlayed):
        raise NotPlayed(
            "The made-up month could not be played to its end; the demonstration opens without it."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


# The players of this process.
_company: list[Company] = []


def _begin(casts: Sequence[Cast], now: datetime, data: Path) -> None:
    be_worker()
    # What goes wrong on purpose in the month is nobody's business on this screen.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    _company[:] = [Company(casts, now, data)]


def _play(number: int) -> Sheet:
    [company] = _company
    return company.play(number)


async def _publish(storage: Storage, casts: Sequence[Cast], now: datetime) -> None:
    """Put the examples in force as they were over the month: its conversations name their versions."""
    for cast in casts:
        for version in versions_of(cast, now):
            draft = {**read_beside(cast.folder, "customers"), **version.files}
            await storage.drafts.replace(cast.name, draft, at=version.since)
            await storage.publications.publish(cast.name, version.files, at=version.since, note=version.note)


async def _keep(storage: Storage, sheets: Sequence[Sheet]) -> None:
    """Write everything in the order in which it happened, many appends to a commit."""
    await storage.vault.put([row for sheet in sheets for row in sheet.sealed])
    together = [(each[0].at, number, each) for number, sheet in enumerate(sheets) for each in _appends(sheet)]
    folds = {sheet.events[0].conversation: Conversation(sheet.events[0].conversation) for sheet in sheets}
    writing = []
    for _, number, recorded in sorted(
        together, key=lambda each: (each[0], each[2][0].conversation, each[2][0].version)
    ):
        name, due = recorded[0].conversation, sheets[number].due
        before = folds[name]
        for each in recorded:
            folds[name] = after(folds[name], each.event, each.at)
        last = folds[name].version == len(sheets[number].events)
        writing.append(_append(storage.log, before, folds[name], recorded, due if last else KEEP))
    # They queue in this order, and the log takes them in this order.
    await asyncio.gather(*writing)


def _appends(sheet: Sheet) -> list[list[Recorded]]:
    """Return the events in groups of one moment each."""
    return [list(each) for _, each in groupby(sheet.events, key=lambda recorded: recorded.at)]


async def _append(
    log: EventLog, before: Conversation, folded: Conversation, recorded: Sequence[Recorded], due: DueChange
) -> None:
    events: list[Event] = [each.event for each in recorded]
    await log.append(folded.id, events, after=before.version, at=recorded[0].at, inbox=inbox_row(folded), due=due)


def _hands() -> int:
    return min(os.cpu_count() or 1, MOST_PLAYERS)


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm", ".lock"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
