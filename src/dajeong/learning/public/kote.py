"""How well Korean comments are read: KOTE in our ten emotions, each fifth by heads that never saw it."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dajeong.learning.comments import load_kote, load_reviews
from dajeong.learning.evaluation.bootstrap import Interval, between, drawn
from dajeong.learning.public.area import macro_area
from dajeong.learning.public.kept_vectors import Progress, kept_vectors
from dajeong.learning.public.linear import Grams, Labels, Rows, block, learn_labels
from dajeong.understanding.encoder import Encoder
from dajeong.understanding.heads import Floats
from dajeong.understanding.sign_rules import SIGN_NAMES
from dajeong.understanding.signals import find_signals

Places = NDArray[np.int64]
FOLDS = 5
_SEED = 0
_HOLD = 0.6
# The n-grams weigh one; what stands beside them is chosen inside each four fifths, from these.
_VECTOR_SHARES = (0.1, 0.25, 0.5)
_SIGN_SHARE = 0.025
_RATING_SHARE = 0.03
_REVIEWS = 40_000
# A review is at least so many of ten points: disliked, neither, liked.
_RATINGS = (3, 6, 9)
_REVIEW_ROUNDS = 25
_TRIAL_ROUNDS = 20


def kote_figure(data: Path, encoder: Encoder, kept: Path | None, progress: Progress) -> Interval:
    """Macro AUROC over ten emotions, the mean of five fifths. ``encoder`` stays as it is. Raises DataMissing."""
    texts, marked = load_kote(data)
    labels = np.array(marked, dtype=np.bool_)
    vectors = kept_vectors(encoder, texts, kept, progress)
    beside = np.hstack([block(rating_scores(data, texts), _all(texts), _RATING_SHARE, even=True), _signs(texts)])
    fold = np.random.default_rng(_SEED).permutation(len(texts)) % FOLDS
    scores = np.zeros(labels.shape, dtype=np.float32)
    for own in range(FOLDS):
        learned, asked = np.flatnonzero(fold != own), np.flatnonzero(fold == own)
        scores[asked] = _asked(texts, labels, vectors, beside, learned, asked)
        progress(own + 1, FOLDS)
    ones = np.ones((1, len(texts)))
    value = np.mean([macro_area(scores[fold == f], labels[fold == f], ones[:, fold == f]) for f in range(FOLDS)])
    weights = drawn(len(texts))
    draws = [macro_area(scores[fold == f], labels[fold == f], weights[:, fold == f]) for f in range(FOLDS)]
    return between(float(value), np.mean(draws, axis=0))


def rating_scores(data: Path, texts: list[str]) -> Floats:
    """Log odds that whoever wrote a text like this rated a film with 3, 6 or 9 points at least, shape (texts, 3)."""
    reviews, ratings = load_reviews(data, _REVIEWS)
    grams = Grams(reviews, least=max(2, len(reviews) // 5_000))
    least = np.array(ratings)[:, None] >= np.array(_RATINGS)
    heads = learn_labels(_bare(grams, reviews), least, hold=1.0, rounds=_REVIEW_ROUNDS)
    return heads.logits(_bare(grams, texts))


def _asked(texts: list[str], labels: Labels, vectors: Floats, beside: Floats, learned: Places, asked: Places) -> Floats:
    """Logits of the rows ``asked`` from heads over ``learned``; the share of the vectors is tried on a fifth of those."""
    held = np.arange(len(learned)) % FOLDS == 0
    kept, tried = learned[~held], learned[held]
    once = np.ones((1, len(tried)))
    grams = Grams([texts[i] for i in kept]).rows(texts)

    def area(share: float) -> float:
        rows = Rows(grams, np.hstack([block(vectors, kept, share, even=True), beside]))
        heads = learn_labels(rows.only(kept), labels[kept], hold=_HOLD, rounds=_TRIAL_ROUNDS)
        return float(macro_area(heads.logits(rows.only(tried)), labels[tried], once)[0])

    best = block(vectors, learned, max(_VECTOR_SHARES, key=area), even=True)
    rows = Rows(Grams([texts[i] for i in learned]).rows(texts), np.hstack([best, beside]))
    return learn_labels(rows.only(learned), labels[learned], hold=_HOLD).logits(rows.only(asked))


def _signs(texts: list[str]) -> Floats:
    places = {name: i for i, name in enumerate(SIGN_NAMES)}
    found = np.zeros((len(texts), len(places)), dtype=np.float32)
    for row, text in enumerate(texts):
        found[row, [places[name] for name in find_signals(text).names]] = 1.0
    return block(found, _all(texts), _SIGN_SHARE)


def _bare(grams: Grams, texts: list[str]) -> Rows:
    return Rows(grams.rows(texts), np.zeros((len(texts), 0), dtype=np.float32))


def _all(texts: list[str]) -> Places:
    return np.arange(len(texts))
