"""Sentence vectors made even: a direction in which examples of one intent differ anyway says little about the intent."""

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.encoder import Vectors

# How many examples it takes until the examples' own differences weigh as much as none known at all: a round figure
# from a few tried on BANKING77, HWU64, CLINC150 and the example playbooks.
_PRIOR = 6_000.0
_LEAST_PRIOR = 2.0
_SMALL = 1e-6


class Evenness:
    """Learned from a playbook's examples; a few examples change little, hundreds a lot.

    Within-class covariance normalisation (Hatch, Kajarekar, Stolcke 2006), drawn towards leaving everything as it is.
    """

    def __init__(self, vectors: Vectors, labels: NDArray[np.int64]) -> None:
        classes = int(labels.max()) + 1
        sums = np.zeros((classes, vectors.shape[1]), dtype=np.float32)
        np.add.at(sums, labels, vectors)
        apart = vectors - (sums / np.bincount(labels, minlength=classes).clip(1)[:, None])[labels]
        spread = (apart.T @ apart).astype(np.float64)
        dimension = len(spread)
        spread *= dimension / max(float(np.trace(spread)), _SMALL)
        free = max(len(vectors) - classes, 1)
        held = spread + max(_LEAST_PRIOR, _PRIOR / free) * np.eye(dimension)
        self._matrix = np.linalg.cholesky(np.linalg.inv(held)).astype(np.float32)

    def of(self, vectors: Vectors) -> Vectors:
        """The same vectors made even, each of length 1 again; shape (texts, dimension)."""
        turned = vectors @ self._matrix
        return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True).clip(_SMALL), dtype=np.float32)
