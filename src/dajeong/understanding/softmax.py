"""Softmax regression on dense rows, in numpy, deterministic and quick enough to train when a playbook is published."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# An upper bound of the curvature is 1/2 (Böhning 1992, doi:10.1007/BF00048682); with many classes a tenth still converges
# and needs far fewer steps.
_LEAST_CURVATURE, _MOST_CURVATURE = 0.1, 0.5
_STEPS = 24


def fit_softmax(rows: Matrix, labels: NDArray[np.int64], classes: int, *, ridge: float) -> Matrix:
    """Weights (dimension, classes) that minimise cross entropy + ridge/2 * |weights|^2.

    Every class weighs the same however many rows it has. The first step equals a ridge regression; later steps sharpen it.
    """
    count, dimension = rows.shape
    curvature = float(np.clip(1.5 / classes, _LEAST_CURVATURE, _MOST_CURVATURE))
    sizes = np.bincount(labels, minlength=classes).clip(1)
    share = (count / (classes * sizes[labels])).astype(np.float32)[:, None]
    wanted = np.zeros((count, classes), dtype=np.float32)
    wanted[np.arange(count), labels] = 1.0
    eye = np.eye(min(count, dimension), dtype=np.float32)
    if count <= dimension:
        kernel = rows @ rows.T
        inverse = np.linalg.inv(curvature * share * kernel + ridge * eye).astype(np.float32)
        dual = _descend(
            np.zeros_like(wanted), lambda at: inverse @ (share * (wanted - _softmax(kernel @ at)) - ridge * at)
        )
        return np.asarray(rows.T @ dual, dtype=np.float32)
    inverse = np.linalg.inv(curvature * (rows.T @ (share * rows)) + ridge * eye).astype(np.float32)
    return _descend(
        np.zeros((dimension, classes), dtype=np.float32),
        lambda at: inverse @ (rows.T @ (share * (wanted - _softmax(rows @ at))) - ridge * at),
    )


def _descend(start: Matrix, step: Callable[[Matrix], Matrix]) -> Matrix:
    """Where steps with momentum lead from ``start`` (Nesterov 1983; restarted when they overshoot: arXiv:1204.3982)."""
    here, ahead, pace = start, start, 1.0
    for _ in range(_STEPS):
        moved = step(ahead)
        after = ahead + moved
        if float(np.vdot(moved, after - here)) < 0.0:
            pace = 1.0
        faster = (1.0 + (1.0 + 4.0 * pace * pace) ** 0.5) / 2.0
        here, ahead = after, after + np.float32((pace - 1.0) / faster) * (after - here)
        pace = faster
    return here


def _softmax(logits: NDArray[np.floating[Any]]) -> Matrix:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
