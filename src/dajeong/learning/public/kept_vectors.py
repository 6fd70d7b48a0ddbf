"""Vectors that are counted once and kept beside each other in a folder: encoding a public set takes minutes."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from dajeong.understanding.encoder import Encoder, Vectors

# How many texts are done, of how many.
Progress = Callable[[int, int], None]
_AT_ONCE = 256


def kept_vectors(encoder: Encoder, texts: Sequence[str], folder: Path | None, progress: Progress) -> Vectors:
    """The vectors of ``texts``, in half precision from ``folder`` when they were counted before (None keeps nothing).

    A file belongs to one encoder and to exactly these texts; one that is not whole is counted again.
    """
    told = hashlib.sha256("\x1e".join((encoder.name, *texts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = folder / f"{encoder.name}-{told}.npy" if folder is not None else None
    if path is not None and (found := _read(path, len(texts))) is not None:
        return found
    # Texts of one length side by side: less is counted for nothing.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts = []
    for start in range(0, len(order), _AT_ONCE):
        parts.append(encoder.encode([texts[i] for i in order[start : start + _AT_ONCE]]).astype(np.float16))
        progress(min(start + _AT_ONCE, len(order)), len(order))
    vectors = np.empty((len(texts), parts[0].shape[1] if parts else 0), dtype=np.float16)
    vectors[order] = np.concatenate(parts) if parts else vectors
    if path is not None:
        _write(path, vectors)
    return vectors.astype(np.float32)


def _read(path: Path, rows: int) -> Vectors | None:
    try:
        found = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return found.astype(np.float32) if len(found) == rows else None


def _write(path: Path, vectors: "np.typing.NDArray[np.float16]") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        np.save(file, vectors, allow_pickle=False)
    os.replace(beside, path)
