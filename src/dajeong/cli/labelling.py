"""The commands of labelling without a studio: out to a spreadsheet and back, and how far it is."""

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, get_args

import typer

from dajeong.cli import screen
from dajeong.cli.given import UnfitSetting, account, settings_from
from dajeong.conversation.labelling import Reason
from dajeong.conversation.reading import Language

if TYPE_CHECKING:
    from dajeong.learning.labels import LabelItem, Labels, Progress
    from dajeong.storage import Storage

label = typer.Typer(no_args_is_help=True, help="Messages worth a person's label, and what people said of them.")
By = Annotated[str, typer.Option(help="Who labels; else the name of your account.")]
ReasonName = Annotated[str, typer.Option(help=f"Only messages queued for this: {', '.join(get_args(Reason))}.")]
LanguageName = Annotated[str, typer.Option(help="Only messages in this language: ko or en.")]
PlaybookName = Annotated[str, typer.Option(help="Only messages of this playbook.")]


@label.command("next")
def show_next(by: By = "", reason: ReasonName = "", language: LanguageName = "", playbook: PlaybookName = "") -> None:
    """Show the message whose label would help most, with what was said before it and how it was read."""

    async def run() -> "tuple[LabelItem, ...]":
        async with labels_kept() as (labels, _):
            page = await labels.page(by or who(), limit=1, **_filters(reason, language, playbook))
            return page.items

    items = asyncio.run(run())
    if not items:
        screen.say("Nothing is waiting for a label.")
    for item in items:
        for line in item.history:
            screen.say(f"  {line.by}: {line.text}")
        screen.say(f"> {item.text}")
        read = item.reading
        felt = (
            f"{read.emotion.dominant}{'' if read.emotion.sure else ' (unsure)'}, intent {read.intent}" if read else "-"
        )
        screen.say(f"  {item.conversation} {item.version} · {', '.join(item.reasons)} · read as {felt}")


@label.command("export")
def export_sheet(
    file: Annotated[Path, typer.Argument(help="The table to write: .csv, or .tsv for tabs. Not there yet.")],
    by: By = "",
    reason: ReasonName = "",
    language: LanguageName = "",
    playbook: PlaybookName = "",
    most: Annotated[int, typer.Option(help="At most so many messages.", min=1, max=5_000)] = 200,
) -> None:
    """Write the messages worth a label to a table for a spreadsheet, the most useful first. Personal data stay tokens."""
    from dajeong.cli.exporting import write_new
    from dajeong.learning.label_sheet import write_sheet

    async def run() -> "list[LabelItem]":
        async with labels_kept() as (labels, _):
            items: list[LabelItem] = []
            after: str | None = ""
            while after is not None and len(items) < most:
                page = await labels.page(
                    by or who(),
                    after=after,
                    limit=min(100, most - len(items)),
                    **_filters(reason, language, playbook),
                )
                items += page.items
                after = page.next
            return items

    items = asyncio.run(run())
    write_new({file: write_sheet(items, tabs=file.suffix.lower() == ".tsv")})
    screen.say(
        f"{len(items)} messages are written to {file}. Fill in the columns from `verdict` on, then: dajeong label import {file}"
    )


@label.command("import")
def import_sheet(
    file: Annotated[Path, typer.Argument(help="The table as it was exported, with the columns filled in.")],
    by: By = "",
) -> None:
    """Take over the labels of a table: all of it, or nothing and the rows that are wrong."""
    from dajeong.learning.label_sheet import read_sheet
    from dajeong.learning.labels import NothingToLabel

    sheet = read_sheet(file)

    async def run() -> list[int]:
        async with labels_kept() as (labels, _):
            gone = []
            for each in sheet:
                try:
                    await labels.put(each.conversation, each.version, each.label, by or who())
                except NothingToLabel:
                    gone.append(each.row)
            return gone

    gone = asyncio.run(run())
    screen.say(f"{len(sheet) - len(gone)} labels are kept.")
    if gone:
        rows = ", ".join(map(str, gone[:10])) + (" ..." if len(gone) > 10 else "")
        screen.say(f"{file.name}: the messages of {len(gone)} rows are not there (any more): row {rows}.")


