"""Which of the playbook's intents a message means, how sure that is, and when it is none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dajeong.conversation.reading import RunnerUp
from dajeong.understanding.clauses import split_clauses
from dajeong.understanding.encoder import Encoder, Vectors
from dajeong.understanding.evenness import Evenness
from dajeong.understanding.everyday import everyday_sentences, everyday_vectors
from dajeong.understanding.intent_features import Row, Rows, products
from dajeong.understanding.remembered import remembered
from dajeong.understanding.softmax import fit_softmax

# Tuned on the training and validation parts of BANKING77, CLINC150 and HWU64 and on Korean playbooks of our own
# (docs/concepts/understanding.md): a message whose chance to be about any of the intents is below this counts as unknown.
DEFAULT_THRESHOLD = 0.45
_ALSO_THRESHOLD = 0.6
_RUNNERS_UP = 4
_RIDGE = 0.05
_TOO_ALIKE = 0.6
_LOOKED_AT = 300
# How much the nearest example of an intent speaks for it, beside the head.
_NEAREST = 1.5
_AT_ONCE = 256
# Chance that a message is about the playbook at all = sigmoid(these . measures); logistic regression over the same data.
# How alike a playbook's own examples are and how many it has set what likeness means there.
_SCOPE = np.array([7.26, 1.31, -3.26])
_SCOPE_OWN = np.array([0.93, -4.86, -0.61, -1.01])
# Shares among the intents are sharpened so that they are right as often as they say.
_SHARPNESS = 2.0
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The intents of one message, best first; ``intent`` is None when the best is not sure enough."""

    intent: str | None
    confidence: float
    runners_up: tuple[RunnerUp, ...] = ()
    also: tuple[str, ...] = ()


