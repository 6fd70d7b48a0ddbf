"""Writes what happens now into the files of stories that broke: only the lines that broke, with every comment where it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dajeong.playbook.story_file import StoryDocument
from dajeong.simulation.accepting import accepted
from dajeong.simulation.stories.running import Run

_LINES_AT = re.compile(r"^lines:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """One expectation that was taken over: where it stands, what was expected and what is expected now ("" for nothing)."""

    path: str
    line: int
    what: str
    before: str
    now: str

    def __str__(self) -> str:
        return f"{self.what}: {self.before or 'nothing'} -> {self.now or 'expected no more'}"


def can_be_updated(run: Run) -> bool:
    """Whether what happens now can be taken over: a line that cannot be played any more has to be told anew by somebody."""
    return not run.outcome.holds and not run.stopped


def updated(text: str, runs: Iterable[Run]) -> tuple[str, tuple[Change, ...]]:
    """Return the text of a file with what happens now in place of what broke in ``runs``, all of this file, and the changes."""
    changes: list[Change] = []
    # From the end, so that what comes before stays where it is.
    for run in sorted(runs, key=lambda each: each.written.place.start, reverse=True):
        place = run.written.place
        piece, made = _document(text, place, run)
        text = text[: place.start] + piece + text[place.end :]
        changes += made
    return text, tuple(sorted(changes, key=lambda each: each.line))


def _document(text: str, place: StoryDocument, run: Run) -> tuple[str, list[Change]]:
    piece = text[place.start : place.end]
    body = piece.strip("\n")
    yaml = _writer(body)
    story = yaml.load(body)
    changes = []
    for number, (line, exchange) in enumerate(zip(run.written.story.lines, run.exchanges, strict=True)):
        now = accepted(line.expect, exchange)
        if now == line.expect:
            continue
        before, after = (
            each.model_dump(mode="json", exclude_unset=True, exclude_none=True) for each in (line.expect, now)
        )
        told = story["lines"][number].setdefault("expect", CommentedMap())
        for what in dict.fromkeys((*before, *after)):
            if before.get(what) == after.get(what):
                continue
            _put(told, what, after.get(what))
            at = run.written.line_of(number, what)
            changes.append(Change(run.written.path, at, what, _short(before.get(what)), _short(after.get(what))))
    out = StringIO()
    yaml.dump(story, out)
    lead = piece[: len(piece) - len(piece.lstrip("\n"))]
    return lead + out.getvalue().strip("\n") + piece[len(piece.rstrip("\n")) :], changes


def _writer(body: str) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    # Nobody's lines are broken anew.
    yaml.width = 10_000
    found = _LINES_AT.search(body)
    offset = len(found[1]) if found else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _put(told: CommentedMap, what: str, value: Any) -> None:
    if value is None:
        told.pop(what, None)
    elif isinstance(value, list):
        told[what] = CommentedSeq(value)
        told[what].fa.set_flow_style()
    elif isinstance(value, dict):
        told[what] = CommentedMap(value)
        told[what].fa.set_flow_style()
    else:
        told[what] = value


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
