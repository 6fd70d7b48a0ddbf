"""Two versions on the very same rows: which one is better, and on which rows they differ."""

from typing import Literal

import numpy as np

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import EMOTIONS, Emotion
from dajeong.learning.evaluation.bootstrap import METRICS, Interval, difference, drawn
from dajeong.learning.evaluation.outcomes import Outcomes

Verdict = Literal["better", "worse", "no difference shown"]
# The smaller the better.
_ERRORS = frozenset({"calibration_error"})


class Difference(Frozen):
    """How much one figure of the second version is above that of the first, and what that means."""

    metric: str
    by: Interval
    verdict: Verdict


class Flip(Frozen):
    """A row that was read right by one version and wrong by the other."""

    id: str
    wanted: Emotion
    before: Emotion
    now: Emotion
    mended: bool
    text: str | None = None


class Comparison(Frozen):
    """A version (``version``) beside another (``against``) on the same rows."""

    version: str
    against: str
    rows: int
    differences: tuple[Difference, ...]
    mended: int
    broken: int
    flips: tuple[Flip, ...]


def compare(one: Outcomes, other: Outcomes, *, against: str, version: str, words: bool = False) -> Comparison:
    """Compare ``other`` (the outcomes of ``version``) with ``one`` (those of ``against``). Both read the same samples."""
    if one.samples != other.samples:
        raise ValueError("Two versions are compared on the same rows only.")
    weights = drawn(len(one.samples))
    differences = []
    for name, metric in METRICS.items():
        by = difference(metric, one, other, weights)
        differences.append(Difference(metric=name, by=by, verdict=_verdict(by, smaller_is_better=name in _ERRORS)))
    flips = tuple(_flip(one, other, int(row), words) for row in np.flatnonzero(one.right != other.right))
    mended = sum(flip.mended for flip in flips)
    return Comparison(
        version=version,
        against=against,
        rows=len(one.samples),
        differences=tuple(differences),
        mended=mended,
        broken=len(flips) - mended,
        flips=flips,
    )


def _verdict(by: Interval, *, smaller_is_better: bool) -> Verdict:
    if by.low <= 0.0 <= by.high:
        return "no difference shown"
    return "better" if (by.value > 0) != smaller_is_better else "worse"


def _flip(one: Outcomes, other: Outcomes, row: int, words: bool) -> Flip:
    sample = one.samples[row]
    return Flip(
        id=sample.id,
        wanted=sample.emotion,
        before=EMOTIONS[int(one.guess[row])],
        now=EMOTIONS[int(other.guess[row])],
        mended=bool(other.right[row]),
        text=sample.text if words else None,
    )
