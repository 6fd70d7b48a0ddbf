"""Everything that is measured of one version on one set of rows, in the shape that is stored and shown."""

from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import EMOTIONS, Emotion
from dajeong.learning.evaluation.bootstrap import METRICS, Floats, Interval, between, drawn, f1_of, interval, part_of
from dajeong.learning.evaluation.outcomes import BINS, GROUP_PLACES, GROUPS, Outcomes
from dajeong.learning.evaluation.sample import fingerprint_of
from dajeong.learning.evaluation.slices import Slice, slices_of

_WORST = 40
_NEUTRAL = EMOTIONS.index("neutral")
Scale = Literal["strength", "urgency", "fatigue"]
SCALES: tuple[Scale, ...] = ("strength", "urgency", "fatigue")


class Figures(Frozen):
    """The figures of some rows. ``off`` is the mean absolute error of each scale that was labelled."""

    rows: int
    accuracy: Interval
    group_accuracy: Interval
    macro_f1: Interval
    calibration_error: Interval
    macro_precision: float
    macro_recall: float
    sure: float
    right_when_sure: float | None
    neutral_kept: float | None
    feeling_missed: float | None
    off: dict[Scale, float]


class ClassFigures(Frozen):
    """How well one emotion or group is told: rows that have it, rows read as it, precision, recall, F1."""

    name: str
    rows: int
    read: int
    precision: Interval | None
    recall: Interval | None
    f1: Interval


class Bin(Frozen):
    """One of ten bins of equal size: how sure the reader was on average, and how often it was right."""

    rows: int
    share: float
    right: float


class Mistake(Frozen):
    """A row that was read wrong, by its id; its words only where they may be shown."""

    id: str
    language: str
    wanted: Emotion
    read: Emotion
    share: float
    text: str | None = None
    before: tuple[str, ...] = ()


class Evaluation(Frozen):
    """One version measured on one set of rows."""

    version: str
    reader: str
    on: str
    at: datetime
    fingerprint: str
    figures: Figures
    languages: dict[str, Figures]
    emotions: tuple[ClassFigures, ...]
    groups: tuple[ClassFigures, ...]
    # Rows are what is true, columns what was read, both in the order of `emotions` and `groups`.
    confusion: tuple[tuple[int, ...], ...]
    group_confusion: tuple[tuple[int, ...], ...]
    bins: tuple[Bin, ...]
    slices: tuple[Slice, ...]
    mistakes: tuple[Mistake, ...]


def evaluate(
    outcomes: Outcomes, *, version: str, reader: str, on: str, at: datetime, words: bool = False
) -> Evaluation:
    """Count everything. ``words``: the messages may be shown with the mistakes. There must be at least one row."""
    weights = drawn(len(outcomes.samples))
    languages = np.array([sample.language for sample in outcomes.samples])
    truth, guess = outcomes.truth, outcomes.guess
    return Evaluation(
        version=version,
        reader=reader,
        on=on,
        at=at,
        fingerprint=fingerprint_of(outcomes.samples),
        figures=figures_of(outcomes, weights),
        languages={name: figures_of(outcomes.only(languages == name)) for name in sorted(set(languages.tolist()))},
        emotions=_classes(EMOTIONS, truth, guess, weights),
        groups=_classes(GROUPS, GROUP_PLACES[truth], GROUP_PLACES[guess], weights),
        confusion=_confusion(len(EMOTIONS), truth, guess),
        group_confusion=_confusion(len(GROUPS), GROUP_PLACES[truth], GROUP_PLACES[guess]),
        bins=_bins(outcomes),
        slices=slices_of(outcomes, weights),
        mistakes=_worst(outcomes, words),
    )


def figures_of(outcomes: Outcomes, weights: Floats | None = None) -> Figures:
    """Return the figures of all rows together."""
    drawing = drawn(len(outcomes.samples)) if weights is None else weights
    found = {name: interval(metric, outcomes, drawing) for name, metric in METRICS.items()}
    neutral, read_neutral = outcomes.truth == _NEUTRAL, outcomes.guess == _NEUTRAL
    return Figures(
        rows=len(outcomes.samples),
        macro_precision=_macro(outcomes.truth, outcomes.guess),
        macro_recall=_macro(outcomes.guess, outcomes.truth),
        sure=round(float(outcomes.sure.mean()), 4),
        right_when_sure=_mean(outcomes.right[outcomes.sure]),
        neutral_kept=_mean(read_neutral[neutral]),
        feeling_missed=_mean(read_neutral[~neutral]),
        off=_scales_off(outcomes),
        **found,
    )


def _macro(hit: NDArray[np.int64], inside: NDArray[np.int64]) -> float:
    """The mean over the classes in ``inside`` of how many of their rows are the same in ``hit``."""
    return round(float(np.mean([(hit[inside == place] == place).mean() for place in np.unique(inside)])), 4)


def _scales_off(outcomes: Outcomes) -> dict[Scale, float]:
    found: dict[Scale, float] = {}
    for column, scale in enumerate(SCALES):
        wanted = [(row, getattr(sample, scale)) for row, sample in enumerate(outcomes.samples)]
        off = [abs(outcomes.scales[row, column] - value) for row, value in wanted if value is not None]
        if off:
            found[scale] = round(float(np.mean(off)), 4)
    return found


def _classes(
    names: tuple[str, ...], truth: NDArray[np.int64], guess: NDArray[np.int64], weights: Floats
) -> tuple[ClassFigures, ...]:
    found = []
    for place, name in enumerate(names):
        own, read = truth == place, guess == place
        once = f1_of(own, read, np.ones((1, len(truth))))
        found.append(
            ClassFigures(
                name=name,
                rows=int(own.sum()),
                read=int(read.sum()),
                precision=part_of(own, read, weights),
                recall=part_of(read, own, weights),
                f1=between(float(once[0]), f1_of(own, read, weights), rows=int((own | read).sum())),
            )
        )
    return tuple(found)


def _confusion(size: int, truth: NDArray[np.int64], guess: NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    table = np.zeros((size, size), dtype=np.int64)
    np.add.at(table, (truth, guess), 1)
    return tuple(tuple(row) for row in table.tolist())


def _bins(outcomes: Outcomes) -> tuple[Bin, ...]:
    places = [outcomes.bins == place for place in range(BINS)]
    return tuple(
        Bin(
            rows=int(inside.sum()),
            share=round(float(outcomes.share[inside].mean()), 4),
            right=round(float(outcomes.right[inside].mean()), 4),
        )
        for inside in places
        if inside.any()
    )


def _worst(outcomes: Outcomes, words: bool) -> tuple[Mistake, ...]:
    """The rows read wrong with the greatest certainty, those in another group first: they lead to another kind of reply."""
    wrong = np.flatnonzero(~outcomes.right)
    order = sorted(wrong.tolist(), key=lambda row: (bool(outcomes.right_group[row]), -float(outcomes.share[row])))
    return tuple(_mistake(outcomes, row, words) for row in order[:_WORST])


def _mistake(outcomes: Outcomes, row: int, words: bool) -> Mistake:
    sample = outcomes.samples[row]
    return Mistake(
        id=sample.id,
        language=sample.language,
        wanted=sample.emotion,
        read=EMOTIONS[int(outcomes.guess[row])],
        share=round(float(outcomes.share[row]), 4),
        text=sample.text if words else None,
        before=tuple(f"{by}: {text}" for by, text in sample.history[-3:]) if words else (),
    )


def _mean(values: NDArray[np.bool_]) -> float | None:
    return round(float(values.mean()), 4) if values.size else None
