"""The commands that make a model better: train, evaluate, and the versions there are."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dajeong.cli import screen
from dajeong.cli.given import account, settings_from
from dajeong.errors import DajeongError

if TYPE_CHECKING:
    from dajeong.learning.evaluation import Comparison
    from dajeong.learning.evaluation.evaluation import Figures

models = typer.Typer(no_args_is_help=True, help="The model versions of this installation, and which one is in force.")
CORPUS = Path("data/corpus")
VersionName = Annotated[str, typer.Argument(help="A version, or the beginning of its name or digits.")]


def train(
    labels: Annotated[
        list[Path] | None, typer.Option(help="Your labelled messages (.tsv, .csv or .jsonl); may be given again.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(help="Folder of public comments, to learn from them anew; else they are taken over as they are."),
    ] = None,
    corpus: Annotated[Path, typer.Option(help="Folder of the project's corpus.")] = CORPUS,
    messages: Annotated[Path, typer.Option(help="Folder of the project's seed messages.")] = Path("data/seed"),
    note: Annotated[str, typer.Option(help="What is new, for the people who look at the versions.")] = "",
) -> None:
    """Make a new model version from labelled messages and say how well it reads. Nobody reads with it until it is promoted."""
    from dajeong.app import system_clock
    from dajeong.learning.corpus import in_split, read_corpus
    from dajeong.learning.evaluation import corpus_samples
    from dajeong.learning.following import open_version
    from dajeong.learning.installed import models_of, reader_loader
    from dajeong.learning.making import Making, make_version
    from dajeong.learning.training import CorpusMessages, LabelFile, SeedMessages, check_installed

    check_installed()
    _refuse_missing(corpus, messages)
    settings, at = settings_from(), system_clock()
    registry, load = models_of(settings), reader_loader(settings)
    in_force = open_version(registry, registry.pointer().version, load)
    made = make_version(
        Making(
            sources=[SeedMessages(messages), CorpusMessages(corpus)],
            labels=[LabelFile(path, in_force, at) for path in labels or ()],
            measured={"corpus, held-back split": corpus_samples(in_split(read_corpus(corpus), "heldback"))},
            comments=data,
            by=account(),
            note=note,
            command=shlex.join(["dajeong", *sys.argv[1:]]),
        ),
        registry,
        lambda path: load(path, in_force.encoder),
        at=at,
        progress=lambda step: screen.err.print(f"dajeong: {step}", soft_wrap=True),
    )
    _show_figures(made.figures.items())
    name = made.card.version
    if made.new:
        _say_what_next(name, registry.pointer().version, labels)
    else:
        screen.say(f"This is the very model that is there already as {name}: nothing new was learned.")


def evaluate(
    version: Annotated[str | None, typer.Argument(help="A version; else the one in force.")] = None,
    against: Annotated[str | None, typer.Option(help="Another version to compare with on the same rows.")] = None,
    on: Annotated[
        str, typer.Option(help="`corpus` (its held-back split), `tune`, or a file of your own labels.")
    ] = "corpus",
    all_rows: Annotated[
        bool, typer.Option("--all", help="All rows of a file, also those that versions may have learned from.")
    ] = False,
    words: Annotated[
        bool,
        typer.Option(
            "--words", help="Show messages in the report, personal data replaced. Those of `tune` are always shown."
        ),
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Write the report to this HTML file.")] = None,
    json_out: Annotated[Path | None, typer.Option("--json", help="Write all figures to this JSON file.")] = None,
    corpus: Annotated[Path, typer.Option(help="Folder of the project's corpus.")] = CORPUS,
) -> None:
    """Measure a version on messages it has not learned from, alone or beside another one."""
    from dajeong.app import system_clock
    from dajeong.cli.measuring import Asked, measure
    from dajeong.learning.installed import models_of, reader_loader
    from dajeong.learning.report import report_html, report_json

    settings = settings_from()
    registry = models_of(settings)
    asked = Asked(
        version=registry.find(version) if version else registry.pointer().version,
        against=registry.find(against) if against else None,
        on=on,
        corpus=corpus,
        all_rows=all_rows,
        words=words,
    )
    found = measure(
        asked,
        registry,
        reader_loader(settings),
        at=system_clock(),
        progress=lambda step: screen.err.print(f"dajeong: {step}", soft_wrap=True),
    )
    _show_figures([(f"{found.evaluation.on}, {name}", figures) for name, figures in found.evaluation.languages.items()])
    if found.comparison is not None:
        _show_comparison(found.comparison)
    for path, text in ((out, report_html), (json_out, report_json)):
        if path is not None:
            _write(path, text(found.evaluation, found.comparison, found.card))


@models.command("list")
def list_versions() -> None:
    """List all versions; the star marks the one in force."""
    from dajeong.learning.installed import models_of
    from dajeong.learning.registry import ModelUnusable

    registry = models_of(settings_from())
    current = registry.pointer().version
    for name in registry.names():
        try:
            registry.model_file(name)
            card = registry.read(name)
            made = f"{card.made_at:%Y-%m-%d %H:%M}" if card.made_at else "with the package"
            rows = sum(source.rows for source in card.sources)
            about = f"{made}{f', {rows} messages' if rows else ''}{f', {card.note}' if card.note else ''}"
        except ModelUnusable as problem:
            about = f"UNUSABLE: {problem.message}"
        screen.say(f"{'*' if name == current else ' '} {name}  {about}")


@models.command()
def show(version: VersionName) -> None:
    """Print the card of a version as JSON: what it was made from, by whom, and how well it reads."""
    from dajeong.learning.installed import models_of

    registry = models_of(settings_from())
    sys.stdout.write(registry.read(registry.find(version)).model_dump_json(indent=1) + "\n")


@models.command()
def promote(version: VersionName) -> None:
    """Put a version in force. A running server takes it over within seconds and drops nobody."""
    from dajeong.app import system_clock
    from dajeong.learning.installed import models_of

    registry = models_of(settings_from())
    promoted = registry.promote(registry.find(version), at=system_clock(), by=account())
    screen.say(f"{promoted.version} is in force. Back to the one before: dajeong models roll-back")


@models.command("roll-back")
def roll_back() -> None:
    """Put the version before in force again."""
    from dajeong.app import system_clock
    from dajeong.learning.installed import models_of

    screen.say(f"{models_of(settings_from()).roll_back(at=system_clock(), by=account()).version} is in force again.")


@models.command()
def remove(version: VersionName) -> None:
    """Delete a version for good. The one in force, the one before it and the shipped one stay."""
    from dajeong.learning.installed import models_of

    registry = models_of(settings_from())
    name = registry.find(version)
    registry.remove(name)
    screen.say(f"{name} is removed.")


class MissingFolder(DajeongError):
    """A folder the command needs is not there, or a file cannot be written."""

    code = "missing_folder"
    status = 422


def _refuse_missing(*folders: Path) -> None:
    for folder in folders:
        if not folder.is_dir():
            raise MissingFolder(
                f"There is no folder {folder}. Run this in the project's folder, or name the folders of its data "
                "with --corpus and --messages."
            )


def _show_figures(sets: "Iterable[tuple[str, Figures]]") -> None:
    from dajeong.learning.evaluation.bootstrap import TITLES

    for name, figures in sets:
        screen.say(f"{name}: {figures.rows} messages")
        for metric, title in TITLES.items():
            found = getattr(figures, metric)
            screen.say(f"  {title:18}{found.value:.3f}  ({found.low:.3f} to {found.high:.3f})")


def _show_comparison(comparison: "Comparison") -> None:
    from dajeong.learning.evaluation.bootstrap import TITLES

    screen.say(f"{comparison.version} beside {comparison.against}, {comparison.rows} messages:")
    for each in comparison.differences:
        screen.say(
            f"  {TITLES[each.metric]}: {each.by.value:+.3f} ({each.by.low:+.3f} to {each.by.high:+.3f}) — {each.verdict}"
        )
    screen.say(f"  {comparison.mended} rows are right now and were wrong, {comparison.broken} the other way.")


def _say_what_next(made: str, in_force: str, labels: list[Path] | None) -> None:
    screen.say(f"{made} is made and not in force yet.")
    rows = f" --on {shlex.quote(str(labels[0]))}" if labels else ""
    screen.say(f"Compare it: dajeong evaluate {made} --against {in_force}{rows}")
    screen.say(f"Put it in force: dajeong models promote {made}")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MissingFolder(f"{path} could not be written ({error.strerror}).") from None
    screen.say(f"{path} is written.")
