"""A rehearsal the studio started, in a folder: who booked what, how it stands, the files it plays, and what came of it."""

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from dajeong.conversation.frozen import Frozen
from dajeong.simulation.rehearsal import Result, Summary
from dajeong.simulation.rehearsal.store import kept_in

# waiting: another one is played; broke: it ended by itself before it was done.
State = Literal["waiting", "running", "finished", "stopped", "broke"]
_BOOKED, _FILES, _SUMMARY = "booked.json", "files.json", "summary.json"


class Booked(Frozen):
    """A rehearsal as it was asked for, and how it stands. ``of`` is a version, or "draft"; ``problem`` why it broke."""

    id: str
    playbook: str
    of: str
    customers: int
    seed: int
    by: str
    at: datetime
    reader: str
    state: State = "waiting"
    problem: str | None = None
    done: int = 0
    goal_success: float | None = None
    left_in_anger: float | None = None


class RehearsalFolder:
    """One folder of the studio's rehearsals; the conversations in it are kept by `RunFolder`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, booked: Booked, files: Mapping[str, str]) -> None:
        """Make the folder; the files come first, so that what is booked can be played."""
        self.path.mkdir(parents=True)
        _write(self.path / _FILES, json.dumps(dict(files), ensure_ascii=False))
        self.book(booked)

    def book(self, booked: Booked) -> None:
        """Keep how it stands."""
        _write(self.path / _BOOKED, booked.model_dump_json())

    def booked(self) -> Booked | None:
        """Return how it stands; None for a folder that is none, or was never whole."""
        try:
            return Booked.model_validate_json((self.path / _BOOKED).read_bytes())
        except (OSError, ValidationError):
            return None

    def files(self) -> dict[str, str]:
        """Return the files it plays, customers among them."""
        found: dict[str, str] = json.loads((self.path / _FILES).read_text("utf-8"))
        return found

    def summarise(self, summary: Summary) -> None:
        """Keep what it came to, so that it need not be counted again."""
        _write(self.path / _SUMMARY, summary.model_dump_json())

    def summary(self) -> Summary | None:
        """Return what it came to, if that was kept."""
        try:
            return Summary.model_validate_json((self.path / _SUMMARY).read_bytes())
        except (OSError, ValidationError):
            return None

    def results(self) -> Iterator[Result]:
        """The conversations kept so far."""
        return kept_in(self.path)

    def delete(self) -> None:
        """Take the whole folder away."""
        shutil.rmtree(self.path, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    """Write whole or not at all: the process may end in the middle."""
    making = path.with_name(f"{path.name}.making")
    making.write_text(text + "\n", "utf-8")
    making.replace(path)
