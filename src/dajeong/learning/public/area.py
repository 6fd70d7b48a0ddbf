"""The area under the ROC curve, for many weightings of the same rows at once."""

import numpy as np
from numpy.typing import NDArray

from dajeong.learning.evaluation.bootstrap import Floats
from dajeong.learning.public.linear import Labels


def macro_area(scores: "NDArray[np.float32]", labels: Labels, weights: Floats) -> Floats:
    """The mean AUROC of the labels, shape (draws,): ``scores`` and ``labels`` (rows, labels), ``weights`` (draws, rows).

    How often a row with the label is scored above one without (Hanley and McNeil 1982); equal scores count for half. A
    label that all rows have, or none, is left out.
    """
    both = [i for i in range(labels.shape[1]) if 0 < labels[:, i].sum() < len(labels)]
    return np.asarray(np.mean([_area(scores[:, i], labels[:, i], weights) for i in both], axis=0))


def _area(scores: "NDArray[np.float32]", has: "NDArray[np.bool_]", weights: Floats) -> Floats:
    values, rank = np.unique(scores, return_inverse=True)
    order = np.argsort(rank, kind="stable")
    first = np.searchsorted(rank[order], np.arange(len(values)))
    with_label = np.add.reduceat(weights[:, order] * has[order], first, axis=1)
    without = np.add.reduceat(weights[:, order] * ~has[order], first, axis=1)
    below = np.cumsum(without, axis=1) - without / 2
    pairs = with_label.sum(axis=1) * without.sum(axis=1)
    return np.asarray((with_label * below).sum(axis=1) / np.maximum(pairs, 1e-9))
