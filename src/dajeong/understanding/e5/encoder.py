"""Sentence vectors of multilingual-e5-small: the encoder port over a built folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dajeong.understanding.e5.feeling import feeling_sha256
from dajeong.understanding.e5.folder import Parts, read_parts
from dajeong.understanding.e5.network import Network, Vectors
from dajeong.understanding.e5.tokenizer import Tokenizer
from dajeong.understanding.encoder import InContext

# How the network was trained to be asked.
_PREFIX = "query: "
_LEAST = 1e-6
# What was said before is read by its end: a feeling answers to the last words. In pieces, by the assistant and by the customer.
_BEFORE = (16, 10)
_MESSAGE = 128
# How much a vector counts among the features of a message, and those of what was said before it.
_OWN, _OTHERS = 1.3, 0.8


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of one text that fits the network; ``share`` of the text's vector comes from it."""

    text: int
    ids: list[int]
    share: float


class E5Encoder:
    """multilingual-e5-small in whole numbers: 384 numbers per text, one thread a call; several calls may run at once.

    Every e5 vector points much the same way. What everyday sentences have in common is taken off, so that a cosine near
    0 means "nothing to do with each other", as with other encoders. Source: Wang et al. 2024, arXiv:2402.05672.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` was made by ``build``. Raises EncoderUnusable when it is not there, not whole, or cannot be run."""
        self._set(read_parts(folder, feeling_sha256()))

    @classmethod
    def of(cls, parts: Parts) -> "E5Encoder":
        """The encoder of parts that are in memory already. Raises EncoderUnusable."""
        made = cls.__new__(cls)
        made._set(parts)
        return made

    @property
    def name(self) -> str:
        """The encoder's name as it stands in every reading's reader version."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), 384), each of length 1. A text longer than the network reads is read in windows."""
        return _unit(self.raw(texts) - self._centre)

    def in_context(self, texts: Sequence[str], *, assistant: str, customer: str) -> InContext:
        """``texts[0]`` is the message, read in the light of what was said last; the others are parts of it and have vectors only."""
        own = list(self._windows(0, texts[0]))
        ends = self._ends(assistant, customer)
        halves = self._network.half_way([*(window.ids for window in own), *ends.values()])
        before = dict(zip(ends, halves[len(own) :], strict=True))
        halves = halves[: len(own)]
        felt = self._network.felt(halves[0][:_MESSAGE], before)
        middle = _unit(_weighed(own, [tokens.mean(axis=0) for tokens in halves], 1) - self._middle_centre)[0]
        for i, text in enumerate(texts[1:], start=1):
            windows, parts = self._part(i, text, own[0].ids, halves[0])
            own += windows
            halves += parts
        vectors = _unit(_weighed(own, self._network.top(halves), len(texts)) - self._centre)
        return InContext(vectors, self._features(vectors[0], middle, before), felt)

    def half_way(self, text: str, *, assistant: str, customer: str) -> tuple[Vectors, dict[int, Vectors]]:
        """The tokens the tuned layers begin from: the message's own, and by side those of what was said before it."""
        ends = self._ends(assistant, customer)
        own, *others = self._network.half_way([next(self._windows(0, text)).ids, *ends.values()])
        return own[:_MESSAGE], dict(zip(ends, others, strict=True))

    def raw(self, texts: Sequence[str]) -> Vectors:
        """The vectors as the network gives them, each of length 1, nothing taken off."""
        return self.raw_with_middle(texts)[0]

    def raw_with_middle(self, texts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """The vectors, and those from half-way up the network, where feelings stand plainer."""
        if not texts:
            return (np.zeros((0, self.dimension), dtype=np.float32),) * 2
        windows = [window for i, text in enumerate(texts) for window in self._windows(i, text)]
        halves = self._network.half_way([window.ids for window in windows])
        middle = [tokens.mean(axis=0) for tokens in halves]
        return _weighed(windows, self._network.top(halves), len(texts)), _weighed(windows, middle, len(texts))

    def _part(self, place: int, text: str, whole: list[int], half: Vectors) -> tuple[list[_Window], list[Vectors]]:
        """A part of the message half-way up: cut out of the whole where it stands there, else read by itself.

        Seen alone in the upper layers it means what it means by itself, for a third of the cost (docs/concepts/encoder.md).
        """
        ids = self.tokenizer.ids(text)
        first = 1 + len(self._prefix)
        for start in range(first, len(whole) - len(ids)):
            if whole[start : start + len(ids)] == ids:
                kept = [*range(first), *range(start, start + len(ids)), len(whole) - 1]
                return [_Window(place, ids, 1.0)], [half[kept]]
        windows = list(self._windows(place, text))
        return windows, self._network.half_way([window.ids for window in windows])

    def _features(self, vector: Vectors, middle: Vectors, before: Mapping[int, Vectors]) -> Vectors:
        """What the emotion head reads: the message at the top and half-way up, and half-way up what was said before it."""
        nothing = np.zeros_like(middle)
        means = [before[side].mean(axis=0, keepdims=True) if side in before else None for side in range(len(_BEFORE))]
        others = [nothing if each is None else _unit(_unit(each) - self._middle_centre)[0] for each in means]
        there = np.array([each is not None for each in means], dtype=np.float32)
        return np.concatenate([vector * _OWN, middle * _OWN, *(each * _OTHERS for each in others), there])

    def _ends(self, *said: str) -> dict[int, list[int]]:
        """The last pieces of what each side said; nothing of who said nothing."""
        return {
            side: [self._bos, *self.tokenizer.last_ids(text, _BEFORE[side]), self._eos]
            for side, text in enumerate(said)
            if text.strip()
        }

    def _windows(self, place: int, text: str) -> Iterator[_Window]:
        ids = self._prefix + self.tokenizer.ids(text)
        for start in range(0, len(ids), self._longest):
            part = ids[start : start + self._longest]
            yield _Window(place, [self._bos, *part, self._eos], len(part) / len(ids))

    def _set(self, parts: Parts) -> None:
        self._name = parts.name
        vocabulary = parts.vocabulary
        own = {vocabulary.bos, vocabulary.eos, vocabulary.unk}
        self.tokenizer = Tokenizer(
            # A customer who types "</s>" means the letters.
            {text: i for i, text in enumerate(vocabulary.texts) if i not in own and text},
            vocabulary.scores.tolist(),
            vocabulary.normal,
            unknown=vocabulary.unk,
            rarest=vocabulary.rarest,
        )
        self._bos, self._eos = vocabulary.bos, vocabulary.eos
        self._prefix = self.tokenizer.ids(_PREFIX)
        self._longest = len(vocabulary.positions) - 2
        self._centre, self._middle_centre = vocabulary.centre, vocabulary.middle_centre
        self.dimension = len(vocabulary.centre)
        self._network = Network(parts)


def _weighed(windows: Sequence[_Window], vectors: Sequence[Vectors] | Vectors, texts: int) -> Vectors:
    """The vectors of texts, of length 1, from those of their windows: (texts, dimension)."""
    found = np.zeros((texts, len(vectors[0])), dtype=np.float32)
    for window, vector in zip(windows, vectors, strict=True):
        found[window.text] += window.share * vector
    return _unit(found)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _LEAST)
    return np.asarray(vectors / lengths, dtype=np.float32)
