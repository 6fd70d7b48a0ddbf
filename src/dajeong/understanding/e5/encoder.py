"""Sentence vectors of multilingual-e5-small: the encoder port over a built folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.folder import NAME, EncoderUnusable, Parts, read_parts
from dajeong.understanding.e5.graph import BLIND, INPUTS
from dajeong.understanding.e5.table import WordTable
from dajeong.understanding.e5.tokenizer import Tokenizer

Vectors = NDArray[np.float32]
# How the network was trained to be asked.
_PREFIX = "query: "
# Tokens of one run: more of them cost more in attention between texts that may not see each other.
_RUN = 192
_LEAST = 1e-6


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

    NAME = NAME

    def __init__(self, folder: Path) -> None:
        """``folder`` was made by ``build``. Raises EncoderUnusable when it is not there, not whole, or cannot be run."""
        self._set(read_parts(folder))

    @classmethod
    def of(cls, parts: Parts) -> "E5Encoder":
        """The encoder of parts that are in memory already. Raises EncoderUnusable."""
        made = cls.__new__(cls)
        made._set(parts)
        return made

    @property
    def name(self) -> str:
        """The encoder's name as it stands in every reading's reader version."""
        return self.NAME

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), 384), each of length 1. A text longer than the network reads is read in windows."""
        vectors = self.raw(texts) - self._centre
        return np.asarray(vectors / _lengths(vectors), dtype=np.float32)

    def raw(self, texts: Sequence[str]) -> Vectors:
        """The vectors as the network gives them, each of length 1, nothing taken off."""
        out = np.zeros((len(texts), len(self._centre)), dtype=np.float32)
        for run in _runs([window for i, text in enumerate(texts) for window in self._windows(i, text)]):
            pooled = self._pooled([window.ids for window in run])
            for window, vector in zip(run, pooled, strict=True):
                out[window.text] += window.share * vector
        return np.asarray(out / _lengths(out), dtype=np.float32)

    def _windows(self, place: int, text: str) -> Iterator[_Window]:
        ids = self._prefix + self.tokenizer.ids(text)
        for start in range(0, len(ids), self._longest):
            part = ids[start : start + self._longest]
            yield _Window(place, [self._bos, *part, self._eos], len(part) / len(ids))

    def _pooled(self, sentences: Sequence[Sequence[int]]) -> Vectors:
        lengths = np.array([len(sentence) for sentence in sentences])
        owner = np.repeat(np.arange(len(sentences)), lengths)
        mask = np.where(owner[:, None] == owner, np.float32(0.0), np.float32(BLIND))
        pool = (np.arange(len(sentences))[:, None] == owner) / lengths[:, None].astype(np.float32)
        fed = (self._table.embedded(sentences), mask, pool.astype(np.float32))
        return np.asarray(self._session.run(None, dict(zip(INPUTS, fed, strict=True)))[0], dtype=np.float32)

    def _set(self, parts: Parts) -> None:
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
        self._centre = vocabulary.centre
        self.dimension = len(vocabulary.centre)
        self._session = _session(parts.network)


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


def _lengths(vectors: Vectors) -> Vectors:
    return np.asarray(np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _LEAST), dtype=np.float32)


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
