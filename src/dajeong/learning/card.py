"""The card of a model version: what it was made from, by whom, how well it reads, and what may be done with it."""

import hashlib
from datetime import datetime
from pathlib import Path

from pydantic import Field

from dajeong.conversation.frozen import Frozen
from dajeong.learning.evaluation.evaluation import Figures

SHIPPED = "shipped"
# Every version stands on heads that learned from these comments; NOTICE holds the whole text.
NOTICES = (
    "KOTE (Korean Online That-gul Emotions Dataset), MIT License, Copyright (c) 2022 Jeon Duyoung",
    "GoEmotions, Copyright The Google Research Authors, Apache License 2.0",
)


class Source(Frozen):
    """One set of data a version learned from: where it came from, how much, and a fingerprint that tells any change."""

    name: str
    rows: int
    sha256: str
    licence: str


class Card(Frozen):
    """What is written beside a model file. ``figures`` are those of rows it did not learn from, by the name of the set."""

    version: str
    sha256: str
    size: int
    made_at: datetime | None = None
    by: str = ""
    note: str = ""
    command: str = ""
    # The version that was in force when this one was made; it gave what was not learned anew.
    parent: str | None = None
    package: str = ""
    sources: tuple[Source, ...] = ()
    figures: dict[str, Figures] = Field(default_factory=dict)
    notices: tuple[str, ...] = ()


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hex digits. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
