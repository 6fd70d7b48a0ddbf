"""What a built encoder is on disk: four files, each with its hash, and a manifest that is written last."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dajeong.errors import DajeongError
from dajeong.understanding.e5.weights import Floats, Packed

# Heads trained on one encoder do not fit another: this changes whenever a vector would.
NAME = "e5-small-1"
FORMAT = 1
MANIFEST = "manifest.json"
NETWORK, WORDS, VOCABULARY = "network.onnx", "words.npy", "vocabulary.npz"
_HASHED = (NETWORK, WORDS, VOCABULARY)
FILES = (*_HASHED, MANIFEST)
_AGAIN = "Build it with `dajeong build-encoder`."


class EncoderUnusable(DajeongError):
    """The built encoder is missing, cut short, changed, or of another version."""

    code = "encoder_unusable"
    status = 500


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kept pieces and what else the network needs beside its words. Ids are rows of the word table.

    ``positions``: (positions, hidden). ``centre``: (hidden,), what the vectors of everyday sentences have in common.
    """

    texts: tuple[str, ...]
    scores: Floats
    rarest: float
    bos: int
    eos: int
    unk: int
    normal: Mapping[int, str]
    positions: Floats
    centre: Floats


@dataclass(frozen=True, slots=True)
class Parts:
    """A built encoder, read and checked. ``words`` is a memory map, (words, blocks, 18)."""

    network: bytes
    words: Packed
    vocabulary: Vocabulary


def write_parts(folder: Path, parts: Parts, source_sha256: str) -> None:
    """Write the files, then the manifest with their hashes. A folder without a manifest is no encoder."""
    (folder / NETWORK).write_bytes(parts.network)
    np.save(folder / WORDS, parts.words, allow_pickle=False)
    vocabulary = parts.vocabulary
    with (folder / VOCABULARY).open("wb") as file:
        np.savez(
            file,
            texts=_bytes("\n".join(vocabulary.texts)),
            scores=vocabulary.scores,
            own=np.array([vocabulary.bos, vocabulary.eos, vocabulary.unk], dtype=np.int64),
            rarest=np.array([vocabulary.rarest], dtype=np.float64),
            normal=_bytes(json.dumps({str(point): text for point, text in vocabulary.normal.items()})),
            positions=vocabulary.positions,
            centre=vocabulary.centre,
        )
    manifest = {
        "format": FORMAT,
        "name": NAME,
        "source_sha256": source_sha256,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _HASHED},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    for name in FILES:
        with (folder / name).open("rb") as file:
            os.fsync(file.fileno())


def check_folder(folder: Path) -> None:
    """Return when the folder holds a whole encoder of this version. Raises EncoderUnusable, naming the file at fault."""
    manifest = _manifest(folder)
    if manifest.get("format") != FORMAT or manifest.get("name") != NAME:
        raise EncoderUnusable(f"The encoder in '{folder.name}' was built by another version. {_AGAIN}")
    files = manifest.get("files")
    for name in _HASHED:
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise EncoderUnusable(f"The encoder's file '{name}' cannot be read. {_AGAIN}") from error
        if not isinstance(files, dict) or found != files.get(name):
            raise EncoderUnusable(f"The encoder's file '{name}' was cut short or changed. {_AGAIN}")


def read_parts(folder: Path) -> Parts:
    """The encoder in the folder. Raises EncoderUnusable."""
    check_folder(folder)
    with np.load(folder / VOCABULARY, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    bos, eos, unk = (int(own) for own in arrays["own"])
    normal = json.loads(arrays["normal"].tobytes())
    vocabulary = Vocabulary(
        texts=tuple(arrays["texts"].tobytes().decode("utf-8").split("\n")),
        scores=arrays["scores"],
        rarest=float(arrays["rarest"][0]),
        bos=bos,
        eos=eos,
        unk=unk,
        normal={int(point): text for point, text in normal.items()},
        positions=arrays["positions"],
        centre=arrays["centre"],
    )
    words = np.load(folder / WORDS, mmap_mode="r", allow_pickle=False)
    return Parts((folder / NETWORK).read_bytes(), words, vocabulary)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise EncoderUnusable(f"There is no built encoder in '{folder.name}'. {_AGAIN}") from None
    except (OSError, ValueError) as error:
        raise EncoderUnusable(f"The encoder's file '{MANIFEST}' cannot be read. {_AGAIN}") from error
    if not isinstance(found, dict):
        raise EncoderUnusable(f"The encoder's file '{MANIFEST}' says nothing that is known here. {_AGAIN}")
    return found


def _bytes(text: str) -> Packed:
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
