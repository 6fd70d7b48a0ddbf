"""Linear heads over n-grams and dense columns together: several labels at once, learned in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.features import normalise
from dajeong.understanding.heads import Floats

Labels = NDArray[np.bool_]
# Steps of L-BFGS after which the figures no longer move.
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Rows:
    """Texts as numbers: ``grams`` is a sparse matrix (texts, terms), ``dense`` (texts, columns)."""

    grams: Any
    dense: Floats

    def only(self, kept: NDArray[np.int64]) -> "Rows":
        """Return some of the rows, in this order."""
        return Rows(self.grams[kept], self.dense[kept])


@dataclass(frozen=True, slots=True)
class LabelHeads:
    """One linear output per label."""

    grams: Floats
    dense: Floats
    bias: Floats

    def logits(self, rows: Rows) -> Floats:
        """Log odds of every label, shape (texts, labels)."""
        return np.asarray(rows.grams @ self.grams + rows.dense @ self.dense + self.bias, dtype=np.float32)


class Grams:
    """TF-IDF over character n-grams, and over words where wanted, of the same letters the reader sees; rows of length 1."""

    def __init__(self, texts: Sequence[str], *, longest: int = 4, least: int = 3, words: bool = False) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        given = {"min_df": least, "sublinear_tf": True, "lowercase": False, "dtype": np.float32}
        self._counted = [TfidfVectorizer(analyzer="char", ngram_range=(1, longest), **given)]
        if words:
            self._counted.append(TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), **given))
        plain = _plain(texts)
        for each in self._counted:
            each.fit(plain)

    def rows(self, texts: Sequence[str]) -> Any:
        """A sparse matrix (texts, terms)."""
        from scipy.sparse import hstack

        plain = _plain(texts)
        share = np.float32(1 / np.sqrt(len(self._counted)))
        return hstack([each.transform(plain) * share for each in self._counted], format="csr")


def block(columns: Floats, learned: NDArray[np.int64], share: float, *, even: bool = False) -> Floats:
    """Columns centred so that a row's mean square length is ``share``; ``even`` gives each column the same weight first.

    Only the rows ``learned`` say how: the others are asked and stay unseen.
    """
    known = columns[learned]
    moved = columns - known.mean(axis=0)
    if even:
        moved = moved / np.maximum(known.std(axis=0), 1e-6)
    length = float(np.mean((moved[learned] ** 2).sum(axis=1)))
    return np.asarray(moved * np.sqrt(share / max(length, 1e-12)), dtype=np.float32)


def learn_labels(rows: Rows, labels: Labels, *, hold: float, lift: float = 0.0, rounds: int = _ROUNDS) -> LabelHeads:
    """Logistic regressions, one per label, with a squared penalty of ``hold``; a label that is on no row stays unlikely.

    ``lift``: from 0, every row counts the same, to 1, rows with a label count as much as all rows without it together.
    All labels share each pass over the rows, which one after the other would each make on their own. Deterministic.
    """
    from scipy.optimize import minimize

    terms, columns, wanted = rows.grams.shape[1], rows.dense.shape[1], labels.astype(np.float32)
    turned = rows.grams.T.tocsr()
    shape = (terms + columns + 1, labels.shape[1])

    share = np.clip(wanted.mean(axis=0), 0.5 / len(wanted), 1 - 0.5 / len(wanted))
    odds = share / (1 - share)
    counts = np.where(labels, odds**-lift, 1.0).astype(np.float32)
    start = np.zeros(shape)
    start[-1] = (1 - lift) * np.log(odds)

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape).astype(np.float32)
        logits = rows.grams @ weights[:terms] + rows.dense @ weights[terms:-1] + weights[-1]
        missed = (counts * (np.logaddexp(0.0, logits) - logits * wanted)).sum(dtype=np.float64)
        off = (counts * (1.0 / (1.0 + np.exp(-logits)) - wanted)).astype(np.float32)
        slope = np.vstack([turned @ off, rows.dense.T @ off, off.sum(axis=0, keepdims=True)]).astype(np.float64)
        slope[:-1] += hold * weights[:-1]
        return float(missed) + hold / 2 * float((weights[:-1].astype(np.float64) ** 2).sum()), slope.ravel()

    found = minimize(cost, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6})
    weights = found.x.reshape(shape).astype(np.float32)
    return LabelHeads(weights[:terms], weights[terms:-1], weights[-1])


def _plain(texts: Sequence[str]) -> list[str]:
    return [normalise(text).text for text in texts]
