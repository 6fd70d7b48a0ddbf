"""Makes heads/feeling.npz: `python -m tools.tuning`. Needs torch 2.13.0, which nothing else here does: install it by hand."""

import argparse
from functools import partial
from pathlib import Path

import torch

from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.corpus_report import read_second_labels
from dajeong.learning.messages import load_messages
from dajeong.understanding.e5 import installed_weights
from dajeong.understanding.e5.build import assemble
from dajeong.understanding.e5.encoder import E5Encoder
from dajeong.understanding.e5.feeling import FILE, save_feeling, untuned
from dajeong.understanding.e5.weights import read_known_weights
from tools.tuning import TunedLayers, examples, tune


def main() -> None:
    """Tune on the seed messages and the train split; `python -m dajeong.learning.heads` then learns on top and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=Path, default=Path("data/seed"), help="folder of the seed messages")
    parser.add_argument("--corpus", type=Path, default=Path("data/corpus"), help="folder of the corpus")
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--middle", type=int, default=8, help="how many layers stay as they are")
    parser.add_argument("--rank", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    tell = partial(print, flush=True)
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    weights = read_known_weights(installed_weights())
    encoder = E5Encoder.of(assemble(weights, untuned(weights, given.middle), "untuned"))
    again = read_second_labels(given.corpus)
    rows = examples(load_messages(given.messages), in_split(read_corpus(given.corpus), "train"), again, encoder, tell)
    layers = TunedLayers(weights, given.middle, given.rank)
    tune(layers, rows, epochs=given.epochs, rate=given.rate, seed=given.seed, tell=tell)
    save_feeling(layers.feeling(), given.out)


if __name__ == "__main__":
    main()
