"""Trained linear heads as they lie in the package: n-gram vocabularies, weights, and one hash that names them."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dajeong.errors import DajeongError
from dajeong.understanding.features import Plain

Floats = NDArray[np.float32]
FILE = "emotion.npz"
# Before the names of what was learned without sentence vectors.
BARE = "bare_"


class HeadsUnusable(DajeongError):
    """The file of trained heads is missing or does not fit this version."""

    code = "heads_unusable"
    status = 500


@dataclass(frozen=True, slots=True)
class GramHead:
    """TF-IDF over character n-grams (1 to ``longest``) and one linear output per column."""

    vocabulary: dict[str, int]
    idf: Floats
    weights: Floats
    bias: Floats
    longest: int = 4

    def terms(self, plain: Plain) -> tuple[NDArray[np.int64], Floats, list[tuple[int, int, int]]]:
        """Known n-grams of a message: indices, values of one L2 norm, and (term, start, length) of each occurrence."""
        # A comprehension over the text itself: every message of every customer goes through here twice.
        text, known = plain.text, self.vocabulary.get
        places = [
            (index, start, length)
            for length in range(1, self.longest + 1)
            for start in range(len(text) - length + 1)
            if (index := known(text[start : start + length])) is not None
        ]
        counts = Counter([index for index, _, _ in places])
        indices = np.fromiter(counts, dtype=np.int64, count=len(counts))
        values = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * self.idf[indices]
        norm = float(np.linalg.norm(values))
        return indices, (values / norm if norm > 0 else values).astype(np.float32), places

    def logits(self, plain: Plain) -> Floats:
        """The outputs for one message, shape (columns,)."""
        indices, values, _ = self.terms(plain)
        return self.weigh(indices, values)

    def weigh(self, indices: NDArray[np.int64], values: Floats) -> Floats:
        """The outputs for terms that are counted already, shape (columns,)."""
        return np.asarray(values @ self.weights[indices] + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class EmotionHeads:
    """The heads of one training run: two learned from public comments, one from support messages on top of them.

    Columns of ``messages``: the ten emotions, then strength, urgency, fatigue. Shapes: features (width, 13), comments (10, 13), signs (signs, 13).
    ``encoder`` names the one whose ``features`` they weigh; without one the heads read letters and signs alone. Logits are divided by
    ``temperature``, so that shares mean what they say.
    """

    comments: dict[str, GramHead]
    messages: GramHead
    features: Floats | None
    stacked: Floats
    signs: Floats
    sign_names: tuple[str, ...]
    temperature: float
    digest: str
    encoder: str = ""


def load_heads(path: Path | None = None, *, encoder: str = "") -> EmotionHeads:
    """The heads at ``path``, or those that come with the package: those for this encoder, or for none. Raises HeadsUnusable."""
    source = path or Path(str(files("dajeong.understanding") / "heads" / FILE))
    try:
        raw = source.read_bytes()
        with np.load(source, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        heads = _unpacked(arrays, hashlib.sha256(raw).hexdigest()[:8], "" if encoder else BARE)
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise HeadsUnusable(
            f"The emotion heads '{source.name}' cannot be read ({type(error).__name__}): "
            "make them again with `python -m dajeong.learning.heads --data PATH`."
        ) from error
    if heads.encoder != encoder:
        raise HeadsUnusable(
            f"The emotion heads '{source.name}' were made for the encoder '{heads.encoder}', not for '{encoder}': train them again."
        )
    return heads


def _unpacked(arrays: dict[str, NDArray[np.generic]], digest: str, kind: str) -> EmotionHeads:
    return EmotionHeads(
        comments={language: _gram_head(arrays, f"comments_{language}", "") for language in ("ko", "en")},
        messages=_gram_head(arrays, "messages", kind),
        features=None if kind else _floats(arrays["features"]),
        stacked=_floats(arrays[f"{kind}stacked"]),
        signs=_floats(arrays[f"{kind}signs"]),
        sign_names=tuple(_words(arrays["sign_names"])),
        temperature=float(_floats(arrays[f"{kind}temperature"])[0]),
        digest=digest,
        encoder="" if kind else _words(arrays["encoder"])[0],
    )


def _gram_head(arrays: dict[str, NDArray[np.generic]], name: str, kind: str) -> GramHead:
    words = _words(arrays[f"{name}_vocabulary"])
    return GramHead(
        vocabulary={word: i for i, word in enumerate(words)},
        idf=_floats(arrays[f"{name}_idf"]),
        weights=_floats(arrays[f"{kind}{name}_weights"]),
        bias=_floats(arrays[f"{kind}{name}_bias"]),
    )


def _floats(array: NDArray[np.generic]) -> Floats:
    return np.ascontiguousarray(array, dtype=np.float32)


def _words(array: NDArray[np.generic]) -> list[str]:
    """Words are stored as UTF-8 bytes joined by newlines: no pickle, a fraction of the size of fixed-width strings."""
    return array.tobytes().decode("utf-8").split("\n")
