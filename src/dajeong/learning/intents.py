"""Measures the intent head on public sets: `python -m dajeong.learning.intents --data PATH`."""

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from dajeong.understanding import Encoder, UseEncoder, train_intents
from dajeong.understanding.e5 import E5Encoder, PairEncoder

# A message and its intent; None is for what no intent fits.
Example = tuple[str, str | None]


def measure_intents(learn: Sequence[Example], asked: Sequence[Example], encoder: Encoder, shots: int) -> str:
    """One line: right top intent, answered and right, and refused, after learning from ``shots`` examples of each intent."""
    chosen: dict[str, list[str]] = {}
    for text, intent in random.Random(0).sample(list(learn), len(learn)):
        if intent is not None and len(chosen.setdefault(intent, [])) < shots:
            chosen[intent].append(text)
    model = train_intents(chosen, encoder)
    top, answered, refused, also = [], [], [], []
    for text, intent in asked:
        ranked = model.predict(text)
        if intent is None:
            refused.append(ranked.intent is None)
            continue
        also.append(bool(ranked.also))
        best = ranked.intent or (ranked.runners_up[0].intent if ranked.runners_up else None)
        top.append(best == intent)
        answered.append((ranked.intent is not None, ranked.intent == intent))
    given, right = np.mean(answered, axis=0)
    line = f"{len(chosen)} intents, {shots} examples each: top-1 {np.mean(top):.3f}, answered {given:.3f}, answered right {right:.3f}, "
    line += f"a second matter heard in {np.mean(also):.3f}"
    return line + (f", unknown refused {np.mean(refused):.3f} of {len(refused)}" if refused else "")


def _read(path: Path) -> list[Example]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(row["text"], row["intent"]) for row in map(json.loads, lines)]


def _measurements(data: Path, encoder: Encoder) -> Iterator[str]:
    clinc = _read(data / "clinc150" / "train.jsonl.gz")
    unknown = _read(data / "clinc150" / "oos_val.jsonl.gz") + _read(data / "clinc150" / "oos_train.jsonl.gz")
    # BANKING77 has no split of its own here: every eighth row is asked, the others are learned from.
    banking = _read(data / "banking77" / "train.jsonl.gz")
    yield "BANKING77, " + measure_intents(
        [row for i, row in enumerate(banking) if i % 8],
        banking[::8] + [(text, None) for text, _ in clinc[::40]],
        encoder,
        10,
    )
    for shots in (10, 20):
        asked = _read(data / "clinc150" / "val.jsonl.gz") + unknown
        yield "CLINC150 validation, " + measure_intents(clinc, asked, encoder, shots)
    shop = data / "hint3-sofmattress"
    yield "HINT3 SOFMattress, " + measure_intents(
        _read(shop / "train.jsonl.gz"), _read(shop / "test.jsonl.gz"), encoder, 50
    )


def main() -> None:
    """Prints a line per set. Nothing that is learned here is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with banking77/, clinc150/, hint3-sofmattress/"
    )
    parser.add_argument("--encoder", choices=("use", "e5", "both"), default="use", help="whose vectors to learn from")
    parser.add_argument("--folder", type=Path, help="folder of `dajeong build-encoder`, for e5 and both")
    given = parser.parse_args()
    if given.encoder != "use" and given.folder is None:
        parser.error("--folder is needed for this encoder")
    for line in _measurements(given.data, _encoder(given.encoder, given.folder)):
        print(line, flush=True)


def _encoder(which: str, folder: Path) -> Encoder:
    if which == "use":
        return UseEncoder()
    return E5Encoder(folder) if which == "e5" else PairEncoder(UseEncoder(), E5Encoder(folder))


if __name__ == "__main__":
    main()
