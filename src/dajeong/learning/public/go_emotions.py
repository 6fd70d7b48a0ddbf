"""How well English comments are read: GoEmotions, its own split, all 28 labels."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dajeong.learning.comments import load_go_labels
from dajeong.learning.evaluation.bootstrap import Interval, between, drawn, f1_of
from dajeong.learning.public.kept_vectors import Progress, kept_vectors
from dajeong.learning.public.linear import Grams, Labels, Rows, block, learn_labels
from dajeong.understanding.encoder import Encoder
from dajeong.understanding.heads import Floats

_HOLD = 0.6
# Rare labels decide a macro F1: their rows count more, half way to counting as much as all others.
_LIFT = 0.5
_VECTOR_SHARE = 0.5


def go_emotions_figure(data: Path, encoder: Encoder, kept: Path | None, progress: Progress) -> Interval:
    """Macro F1 of all labels on the test split; each label's threshold is where dev has its best F1. Raises DataMissing."""
    splits = {split: load_go_labels(data, split) for split in ("train", "dev", "test")}
    names = sorted(set().union(*(own for _, labels in splits.values() for own in labels)))
    texts = [text for own, _ in splits.values() for text in own]
    labels = np.array(
        [[name in own for name in names] for _, given in splits.values() for own in given], dtype=np.bool_
    )
    places = np.split(np.arange(len(texts)), np.cumsum([len(own) for own, _ in splits.values()])[:-1])
    train, dev, test = places
    vectors = kept_vectors(encoder, texts, kept, progress)
    grams = Grams([texts[i] for i in train], longest=5, least=4, words=True)
    rows = Rows(grams.rows(texts), block(vectors, train, _VECTOR_SHARE, even=True))
    logits = learn_labels(rows.only(train), labels[train], hold=_HOLD, lift=_LIFT).logits(rows)
    guesses = logits[test] >= best_thresholds(logits[dev], labels[dev])
    weights = drawn(len(test))
    draws = np.mean([f1_of(labels[test][:, i], guesses[:, i], weights) for i in range(len(names))], axis=0)
    ones = np.ones((1, len(test)))
    value = np.mean([f1_of(labels[test][:, i], guesses[:, i], ones)[0] for i in range(len(names))])
    return between(float(value), draws)


def best_thresholds(logits: Floats, labels: Labels) -> Floats:
    """For each label the logit from which on saying it gives the best F1 on these rows, shape (labels,)."""
    return np.array([_threshold(logits[:, i], labels[:, i]) for i in range(labels.shape[1])], dtype=np.float32)


def _threshold(logits: Floats, has: NDArray[np.bool_]) -> float:
    order = np.argsort(-logits, kind="stable")
    right = np.cumsum(has[order])
    best = int(np.argmax(2 * right / (np.arange(1, len(has) + 1) + has.sum())))
    here = float(logits[order[best]])
    after = float(logits[order[best + 1]]) if best + 1 < len(has) else here - 1.0
    return (here + after) / 2
