"""A hand-made file of weights, two layers small, and its forward pass in plain numpy."""

import struct
from collections.abc import Sequence
from math import erf

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.feeling import OUTPUTS, Feeling
from dajeong.understanding.e5.weights import Floats, Weights, unpacked

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, TYPES = 64, 2, 4, 128, 12, 2
PIECES = {
    "<s>": 0.0, "<pad>": 0.0, "</s>": 0.0, "<unk>": 0.0,
    "▁": -2.0, "▁배송": -6.0, "배송": -7.0, "배": -5.0, "송": -5.5, "이": -3.0, "▁늦": -6.5, "어요": -4.0, "어": -4.5, "요": -4.6,
    "▁query": -8.0, ":": -3.5, "1": -4.0, "2": -4.0, "12": -9.0, "a": -4.0, "ab": -6.0, "abc": -13.0, "b": -4.2, "c": -4.4,
    "été": -9.0, "é": -8.0, "t": -5.0,
}  # fmt: skip
NORMAL = {0x09: " ", 0x20AC: "EUR", 0xFF11: "1", 0x07: ""}


def tiny_file(seed: int = 0, *, without: str = "") -> bytes:
    """An E5S1 file with these pieces and random numbers; ``without`` leaves one tensor out."""
    chance = np.random.default_rng(seed)
    texts = [piece.encode() for piece in PIECES]
    ends = np.concatenate([[0], np.cumsum([len(text) for text in texts])])
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<7i", HIDDEN, LAYERS, HEADS, INNER, len(texts), POSITIONS, TYPES)
    head += struct.pack("<fi", 1e-12, 32) + struct.pack("<5i", len(texts), 0, 2, 1, 3)
    head += struct.pack("<Q", int(ends[-1])) + ends.astype("<u4").tobytes()
    head += np.array(list(PIECES.values()), dtype="<f4").tobytes() + b"".join(texts)
    normal = b"".join(struct.pack(f"<IB{len(to)}I", point, len(to), *map(ord, to)) for point, to in NORMAL.items())
    head += struct.pack("<iI", len(NORMAL), len(normal)) + normal
    tensors = [(name, *_tensor(chance, name, size)) for name, size in _sizes(len(texts)) if name != without]
    head += struct.pack("<i", len(tensors))
    start = len(head) + sum(2 + len(name) + 21 for name, *_ in tensors)
    for name, kind, size, raw in tensors:
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, size, start, len(raw))
        start += len(raw)
    return head + b"".join(raw for *_, raw in tensors)


def tiny_feeling(seed: int = 1) -> Feeling:
    """Random differences to the second of the two layers, and a random head."""
    chance = np.random.default_rng(seed)
    arrays = {"head.w": chance.normal(size=(OUTPUTS, HIDDEN)), "head.b": chance.normal(size=OUTPUTS)}
    sizes = dict.fromkeys(("q", "k", "v", "ao"), (HIDDEN, HIDDEN)) | {"fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER)}
    for part, (outputs, inputs) in sizes.items():
        arrays[f"l1.{part}.down"] = chance.normal(size=(3, inputs)) * 0.1
        arrays[f"l1.{part}.up"] = chance.normal(size=(outputs, 3)) * 0.1
        arrays[f"l1.{part}.b"] = chance.normal(size=outputs) * 0.1
    return Feeling(1, {name: value.astype(np.float32) for name, value in arrays.items()}, _side(chance))


def tokens(weights: Weights, ids: Sequence[int]) -> Floats:
    """The words of one sentence with their places, before the first layer: shape (tokens, hidden)."""
    word = _matrix(weights, "emb.word", HIDDEN)
    x = (
        word[list(ids)]
        + weights.floats["emb.pos"].reshape(-1, HIDDEN)[: len(ids)]
        + weights.floats["emb.type"][:HIDDEN]
    )
    return np.asarray(_norm(weights, x, "emb.ln"), dtype=np.float32)


def forward(weights: Weights, ids: Sequence[int]) -> Floats:
    """The mean of the last layer for one sentence, shape (hidden,), computed as the network is published."""
    x = tokens(weights, ids)
    for i in range(LAYERS):
        x = layer(weights, x, i)
    return np.asarray(x.mean(axis=0), dtype=np.float32)


def layer(weights: Weights, x: Floats, i: int) -> Floats:
    """One layer of the network, all tokens seeing each other."""
    query, key, value = (_heads(_dense(weights, x, f"l{i}.{part}")) for part in "qkv")
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(HIDDEN // HEADS)
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    seen = (shares @ value).transpose(1, 0, 2).reshape(len(x), HIDDEN)
    x = _norm(weights, x + _dense(weights, seen, f"l{i}.ao"), f"l{i}.aln")
    wide = _dense(weights, x, f"l{i}.fi")
    wide = wide * 0.5 * (1 + np.vectorize(erf)(wide / np.sqrt(2)))
    return np.asarray(_norm(weights, x + _dense(weights, wide, f"l{i}.fo"), f"l{i}.oln"), dtype=np.float32)


def _sizes(words: int) -> list[tuple[str, int]]:
    sizes = [("emb.word", words * HIDDEN), ("emb.pos", POSITIONS * HIDDEN), ("emb.type", TYPES * HIDDEN)]
    sizes += [("emb.ln.w", HIDDEN), ("emb.ln.b", HIDDEN)]
    for i in range(LAYERS):
        sizes += [(f"l{i}.{part}.w", HIDDEN * HIDDEN) for part in ("q", "k", "v", "ao")]
        sizes += [(f"l{i}.{part}.w", HIDDEN * INNER) for part in ("fi", "fo")]
        sizes += [(f"l{i}.{part}.b", INNER if part == "fi" else HIDDEN) for part in ("q", "k", "v", "ao", "fi", "fo")]
        sizes += [(f"l{i}.{norm}.{part}", HIDDEN) for norm in ("aln", "oln") for part in "wb"]
    return sizes


def _tensor(chance: np.random.Generator, name: str, size: int) -> tuple[int, int, bytes]:
    if name == "emb.word" or (name.endswith(".w") and "ln" not in name):
        blocks = size // 32
        scales = chance.uniform(0.01, 0.05, size=(blocks, 1)).astype("<f2").view(np.uint8)
        return 1, size, np.hstack([scales, chance.integers(0, 256, size=(blocks, 16), dtype=np.uint8)]).tobytes()
    middle = 1.0 if name.endswith("ln.w") else 0.0
    return 0, size, chance.normal(middle, 0.1, size=size).astype("<f4").tobytes()


def _matrix(weights: Weights, name: str, inputs: int) -> NDArray[np.float32]:
    return unpacked(weights.packed[name].reshape(-1, inputs // 32, 18))


def _dense(weights: Weights, x: Floats, name: str) -> Floats:
    own = weights.floats.get(f"{name}.w")
    matrix = _matrix(weights, f"{name}.w", x.shape[1]) if own is None else own
    return np.asarray(x @ matrix.T + weights.floats[f"{name}.b"], dtype=np.float32)


def _side(chance: np.random.Generator) -> Floats:
    return np.asarray(chance.normal(size=(2, HIDDEN)) * 0.1, dtype=np.float32)


def _heads(x: Floats) -> Floats:
    return x.reshape(len(x), HEADS, HIDDEN // HEADS).transpose(1, 0, 2)


def _norm(weights: Weights, x: Floats, name: str) -> Floats:
    middle = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((middle**2).mean(axis=-1, keepdims=True) + weights.shape.eps)
    return np.asarray(middle / spread * weights.floats[f"{name}.w"] + weights.floats[f"{name}.b"], dtype=np.float32)
