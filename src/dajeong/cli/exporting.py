"""What is read out of the log for people and trainers: what has changed, and conversations for fine-tuning."""

import asyncio
import hashlib
import os
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dajeong.cli import screen
from dajeong.cli.given import settings_from

if TYPE_CHECKING:
    from dajeong.conversation.reading import Language
    from dajeong.learning.conversations import Exported, Wanted
    from dajeong.learning.drift import DriftReport


def drift(
    days: Annotated[int, typer.Option(help="How many days are looked at.", min=1, max=90)] = 7,
    reference: Annotated[
        int, typer.Option(help="With how many days before them they are compared.", min=1, max=365)
    ] = 28,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what has changed in the messages that come in and in how they are read, and what may be chance."""
    from dajeong.app import system_clock
    from dajeong.cli.keeping import kept_in
    from dajeong.learning.installed import models_of
    from dajeong.learning.observing import letters_known_to, watch_drift

    settings = settings_from()
    models = models_of(settings)
    knows = letters_known_to(models.model_file(models.pointer().version))

    async def run() -> "DriftReport":
        async with kept_in(settings) as storage:
            return await watch_drift(
                storage.log,
                system_clock(),
                window=timedelta(days=days),
                reference=timedelta(days=reference),
                knows=knows,
            )

    report = asyncio.run(run())
    if as_json:
        sys.stdout.write(report.model_dump_json() + "\n")
    else:
        _show_drift(report)


def _show_drift(report: "DriftReport") -> None:
    for name, window in (("before", report.before), ("now", report.now)):
        screen.say(
            f"{name}: {window.since:%Y-%m-%d} to {window.until:%Y-%m-%d}, {window.messages} messages in {window.conversations} conversations"
        )
    for words in report.words:
        screen.say(words)
    for shift in report.shifts:
        mark = "*" if shift.changed else " "
        screen.say(
            f"{mark} {shift.measure:16} index {shift.index:.3f}  distance {shift.distance:.3f}  chance {shift.chance:.3f}  {shift.words}"
        )


def export_chats(
    out: Annotated[Path, typer.Option(help="The .jsonl to write; validation and card go beside it. Not there yet.")],
    playbook: Annotated[str | None, typer.Option(help="Only conversations with this playbook.")] = None,
    korean: Annotated[bool, typer.Option("--korean", help="Only conversations in Korean.")] = False,
    english: Annotated[bool, typer.Option("--english", help="Only conversations in English.")] = False,
    ended_well: Annotated[bool, typer.Option("--ended-well", help="Only conversations that ended well.")] = False,
    only_teammates: Annotated[
        bool, typer.Option("--only-teammates", help="Learn from people's replies alone: the assistant's are left out.")
    ] = False,
    validation: Annotated[
        float, typer.Option(help="Share of the customers kept to validate on.", min=0, max=0.5)
    ] = 0.1,
    seed: Annotated[int, typer.Option(help="Another one divides them otherwise.")] = 0,
) -> None:
    """Write conversations of customers who agreed to training as a chat fine-tuning set, tokenised, with a data card."""
    from dajeong.app import published_playbooks, system_clock
    from dajeong.cli.keeping import kept_in
    from dajeong.learning.conversations import Exported, Wanted, export_conversations

    language: Language | None = "ko" if korean and not english else "en" if english and not korean else None
    wanted = Wanted(playbook, language, ended_well, only_teammates, validation, seed)
    exported = Exported()
    lines: dict[str, list[str]] = {"train": [], "validation": []}

    async def run() -> None:
        async with kept_in(settings_from()) as storage:
            find = published_playbooks(storage)
            async for split, line in export_conversations(storage.log, find, wanted, exported):
                lines[split].append(line)

    asyncio.run(run())
    files = {out: lines["train"], out.with_suffix(f".validation{out.suffix}"): lines["validation"]}
    texts = {path: "".join(f"{line}\n" for line in own) for path, own in files.items()}
    write_new({**texts, out.with_suffix(".card.md"): _card(texts, exported, wanted, system_clock())})
    screen.say(
        f"{len(lines['train'])} conversations to train on and {len(lines['validation'])} to validate on are written to {out}."
    )
    left = ", ".join(f"{why}: {number}" for why, number in sorted(exported.left_out.items()))
    if left:
        screen.say(f"Left out: {left}. The card beside the file says more.")


def _card(texts: Mapping[Path, str], exported: "Exported", wanted: "Wanted", at: datetime) -> str:
    from importlib.metadata import version

    from dajeong.learning.conversation_card import conversation_card

    digests = {path.name: hashlib.sha256(text.encode()).hexdigest() for path, text in texts.items()}
    return conversation_card(exported, wanted, digests, at=at, package=version("dajeong"))


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that were not there, readable by their owner only: customers wrote in them. Raises FolderInUse; then none is."""
    from dajeong.cli.keeping import FolderInUse

    for path in files:
        if path.exists():
            raise FolderInUse(f"{path} is there already. Nothing was written; name another file or take it away.")
    try:
        for path, text in files.items():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(text.encode())
    except OSError as error:
        raise FolderInUse(f"{path} could not be written ({error.strerror}).") from None
