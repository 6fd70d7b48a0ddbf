"""Sentence vectors: the ports that an encoder fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of length 1, so that a dot product is a cosine."""

    @property
    def name(self) -> str:
        """Names encoder and version: heads trained on one encoder do not fit another."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of length 1."""
        ...


@dataclass(frozen=True, slots=True)
class InContext:
    """A message beside what was said before it, as numbers.

    ``vectors``: (texts, dimension), those of the message and of the other texts asked for; ``features``: (width,), what the emotion head
    reads; ``felt``: (13,), what the encoder's own tuned layers say: ten emotions as logits, strength, urgency, fatigue.
    """

    vectors: Vectors
    features: Vectors
    felt: Vectors


class ContextEncoder(Encoder, Protocol):
    """An encoder that also reads a message in the light of what was said before it: what the full reader needs."""

    def in_context(self, texts: Sequence[str], *, assistant: str, customer: str) -> InContext:
        """``texts[0]`` is the message; ``assistant`` and ``customer`` are what each of them said last, or nothing."""
        ...
