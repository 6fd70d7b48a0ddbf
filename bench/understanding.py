"""`./run bench understanding`: how well and at what cost messages are read, each figure beside what it should reach."""

import argparse
import os
import sys
import time
from pathlib import Path

from bench.understanding_rows import ROWS, Figure, Place, Row
from dajeong.errors import DajeongError

_STATE = Path(".state")
_SETTING = "DAJEONG_PUBLIC_DATA"
_TELL_EVERY = 10.0
_LINE = "{:<12} {:<70} {:>8} {:<14} {:<8} {}"


def main(arguments: list[str]) -> None:
    """Measure the rows asked for, one after the other, and print each as soon as it is known."""
    given = _parser().parse_args(arguments)
    chosen = _chosen(given.only)
    place = Place(given.data, given.encoder, given.kept, _Told())
    print(_LINE.format("row", "what", "figure", "95 %", "goal", ""))
    skipped = [row for row in chosen if row.public and given.data is None]
    for row in chosen:
        if row not in skipped:
            for line in _lines(row, place):
                print(line, flush=True)
    if skipped:
        print(
            f"Skipped, for want of public data: {', '.join(row.key for row in skipped)}. Put the sets in a folder as "
            f"docs/concepts/understanding-figures.md says and name it with --data or {_SETTING}."
        )


def _lines(row: Row, place: Place) -> list[str]:
    try:
        return [_line(row.key, figure) for figure in row.measure(place)]
    except DajeongError as error:
        return [f"{row.key}: not measured. {error}"]


def _line(key: str, figure: Figure) -> str:
    between = (
        f"{figure.low:.3f}-{figure.high:.3f}" if figure.low is not None and figure.high is not None else figure.note
    )
    reach, verdict = "", "reported"
    if figure.target is not None:
        sign, met = ("<=", figure.value <= figure.target) if figure.below else (">=", figure.value >= figure.target)
        reach, verdict = (
            f"{sign} {figure.target:g}",
            "met" if met else f"missed by {abs(figure.value - figure.target):.3g}",
        )
    value = f"{figure.value:.3f}" if figure.unit == "" else f"{figure.value:.1f} {figure.unit}"
    return _LINE.format(key, figure.what, value, between, reach, verdict)


def _chosen(only: str) -> list[Row]:
    keys = [key for key in only.split(",") if key]
    unknown = sorted(set(keys) - {row.key for row in ROWS})
    if unknown:
        raise SystemExit(
            f"bench: there is no row {', '.join(unknown)}; there are {', '.join(row.key for row in ROWS)}."
        )
    return [row for row in ROWS if not keys or row.key in keys]


class _Told:
    """Says on standard error how far a long piece of work is, not more often than every ten seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self._last >= _TELL_EVERY:
            self._last = time.monotonic()
            print(f"bench: {done} of {of} ...", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench understanding", description=__doc__)
    named = os.environ.get(_SETTING)
    parser.add_argument(
        "--data", type=Path, default=Path(named) if named else None, help=f"folder of the public sets (or {_SETTING})"
    )
    parser.add_argument("--only", default="", help=f"rows, with commas between: {', '.join(row.key for row in ROWS)}")
    parser.add_argument(
        "--encoder", type=Path, default=_STATE / "e5", help="folder of the encoder; built when not there"
    )
    parser.add_argument("--kept", type=Path, default=_STATE / "vectors", help="folder for vectors that took long")
    return parser
