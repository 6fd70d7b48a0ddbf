"""A team's own labelled messages from a TSV, CSV or JSONL file (docs/guides/improve-the-reading.md)."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, get_args

from dajeong.conversation.reading import EMOTIONS, Emotion, Language
from dajeong.errors import DajeongError
from dajeong.learning.corpus import BadCorpus, read_history
from dajeong.learning.evaluation.sample import By, History, Sample
from dajeong.trust import standard_scanner
from dajeong.trust.personal_data import Scanner
from dajeong.trust.tokens import next_token
from dajeong.understanding.language import TOKEN, detect_language

NEEDED = ("text", "emotion")
OPTIONAL = ("strength", "urgency", "fatigue", "language", "history", "situation", "voice", "flags")
_SCALES = ("strength", "urgency", "fatigue")
_MOST_TOLD = 5


class BadLabels(DajeongError):
    """A file of labels that cannot be used; the message names file and rows and never the words. Nothing was changed."""

    code: ClassVar[str] = "bad_labels"
    status: ClassVar[int] = 422

    @classmethod
    def in_rows(cls, file: str, wrong: Sequence[str]) -> "BadLabels":
        """Return what to tell of rows that are wrong: the first ones, and how many there are."""
        more = f" ({len(wrong)} rows are wrong; these are the first.)" if len(wrong) > _MOST_TOLD else ""
        return cls(f"{file}: {'; '.join(wrong[:_MOST_TOLD])}.{more} Nothing was changed.")


class _BadRow(Exception):
    """One row is wrong; gathered, so that a person mends them all at once."""


def read_label_file(path: Path, scanner: Scanner | None = None) -> tuple[Sample, ...]:
    """Return the rows of a file, personal data replaced by tokens; a row that is there twice counts once.

    Raises BadLabels with the file and up to five rows.
    """
    scan = scanner or standard_scanner()
    samples: list[Sample] = []
    wrong: list[str] = []
    seen: dict[tuple[History, str], tuple[int, Emotion]] = {}
    for number, cells in _rows(path):
        try:
            sample = _sample(cells, f"{path.name}:{number}", scan)
            key = (sample.history, " ".join(sample.text.split()))
            first, emotion = seen.setdefault(key, (number, sample.emotion))
            if emotion != sample.emotion:
                raise _BadRow(f"the same message as in row {first} with another emotion; keep one of them")
        except (_BadRow, BadCorpus) as problem:
            wrong.append(f"row {number}: {str(problem).removeprefix(f'{path.name}:{number}: ').rstrip('.')}")
            continue
        if first == number:
            samples.append(sample)
    if wrong:
        raise BadLabels.in_rows(path.name, wrong)
    if not samples:
        raise BadLabels(f"{path.name} holds no labelled message. Nothing was changed.")
    return tuple(samples)


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each row that is not empty, with its line in the file."""
    text = decoded(path)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _json_rows(text, path.name)
    elif path.suffix.lower() in (".tsv", ".csv"):
        yield from _table_rows(text, path.name, tabs=path.suffix.lower() == ".tsv")
    else:
        raise BadLabels(f"{path.name}: a file of labels ends in .tsv, .csv or .jsonl. Nothing was changed.")


