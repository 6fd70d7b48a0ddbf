"""Whether the words a reading points at are those it hangs on: they are taken out, and other words as well, and what follows is compared."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from dajeong.conversation.reading import Emotion, Reading
from dajeong.learning.evaluation import Sample
from dajeong.understanding import Heard, Reader

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_DRAWS = 5
_RESAMPLES = 1_000
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """How far the score of the dominant emotion falls, on average, without the spans that are shown and without others as long.

    ``low`` and ``high`` bound the ratio of both in 95 of 100 draws of messages; ``shown`` is the share of all characters in spans.
    """

    messages: int
    without_shown: float
    without_random: float
    low: float
    high: float
    shown: float

    @property
    def ratio(self) -> float:
        """How many times more the shown spans matter."""
        return self.without_shown / max(self.without_random, 1e-9)


def faithfulness(reader: Reader, samples: Sequence[Sample], *, seed: int = 0) -> Faithfulness:
    """Measure on messages that are read as a feeling and show where. Source: DeYoung et al. 2020, arXiv:1911.03429 (comprehensiveness)."""
    chance = random.Random(seed)
    falls, lengths = [], []
    for sample in samples:
        reading = _read(reader, sample, sample.text)
        spans = [(one.start, one.end) for one in reading.evidence if one.start is not None and one.end is not None]
        feeling = reading.emotion.dominant
        if feeling == "neutral" or not spans:
            continue
        whole = reading.emotion.scores[feeling]
        shown = whole - _score(reader, sample, spans, feeling)
        others = [
            whole - _score(reader, sample, _moved(spans, len(sample.text), chance), feeling) for _ in range(_DRAWS)
        ]
        falls.append((shown, float(np.mean(others))))
        lengths.append((len(_covered(spans)), len(sample.text)))
    if not falls:
        return Faithfulness(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    pairs = np.array(falls)
    draws = np.random.default_rng(seed).integers(0, len(pairs), (_RESAMPLES, len(pairs)))
    means = pairs[draws].mean(axis=1)
    low, high = np.percentile(means[:, 0] / np.maximum(means[:, 1], 1e-9), [2.5, 97.5])
    covered, characters = np.array(lengths).sum(axis=0)
    shown_fall, random_fall = pairs.mean(axis=0)
    return Faithfulness(
        len(falls), float(shown_fall), float(random_fall), float(low), float(high), float(covered / characters)
    )


def _score(reader: Reader, sample: Sample, spans: Sequence[Span], feeling: Emotion) -> float:
    gone = _covered(spans)
    text = "".join(character for i, character in enumerate(sample.text) if i not in gone)
    return _read(reader, sample, text).emotion.scores[feeling]


def _read(reader: Reader, sample: Sample, text: str) -> Reading:
    history = tuple(Heard(by=by, text=said) for by, said in sample.history)
    return reader.read(text, history=history, intents=None, patterns={}, now=_NOW)


def _covered(spans: Sequence[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _moved(spans: Sequence[Span], characters: int, chance: random.Random) -> list[Span]:
    """As many spans of the same lengths, anywhere."""
    starts = [(chance.randrange(0, characters - (end - start) + 1), end - start) for start, end in spans]
    return [(start, start + length) for start, length in starts]
