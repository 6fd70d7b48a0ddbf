"""The inside of a training process: reads one order from standard input, and writes each step as a JSON line."""

import json
import os
import sys
from pathlib import Path

from dajeong.errors import DajeongError
from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.evaluation import corpus_samples
from dajeong.learning.following import open_version
from dajeong.learning.making import Made, Making, make_version
from dajeong.learning.registry import Registry
from dajeong.learning.retraining import Order
from dajeong.learning.team_labels import TeamSource
from dajeong.learning.training import CorpusMessages, LabelSource, Progress, SeedMessages
from dajeong.understanding import ContextEncoder, TrainedReader
from dajeong.understanding.e5 import shared_encoder

# Customers who write meanwhile come first.
PATIENCE = 10


def retrain(order: Order, progress: Progress) -> Made:
    """Make the version. Raises what `make_version` raises."""

    def load(path: Path | None, encoder: ContextEncoder | None = None) -> TrainedReader:
        if not order.vectors:
            return TrainedReader.load(path, vectors=False)
        return TrainedReader.load(path, encoder=encoder or shared_encoder(order.encoder))

    registry = Registry(order.models)
    in_force = open_version(registry, registry.pointer().version, load)
    team = TeamSource(order.labels, in_force, order.at)
    corpus = order.data / "corpus"
    sources: list[LabelSource] = [team]
    measured = {f"{team.name}, not learned from": order.labels.measured} if order.labels.measured else {}
    if corpus.is_dir():
        sources = [SeedMessages(order.data / "seed"), CorpusMessages(corpus), team]
        measured["corpus, held-back split"] = corpus_samples(in_split(read_corpus(corpus), "heldback"))
    making = Making(
        sources=sources,
        labels=(),
        measured=dict(measured),
        encoder=order.encoder,
        by=order.by,
        note=order.note,
        command=order.command,
    )
    return make_version(making, registry, lambda path: load(path, in_force.encoder), at=order.at, progress=progress)


def main() -> None:
    """Work one order off."""
    os.nice(PATIENCE)
    try:
        made = retrain(Order.model_validate_json(sys.stdin.read()), _tell)
        name = made.card.version
        new = f"{name} is made. Nobody reads with it yet: dajeong models promote {name}"
        _tell(new if made.new else f"Nothing new was learned: this is the very model {name}.", state="done")
    except DajeongError as problem:
        _tell(problem.message, state="failed")
    except Exception as problem:
        # The kind only: a foreign error may quote a message, and what is written here ends in the server's log.
        _tell(f"It broke ({type(problem).__name__}). Nothing was kept.", state="failed")


def _tell(detail: str, state: str = "running") -> None:
    sys.stdout.write(json.dumps({"state": state, "detail": detail}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