def decoded(path: Path) -> str:
    """Return the text of a file in UTF-8, with or without a mark at its start. Raises BadLabels naming file and row."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadLabels(f"{path.name} cannot be read ({error.strerror}). Nothing was changed.") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise BadLabels(
            f"{path.name}: row {row} is not UTF-8. Save the file as UTF-8 (Excel: 'CSV UTF-8') and try again. Nothing was changed."
        ) from None


def _json_rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            raise BadLabels(
                f"{name}: row {number} is not JSON. Write one object a line. Nothing was changed."
            ) from None
        if not isinstance(found, dict):
            raise BadLabels(f"{name}: row {number} is no JSON object. Nothing was changed.")
        _check_columns(list(found), f"{name}: row {number}")
        yield number, found


def _table_rows(text: str, name: str, *, tabs: bool) -> Iterator[tuple[int, Mapping[str, Any]]]:
    # In a table with tabs quotation marks are what a customer wrote; in one with commas they hold a cell together.
    reader = (
        csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
        if tabs
        else csv.reader(io.StringIO(text, newline=""), strict=True)
    )
    columns: list[str] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if not columns:
                columns = [cell.strip().lower() for cell in row]
                _check_columns(columns, f"{name}: the first row")
            elif len(row) != len(columns):
                raise BadLabels(
                    f"{name}: row {reader.line_num} has {len(row)} cells instead of {len(columns)}. Nothing was changed."
                )
            else:
                yield reader.line_num, dict(zip(columns, row, strict=True))
    except csv.Error as error:
        raise BadLabels(f"{name}: row {reader.line_num} cannot be read ({error}). Nothing was changed.") from None


def _check_columns(columns: Sequence[str], place: str) -> None:
    missing = [name for name in NEEDED if name not in columns]
    if missing or len(set(columns)) != len(columns) or not set(columns) <= {*NEEDED, *OPTIONAL, "id"}:
        lacks = f" Missing: {', '.join(missing)}." if missing else ""
        raise BadLabels(
            f"{place} must name the columns text and emotion, and may name {', '.join(OPTIONAL)} and id, each once."
            f"{lacks} Nothing was changed."
        )


def _sample(cells: Mapping[str, Any], place: str, scanner: Scanner) -> Sample:
    text = cells["text"]
    if not isinstance(text, str) or not text.strip():
        raise _BadRow("the text is empty")
    emotion = next((known for known in EMOTIONS if known == str(cells["emotion"]).strip().lower()), None)
    if emotion is None:
        raise _BadRow(f"an unknown emotion; known are {', '.join(EMOTIONS)}")
    named = str(cells.get("language") or "").strip().lower()
    if named not in ("", *get_args(Language)):
        raise _BadRow("the language is ko or en")
    language: Language = "ko" if named == "ko" else "en" if named == "en" else detect_language(text)
    taken: set[str] = set()
    before = _history(cells.get("history"), place)
    strength, urgency, fatigue = (_scale(cells.get(name), name) for name in _SCALES)
    return Sample(
        id=place,
        history=tuple((by, _tokenised(said, language, scanner, taken)) for by, said in before),
        text=_tokenised(text.replace("\\n", "\n").strip(), language, scanner, taken),
        language=language,
        emotion=emotion,
        strength=0.0 if emotion == "neutral" else strength,
        urgency=urgency,
        fatigue=fatigue,
        situation=str(cells.get("situation") or "").strip(),
        voice=_words(cells.get("voice"), "voice"),
        flags=_words(cells.get("flags"), "flags"),
    )


def _scale(cell: object, name: str) -> float | None:
    if cell is None or str(cell).strip() == "":
        return None
    if str(cell).strip() not in ("0", "1", "2", "3"):
        raise _BadRow(f"{name} is 0, 1, 2 or 3, or empty")
    return int(str(cell)) / 3.0


def _words(cell: object, name: str) -> frozenset[str]:
    if isinstance(cell, list) and all(isinstance(each, str) for each in cell):
        return frozenset(cell)
    if cell is not None and not isinstance(cell, str):
        raise _BadRow(f"{name} is a list of words")
    return frozenset((cell or "").split())


def _history(cell: object, place: str) -> History:
    if isinstance(cell, list):
        return tuple(_turn(each) for each in cell)
    if cell is not None and not isinstance(cell, str):
        raise _BadRow("the history is a list of {by, text}, or 'c: ... || a: ...'")
    return read_history(cell or "", place)


def _turn(found: object) -> tuple[By, str]:
    by = next((known for known in get_args(By) if isinstance(found, dict) and found.get("by") == known), None)
    said = found.get("text") if isinstance(found, dict) else None
    if by is None or not isinstance(said, str) or not said.strip():
        raise _BadRow(f"a turn of the history needs a text and by: {', '.join(get_args(By))}")
    return by, said


def _tokenised(text: str, language: Language, scanner: Scanner, taken: set[str]) -> str:
    """The text as the product would have kept it; what is a token already stays."""
    taken.update(TOKEN.findall(text))
    parts, at = [], 0
    for found in scanner.find(text, keep=(TOKEN,)):
        token = next_token(found.kind, language, taken)
        taken.add(token)
        parts += [text[at : found.start], token]
        at = found.end
    return "".join([*parts, text[at:]])
