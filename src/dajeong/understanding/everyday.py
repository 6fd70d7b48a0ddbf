"""Everyday sentences that belong to no playbook, with the vectors they come with."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from dajeong.understanding.encoder import Encoder, UseEncoder, Vectors
from dajeong.understanding.remembered import remembered

_FOLDER = Path(str(files("dajeong.understanding") / "heads"))
VECTORS = _FOLDER / "background.npy"


@cache
def _lines() -> tuple[str, ...]:
    raw = (_FOLDER / "background.txt").read_text(encoding="utf-8")
    return tuple(line for line in raw.splitlines() if line.strip() and not line.startswith("#"))


def everyday_sentences() -> list[str]:
    """What customers also write, whatever a playbook is about."""
    return list(_lines())


def everyday_vectors(encoder: Encoder) -> Vectors:
    """Their sentence vectors, shape (sentences, dimension): those of the package when it was made with this encoder."""
    if encoder.name == UseEncoder.NAME and VECTORS.is_file():
        stored: Vectors = np.load(VECTORS, allow_pickle=False).astype(np.float32)
        if len(stored) == len(_lines()):
            return stored
    return remembered(encoder, everyday_sentences())


def save_everyday_vectors(encoder: Encoder, path: Path = VECTORS) -> None:
    """Write the vectors in half precision: they spare every publication the encoding of these sentences."""
    np.save(path, encoder.encode(everyday_sentences()).astype(np.float16), allow_pickle=False)
