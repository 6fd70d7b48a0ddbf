"""The support messages this project wrote and labelled itself, as training rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dajeong.conversation.reading import EMOTIONS, Emotion, Language
from dajeong.errors import DajeongError
from dajeong.learning.corpus import CorpusRow


class BadMessages(DajeongError):
    """A file of labelled messages that cannot be learned from."""

    code = "bad_messages"
    status = 422


@dataclass(frozen=True, slots=True)
class Labelled:
    """One message with its labels: the emotion that dominates; strength, urgency and fatigue as 0-1 (files hold 0-3).

    ``history`` is what was said before it, (by, text) pairs, the oldest first.
    """

    situation: str
    emotion: Emotion
    strength: float
    urgency: float
    fatigue: float
    text: str
    language: Language
    history: tuple[tuple[str, str], ...] = ()

    def said_last(self, by: Literal["customer", "assistant"]) -> str:
        """What one side said last before the message, or nothing; a teammate speaks for us as the assistant does."""
        return next((text for who, text in reversed(self.history) if (who == "customer") == (by == "customer")), "")


def load_messages(folder: Path) -> list[Labelled]:
    """All rows of ``messages-ko.tsv`` and ``messages-en.tsv`` in ``folder``. Raises BadMessages with file and line."""
    rows: list[Labelled] = []
    languages: tuple[Language, ...] = ("ko", "en")
    for language in languages:
        path = folder / f"messages-{language}.tsv"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                rows.append(_row(line, language, f"{path.name}:{number}"))
    return rows


def from_corpus(rows: Iterable[CorpusRow]) -> list[Labelled]:
    """Corpus rows as training rows."""
    return [
        Labelled(
            row.situation.id,
            row.dominant,
            row.strength,
            row.urgency,
            row.fatigue,
            " ".join(row.text.split()),
            row.language,
            row.history,
        )
        for row in rows
    ]


def _row(line: str, language: Language, place: str) -> Labelled:
    parts = line.split("\t")
    if len(parts) != 6:
        raise BadMessages(f"{place}: six columns separated by tabs are needed, {len(parts)} found.")
    emotion = next((known for known in EMOTIONS if known == parts[1]), None)
    if emotion is None or any(value not in "0123" or len(value) != 1 for value in parts[2:5]):
        raise BadMessages(f"{place}: the second column is one of the ten emotions, the next three are 0, 1, 2 or 3.")
    strength, urgency, fatigue = (int(value) / 3.0 for value in parts[2:5])
    return Labelled(parts[0], emotion, strength, urgency, fatigue, parts[5], language)
