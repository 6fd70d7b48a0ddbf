"""One message to tune on: its tokens half-way up the network, those of what was said before, and all that it teaches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import EMOTIONS, Emotion, SpeechAct
from dajeong.learning.corpus import CorpusRow, Flag
from dajeong.learning.messages import Labelled, from_corpus
from dajeong.understanding.e5 import E5Encoder

Floats = NDArray[np.float32]
ACTS: tuple[str, ...] = get_args(SpeechAct)
FLAGS: tuple[str, ...] = get_args(Flag)
# How far the label of whoever wrote a message is believed against the second one, made from the bare text.
_FIRST = 0.7
# An emotion that is there besides the dominant one, by its strength.
_THERE, _STRONGER = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """``own``: (tokens, hidden); ``before``: tokens by side (0 assistant, 1 customer). What is not known of a message is None.

    ``shares`` (10,) adds up to one, ``scales`` (3,) are strength, urgency and fatigue, ``present`` (10,) says what else is felt.
    """

    own: Floats
    before: dict[int, Floats]
    shares: Floats
    scales: Floats
    present: Floats | None = None
    act: int | None = None
    flags: Floats | None = None

    @property
    def length(self) -> int:
        """How many tokens are seen together."""
        return len(self.own) + sum(map(len, self.before.values()))


def examples(
    seed: Sequence[Labelled],
    corpus: Sequence[CorpusRow],
    again: dict[str, Emotion],
    encoder: E5Encoder,
    tell: Callable[[str], None],
) -> list[Example]:
    """Examples of all messages; ``again`` holds the second label of corpus rows by their id."""
    made = [_example(row, row.emotion, encoder) for row in seed]
    for row, labelled in zip(corpus, from_corpus(corpus), strict=True):
        if len(made) % 1_000 == 0:
            tell(f"Heard {len(made)} of {len(seed) + len(corpus)} messages ...")
        made.append(_example(labelled, again.get(row.id, row.dominant), encoder, row))
    return made


def _example(labelled: Labelled, second: Emotion, encoder: E5Encoder, row: CorpusRow | None = None) -> Example:
    own, before = encoder.half_way(
        labelled.text, assistant=labelled.said_last("assistant"), customer=labelled.said_last("customer")
    )
    shares = np.zeros(len(EMOTIONS), dtype=np.float32)
    shares[EMOTIONS.index(labelled.emotion)] += _FIRST
    shares[EMOTIONS.index(second)] += 1 - _FIRST
    scales = np.array([labelled.strength, labelled.urgency, labelled.fatigue], dtype=np.float32)
    if row is None:
        return Example(own, before, shares, scales)
    present = [_THERE + _STRONGER * row.emotions[one] if one in row.emotions else 0.0 for one in EMOTIONS]
    present[EMOTIONS.index(row.dominant)] = 1.0
    return Example(
        own,
        before,
        shares,
        scales,
        np.array(present, dtype=np.float32),
        ACTS.index(row.act),
        np.array([flag in row.flags for flag in FLAGS], dtype=np.float32),
    )
