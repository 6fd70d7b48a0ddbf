"""Everyday sentences that belong to no playbook."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from dajeong.understanding.encoder import Encoder, Vectors
from dajeong.understanding.remembered import remembered

_FOLDER = Path(str(files("dajeong.understanding") / "heads"))


@cache
def _lines() -> tuple[str, ...]:
    raw = (_FOLDER / "background.txt").read_text(encoding="utf-8")
    return tuple(line for line in raw.splitlines() if line.strip() and not line.startswith("#"))


def everyday_sentences() -> list[str]:
    """What customers also write, whatever a playbook is about."""
    return list(_lines())


def everyday_vectors(encoder: Encoder) -> Vectors:
    """Their sentence vectors, shape (sentences, dimension)."""
    return remembered(encoder, everyday_sentences())
