"""Texts as rows for the intent head: sentence vector beside hashed character n-grams and words."""

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.encoder import Vectors
from dajeong.understanding.features import normalise, to_jamo

BUCKETS = 1024
Floats = NDArray[np.float32]
_HANGUL = re.compile(r"[가-힣]")


def hashed(text: str) -> Counter[int]:
    """How often each bucket occurs: character 2-4-grams, words, and for Hangul 4-grams of letters (jamo) against typing slips."""
    plain = normalise(text)
    letters = plain.text
    pieces = [letters[i : i + n] for n in (2, 3, 4) for i in range(len(letters) - n + 1)]
    pieces += [f"w:{word}" for word in letters.split()]
    if _HANGUL.search(letters):
        jamo = to_jamo(letters)
        pieces += [f"j:{jamo[i : i + 4]}" for i in range(len(jamo) - 3)]
    return Counter([zlib.crc32(piece.encode()) % BUCKETS for piece in pieces])


def counted(text: str) -> tuple[NDArray[np.int64], Floats]:
    """The buckets of ``hashed`` and how often each occurs."""
    counts = hashed(text)
    buckets = np.fromiter(counts, dtype=np.int64, count=len(counts))
    return buckets, np.fromiter(counts.values(), dtype=np.float32, count=len(counts))


# What the team wrote is trained on again and again, with most of it unchanged; a customer's words are never kept.
_counted_example = lru_cache(maxsize=8_000)(counted)


@dataclass(frozen=True, slots=True)
class Row:
    """One text as numbers: its sentence vector (of no length without an encoder) and its n-gram buckets with their values."""

    vector: Floats
    buckets: NDArray[np.int64]
    values: Floats


class Rows:
    """Fits bucket weights on the examples; then any text becomes a row of vector and n-grams, each of a fixed share."""

    def __init__(self, examples: Sequence[str], vectors: Vectors | None, *, vector_share: float = 0.85) -> None:
        share = vector_share if vectors is not None else 0.0
        self._vector_scale, self._gram_scale = np.float32(np.sqrt(share)), np.float32(np.sqrt(1.0 - share))
        known = [_counted_example(text) for text in examples]
        seen = np.zeros(BUCKETS, dtype=np.float32)
        for buckets, _ in known:
            seen[buckets] += 1.0
        self._weight: Floats = (np.log((1 + len(examples)) / (1 + seen)) + 1).astype(np.float32)
        none = np.zeros((len(examples), 0), dtype=np.float32)
        self.vectors: Floats = none if vectors is None else vectors * self._vector_scale
        # A text has a few dozen of the buckets: stored bucket by bucket, only those few are read.
        self.grams: Floats = np.zeros((BUCKETS, len(examples)), dtype=np.float32)
        for place, (buckets, often) in enumerate(known):
            self.grams[buckets, place] = self._grams(buckets, often)

    def dense(self) -> Floats:
        """The examples as one matrix, shape (examples, dimension + buckets)."""
        return np.hstack([self.vectors, self.grams.T])

    def of(self, text: str, vector: Floats | None) -> Row:
        """The row of one text; ``vector`` is its sentence vector, None when the examples have none."""
        scaled = np.zeros(0, dtype=np.float32) if vector is None else vector * self._vector_scale
        buckets, often = counted(text)
        return Row(scaled, buckets, self._grams(buckets, often))

    def _grams(self, buckets: NDArray[np.int64], often: Floats) -> Floats:
        values = (1.0 + np.log(often)) * self._weight[buckets]
        scale = np.float32(self._gram_scale / max(float(np.linalg.norm(values)), 1e-6))
        return np.asarray(values * scale, dtype=np.float32)


def products(rows: Sequence[Row], vectors: Floats, grams: Floats) -> Floats:
    """Dot products of rows with columns: ``vectors`` is (dimension, columns), ``grams`` (buckets, columns); (rows, columns)."""
    out = np.stack([row.vector for row in rows]) @ vectors
    for place, row in enumerate(rows):
        out[place] += row.values @ grams[row.buckets]
    return np.asarray(out, dtype=np.float32)
