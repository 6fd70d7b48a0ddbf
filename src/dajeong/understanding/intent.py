"""Which of the playbook's intents a message means, how sure that is, and when it is none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import RunnerUp
from dajeong.understanding.clauses import split_clauses
from dajeong.understanding.encoder import Encoder
from dajeong.understanding.intent_features import Rows
from dajeong.understanding.softmax import fit_softmax

# Tuned on the training and validation parts of BANKING77, CLINC150, HINT3 and on Korean playbooks of our own
# (docs/concepts/understanding.md): below this a message counts as unknown.
DEFAULT_THRESHOLD = 0.4
_ALSO_THRESHOLD = 0.6
_RUNNERS_UP = 4
_RIDGE = 0.05
_TOO_ALIKE = 0.6
# Confidence = sigmoid(these . [1, log odds of the best, lead over the second, likeness to the nearest example, null share]).
_CALIBRATION = np.array([-3.88, 0.23, 4.82, 5.42, -5.42])


@dataclass(frozen=True, slots=True)
class Ranked:
    """The intents of one message, best first; ``intent`` is None when the best is not sure enough."""

    intent: str | None
    confidence: float
    runners_up: tuple[RunnerUp, ...] = ()
    also: tuple[str, ...] = ()


class IntentModel:
    """An intent head that belongs to one playbook version. It keeps no customer's words."""

    def __init__(self, names: Sequence[str], rows: Rows | None, labels: NDArray[np.int64], threshold: float) -> None:
        self.names = tuple(names)
        self.threshold = threshold
        self._rows = rows
        self._labels = labels
        self._weights = np.zeros((0, 0), dtype=np.float32)
        if rows is not None:
            self._weights = fit_softmax(rows.examples, labels, len(self.names) + 1, ridge=_RIDGE)

    def predict(self, text: str, vector: NDArray[np.float32] | None = None) -> Ranked:
        """Intents of ``text``; ``vector`` is its sentence vector when known. An empty text or head gives no intent."""
        if self._rows is None or not text.strip():
            return Ranked(None, 0.0)
        whole = self._rank(self._rows.of(text, vector))
        clauses = split_clauses(text)
        if len(clauses) == 1:
            return whole
        return self._with_clauses(whole, [self._rank(self._rows.of(clause)) for clause in clauses])

    def measures(self, row: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """What confidence is made of, shape (5,), and the share of each intent, shape (intents,). For calibration."""
        assert self._rows is not None
        logits = row @ self._weights
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        own = shares[:-1]
        best = int(own.argmax())
        second = float(np.partition(own, -2)[-2]) if own.size > 1 else 0.0
        likeness = self._rows.examples @ row
        nearest = float(likeness[self._labels == best].max())
        top = float(own[best])
        measured = np.array([1.0, _log_odds(top), top - second, nearest, float(shares[-1])])
        return measured, own

    def _rank(self, row: NDArray[np.float32]) -> Ranked:
        measured, own = self.measures(row)
        confidence = float(1.0 / (1.0 + np.exp(-(measured @ _CALIBRATION))))
        order = np.argsort(-own, kind="stable")[:_RUNNERS_UP]
        best = float(own[order[0]])
        scaled = [confidence * float(own[i]) / max(best, 1e-9) for i in order]
        ranked = [RunnerUp(intent=self.names[i], confidence=round(c, 4)) for i, c in zip(order, scaled, strict=True)]
        if confidence < self.threshold:
            return Ranked(None, round(confidence, 4), tuple(ranked))
        return Ranked(ranked[0].intent, round(confidence, 4), tuple(ranked[1:]))

    def _with_clauses(self, whole: Ranked, parts: Sequence[Ranked]) -> Ranked:
        """Each clause that is surely another intent is a further matter; a whole that says nothing takes its clearest clause."""
        sure = [part for part in parts if part.intent is not None and part.confidence >= _ALSO_THRESHOLD]
        if not sure:
            return whole
        first = whole
        if whole.intent is None or all(part.intent != whole.intent for part in sure):
            clearest = max(sure, key=lambda part: part.confidence)
            if whole.intent is None or clearest.confidence > whole.confidence:
                first = clearest
        named = dict.fromkeys(part.intent for part in sure if part.intent is not None and part.intent != first.intent)
        return Ranked(first.intent, first.confidence, first.runners_up, tuple(named))


def train_intents(
    examples: Mapping[str, Sequence[str]], encoder: Encoder | None, *, threshold: float = DEFAULT_THRESHOLD
) -> IntentModel:
    """An intent head from each intent's examples (5-20 of them are enough). Deterministic; intents without examples are left out."""
    kept = {name: list(texts) for name, texts in examples.items() if any(text.strip() for text in texts)}
    if not kept:
        return IntentModel((), None, np.zeros(0, dtype=np.int64), threshold)
    texts = [text for own in kept.values() for text in own]
    labels = [i for i, own in enumerate(kept.values()) for _ in own]
    background = _background(texts, encoder)
    rows = Rows(texts + background, encoder)
    labels += [len(kept)] * len(background)
    return IntentModel(tuple(kept), rows, np.array(labels, dtype=np.int64), threshold)


def _background(texts: Sequence[str], encoder: Encoder | None) -> list[str]:
    """Everyday sentences none of which resembles an example of the playbook."""
    raw = (files("dajeong.understanding") / "heads" / "background.txt").read_text(encoding="utf-8")
    lines = [line for line in raw.splitlines() if line.strip() and not line.startswith("#")]
    if encoder is None:
        return lines
    alike = encoder.encode(lines) @ encoder.encode(texts).T
    return [line for line, row in zip(lines, alike, strict=True) if float(row.max()) < _TOO_ALIKE]


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return float(np.log(share / (1 - share)))
