"""Intervals by drawing the same rows again and again (Efron 1979): how far a figure could have been another by chance."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.frozen import Frozen
from dajeong.learning.evaluation.outcomes import BINS, Outcomes

Floats = NDArray[np.float64]
# A metric of weighted rows: outcomes and weights (draws, rows) -> one figure per draw, shape (draws,).
Metric = Callable[[Outcomes, Floats], Floats]
_SEED = 7
_DRAWS = 1_000
_MOST_CELLS = 30_000_000
# 95 % of a normal distribution lie within so many standard deviations.
_NORMAL = 1.96


class Interval(Frozen):
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


def drawn(rows: int) -> Floats:
    """Return how often each row is in each of a thousand draws with replacement, shape (draws, rows); always the same ones."""
    draws = max(100, min(_DRAWS, _MOST_CELLS // max(1, rows)))
    chance = np.random.default_rng(_SEED)
    return chance.multinomial(rows, np.full(rows, 1.0 / rows), size=draws).astype(np.float64)


def interval(metric: Metric, outcomes: Outcomes, weights: Floats) -> Interval:
    """Return the metric over all rows and between which values 95 % of the draws fall."""
    return between(_all_rows(metric, outcomes), metric(outcomes, weights), rows=len(outcomes.truth))


def difference(metric: Metric, one: Outcomes, other: Outcomes, weights: Floats) -> Interval:
    """Return how much the metric of ``other`` is above that of ``one`` on the very same rows (paired draws)."""
    value = _all_rows(metric, other) - _all_rows(metric, one)
    return between(value, metric(other, weights) - metric(one, weights), lowest=-1.0)


def accuracy(outcomes: Outcomes, weights: Floats) -> Floats:
    """The share of rows whose emotion was read right."""
    return _share(outcomes.right.astype(np.float64), weights)


def group_accuracy(outcomes: Outcomes, weights: Floats) -> Floats:
    """The share of rows whose group of four was read right."""
    return _share(outcomes.right_group.astype(np.float64), weights)


def macro_f1(outcomes: Outcomes, weights: Floats) -> Floats:
    """The mean F1 of the emotions that are in the rows at all."""
    there = np.unique(outcomes.truth)
    return np.asarray(np.mean([f1_of(outcomes.truth == e, outcomes.guess == e, weights) for e in there], axis=0))


def f1_of(truth: NDArray[np.bool_], guess: NDArray[np.bool_], weights: Floats) -> Floats:
    """F1 of one class; 0 where it is neither there nor read."""
    both = weights @ (truth & guess).astype(np.float64)
    either = weights @ (truth.astype(np.float64) + guess.astype(np.float64))
    return np.asarray(2.0 * both / np.maximum(either, 1e-9))


def calibration_error(outcomes: Outcomes, weights: Floats) -> Floats:
    """Expected calibration error of the dominant emotion's share over ten bins of equal size (Nguyen and O'Connor 2015).

    A row stays in its bin whatever is drawn.
    """
    off = outcomes.share - outcomes.right
    inside = np.eye(BINS)[outcomes.bins] * off[:, None]
    return np.asarray(np.abs(weights @ inside).sum(axis=1) / weights.sum(axis=1))


METRICS: dict[str, Metric] = {
    "accuracy": accuracy,
    "group_accuracy": group_accuracy,
    "macro_f1": macro_f1,
    "calibration_error": calibration_error,
}
TITLES = {
    "accuracy": "ten emotions",
    "group_accuracy": "four groups",
    "macro_f1": "macro F1",
    "calibration_error": "calibration error",
}


def _all_rows(metric: Metric, outcomes: Outcomes) -> float:
    return float(metric(outcomes, np.ones((1, len(outcomes.truth))))[0])


def part_of(hit: NDArray[np.bool_], inside: NDArray[np.bool_], weights: Floats) -> Interval | None:
    """Return which part of the rows ``inside`` is ``hit``, with its interval; None when no row is inside."""
    if not inside.any():
        return None
    both, all_inside = (hit & inside).astype(np.float64), inside.astype(np.float64)
    draws = weights @ both / np.maximum(weights @ all_inside, 1e-9)
    return between(float(both.sum() / all_inside.sum()), draws, rows=int(inside.sum()))


def between(value: float, draws: Floats, *, rows: int = 0, lowest: float = 0.0, highest: float = 1.0) -> Interval:
    """Return where 95 % of the draws lie, moved by as much as their mean is off.

    Drawing rows twice makes a small calibration error look greater than it is; what is common to all draws is no chance.
    Where every one of ``rows`` is right, or none, all draws are alike and say nothing: then it is Wilson's interval (1927).
    """
    if rows and value in (0.0, 1.0):
        reach = _NORMAL**2 / (rows + _NORMAL**2)
        low, high = (0.0, reach) if value == 0.0 else (1.0 - reach, 1.0)
    else:
        low, high = np.percentile(draws, [2.5, 97.5]) + (value - float(draws.mean()))
    return Interval(
        value=round(value, 4),
        low=round(max(lowest, min(low, value)), 4),
        high=round(min(highest, max(high, value)), 4),
    )


def _share(hit: Floats, weights: Floats) -> Floats:
    return np.asarray(weights @ hit / np.maximum(weights.sum(axis=1), 1e-9))
