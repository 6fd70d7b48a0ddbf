"""Sentence vectors of multilingual-e5-small: the encoder port over a built folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.feeling import feeling_sha256
from dajeong.understanding.e5.folder import EncoderUnusable, Parts, read_parts
from dajeong.understanding.e5.graph import BLIND, BRANCH_INPUTS, INPUTS
from dajeong.understanding.e5.table import WordTable
from dajeong.understanding.e5.tokenizer import Tokenizer
from dajeong.understanding.encoder import InContext

Vectors = NDArray[np.float32]
# How the network was trained to be asked.
_PREFIX = "query: "
# Tokens of one run: more of them cost more in attention between texts that may not see each other.
_RUN = 192
_LEAST = 1e-6
# What was said before is read by its end: a feeling answers to the last words. In pieces, by the assistant and by the customer.
_BEFORE = (22, 12)
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
        """``texts[0]`` is the message, read in the light of what was said last; the others have their vectors only."""
        said = {i: text for i, text in enumerate((assistant, customer)) if text.strip()}
        windows = [window for i, text in enumerate(texts) for window in self._windows(i, text)]
        windows += [_Window(len(texts) + i, self._end(text, _BEFORE[i]), 1.0) for i, text in said.items()]
        top, middle, tokens = self._read(windows, len(texts) + len(_BEFORE))
        there = np.array([1.0] * len(texts) + [float(i in said) for i in range(len(_BEFORE))], dtype=np.float32)
        vectors = _unit(top - self._centre) * there[:, None]
        features = np.concatenate(
            [
                vectors[0] * _OWN,
                _unit(middle[:1] - self._middle_centre)[0] * _OWN,
                vectors[len(texts) :].ravel() * _OTHERS,
                there[len(texts) :],
            ]
        )
        before = {i: tokens[len(texts) + i] for i in said}
        felt = self._felt(tokens[0][:_MESSAGE], before)
        return InContext(vectors[: len(texts)], features.astype(np.float32), felt)

    def half_way(self, text: str, *, assistant: str, customer: str) -> tuple[Vectors, dict[int, Vectors]]:
        """The tokens the tuned layers begin from: the message's own, and by side those of what was said before it."""
        said = {i: before for i, before in enumerate((assistant, customer)) if before.strip()}
        windows = [next(self._windows(len(_BEFORE), text))]
        windows += [_Window(i, self._end(before, _BEFORE[i]), 1.0) for i, before in said.items()]
        tokens = self._read(windows, len(_BEFORE) + 1)[2]
        return tokens[len(_BEFORE)][:_MESSAGE], {i: tokens[i] for i in said}

    def raw(self, texts: Sequence[str]) -> Vectors:
        """The vectors as the network gives them, each of length 1, nothing taken off."""
        return self.raw_with_middle(texts)[0]

    def raw_with_middle(self, texts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """The vectors, and those from half-way up the network, where feelings stand plainer."""
        windows = [window for i, text in enumerate(texts) for window in self._windows(i, text)]
        return self._read(windows, len(texts))[:2]

    def _read(self, windows: Sequence[_Window], texts: int) -> tuple[Vectors, Vectors, dict[int, Vectors]]:
        """Vectors of length 1 from the top and from the middle, and the middle tokens of each text's first window."""
        out = np.zeros((texts, len(self._centre)), dtype=np.float32)
        half = np.zeros((texts, len(self._middle_centre)), dtype=np.float32)
        tokens: dict[int, Vectors] = {}
        for run in _runs(windows):
            pooled, middle = self._pooled([window.ids for window in run])
            start = 0
            for window, vector in zip(run, pooled, strict=True):
                own = middle[start : start + len(window.ids)]
                start += len(window.ids)
                out[window.text] += window.share * vector
                half[window.text] += window.share * own.mean(axis=0)
                tokens.setdefault(window.text, own)
        return _unit(out), _unit(half), tokens

    def _felt(self, own: Vectors, before: dict[int, Vectors]) -> Vectors:
        """What the tuned layers say of the message, shape (13,): it sees what was said before it, and only its own tokens count."""
        together = np.vstack([own, *(tokens + self._sides[i] for i, tokens in before.items())])
        pool = np.zeros((1, len(together)), dtype=np.float32)
        pool[0, : len(own)] = 1.0 / len(own)
        fed = dict(zip(BRANCH_INPUTS, (together, pool), strict=True))
        return np.asarray(self._branch.run(None, fed)[0][0], dtype=np.float32)

    def _end(self, text: str, pieces: int) -> list[int]:
        return [self._bos, *self.tokenizer.ids(text)[-pieces:], self._eos]

    def _windows(self, place: int, text: str) -> Iterator[_Window]:
        ids = self._prefix + self.tokenizer.ids(text)
        for start in range(0, len(ids), self._longest):
            part = ids[start : start + self._longest]
            yield _Window(place, [self._bos, *part, self._eos], len(part) / len(ids))

    def _pooled(self, sentences: Sequence[Sequence[int]]) -> tuple[Vectors, Vectors]:
        """The mean over each sentence's tokens at the top, and all tokens half-way up."""
        lengths = np.array([len(sentence) for sentence in sentences])
        owner = np.repeat(np.arange(len(sentences)), lengths)
        mask = np.where(owner[:, None] == owner, np.float32(0.0), np.float32(BLIND))
        pool = (np.arange(len(sentences))[:, None] == owner) / lengths[:, None].astype(np.float32)
        fed = (self._table.embedded(sentences), mask, pool.astype(np.float32))
        top, middle = self._session.run(None, dict(zip(INPUTS, fed, strict=True)))
        return np.asarray(top, dtype=np.float32), np.asarray(middle, dtype=np.float32)

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
        self._table = WordTable(parts.words, vocabulary.positions)
        self._centre, self._middle_centre, self._sides = vocabulary.centre, vocabulary.middle_centre, vocabulary.sides
        self.dimension = len(vocabulary.centre)
        self._session, self._branch = _session(parts.network), _session(parts.branch)


def _runs(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    run: list[_Window] = []
    tokens = 0
    for window in windows:
        if run and tokens + len(window.ids) > _RUN:
            yield run
            run, tokens = [], 0
        run.append(window)
        tokens += len(window.ids)
    if run:
        yield run


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _LEAST)
    return np.asarray(vectors / lengths, dtype=np.float32)


def _session(network: bytes) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise EncoderUnusable("This encoder needs onnxruntime: install dajeong with its extra `full`.") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Sentences differ in length: memory laid out for one does not fit the next, and would only pile up.
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
