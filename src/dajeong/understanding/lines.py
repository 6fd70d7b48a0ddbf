"""One JSON line in, one reading out: the documented shape of ``dajeong read --json``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from dajeong.conversation.reading import Reading
from dajeong.errors import DajeongError
from dajeong.understanding.heard import Heard
from dajeong.understanding.intent import IntentModel
from dajeong.understanding.reader import Reader

_SPEAKERS: tuple[Literal["customer"], Literal["assistant"], Literal["teammate"]] = ("customer", "assistant", "teammate")


class BadLine(DajeongError):
    """A line that is no message to read."""

    code = "bad_line"
    status = 422


def read_json(
    reader: Reader,
    line: object,
    *,
    intents: IntentModel | None = None,
    patterns: Mapping[str, str] | None = None,
    now: datetime,
) -> dict[str, Any]:
    """Reads ``{"text", "history": [{"by", "text", "at"?}]}`` and returns the reading with plain values only.

    Raises BadLine when the line has another shape; the message names the place and never the words.
    """
    text, history = _parsed(line)
    reading = reader.read(text, history=history, intents=intents, patterns=patterns or {}, now=now)
    return reading_to_json(reading)


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """A reading as a dictionary of plain values, in the order the documentation names them."""
    dumped = reading.model_dump(mode="json")
    order = (
        "emotion", "intent", "confidence", "runners_up", "also", "urgency", "fatigue", "abuse", "speech_act", "language",
        "entities", "risk", "asks_if_human", "wishes", "evidence",
    )  # fmt: skip
    return {key: dumped[key] for key in order}


def _parsed(line: object) -> tuple[str, tuple[Heard, ...]]:
    if not isinstance(line, dict):
        raise BadLine('A line must be an object like {"text": "...", "history": []}.')
    unknown = sorted(str(key) for key in line if key not in ("text", "history"))
    if unknown:
        raise BadLine(f"A line may hold 'text' and 'history' only: remove {len(unknown)} other field(s).")
    text = line.get("text")
    if not isinstance(text, str):
        raise BadLine("'text' is missing or not a string: give the customer's message.")
    history = line.get("history", [])
    if not isinstance(history, list):
        raise BadLine('\'history\' must be a list of {"by", "text"}, oldest first.')
    return text, tuple(_heard(item, place) for place, item in enumerate(history))


def _heard(item: object, place: int) -> Heard:
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise BadLine(f"history[{place}] must be an object with 'by' and 'text'.")
    by = item.get("by")
    if by not in _SPEAKERS:
        raise BadLine(f"history[{place}].by must be one of customer, assistant, teammate.")
    if set(item) - {"by", "text", "at"}:
        raise BadLine(f"history[{place}] may hold 'by', 'text' and 'at' only.")
    return Heard(by=by, text=item["text"], at=_moment(item.get("at"), place))


def _moment(value: object, place: int) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else _refuse(place)
    except ValueError:
        return _refuse(place)


def _refuse(place: int) -> datetime:
    raise BadLine(f"history[{place}].at must be an ISO 8601 time such as 2026-11-03T09:30:00+09:00.")
