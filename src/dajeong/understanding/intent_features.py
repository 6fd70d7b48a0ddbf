"""Texts as rows for the intent head: sentence vector beside hashed character n-grams and words."""

import re
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.encoder import Encoder, Vectors
from dajeong.understanding.features import ngrams, normalise, to_jamo

BUCKETS = 1024
_HANGUL = re.compile(r"[가-힣]")


def hashed(text: str) -> Counter[int]:
    """How often each bucket occurs: character 2-4-grams, words, and for Hangul 4-grams of letters (jamo) against typing slips."""
    plain = normalise(text)
    pieces = [piece for piece, _ in ngrams(plain, 2, 4)]
    pieces += [f"w:{word}" for word in plain.text.split()]
    if _HANGUL.search(plain.text):
        jamo = to_jamo(plain.text)
        pieces += [f"j:{jamo[i : i + 4]}" for i in range(len(jamo) - 3)]
    return Counter(zlib.crc32(piece.encode()) % BUCKETS for piece in pieces)


class Rows:
    """Fits bucket weights on the examples, then turns any text into one row (sentence vector and n-grams, each of fixed share)."""

    def __init__(self, examples: Sequence[str], encoder: Encoder | None, *, vector_share: float = 0.75) -> None:
        self._encoder = encoder
        self._vector_share = vector_share if encoder is not None else 0.0
        counted = [hashed(text) for text in examples]
        seen = np.zeros(BUCKETS, dtype=np.float32)
        for counts in counted:
            seen[list(counts)] += 1.0
        self._weight: NDArray[np.float32] = (np.log((1 + len(examples)) / (1 + seen)) + 1).astype(np.float32)
        grams = np.stack([self._grams(counts) for counts in counted]) if counted else np.zeros((0, BUCKETS), np.float32)
        self.examples = self._join(grams, self.vectors(examples))

    def vectors(self, texts: Sequence[str]) -> Vectors | None:
        """Sentence vectors, or None without an encoder."""
        return None if self._encoder is None else self._encoder.encode(texts)

    def of(self, text: str, vector: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
        """The row of one text; pass ``vector`` when its sentence vector is known already."""
        if vector is None and self._encoder is not None:
            vector = self._encoder.encode([text])[0]
        joined = self._join(self._grams(hashed(text))[None], None if vector is None else vector[None])
        return np.asarray(joined[0], dtype=np.float32)

    def _grams(self, counts: Counter[int]) -> NDArray[np.float32]:
        row = np.zeros(BUCKETS, dtype=np.float32)
        for bucket, count in counts.items():
            row[bucket] = (1.0 + np.log(count)) * self._weight[bucket]
        return row / max(float(np.linalg.norm(row)), 1e-6)

    def _join(self, grams: NDArray[np.float32], vectors: Vectors | None) -> NDArray[np.float32]:
        grams = grams * np.float32(np.sqrt(1.0 - self._vector_share))
        if vectors is None:
            return grams
        return np.hstack([vectors * np.float32(np.sqrt(self._vector_share)), grams]).astype(np.float32)
