"""Public comments with emotion labels (KOTE, GoEmotions), brought to our ten emotions."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from dajeong.conversation.reading import EMOTIONS, Emotion

# KOTE's 43 labels and "none" by id, in the published order (searle-j/KOTE); ids not named say nothing about a customer.
KOTE: dict[Emotion, tuple[int, ...]] = {
    "anger": (6, 31, 21, 20),
    "frustration": (0, 3, 22, 23, 26),
    "disappointment": (10, 37),
    "sadness": (5, 19, 25, 27, 36),
    "anxiety": (18, 41),
    "distrust": (12,),
    "confusion": (33, 39, 34),
    "gratitude": (4,),
    "satisfaction": (1, 2, 7, 13, 14, 28, 32, 40, 42, 43),
    "neutral": (24,),
}
GO_EMOTIONS: dict[Emotion, tuple[str, ...]] = {
    "anger": ("anger",),
    "frustration": ("annoyance",),
    "disappointment": ("disappointment", "disapproval"),
    "sadness": ("sadness", "grief", "remorse"),
    "anxiety": ("fear", "nervousness"),
    "distrust": ("disgust",),
    "confusion": ("confusion",),
    "gratitude": ("gratitude",),
    "satisfaction": ("joy", "admiration", "approval", "relief", "excitement", "love"),
    "neutral": ("neutral",),
}


def load_kote(folder: Path) -> tuple[list[str], list[list[bool]]]:
    """Texts and, per text, whether each of the ten emotions is in it."""
    return _load(folder / "kote.jsonl.gz", {emotion: frozenset(ids) for emotion, ids in KOTE.items()})


def load_go_emotions(folder: Path) -> tuple[list[str], list[list[bool]]]:
    """Texts and, per text, whether each of the ten emotions is in it."""
    return _load(folder / "goemotions-en" / "train.jsonl.gz", {e: frozenset(names) for e, names in GO_EMOTIONS.items()})


def _load(
    path: Path, members: dict[Emotion, frozenset[int]] | dict[Emotion, frozenset[str]]
) -> tuple[list[str], list[list[bool]]]:
    texts, labels = [], []
    for row in _rows(path):
        texts.append(str(row["text"]))
        own = set(row["labels"])  # type: ignore[call-overload]
        labels.append([bool(own & members[emotion]) for emotion in EMOTIONS])
    return texts, labels


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
