"""Two encoders read as one: what one of them misses, the other may see."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.encoder import Encoder


class PairEncoder:
    """The vectors of two encoders side by side, each with half the weight: a cosine is the mean of both cosines."""

    def __init__(self, first: Encoder, second: Encoder) -> None:
        self._both = (first, second)

    @property
    def name(self) -> str:
        """Both names: heads trained on the pair fit this pair only."""
        return "+".join(encoder.name for encoder in self._both)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), both dimensions together), each of length 1."""
        return np.hstack([encoder.encode(texts) for encoder in self._both]) * np.float32(np.sqrt(0.5))
