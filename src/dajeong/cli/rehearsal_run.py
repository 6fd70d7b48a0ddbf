"""Plays one rehearsal from its files to its folder, and shows how far it is."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dajeong.app import memory_runtime
from dajeong.cli import screen
from dajeong.cli.given import settings_from
from dajeong.learning.installed import models_of, reader_in_force
from dajeong.simulation.rehearsal import Programme, Recipe, Result, RunFolder, rehearse
from dajeong.simulation.rehearsal.cluster import rehearse_on
from dajeong.simulation.rehearsal.store import digest

ReaderName = Literal["full", "light"]


@dataclass(frozen=True, slots=True)
class Run:
    """What was played: where it is kept, how many conversations were there before and came now, and how long that took."""

    folder: Path
    before: int
    now: int
    turns: int
    seconds: float


def run(
    name: str,
    files: Mapping[str, str],
    take: Callable[[Result], None],
    *,
    customers: int,
    seed: int,
    workers: int | None = None,
    cluster: str | None = None,
    reader: ReaderName | None = None,
    out: Path | None = None,
    again: bool = False,
) -> Run:
    """Play a rehearsal called ``name`` and hand every conversation, those kept from before too, to ``take``.

    ``reader`` reads instead of the one that is set; ``again`` forgets what was played before. Ctrl-C ends the command.
    """
    settings = settings_from(**({"reader": reader} if reader else {}))
    programme = Programme(files=dict(files), customers=customers, seed=seed)
    who_reads = f"{settings.reader}/{models_of(settings).pointer().version}"
    key = digest(programme, who_reads)
    recipe = Recipe(key, programme, partial(reader_in_force, settings), memory_runtime)
    place = out or Path(".state") / "rehearsals" / f"{name}-{key}"
    began, turns = time.monotonic(), 0
    with RunFolder(place, programme, who_reads, again=again) as folder:
        finished = set()
        for result in folder.kept():
            finished.add(result.number)
            take(result)
        left = [number for number in range(customers) if number not in finished]
        played = rehearse_on(cluster, recipe, left) if cluster else rehearse(recipe, left, workers=workers)
        with _stoppable(played) as results:
            for result in _watched(results, name, len(finished), customers):
                folder.keep(result)
                take(result)
                turns += result.turns
        folder.finish()
    return Run(folder.path, len(finished), len(left), turns, max(time.monotonic() - began, 1e-9))


@contextmanager
def _stoppable(played: Generator[Result, None, None]) -> Iterator[Iterator[Result]]:
    """End the players with the loop over them; who presses Ctrl-C is told how to go on."""
    try:
        with closing(played):
            yield played
    except KeyboardInterrupt:
        screen.err.print("Stopped. What was played is kept: the same command goes on from here.")
        raise typer.Exit(130) from None


def _watched(results: Iterator[Result], name: str, done: int, total: int) -> Iterator[Result]:
    """Show how far it is, on standard error where somebody looks at it."""
    columns = (
        TextColumn("rehearsing {task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} hurt"),
    )
    with Progress(*columns, console=screen.err, disable=not screen.err.is_terminal) as progress:
        task, failed = progress.add_task(name, total=total, completed=done, failed=0), 0
        for result in results:
            failed += result.judged("left_in_anger") == "failed"
            progress.update(task, advance=1, failed=failed)
            yield result