class IntentModel:
    """An intent head that belongs to one playbook version. It keeps no customer's words."""

    def __init__(
        self,
        names: Sequence[str],
        rows: Rows | None,
        labels: NDArray[np.int64],
        threshold: float,
        encoder: Encoder | None = None,
        evenness: Evenness | None = None,
    ) -> None:
        """``labels`` are those of the rows, in order of ``names``; everyday sentences come last."""
        self.names = tuple(names)
        self.threshold = threshold
        self._rows = rows
        self._encoder = encoder
        self._evenness = evenness
        self._own = labels < len(self.names)
        self._own_scope = 0.0
        if rows is not None:
            self._starts = np.searchsorted(labels, np.arange(len(self.names)))
            dense = rows.dense()
            self._own_scope = float(self._own_measures(dense[self._own]) @ _SCOPE_OWN)
            weights = fit_softmax(dense, labels, len(self.names) + 1, ridge=_RIDGE)
            self._vector_weights, self._gram_weights = np.split(weights, [rows.vectors.shape[1]])

    def clauses(self, text: str) -> tuple[str, ...]:
        """The parts of ``text`` that ``predict`` reads beside the whole: their vectors may come with the whole's."""
        return split_clauses(text) if self._rows is not None else ()

    def predict(self, text: str, vectors: Vectors | None = None) -> Ranked:
        """Intents of ``text``. ``vectors`` are those of (text, *clauses(text)) when known. No text or no head: no intent."""
        if self._rows is None or not text.strip():
            return Ranked(None, 0.0)
        scopes, shares = self.chances((text, *self.clauses(text)), vectors)
        whole, *parts = (self._rank(float(scope), own) for scope, own in zip(scopes, shares, strict=True))
        return self._with_clauses(whole, parts)

    def chances(self, texts: Sequence[str], vectors: Vectors | None = None) -> tuple[Doubles, Doubles]:
        """The chance that each text is about the playbook at all, shape (texts,), and of each intent, shape (texts, intents).

        A row of the second sums to that of the first. Raises ValueError for a head without intents.
        """
        measured, logits = self.measures(texts, vectors)
        scope = 1.0 / (1.0 + np.exp(-(measured @ _SCOPE + self._own_scope)))
        shares = np.exp(_SHARPNESS * (logits - logits.max(axis=1, keepdims=True)))
        return scope, shares * (scope / shares.sum(axis=1))[:, None]

    def measures(self, texts: Sequence[str], vectors: Vectors | None = None) -> tuple[Doubles, Doubles]:
        """For each text what tells whether it is about the playbook, shape (texts, 3), and the logits, shape (texts, intents).

        The three: likeness to the nearest example, best logit, likeness to the nearest everyday sentence.
        """
        if self._rows is None:
            raise ValueError("This head has no intents.")
        if vectors is None and self._encoder is not None:
            vectors = self._encoder.encode(texts)
        if vectors is not None and self._evenness is not None:
            vectors = self._evenness.of(vectors)
        rows = [self._rows.of(one, None if vectors is None else vectors[i]) for i, one in enumerate(texts)]
        parts = [self._measured(rows[i : i + _AT_ONCE]) for i in range(0, len(rows), _AT_ONCE)]
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])

    def likeness(self, text: str, vectors: Vectors | None = None) -> Doubles:
        """How alike ``text`` is to each example the head was trained on, in their order, shape (examples,); 1 is the same."""
        if self._rows is None:
            return np.zeros(0)
        if vectors is None and self._encoder is not None:
            vectors = self._encoder.encode([text])
        if vectors is not None and self._evenness is not None:
            vectors = self._evenness.of(vectors)
        row = self._rows.of(text, None if vectors is None else vectors[0])
        alike = products([row], self._rows.vectors.T, self._rows.grams)[0, self._own]
        return np.asarray(alike.clip(0.0, 1.0), dtype=np.float64)

    def _measured(self, rows: Sequence[Row]) -> tuple[Doubles, Doubles]:
        assert self._rows is not None
        logits = products(rows, self._vector_weights, self._gram_weights)[:, :-1].astype(np.float64)
        likeness = products(rows, self._rows.vectors.T, self._rows.grams)
        nearest = np.maximum.reduceat(likeness[:, self._own], self._starts, axis=1)
        own = nearest.max(axis=1)
        logits += _NEAREST * nearest
        background = likeness[:, ~self._own].max(axis=1, initial=0.0)
        return np.stack([own, logits.max(axis=1), background], axis=1).astype(np.float64), logits

    def _own_measures(self, own: NDArray[np.float32]) -> NDArray[np.float64]:
        """1, how alike an example is to its nearest neighbour (mean), log of the intents, log of the examples of each."""
        # A few hundred tell the mean well enough, however large the playbook is.
        looked_at = np.arange(0, len(own), max(1, len(own) // _LOOKED_AT))
        alike = own[looked_at] @ own.T
        alike[np.arange(len(looked_at)), looked_at] = 0.0
        nearest = alike.max(axis=1)
        # Tuned on 4 to 20 examples of each intent: more of them do not change what likeness means any further.
        each = min(len(own) / len(self.names), 20.0)
        return np.array([1.0, min(float(np.mean(nearest)), 0.73), np.log(len(self.names)), np.log(each)])

    def _rank(self, scope: float, shares: Doubles) -> Ranked:
        order = np.argsort(-shares, kind="stable")[:_RUNNERS_UP]
        ranked = [RunnerUp(intent=self.names[i], confidence=round(float(shares[i]), 4)) for i in order]
        if scope < self.threshold:
            return Ranked(None, ranked[0].confidence, tuple(ranked))
        return Ranked(ranked[0].intent, ranked[0].confidence, tuple(ranked[1:]))

    def _with_clauses(self, whole: Ranked, parts: Sequence[Ranked]) -> Ranked:
        """Each clause that is surely another intent is a further matter; a whole that says nothing takes its clearest clause."""
        sure = [part for part in parts if part.intent is not None and part.confidence >= _ALSO_THRESHOLD]
        if not sure:
            return whole
        heard = {part.intent for part in sure}
        # An intent that no clause shows, where two clauses surely show others, is only what they look like together.
        is_blend = len(heard) > 1 and whole.intent not in heard
        first = max(sure, key=lambda part: part.confidence) if whole.intent is None or is_blend else whole
        named = dict.fromkeys(part.intent for part in sure if part.intent is not None and part.intent != first.intent)
        if not named:
            return first
        # Two matters share out the whole's confidence; the clause that holds the first one is not divided.
        confidence = max([first.confidence, *(part.confidence for part in sure if part.intent == first.intent)])
        return Ranked(first.intent, confidence, first.runners_up, tuple(named))


def train_intents(
    examples: Mapping[str, Sequence[str]], encoder: Encoder | None, *, threshold: float = DEFAULT_THRESHOLD
) -> IntentModel:
    """An intent head from each intent's examples (5-20 of them are enough). Deterministic; intents without examples are left out."""
    written = {name: [text for text in texts if text.strip()] for name, texts in examples.items()}
    kept = {name: texts for name, texts in written.items() if texts}
    if not kept:
        return IntentModel((), None, np.zeros(0, dtype=np.int64), threshold)
    texts = [text for own in kept.values() for text in own]
    labels = [i for i, own in enumerate(kept.values()) for _ in own]
    everyday = everyday_sentences()
    vectors = evenness = None
    if encoder is not None:
        own, other = remembered(encoder, texts), everyday_vectors(encoder)
        # An everyday sentence that resembles an example of the playbook does not count against it.
        apart = (other @ own.T).max(axis=1) < _TOO_ALIKE
        everyday = [line for line, is_apart in zip(everyday, apart, strict=True) if is_apart]
        evenness = Evenness(own, np.array(labels, dtype=np.int64))
        vectors = evenness.of(np.vstack([own, other[apart]]))
    labels += [len(kept)] * len(everyday)
    rows = Rows(texts + everyday, vectors)
    return IntentModel(tuple(kept), rows, np.array(labels, dtype=np.int64), threshold, encoder, evenness)
