"""The upper layers once more, tuned to what customers feel: small differences that come with the package."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from dajeong.errors import DajeongError
from dajeong.understanding.e5.weights import BLOCK, BLOCK_BYTES, Floats, Weights, unpacked

FILE = Path(str(files("dajeong.understanding") / "heads" / "feeling.npz"))
# What the head says: ten emotions as logits, then strength, urgency and fatigue.
OUTPUTS = 13
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


class FeelingUnusable(DajeongError):
    """The file of tuned differences is missing, cut short, or made for another network."""

    code = "feeling_unusable"
    status = 500


@dataclass(frozen=True, slots=True)
class Feeling:
    """Differences to the layers above ``middle``, and the head on them.

    ``arrays``: for each layer ``l8`` ... and each matrix ``l8.q`` the two narrow matrices ``l8.q.down`` (rank, inputs) and ``l8.q.up``
    (outputs, rank) whose product is added to it; biases and norms as they are now (``l8.q.b``, ``l8.aln.w``);
    ``head.w`` (13, hidden), ``head.b`` (13,). ``sides`` (2, hidden) mark the tokens of what the assistant and what the customer said before.
    Source of low-rank differences: Hu et al. 2021, arXiv:2106.09685.
    """

    middle: int
    arrays: Mapping[str, Floats]
    sides: Floats


def feeling_sha256() -> str:
    """The hash of the package's own file. Raises FeelingUnusable."""
    return hashlib.sha256(_raw(FILE)).hexdigest()


def load_feeling(path: Path = FILE) -> Feeling:
    """The differences at ``path``. Raises FeelingUnusable."""
    _raw(path)
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: np.asarray(stored[name], dtype=np.float32) for name in stored.files}
        return Feeling(int(arrays.pop("middle")[0]), arrays, arrays.pop("sides"))
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise FeelingUnusable(
            f"The file '{path.name}' of the package is cut short or changed: install dajeong again."
        ) from error


def save_feeling(feeling: Feeling, path: Path) -> None:
    """Write the differences in half precision, without pickle."""
    arrays = {name: array.astype(np.float16) for name, array in sorted(feeling.arrays.items())}
    np.savez_compressed(
        path,
        middle=np.array([feeling.middle]),
        sides=feeling.sides.astype(np.float16),
        allow_pickle=False,
        **arrays,
    )


def untuned(weights: Weights, middle: int) -> Feeling:
    """No differences at all and a head that says nothing: what tuning begins from."""
    hidden = weights.shape.hidden
    arrays = {"head.w": np.zeros((OUTPUTS, hidden), np.float32), "head.b": np.zeros(OUTPUTS, np.float32)}
    for i in range(middle, weights.shape.layers):
        for part in _MATRICES:
            outputs, inputs = _size(weights, part)
            arrays[f"l{i}.{part}.down"] = np.zeros((1, inputs), np.float32)
            arrays[f"l{i}.{part}.up"] = np.zeros((outputs, 1), np.float32)
    return Feeling(middle, arrays, np.zeros((2, hidden), np.float32))


def tuned(weights: Weights, feeling: Feeling) -> Weights:
    """The same network with the differences put onto its upper layers. Raises FeelingUnusable when they do not fit."""
    floats = dict(weights.floats)
    floats |= {name: array for name, array in feeling.arrays.items() if not name.endswith((".down", ".up"))}
    for i in range(feeling.middle, weights.shape.layers):
        for part in _MATRICES:
            outputs, inputs = _size(weights, part)
            name = f"l{i}.{part}"
            try:
                more = feeling.arrays[f"{name}.up"] @ feeling.arrays[f"{name}.down"]
                own = unpacked(weights.packed[f"{name}.w"].reshape(outputs, inputs // BLOCK, BLOCK_BYTES))
                floats[f"{name}.w"] = own + more
            except (KeyError, ValueError) as error:
                raise FeelingUnusable("The tuned differences do not fit this network.") from error
    return replace(weights, floats=floats)


def _size(weights: Weights, part: str) -> tuple[int, int]:
    hidden, inner = weights.shape.hidden, weights.shape.inner
    return {"fi": (inner, hidden), "fo": (hidden, inner)}.get(part, (hidden, hidden))


def _raw(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FeelingUnusable(
            f"The file '{path.name}' of the package cannot be read: install dajeong again."
        ) from error
