"""What the person who opens the demonstration sees while its month is played, and one calm line afterwards."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dajeong.app import system_clock
from dajeong.cli import screen
from dajeong.cli.lived_in.filling import fill
from dajeong.cli.lived_in.month import DAYS
from dajeong.cli.lived_in.playing import NotPlayed
from dajeong.settings import Settings


def move_in(settings: Settings, folders: Sequence[Path]) -> None:
    """Play the made-up month into a fresh folder; do and print nothing in a folder in use. A demonstration opens either way."""
    with Progress(
        TextColumn("dajeong: playing a made-up month, once ..."),
        BarColumn(),
        MofNCompleteColumn(),
        console=screen.err,
        transient=True,
        disable=not screen.err.is_terminal,
    ) as shown:
        task = shown.add_task("", total=None, visible=False)
        try:
            played = asyncio.run(
                fill(
                    settings,
                    folders,
                    now=system_clock(),
                    progress=lambda done, of: shown.update(task, completed=done, total=of, visible=True),
                )
            )
        except NotPlayed as problem:
            screen.err.print(f"dajeong: {problem.message}", markup=False, soft_wrap=True)
            return
    if played:
        screen.err.print(
            f"dajeong: {played} made-up conversations of the last {DAYS} days are in {settings.data} (`--empty` starts without).",
            markup=False,
            soft_wrap=True,
        )
