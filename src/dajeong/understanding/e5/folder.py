"""What a built encoder is on disk: six files, each with its hash, and a manifest that is written last."""

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
NAME = "e5-small-2"
FORMAT = 3
MANIFEST = "manifest.json"
LOWER, UPPER, BRANCH, WORDS, VOCABULARY = "lower.onnx", "upper.onnx", "feeling.onnx", "words.npy", "vocabulary.npz"
_HASHED = (LOWER, UPPER, BRANCH, WORDS, VOCABULARY)
FILES = (*_HASHED, MANIFEST)
# What earlier versions wrote beside them: a folder that holds it is an old encoder, and may be built anew.
FORMER_FILES = ("network.onnx",)
_AGAIN = "Build it with `dajeong build-encoder`."


class EncoderUnusable(DajeongError):
    """The built encoder is missing, cut short, changed, or of another version."""

    code = "encoder_unusable"
    status = 500


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kept pieces and what else the network needs beside its words. Ids are rows of the word table.

    ``positions``: (positions, hidden). ``centre``: (hidden,), what the vectors of everyday sentences have in common;
    ``middle_centre`` the same half-way up. ``sides``: (2, hidden), the marks of what was said before.
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
    middle_centre: Floats
    sides: Floats


@dataclass(frozen=True, slots=True)
class Parts:
    """A built encoder, read and checked: its networks as ONNX, and its words as a memory map, (words, blocks, 18)."""

    name: str
    lower: bytes
    upper: bytes
    branch: bytes
    words: Packed
    vocabulary: Vocabulary


def write_parts(folder: Path, parts: Parts, source_sha256: str, feeling_sha256: str) -> None:
    """Write the files, then the manifest with their hashes. A folder without a manifest is no encoder."""
    for name, network in ((LOWER, parts.lower), (UPPER, parts.upper), (BRANCH, parts.branch)):
        (folder / name).write_bytes(network)
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
            middle_centre=vocabulary.middle_centre,
            sides=vocabulary.sides,
        )
    manifest = {
        "format": FORMAT,
        "name": NAME,
        "source_sha256": source_sha256,
        "feeling_sha256": feeling_sha256,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _HASHED},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    for name in FILES:
        with (folder / name).open("rb") as file:
            os.fsync(file.fileno())


def name_of(feeling_sha256: str) -> str:
    """What an encoder tuned like this is called: heads made for one do not fit another."""
    return f"{NAME}-{feeling_sha256[:6]}"


def check_folder(folder: Path, feeling_sha256: str) -> None:
    """Return when the folder holds a whole encoder of this version, tuned as ``feeling_sha256`` says. Raises EncoderUnusable."""
    manifest = _manifest(folder)
    told = (manifest.get("format"), manifest.get("name"), manifest.get("feeling_sha256"))
    if told != (FORMAT, NAME, feeling_sha256):
        raise EncoderUnusable(f"The encoder in '{folder.name}' was built by another version. {_AGAIN}")
    files = manifest.get("files")
    for name in _HASHED:
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise EncoderUnusable(f"The encoder's file '{name}' cannot be read. {_AGAIN}") from error
        if not isinstance(files, dict) or found != files.get(name):
            raise EncoderUnusable(f"The encoder's file '{name}' was cut short or changed. {_AGAIN}")


def read_parts(folder: Path, feeling_sha256: str) -> Parts:
    """The encoder in the folder. Raises EncoderUnusable."""
    check_folder(folder, feeling_sha256)
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
        middle_centre=arrays["middle_centre"],
        sides=arrays["sides"],
    )
    words = np.load(folder / WORDS, mmap_mode="r", allow_pickle=False)
    lower, upper, branch = ((folder / name).read_bytes() for name in (LOWER, UPPER, BRANCH))
    return Parts(name_of(feeling_sha256), lower, upper, branch, words, vocabulary)


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
