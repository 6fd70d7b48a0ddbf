"""The queue as a table that a person fills in with any spreadsheet, and the labels read back from it."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

from pydantic import ValidationError

from dajeong.conversation.labelling import Verdict
from dajeong.conversation.reading import EMOTIONS, Emotion, SpeechAct
from dajeong.learning.corpus import Flag
from dajeong.learning.csv_text import csv_text
from dajeong.learning.label import IntentLabel, Label
from dajeong.learning.label_file import BadLabels, decoded
from dajeong.learning.labels import LabelItem

T = TypeVar("T", bound=str)
# Filled in by us: what the message is, and how it was read.
GIVEN = ("conversation", "version", "playbook", "language", "reasons", "history", "text", "read_as", "read_intent")
# Filled in by a person.
ASKED = ("verdict", "emotion", "strength", "also", "urgency", "fatigue", "abuse", "act", "flags", "intent")
NO_INTENT = "-"
_BY = {"customer": "c", "assistant": "a", "teammate": "t"}


@dataclass(frozen=True, slots=True)
class SheetLabel:
    """A label with the place of its message and the row it came from."""

    row: int
    conversation: str
    version: int
    label: Label


class _BadCell(Exception):
    """One cell is wrong; gathered, so that a person mends them all at once."""


def write_sheet(items: Iterable[LabelItem], *, tabs: bool = False) -> str:
    """Return the table, one message a row, with a mark for Excel. No cell can run as a formula."""
    rows: list[Sequence[str]] = [(*GIVEN, *ASKED)]
    for item in items:
        given = (
            item.conversation,
            str(item.version),
            item.playbook,
            item.language,
            " ".join(item.reasons),
            " || ".join(f"{_BY[line.by]}: {_one_line(line.text)}" for line in item.history),
            _one_line(item.text),
            item.reading.emotion.dominant if item.reading else "",
            (item.reading.intent if item.reading else None) or "",
        )
        rows.append((*given, *[""] * len(ASKED)))
    return csv_text(rows, delimiter="\t" if tabs else ",")


def read_sheet(path: Path) -> tuple[SheetLabel, ...]:
    """Return the labels of the rows a person filled in. Raises BadLabels with the file and up to five rows, as a spreadsheet
    numbers them. Words in the table are not looked at: the log has them.
    """
    found: list[SheetLabel] = []
    wrong: list[str] = []
    seen: dict[tuple[str, int], int] = {}
    for number, cells in _rows(path):
        if not any(cells[name] for name in ASKED):
            continue
        try:
            each = _label(number, cells)
            place = (each.conversation, each.version)
            if seen.setdefault(place, number) != number:
                raise _BadCell(f"the same message as in row {seen[place]}")
            found.append(each)
        except _BadCell as problem:
            wrong.append(f"row {number}: {problem}")
    if wrong:
        raise BadLabels.in_rows(path.name, wrong)
    return tuple(found)


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    text = decoded(path)
    first = text.partition("\n")[0]
    # Excel divides by what its country divides numbers with.
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise BadLabels(f"{path.name} cannot be read as a table ({error}). Nothing was changed.") from None
    columns = [cell.lower() for cell in rows[0]] if rows else []
    missing = [name for name in ("conversation", "version", *ASKED) if columns.count(name) != 1]
    if missing:
        raise BadLabels(
            f"{path.name}: the first row must name each of these columns once: {', '.join(missing)}. Nothing was changed."
        )
    for number, row in enumerate(rows[1:], start=2):
        if any(row):
            if len(row) > len(columns):
                raise BadLabels(
                    f"{path.name}: row {number} has {len(row)} cells instead of {len(columns)}. Nothing was changed."
                )
            yield number, dict.fromkeys(columns, "") | dict(zip(columns, row, strict=False))


def _label(row: int, cells: Mapping[str, str]) -> SheetLabel:
    asked = {name: cells[name].removeprefix("'").strip() for name in ASKED}
    conversation, version = cells["conversation"].removeprefix("'"), cells["version"]
    if not conversation or not version.isdecimal() or len(version) > 7:
        raise _BadCell("conversation and version must stay as they were exported")
    verdict: Verdict = _known(asked["verdict"], get_args(Verdict), "verdict") if asked["verdict"] else "labelled"
    emotion: Emotion | None = _known(asked["emotion"], EMOTIONS, "emotion") if asked["emotion"] else None
    try:
        label = Label(
            verdict=verdict,
            emotion=emotion,
            emotions=_emotions(emotion, asked),
            urgency=_scale(asked, "urgency"),
            fatigue=_scale(asked, "fatigue"),
            abuse=_scale(asked, "abuse"),
            act=_known(asked["act"], get_args(SpeechAct), "act") if asked["act"] else None,
            flags=tuple(_known(flag, get_args(Flag), "flag") for flag in dict.fromkeys(asked["flags"].split())),
            intent=_intent(asked["intent"], cells.get("playbook", "").removeprefix("'")),
        )
    except ValidationError as problem:
        raise _BadCell(problem.errors()[0]["msg"].removeprefix("Value error, ")) from None
    return SheetLabel(row, conversation, int(version), label)


def _emotions(emotion: Emotion | None, asked: Mapping[str, str]) -> dict[Emotion, float]:
    """Return the dominant emotion with its strength, and what else holds: ``distrust:1 anxiety:2``."""
    if emotion is None:
        if asked["strength"] or asked["also"]:
            raise _BadCell("strength and also need an emotion")
        return {}
    if emotion != "neutral" and not asked["strength"]:
        raise _BadCell("strength is 1, 2 or 3 (0 for neutral)")
    found: dict[Emotion, float] = {emotion: _scale(asked, "strength") or 0.0}
    for part in asked["also"].split():
        name, _, strength = part.partition(":")
        found[_known(name, EMOTIONS, "emotion in also")] = _scale({"also": strength or "1"}, "also") or 0.0
    return found


def _intent(cell: str, playbook: str) -> IntentLabel | None:
    if not cell:
        return None
    return IntentLabel(playbook=playbook, intent=None if cell == NO_INTENT else cell)


def _scale(asked: Mapping[str, str], name: str) -> float | None:
    # A spreadsheet may have made 2.0 of 2.
    cell = asked[name].removesuffix(".0")
    if not cell:
        return None
    if cell not in ("0", "1", "2", "3"):
        raise _BadCell(f"{name} is 0, 1, 2 or 3, or empty")
    return round(int(cell) / 3.0, 4)


def _known(cell: str, known: Sequence[T], name: str) -> T:
    found = next((each for each in known if each == cell.lower()), None)
    if found is None:
        raise _BadCell(f"an unknown {name}; known are {', '.join(known)}")
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())
