"""`dajeong rehearse` and `dajeong compare`: play a playbook, or two versions of it, with many made-up customers."""

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from dajeong.cli import screen
from dajeong.cli.comparison_report import printed as printed_comparison
from dajeong.cli.rehearsal_report import printed, shown
from dajeong.cli.rehearsal_run import ReaderName, Run, run
from dajeong.conversation.frozen import Frozen
from dajeong.playbook import load_playbook, read_beside, read_folder
from dajeong.simulation.rehearsal import Result, Summary, Tally, playable
from dajeong.simulation.rehearsal.compare import Comparing, NotComparable
from dajeong.simulation.rehearsal.pairing import LeftOut, paired
from dajeong.simulation.rehearsal.store import is_run_folder, kept_in

Customers = Annotated[int, typer.Option(min=1, max=1_000_000, help="How many conversations.")]
Seed = Annotated[int, typer.Option(help="The same seed has the same conversations.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes; else one for each core.")]
Cluster = Annotated[str | None, typer.Option(help="Address of a Dask scheduler, e.g. tcp://10.0.0.5:8786.")]
Reading = Annotated[
    ReaderName | None,
    typer.Option(help="Who reads the messages: light is faster and understands less; else as it is set."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object with everything.")]


def rehearse_playbook(
    path: Annotated[Path, typer.Argument(help="Folder of a playbook with customers/.")],
    customers: Customers = 200,
    seed: Seed = 1,
    workers: Workers = None,
    cluster: Cluster = None,
    reader: Reading = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the results; a rehearsal broken off goes on in it.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Play everything anew, also what is kept already.")] = False,
    show: Annotated[int | None, typer.Option(min=0, help="Print one conversation, by its number.")] = None,
    as_json: AsJson = False,
) -> None:
    """Play a playbook with made-up customers, and say where they would be hurt, lost or left alone."""
    files = _files(path)
    playable(files)
    tally, looked_at = Tally(), list[Result]()

    def take(result: Result) -> None:
        tally.add(result)
        if result.number == show:
            looked_at.append(result)

    played = run(
        path.resolve().name,
        files,
        take,
        customers=customers,
        seed=seed,
        workers=workers,
        cluster=cluster,
        reader=reader,
        out=out,
        again=again,
    )
    playbook = load_playbook(files).playbook
    assert playbook is not None
    summary = tally.summary(playbook)
    if as_json:
        speed = played.turns / played.seconds / (workers or os.cpu_count() or 1)
        per_core = round(speed, 1) if cluster is None else None
        _as_json(summary, turns_per_second_per_core=per_core, folder=str(played.folder))
    else:
        _tell(summary, looked_at, played)


def _tell(summary: Summary, looked_at: list[Result], played: Run) -> None:
    for result in looked_at:
        shown(result, screen.out)
    if not looked_at:
        printed(summary, screen.out)
    screen.out.print(
        f"{played.now} played now, {played.before} kept from before; {played.turns} turns in {played.seconds:.1f} s."
    )
    screen.out.print(f"All conversations are in {played.folder}.", soft_wrap=True)


def compare_versions(
    before: Annotated[Path, typer.Argument(help="Folder of a playbook as it was, or of a finished rehearsal of it.")],
    after: Annotated[Path, typer.Argument(help="Folder of the playbook as it is now, or of a rehearsal of that.")],
    customers: Customers = 200,
    seed: Seed = 1,
    workers: Workers = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
) -> None:
    """Compare two versions by the same customers: what got better or worse, and which conversations flipped.

    Of two playbooks, the customers of the second play both. Two rehearsals are compared as they were played.
    """
    comparing = Comparing()
    left_out: tuple[LeftOut, ...] = ()
    if is_run_folder(before) and is_run_folder(after):
        for result in kept_in(before):
            comparing.add("before", result)
        for result in kept_in(after):
            comparing.add("after", result)
    elif is_run_folder(before) or is_run_folder(after):
        raise NotComparable("One is a playbook and the other a rehearsal. Name two playbooks, or two rehearsals.")
    else:
        both = paired(_files(before), _files(after))
        left_out = both.left_out
        play = partial(run, customers=customers, seed=seed, workers=workers, cluster=cluster)
        play(before.resolve().name, both.before, partial(comparing.add, "before"))
        play(after.resolve().name, both.after, partial(comparing.add, "after"))
    comparison = comparing.comparison()
    if as_json:
        _as_json(comparison, left_out=[each.model_dump(mode="json") for each in left_out])
    else:
        printed_comparison(comparison, left_out, screen.out)


def _files(path: Path) -> dict[str, str]:
    """Return a playbook with its customers; its stories play no part."""
    beside = read_beside(path, "customers")
    return {**read_folder(path), **beside}


def _as_json(told: Frozen, **more: Any) -> None:
    sys.stdout.write(json.dumps({**told.model_dump(mode="json"), **more}, ensure_ascii=False) + "\n")
