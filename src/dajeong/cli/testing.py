"""`dajeong test`: the stories of a playbook, and one for each of its empathy policies, go as they are told."""

import asyncio
import json
import logging
import sys
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import structlog
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dajeong.app import memory_runtime
from dajeong.cli import screen
from dajeong.cli.given import settings_from
from dajeong.learning.installed import reader_in_force
from dajeong.playbook import read_beside
from dajeong.simulation.policies import DEFAULTS
from dajeong.simulation.stories import Outcome, Run, Theatre, can_be_updated, conversation, junit, updated
from dajeong.simulation.stories.theatre import USUAL_DAY
from dajeong.simulation.stories.updating import Change
from dajeong.simulation.testing import ToldAll, tell_all


def run_tests(
    path: Annotated[Path, typer.Argument(help="Folder of a playbook with tests/.")],
    junit_file: Annotated[Path | None, typer.Option("--junit", help="Write JUnit XML for a CI to this file.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Take over what happens now where a story broke.")] = False,
    policies: Annotated[bool, typer.Option(help="Play a story for every empathy policy too.")] = True,
    day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The day of stories that name none.")] = (
        datetime(USUAL_DAY.year, USUAL_DAY.month, USUAL_DAY.day)
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object with every outcome.")] = False,
) -> None:
    """Play every story of a playbook, and one for each of its empathy policies. Exit code 1 when one does not hold."""
    # A system that fails in a story is meant to.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    theatre = Theatre.of_folder(path, reader_in_force(settings_from()), memory_runtime, day=day.date())
    changes: list[Change] = []
    if update:
        beside = read_beside(path)
        changes = _take_over(path, beside, asyncio.run(_told(theatre, beside, policies=False)).runs)
    told = asyncio.run(_told(theatre, read_beside(path), policies))
    if junit_file is not None:
        junit_file.parent.mkdir(parents=True, exist_ok=True)
        junit_file.write_text(junit(path.as_posix(), told.outcomes, told.mistakes), encoding="utf-8")
    if as_json:
        _print_json(told, changes)
    else:
        _print(path, told, changes)
    if not told.all_hold:
        raise SystemExit(1)


async def _told(theatre: Theatre, beside: Mapping[str, str], policies: bool) -> ToldAll:
    columns = (TextColumn("testing"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=screen.err, disable=not screen.err.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=None)
        return await tell_all(theatre, beside, policies=policies, each=lambda _: progress.advance(task))


def _take_over(path: Path, beside: Mapping[str, str], runs: Sequence[Run]) -> list[Change]:
    """Write what happens now into the files whose stories broke, and return what was changed."""
    broken = [run for run in runs if can_be_updated(run)]
    changes: list[Change] = []
    for file in sorted({run.written.path for run in broken}):
        text, made = updated(beside[file], [run for run in broken if run.written.path == file])
        _write_as_it_was(path / file, text)
        changes += made
    return changes


def _write_as_it_was(file: Path, text: str) -> None:
    """Write a file with the line ends and the mark at its beginning that it has."""
    before = file.read_bytes()
    encoding = "utf-8-sig" if before.startswith(BOM_UTF8) else "utf-8"
    file.write_text(text, encoding=encoding, newline="\r\n" if b"\r\n" in before else "\n")


def _print(path: Path, told: ToldAll, changes: Sequence[Change]) -> None:
    def say(text: str, style: str = "") -> None:
        screen.out.print(text, style=style, markup=False, soft_wrap=True)

    for mistake in told.mistakes:
        say(f"{path / mistake.file}:{mistake.line}: {mistake.message}", "red")
    for outcome in told.outcomes:
        if outcome.holds:
            continue
        say(f"\n{outcome.title}", "bold")
        if outcome.said:
            say(conversation(outcome))
        first, *more = outcome.broken
        say(f"{_place(path, outcome, first.line)}: {first}", "red")
        for each in more:
            say(f"{_place(path, outcome, each.line)}: {each}")
    for change in changes:
        say(f"updated {path / change.path}:{change.line}: {change}")
    for outcome in told.outcomes:
        if outcome.skipped:
            say(f"not played: {outcome.title}. {outcome.skipped}", "dim")
    say(told.summary, "green" if told.all_hold else "red")


def _place(path: Path, outcome: Outcome, line: int) -> str:
    return outcome.path if outcome.path == DEFAULTS else f"{path / outcome.path}:{line}"


def _print_json(told: ToldAll, changes: Sequence[Change]) -> None:
    found = {
        "all_hold": told.all_hold,
        "counts": told.counts,
        "outcomes": [{**each.model_dump(mode="json"), "holds": each.holds} for each in told.outcomes],
        "mistakes": [asdict(each) for each in told.mistakes],
        "changes": [asdict(each) for each in changes],
    }
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
