"""Softmax regression on dense rows, in numpy, deterministic and quick enough to train when a playbook is published."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# An upper bound of the curvature is 1/2 (Böhning 1992, doi:10.1007/BF00048682); with many classes a tenth still converges
# and needs far fewer steps.
_LEAST_CURVATURE, _MOST_CURVATURE = 0.1, 0.5
_STEPS = 14
_WORK = 1.2e10


def fit_softmax(rows: Matrix, labels: NDArray[np.int64], classes: int, *, ridge: float) -> Matrix:
    """Weights (dimension, classes) that minimise cross entropy + ridge/2 * |weights|^2.

    Every class weighs the same however many rows it has. The first step equals a ridge regression; later steps sharpen it, fewer
    of them when the work (rows x dimension x classes) is large.
    """
    count, dimension = rows.shape
    curvature = float(np.clip(1.5 / classes, _LEAST_CURVATURE, _MOST_CURVATURE))
    sizes = np.bincount(labels, minlength=classes).clip(1)
    share = (count / (classes * sizes[labels])).astype(np.float32)[:, None]
    wanted = np.zeros((count, classes), dtype=np.float32)
    wanted[np.arange(count), labels] = 1.0
    eye = np.eye(min(count, dimension), dtype=np.float32)
    steps = int(np.clip(_WORK / (2.0 * count * dimension * classes), 1, _STEPS))
    if count <= dimension:
        kernel = rows @ rows.T
        inverse = np.linalg.inv(curvature * share * kernel + ridge * eye).astype(np.float32)
        dual = np.zeros((count, classes), dtype=np.float32)
        for _ in range(steps):
            dual += inverse @ (share * (wanted - _softmax(kernel @ dual)) - ridge * dual)
        return np.asarray(rows.T @ dual, dtype=np.float32)
    inverse = np.linalg.inv(curvature * (rows.T @ (share * rows)) + ridge * eye).astype(np.float32)
    weights = np.zeros((dimension, classes), dtype=np.float32)
    for _ in range(steps):
        error = share * (wanted - _softmax(rows @ weights))
        weights += inverse @ (rows.T @ error - ridge * weights)
    return weights


def _softmax(logits: NDArray[np.floating[Any]]) -> Matrix:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
