"""The network as an ONNX graph with whole-number products: weights of 7 bits, activations of 8 bits measured row by row."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dajeong.understanding.e5.weights import BLOCK, BLOCK_BYTES, Weights, unpacked

OPSET = 17
IR_VERSION = 8
EMBEDDED, MIDDLE, VECTORS, FELT = "embedded", "middle", "vectors", "felt"
LOWER_INPUTS = (EMBEDDED, "mask")
UPPER_INPUTS = (MIDDLE, "mask", "pool")
BRANCH_INPUTS = (MIDDLE, "pool")
# Added where one token may not look at another, as the network was trained.
BLIND = -10_000.0
# 255 * 63 * 2 fits 16 bits: processors without VNNI add two products in 16 bits and would cut larger ones off.
_WEIGHT_LEVELS = 63.0
_ACTIVATION_LEVELS = 127.0
_ZERO = 128
_LEAST = 1e-9

Floats = NDArray[np.float32]


def build_lower(weights: Weights, middle: int) -> bytes:
    """The first ``middle`` layers as a serialised model. Needs the package ``onnx``.

    In: embedded (tokens, hidden), word + position + type, before its norm; mask (tokens, tokens), 0 or BLIND. Out: middle
    (tokens, hidden). Several texts stand one after another in one run, without padding, and the mask keeps them apart.
    """
    return _Network(weights).lower(middle)


def build_upper(weights: Weights, middle: int) -> bytes:
    """The layers above ``middle``, as a model of their own. Needs ``onnx``.

    In: middle and mask as above; pool (texts, tokens), each row a weighted mean. Out: vectors (texts, hidden), not yet of length 1.
    """
    return _Network(weights).upper(middle)


def build_branch(weights: Weights, middle: int) -> bytes:
    """The layers above ``middle`` with a head on top (``head.w``, ``head.b``), as a model of their own. Needs ``onnx``.

    In: middle (tokens, hidden) of texts that may see each other; pool (1, own), a weight for each of the first tokens: those the
    head hears. Out: felt (1, outputs of the head).
    """
    return _Network(weights).branch(middle)


def quantised(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A matrix (outputs, inputs) as whole numbers in -63..63 and one scale for each output."""
    scale = np.maximum(np.abs(matrix).max(axis=1), _LEAST) / _WEIGHT_LEVELS
    return np.rint(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


class _Network:
    """Collects nodes and constants. Each method adds one part and returns the name of its output."""

    def __init__(self, weights: Weights) -> None:
        import onnx

        self._onnx = onnx
        self._weights = weights
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}
        self._zeros = ""

    def lower(self, middle: int) -> bytes:
        hidden = self._weights.shape.hidden
        self._shared(EMBEDDED)
        last = self._norm(EMBEDDED, "emb.ln")
        for i in range(middle):
            last = self._layer(last, f"l{i}", "mask")
        self._add("Identity", last, out=MIDDLE)
        return self._model({EMBEDDED: ["tokens", hidden], "mask": ["tokens", "tokens"]}, {MIDDLE: ["tokens", hidden]})

    def upper(self, middle: int) -> bytes:
        shape = self._weights.shape
        self._shared(MIDDLE)
        last = MIDDLE
        for i in range(middle, shape.layers):
            last = self._layer(last, f"l{i}", "mask")
        self._add("MatMul", "pool", last, out=VECTORS)
        return self._model(
            {MIDDLE: ["tokens", shape.hidden], "mask": ["tokens", "tokens"], "pool": ["texts", "tokens"]},
            {VECTORS: ["texts", shape.hidden]},
        )

    def branch(self, middle: int) -> bytes:
        shape, floats = self._weights.shape, self._weights.floats
        self._shared(MIDDLE)
        last, top = MIDDLE, shape.layers - 1
        for i in range(middle, top):
            last = self._layer(last, f"l{i}", None)
        last = self._layer(last, f"l{top}", None, self._first(last, "pool"))
        outputs = floats["head.b"].size
        weights = self._constant("head.w", floats["head.w"].reshape(outputs, shape.hidden).T)
        pooled = self._add("MatMul", self._add("MatMul", "pool", last), weights)
        self._add("Add", pooled, self._constant("head.b", floats["head.b"]), out=FELT)
        return self._model({MIDDLE: ["tokens", shape.hidden], "pool": ["texts", "own"]}, {FELT: ["texts", outputs]})

    def _shared(self, tokens: str) -> None:
        """The constants that every layer needs; ``tokens`` names the input with a row for each token."""
        shape = self._weights.shape
        self._constant("heads", np.array([0, shape.heads, shape.hidden // shape.heads], dtype=np.int64))
        self._constant("joined", np.array([0, shape.hidden], dtype=np.int64))
        self._constant("flat", np.array([-1], dtype=np.int64))
        self._constant("scale", np.float32(1.0 / np.sqrt(shape.hidden // shape.heads)))
        self._constant("half", np.float32(0.5))
        self._constant("one", np.float32(1.0))
        self._constant("root", np.float32(np.sqrt(2.0)))
        self._constant("least", np.float32(_LEAST))
        self._constant("step", np.float32(1.0 / _ACTIVATION_LEVELS))
        self._constant("zero", np.uint8(_ZERO))
        self._row_zeros(tokens)

    def _model(self, inputs: dict[str, list[Any]], outputs: dict[str, list[Any]]) -> bytes:
        helper, float_type = self._onnx.helper, self._onnx.TensorProto.FLOAT
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info(name, float_type, size) for name, size in inputs.items()],
            [helper.make_tensor_value_info(name, float_type, size) for name, size in outputs.items()],
            list(self._constants.values()),
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        return bytes(model.SerializeToString(deterministic=True))

    def _layer(self, x: str, name: str, mask: str | None, own: str | None = None) -> str:
        """One layer; where only some tokens matter after it, ``own`` are those: they see all of x."""
        hidden, inner = self._weights.shape.hidden, self._weights.shape.inner
        own = own or x
        attended = self._dense(self._attention(x, own, name, mask), f"{name}.ao", hidden, hidden)
        x = self._norm(self._add("Add", attended, own), f"{name}.aln")
        wide = self._gelu(self._dense(x, f"{name}.fi", inner, hidden))
        return self._norm(self._add("Add", self._dense(wide, f"{name}.fo", hidden, inner), x), f"{name}.oln")

    def _attention(self, x: str, own: str, name: str, mask: str | None) -> str:
        parts = [f"{name}.{part}" for part in "qkv"]
        if own == x:
            self._together(x, parts)
        else:
            self._together(x, parts[1:])
            # From here on there are fewer rows.
            self._row_zeros(own)
            self._together(own, parts[:1])
        # Tokens, heads, width -> heads, tokens, width; keys the other way round.
        query, key, value = (
            self._add(
                "Transpose", self._add("Reshape", part, "heads"), perm=[1, 2, 0] if part[-1] == "k" else [1, 0, 2]
            )
            for part in parts
        )
        scores = self._add("Mul", self._add("MatMul", query, key), "scale")
        shares = self._add("Softmax", scores if mask is None else self._add("Add", scores, mask), axis=-1)
        seen = self._add("Transpose", self._add("MatMul", shares, value), perm=[1, 0, 2])
        return self._add("Reshape", seen, "joined")

    def _together(self, x: str, parts: Sequence[str]) -> None:
        """Several products of the same tokens, as one."""
        hidden = self._weights.shape.hidden
        matrix = np.vstack([self._matrix(part, hidden, hidden) for part in parts])
        bias = np.concatenate([self._weights.floats[f"{part}.b"] for part in parts])
        together = self._product(x, f"{parts[0]}.and", matrix, bias)
        self._nodes.append(self._onnx.helper.make_node("Split", [together], parts, axis=1))

    def _first(self, x: str, pool: str) -> str:
        """As many of the first rows of x as the pool has weights."""
        one, two = (self._constant(f"from{i}", np.array([i], dtype=np.int64)) for i in (1, 2))
        own = self._add("Slice", self._add("Shape", pool), one, two)
        return self._add("Slice", x, self._constant("from0", np.array([0], dtype=np.int64)), own)

    def _gelu(self, x: str) -> str:
        grown = self._add("Add", self._add("Erf", self._add("Div", x, "root")), "one")
        return self._add("Mul", self._add("Mul", x, grown), "half")

    def _norm(self, x: str, name: str) -> str:
        gain = self._constant(f"{name}.w", self._weights.floats[f"{name}.w"])
        shift = self._constant(f"{name}.b", self._weights.floats[f"{name}.b"])
        return self._add("LayerNormalization", x, gain, shift, axis=-1, epsilon=self._weights.shape.eps)

    def _dense(self, x: str, name: str, outputs: int, inputs: int) -> str:
        return self._product(x, name, self._matrix(name, outputs, inputs), self._weights.floats[f"{name}.b"])

    def _product(self, x: str, name: str, matrix: Floats, bias: Floats) -> str:
        """x @ matrix.T + bias. Each row of x has a scale of its own, so that a text's vector does not hang on its neighbours."""
        numbers, scale = quantised(matrix)
        largest = self._add("ReduceMax", self._add("Abs", x), axes=[1], keepdims=1)
        steps = self._add("Mul", self._add("Max", largest, "least"), "step")
        rounded = self._add("QuantizeLinear", x, self._add("Reshape", steps, "flat"), self._zeros, axis=0)
        product = self._add("MatMulInteger", rounded, self._constant(f"{name}.w", numbers.T), "zero")
        product = self._add("Cast", product, to=self._onnx.TensorProto.FLOAT)
        product = self._add("Mul", product, self._constant(f"{name}.s", scale))
        return self._add("Add", self._add("Mul", product, steps), self._constant(f"{name}.b", bias))

    def _row_zeros(self, rows: str) -> None:
        """The zero point once for each token: QuantizeLinear wants as many as there are scales."""
        start, end = (self._constant(f"from{i}", np.array([i], dtype=np.int64)) for i in (0, 1))
        tokens = self._add("Slice", self._add("Shape", rows), start, end)
        self._zeros = self._add("Expand", "zero", tokens)

    def _matrix(self, name: str, outputs: int, inputs: int) -> Floats:
        if (tuned := self._weights.floats.get(f"{name}.w")) is not None:
            return tuned.reshape(outputs, inputs)
        return unpacked(self._weights.packed[f"{name}.w"].reshape(outputs, inputs // BLOCK, BLOCK_BYTES))

    def _constant(self, name: str, value: Any) -> str:
        # A tensor is bytes in a fixed order here: the same weights give the same file.
        self._constants[name] = self._onnx.numpy_helper.from_array(
            np.ascontiguousarray(value).reshape(np.shape(value)), name
        )
        return name

    def _add(self, operation: str, *inputs: str, out: str = "", **attributes: Any) -> str:
        out = out or f"n{len(self._nodes)}"
        self._nodes.append(self._onnx.helper.make_node(operation, list(inputs), [out], **attributes))
        return out
