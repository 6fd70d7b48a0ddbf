"""A message with what is right about it: what a reader is measured on."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dajeong.conversation.reading import Emotion, Language
from dajeong.learning.corpus import CorpusRow

By = Literal["customer", "assistant", "teammate"]
History = tuple[tuple[By, str], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled message. ``id`` names its row without its words; scales are 0-1, None where nobody labelled them."""

    id: str
    text: str
    language: Language
    emotion: Emotion
    history: History = ()
    strength: float | None = None
    urgency: float | None = None
    fatigue: float | None = None
    situation: str = ""
    voice: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


def corpus_samples(rows: Iterable[CorpusRow]) -> tuple[Sample, ...]:
    """Return corpus rows as samples."""
    return tuple(
        Sample(
            row.id,
            row.text,
            row.language,
            row.dominant,
            row.history,
            row.strength,
            row.urgency,
            row.fatigue,
            row.situation.id,
            row.voice,
            frozenset(row.flags),
        )
        for row in rows
    )


def fingerprint_of(rows: Sequence[object]) -> str:
    """Return the SHA-256 of rows (any values with a faithful ``repr``), whatever their order."""
    parts = sorted(repr(_settled(row)) for row in rows)
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def _settled(row: object) -> object:
    """A set has no order of its own, and ``repr`` would show another one in each process."""
    fields = getattr(row, "__dataclass_fields__", None)
    if fields is None:
        return row
    values = (getattr(row, name) for name in fields)
    return tuple(sorted(value) if isinstance(value, frozenset) else value for value in values)