@label.command()
def progress(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say how far the labelling is, and how far people agree."""

    async def run() -> "Progress":
        async with labels_kept() as (labels, _):
            return await labels.progress()

    found = asyncio.run(run())
    if as_json:
        sys.stdout.write(found.model_dump_json() + "\n")
        return
    screen.say(f"{found.queue} messages in the queue ({_counts(found.reasons)}).")
    screen.say(
        f"{found.labelled} messages are labelled. Labels: {_counts(found.emotions)}; by {_counts(found.people)}."
    )
    if found.read_right is not None:
        screen.say(
            f"Where people agree, {found.read_right:.0%} of them were read so, of messages chosen because they are hard."
        )
    agreed = found.emotion_agreement
    if agreed.kappa is not None:
        screen.say(
            f"Agreement on the emotion: kappa {agreed.kappa:.2f} over {agreed.messages} messages with several labels."
        )
    for pair in agreed.pairs:
        screen.say(f"  {pair.one} and {pair.other}: {pair.alike:.0%} alike of {pair.messages}, kappa {pair.kappa:.2f}")


@label.command()
def rebuild() -> None:
    """Write the queue again from the log. Labels stay."""
    from dajeong.learning.queue import LabelQueue

    async def run() -> int:
        async with labels_kept() as (_, storage):
            return await LabelQueue(storage.log, storage.labelling).rebuild()

    screen.say(f"The queue is written again from the log, up to position {asyncio.run(run())}.")


@label.command("train")
def train_from_labels(
    note: Annotated[str, typer.Option(help="What is new, for the people who look at the versions.")] = "",
) -> None:
    """Make a new model version from these labels, of customers who agreed to training, beside the project's own messages."""
    from dajeong.app import system_clock
    from dajeong.learning.installed import models_of, reads_fully
    from dajeong.learning.retraining import Order, enough_to_learn
    from dajeong.learning.retraining_worker import retrain
    from dajeong.learning.team_labels import TeamLabels, read_team_labels

    settings = settings_from()

    async def run() -> TeamLabels:
        async with labels_kept() as (_, storage):
            return await read_team_labels(storage.log, storage.labelling)

    order = Order(
        models=models_of(settings).folder.resolve(),
        data=settings.training_data,
        vectors=reads_fully(settings),
        encoder=settings.encoder,
        by=who(),
        note=note,
        at=system_clock(),
        labels=enough_to_learn(asyncio.run(run())),
        command="dajeong label train",
    )
    made = retrain(order, lambda step: screen.err.print(f"dajeong: {step}", soft_wrap=True))
    for name, figures in made.figures.items():
        screen.say(
            f"{name}: {figures.rows} messages, ten emotions {figures.accuracy.value:.3f}, four groups {figures.group_accuracy.value:.3f}"
        )
    name = made.card.version
    screen.say(
        f"{name} is made and not in force yet: dajeong models promote {name}"
        if made.new
        else f"Nothing new: this is {name}."
    )


@asynccontextmanager
async def labels_kept() -> "AsyncIterator[tuple[Labels, Storage]]":
    """Open the labels of this installation, the queue brought up to date with the log."""
    from dajeong.app import system_clock
    from dajeong.cli.keeping import kept_in
    from dajeong.learning.labels import Labels
    from dajeong.learning.queue import LabelQueue

    async with kept_in(settings_from()) as storage:
        await LabelQueue(storage.log, storage.labelling).catch_up()
        yield Labels(storage.log, storage.labelling, system_clock), storage


def who() -> str:
    """Return who labels where nobody is named."""
    return account() or "somebody"


class _Filters(TypedDict):
    reason: Reason | None
    language: Language | None
    playbook: str | None


def _filters(reason: str, language: str, playbook: str) -> _Filters:
    return {
        "reason": _one_of(get_args(Reason), reason, "--reason"),
        "language": _one_of(get_args(Language), language, "--language"),
        "playbook": playbook or None,
    }


def _one_of(known: tuple[Any, ...], given: str, option: str) -> Any:
    """Return what was given, None for nothing. Raises UnfitSetting for what nobody knows."""
    if given and given not in known:
        raise UnfitSetting(f"{option} is one of {', '.join(known)}.")
    return given or None


def _counts(counts: Mapping[Any, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items(), key=lambda each: -each[1])) or "none"
