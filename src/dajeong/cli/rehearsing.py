"""`dajeong rehearse`: plays a playbook with many made-up customers."""

import json
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dajeong.app import memory_runtime
from dajeong.cli.given import settings_from
from dajeong.cli.rehearsal_report import printed
from dajeong.learning.installed import models_of, reader_in_force
from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.simulation.rehearsal import Programme, Recipe, Result, RunFolder, Tally, playable, rehearse
from dajeong.simulation.rehearsal.cluster import rehearse_on
from dajeong.simulation.rehearsal.store import digest

_out = Console(highlight=False)
_err = Console(stderr=True, highlight=False)


def rehearse_playbook(
    path: Annotated[Path, typer.Argument(help="Folder of a playbook with customers/.")],
    customers: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many conversations.")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed has the same conversations.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; else one for each core.")] = None,
    cluster: Annotated[str | None, typer.Option(help="Address of a Dask scheduler, e.g. tcp://10.0.0.5:8786.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the results; a rehearsal broken off goes on in it.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object with the whole summary.")] = False,
) -> None:
    """Play a playbook with made-up customers, and say where they would be hurt, lost or left alone."""
    files = {**read_folder(path), **read_beside(path)}
    playable(files)
    settings = settings_from()
    programme = Programme(files=files, customers=customers, seed=seed)
    reader = f"{settings.reader}/{models_of(settings).pointer().version}"
    key = digest(programme, reader)
    recipe = Recipe(key, programme, partial(reader_in_force, settings), memory_runtime)
    place = out or Path(".state") / "rehearsals" / f"{path.resolve().name}-{key}"
    tally, began = Tally(), time.monotonic()
    with RunFolder(place, programme, reader) as folder:
        finished = set()
        for result in folder.kept():
            finished.add(result.number)
            tally.add(result)
        left = [number for number in range(customers) if number not in finished]
        played = rehearse_on(cluster, recipe, left) if cluster else rehearse(recipe, left, workers=workers)
        turns = sum(_kept(folder, tally, result) for result in _watched(played, len(finished), customers))
        folder.finish()
    seconds = max(time.monotonic() - began, 1e-9)
    playbook = load_playbook(files).playbook
    assert playbook is not None
    summary = tally.summary(playbook)
    cores = workers or os.cpu_count() or 1
    speed = round(turns / seconds / cores, 1) if cluster is None else None
    if as_json:
        told = {**summary.model_dump(mode="json"), "turns_per_second_per_core": speed, "folder": str(place)}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    printed(summary, _out)
    _out.print(f"{len(left)} played now, {len(finished)} kept from before; {turns} turns in {seconds:.1f} s.")
    _out.print(f"All conversations are in {place}.", soft_wrap=True)


def _kept(folder: RunFolder, tally: Tally, result: Result) -> int:
    folder.keep(result)
    tally.add(result)
    return result.turns


def _watched(results: Iterator[Result], done: int, total: int) -> Iterator[Result]:
    """Show how far it is, on standard error where somebody looks at it."""
    columns = (
        TextColumn("rehearsing"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} hurt"),
    )
    with Progress(*columns, console=_err, disable=not _err.is_terminal) as progress:
        task, failed = progress.add_task("", total=total, completed=done, failed=0), 0
        for result in results:
            failed += result.judged("left_in_anger") == "failed"
            progress.update(task, advance=1, failed=failed)
            yield result
