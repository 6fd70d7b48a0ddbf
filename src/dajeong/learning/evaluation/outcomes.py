"""What a reader made of each sample, as arrays that figures are counted from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Group, Reading
from dajeong.learning.evaluation.sample import Sample
from dajeong.understanding import Heard, Reader

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
GROUPS: tuple[Group, ...] = tuple(dict.fromkeys(GROUP_OF.values()))
GROUP_PLACES = np.array([GROUPS.index(GROUP_OF[emotion]) for emotion in EMOTIONS])
BINS = 10


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Row by row: the true and the read emotion (places in EMOTIONS), the read one's share, sure or not, scales (rows, 3)."""

    samples: tuple[Sample, ...]
    truth: NDArray[np.int64]
    guess: NDArray[np.int64]
    share: Floats
    sure: NDArray[np.bool_]
    scales: Floats

    @property
    def right(self) -> NDArray[np.bool_]:
        """Where the emotion was read as it was labelled."""
        return np.asarray(self.truth == self.guess)

    @property
    def right_group(self) -> NDArray[np.bool_]:
        """Where the group was read as it was labelled."""
        return np.asarray(GROUP_PLACES[self.truth] == GROUP_PLACES[self.guess])

    @property
    def bins(self) -> NDArray[np.int64]:
        """Which of ten bins of equal size a row is in by its share, the least certain first; shape (rows,)."""
        places = np.empty(len(self.share), dtype=np.int64)
        places[np.argsort(self.share, kind="stable")] = np.arange(len(self.share)) * BINS // max(1, len(self.share))
        return places

    def only(self, kept: NDArray[np.bool_]) -> "Outcomes":
        """Return some of the rows."""
        samples = tuple(sample for sample, keep in zip(self.samples, kept, strict=True) if keep)
        return Outcomes(
            samples, self.truth[kept], self.guess[kept], self.share[kept], self.sure[kept], self.scales[kept]
        )


def read_samples(
    reader: Reader, samples: Sequence[Sample], *, now: datetime, progress: Progress | None = None
) -> Outcomes:
    """Read each sample with what was said before it, exactly as a running server does."""
    readings: list[Reading] = []
    for number, sample in enumerate(samples, start=1):
        heard = tuple(Heard(by=by, text=text) for by, text in sample.history)
        readings.append(reader.read(sample.text, history=heard, intents=None, patterns={}, now=now))
        if progress is not None and (number % 50 == 0 or number == len(samples)):
            progress(number, len(samples))
    return outcomes_of(samples, readings)


def outcomes_of(samples: Sequence[Sample], readings: Sequence[Reading]) -> Outcomes:
    """Return readings beside what is right about them."""
    felt = [reading.emotion for reading in readings]
    scales = [(reading.emotion.strength, reading.urgency, reading.fatigue) for reading in readings]
    return Outcomes(
        tuple(samples),
        np.array([EMOTIONS.index(sample.emotion) for sample in samples], dtype=np.int64),
        np.array([EMOTIONS.index(feeling.dominant) for feeling in felt], dtype=np.int64),
        np.array([feeling.scores.get(feeling.dominant, 0.0) for feeling in felt], dtype=np.float64),
        np.array([feeling.sure for feeling in felt], dtype=np.bool_),
        np.array(scales, dtype=np.float64).reshape(len(samples), 3),
    )
