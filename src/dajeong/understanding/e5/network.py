"""The network at work: its lower layers, its upper layers, and the upper ones once more as they are tuned to feelings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.folder import EncoderUnusable, Parts
from dajeong.understanding.e5.graph import BLIND, BRANCH_INPUTS, LOWER_INPUTS, UPPER_INPUTS
from dajeong.understanding.e5.table import WordTable

Vectors = NDArray[np.float32]
# Tokens of one run: more of them cost more in attention between texts that may not see each other.
_RUN = 192


class Network:
    """Runs on one thread a call; several calls may run at once."""

    def __init__(self, parts: Parts) -> None:
        """Raises EncoderUnusable when onnxruntime is missing."""
        self._table = WordTable(parts.words, parts.vocabulary.positions)
        self._sides = parts.vocabulary.sides
        self._lower, self._upper, self._branch = (_session(each) for each in (parts.lower, parts.upper, parts.branch))

    def half_way(self, sentences: Sequence[Sequence[int]]) -> list[Vectors]:
        """What the lower layers make of the tokens of each sentence, (tokens, hidden) each; no sentence sees another."""
        found = []
        for run in _runs([len(each) for each in sentences]):
            ids = sentences[run]
            lengths = [len(each) for each in ids]
            fed = dict(zip(LOWER_INPUTS, (self._table.embedded(ids), _apart(lengths)), strict=True))
            found += np.split(self._lower.run(None, fed)[0], np.cumsum(lengths)[:-1])
        return found

    def top(self, halves: Sequence[Vectors]) -> Vectors:
        """The mean of each sentence's tokens after the upper layers, from what ``half_way`` gave: (sentences, dimension)."""
        found = []
        for run in _runs([len(each) for each in halves]):
            lengths = [len(each) for each in halves[run]]
            owner = np.repeat(np.arange(len(lengths)), lengths)
            pool = (np.arange(len(lengths))[:, None] == owner) / np.array(lengths, dtype=np.float32)[:, None]
            fed = dict(
                zip(UPPER_INPUTS, (np.vstack(halves[run]), _apart(lengths), pool.astype(np.float32)), strict=True)
            )
            found.append(self._upper.run(None, fed)[0])
        return np.vstack(found)

    def felt(self, own: Vectors, before: Mapping[int, Vectors]) -> Vectors:
        """What the tuned layers say of a message, (13,): it sees what was said ``before`` it, by side, and only its own tokens count."""
        together = np.vstack([own, *(tokens + self._sides[side] for side, tokens in before.items())])
        pool = np.full((1, len(own)), 1.0 / len(own), dtype=np.float32)
        fed = dict(zip(BRANCH_INPUTS, (together, pool), strict=True))
        return np.asarray(self._branch.run(None, fed)[0][0], dtype=np.float32)


def _runs(lengths: Sequence[int]) -> Iterator[slice]:
    """Slices of neighbours that have room in one run together."""
    start, tokens = 0, 0
    for place, length in enumerate(lengths):
        if tokens and tokens + length > _RUN:
            yield slice(start, place)
            start, tokens = place, 0
        tokens += length
    if tokens:
        yield slice(start, len(lengths))


def _apart(lengths: Sequence[int]) -> Vectors:
    """The mask that keeps texts of these lengths from seeing each other."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    return np.where(owner[:, None] == owner, np.float32(0.0), np.float32(BLIND))


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
