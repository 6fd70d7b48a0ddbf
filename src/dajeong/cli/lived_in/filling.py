"""Fills a demonstration's fresh folder with a made-up month: all of it or nothing, and never a folder in use."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from dajeong.cli.lived_in.cast import Cast, cast_of
from dajeong.cli.lived_in.month import visits_of_month
from dajeong.cli.lived_in.order import Order, Sheet
from dajeong.cli.lived_in.versions import versions_of
from dajeong.conversation import Conversation, Event, Recorded, after, inbox_row
from dajeong.errors import DajeongError
from dajeong.settings import Settings
from dajeong.storage import KEEP, EventLog, Storage, open_storage
from dajeong.storage.log.append import DueChange
from dajeong.storage.sqlite.file_lock import FileLock
from dajeong.trust import make_key_file
from dajeong.trust.keys import VARIABLE

MOST_PLAYERS = 4
# One conversation with all its readings is far shorter than this.
LONGEST_LINE = 16_000_000
Progress = Callable[[int, int], None]


class NotPlayed(DajeongError):
    """The made-up month could not be played."""

    code: ClassVar[str] = "month_not_played"


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
        casts = [cast for folder in folders if (cast := cast_of(folder)) is not None]
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
    of = len(visits_of_month(casts, now))
    sheets: list[Sheet] = []

    def take(sheet: Sheet) -> None:
        sheets.append(sheet)
        progress(len(sheets), of)

    orders = _orders(casts, settings, now, players)
    await asyncio.gather(*(_player(order, take) for order in orders))
    if len(sheets) != of:
        raise NotPlayed("The made-up month could not be played to its end; the demonstration opens without it.")
    async with open_storage(f"sqlite:///{path.resolve()}") as storage:
        await _publish(storage, casts, now)
        await _keep(storage, sheets)
    return of


def _orders(casts: Sequence[Cast], settings: Settings, now: datetime, players: int) -> list[Order]:
    folders = tuple(str(cast.folder.resolve()) for cast in casts)
    data = str(settings.data.resolve())
    return [
        Order(folders=folders, now=now.isoformat(), data=data, share=share, players=players) for share in range(players)
    ]


async def _player(order: Order, take: Callable[[Sheet], None]) -> None:
    """Have a process of its own play one share, and hand in every conversation as it comes."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "dajeong.cli.lived_in",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        # One that ends early is told by what is missing.
        with contextlib.suppress(ConnectionError):
            process.stdin.write(order.model_dump_json().encode() + b"\n")
            await process.stdin.drain()
        while line := await process.stdout.readline():
            take(Sheet.model_validate_json(line))
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        raise
    finally:
        await process.wait()


async def _publish(storage: Storage, casts: Sequence[Cast], now: datetime) -> None:
    """Put the examples in force as they were over the month: its conversations name their versions."""
    for cast in casts:
        for version in versions_of(cast, now):
            await storage.playbooks.replace(cast.name, version.files, at=version.since)
            await storage.playbooks.publish(cast.name, version.files, at=version.since, note=version.note)


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
