"""Public comments with emotion labels (KOTE, GoEmotions), brought to our ten emotions, and rated reviews (NSMC)."""

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from dajeong.conversation.reading import EMOTIONS, Emotion
from dajeong.errors import DajeongError

KOTE_FILE, REVIEWS_FILE, GO_EMOTIONS_FOLDER = "kote.jsonl.gz", "nsmc.jsonl.gz", "goemotions-en"
WHERE = "Where each set comes from and how its file looks: docs/concepts/understanding-figures.md."

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


class DataMissing(DajeongError):
    """A public set that is not in the folder, or is cut short."""

    code = "data_missing"
    status = 404


def load_kote(folder: Path) -> tuple[list[str], list[list[bool]]]:
    """Texts and, per text, whether each of the ten emotions is in it."""
    return _load(folder / KOTE_FILE, {emotion: frozenset(ids) for emotion, ids in KOTE.items()})


def load_go_emotions(folder: Path) -> tuple[list[str], list[list[bool]]]:
    """Texts and, per text, whether each of the ten emotions is in it."""
    return _load(
        folder / GO_EMOTIONS_FOLDER / "train.jsonl.gz", {e: frozenset(names) for e, names in GO_EMOTIONS.items()}
    )


def load_go_labels(folder: Path, split: str) -> tuple[list[str], list[frozenset[str]]]:
    """Texts of a split (train, dev, test) and the names of each one's labels, as published. Raises DataMissing."""
    rows = list(_rows(folder / GO_EMOTIONS_FOLDER / f"{split}.jsonl.gz"))
    return [str(row["text"]) for row in rows], [frozenset(row["labels"]) for row in rows]


def load_reviews(folder: Path, most: int) -> tuple[list[str], list[int]]:
    """The first ``most`` reviews of films (NSMC) and their ratings, 1-10. Raises DataMissing."""
    rows = list(islice(_rows(folder / REVIEWS_FILE), most))
    return [str(row["text"]) for row in rows], [int(str(row["rating"])) for row in rows]


def _load(
    path: Path, members: dict[Emotion, frozenset[int]] | dict[Emotion, frozenset[str]]
) -> tuple[list[str], list[list[bool]]]:
    texts, labels = [], []
    for row in _rows(path):
        texts.append(str(row["text"]))
        own = set(row["labels"])
        labels.append([bool(own & members[emotion]) for emotion in EMOTIONS])
    return texts, labels


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
    except FileNotFoundError:
        raise DataMissing(f"'{path.name}' is not in the folder of public data. {WHERE}") from None
    except (OSError, EOFError, ValueError):
        raise DataMissing(f"'{path.name}' is cut short or damaged: fetch it again. {WHERE}") from None
