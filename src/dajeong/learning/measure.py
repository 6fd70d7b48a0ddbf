"""How well heads read messages they have not seen."""

from collections.abc import Iterator, Sequence

import numpy as np

from dajeong.conversation.reading import EMOTIONS, GROUP_OF, EmotionReading
from dajeong.learning.messages import Labelled
from dajeong.understanding.emotion import EmotionModel, Felt
from dajeong.understanding.encoder import InContext
from dajeong.understanding.heads import EmotionHeads
from dajeong.understanding.signals import Signals, find_signals

Read = tuple[Labelled, Felt]


def read_with(heads: EmotionHeads, messages: Sequence[Labelled], heard: Sequence[InContext | None]) -> list[Read]:
    """Each message beside what ``heads`` read in it; ``heard`` is what their encoder made of it (see hearing.hear)."""
    model = EmotionModel(heads)
    return [
        (row, model.read(row.text, row.language, heard[i], find_signals(row.text), Signals()))
        for i, row in enumerate(messages)
    ]


def figures(read: Sequence[Read]) -> Iterator[str]:
    """A line per language: top-1 of ten, of four groups, neutral kept neutral, and the error of each scale."""
    for language in ("ko", "en"):
        pairs = [(row, one) for row, one in read if row.language == language]
        if pairs:
            yield f"{language}: {len(pairs)} messages, " + ", ".join(_figures(pairs))


def _figures(pairs: Sequence[Read]) -> Iterator[str]:
    right = np.array([row.emotion == one.emotion.dominant for row, one in pairs])
    group = np.array([GROUP_OF[row.emotion] == one.emotion.group for row, one in pairs])
    sure = np.array([one.emotion.sure for _, one in pairs])
    yield f"top-1 of ten {right.mean():.3f}"
    yield f"macro recall {_macro_recall(pairs):.3f}"
    yield f"group of four {group.mean():.3f}"
    yield f"sure {sure.mean():.2f} of which right {right[sure].mean():.3f}"
    neutral = [one.emotion for row, one in pairs if row.emotion == "neutral"]
    yield f"neutral kept neutral {np.mean([feeling.dominant == 'neutral' for feeling in neutral]):.3f} of {len(neutral)}"
    moved = [one.emotion for row, one in pairs if row.emotion != "neutral"]
    yield f"feeling missed as neutral {np.mean([feeling.dominant == 'neutral' for feeling in moved]):.3f}"
    yield f"calibration error {_calibration_error([one.emotion for _, one in pairs], right):.3f}"
    for name, guess in (
        ("strength", [one.emotion.strength for _, one in pairs]),
        ("urgency", [one.urgency for _, one in pairs]),
        ("fatigue", [one.fatigue for _, one in pairs]),
    ):
        wanted = np.array([getattr(row, name) for row, _ in pairs])
        yield f"{name} off by {np.abs(wanted - np.array(guess)).mean():.3f}"


def _macro_recall(pairs: Sequence[Read]) -> float:
    recalls = []
    for emotion in EMOTIONS:
        own = [one.emotion.dominant == emotion for row, one in pairs if row.emotion == emotion]
        if own:
            recalls.append(float(np.mean(own)))
    return float(np.mean(recalls))


def _calibration_error(feelings: Sequence[EmotionReading], right: "np.typing.NDArray[np.bool_]") -> float:
    """Expected calibration error of the dominant emotion's share over ten bins of equal size (Nguyen and O'Connor 2015)."""
    share = np.array([feeling.scores[feeling.dominant] for feeling in feelings])
    bins = np.array_split(np.argsort(share, kind="stable"), 10)
    return float(sum(abs(share[own].mean() - right[own].mean()) * len(own) for own in bins if len(own)) / len(share))
