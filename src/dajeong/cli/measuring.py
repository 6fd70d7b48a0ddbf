"""One version, or two, measured on the rows somebody asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dajeong.errors import DajeongError
from dajeong.learning.card import Card
from dajeong.learning.corpus import Split, in_split, read_corpus
from dajeong.learning.evaluation import (
    Comparison,
    Evaluation,
    Outcomes,
    Sample,
    compare,
    corpus_samples,
    evaluate,
    read_samples,
)
from dajeong.learning.following import LoadReader, open_version
from dajeong.learning.label_file import BadLabels, read_label_file
from dajeong.learning.registry import Registry
from dajeong.learning.training import kept_back
from dajeong.understanding import TrainedReader

_SPLITS: dict[str, tuple[Split, str]] = {
    "corpus": ("heldback", "corpus, held-back split"),
    "tune": ("tune", "corpus, tune split"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which version (and against which other one), on which rows; whether words may be shown."""

    version: str
    against: str | None
    on: str
    corpus: Path
    all_rows: bool
    words: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it, with the card of the version."""

    evaluation: Evaluation
    comparison: Comparison | None
    card: Card


def measure(
    asked: Asked, registry: Registry, load: LoadReader, *, at: datetime, progress: Callable[[str], None]
) -> Measured:
    """Measure. Raises UnknownModel, ModelUnusable, BadLabels, BadCorpus."""
    samples, name = _samples(asked)
    # The words of the tune split are there to learn from; held-back rows stay unread, and a file holds customers' words.
    words = asked.words or asked.on == "tune"
    reader = open_version(registry, asked.version, load)
    outcomes = _read(reader, samples, asked.version, at, progress)
    comparison = None
    if asked.against is not None:
        other = open_version(registry, asked.against, load, reader.encoder)
        before = _read(other, samples, asked.against, at, progress)
        comparison = compare(before, outcomes, against=asked.against, version=asked.version, words=words)
    evaluation = evaluate(outcomes, version=asked.version, reader=reader.name, on=name, at=at, words=words)
    return Measured(evaluation, comparison, registry.read(asked.version))


def _samples(asked: Asked) -> tuple[tuple[Sample, ...], str]:
    """The rows, and what they are called."""
    if asked.on in _SPLITS:
        if not asked.corpus.is_dir():
            raise MissingCorpus(
                f"There is no folder {asked.corpus}. Run this in the project's folder, name the corpus with --corpus, "
                "or measure on a file of your own with --on."
            )
        split, name = _SPLITS[asked.on]
        rows = in_split(read_corpus(asked.corpus), split)
        if not rows:
            raise MissingCorpus(f"The corpus in {asked.corpus} has no message in its split '{split}' to measure on.")
        return corpus_samples(rows), name
    path = Path(asked.on)
    samples = read_label_file(path)
    if asked.all_rows:
        return samples, path.name
    unseen = tuple(sample for sample in samples if kept_back(sample))
    if not unseen:
        raise BadLabels(
            f"None of the {len(samples)} messages of {path.name} is in the fifth that is kept back from training. "
            "Label more, or measure on all of them with --all if nothing was trained on this file."
        )
    return unseen, f"{path.name}, the {len(unseen)} of {len(samples)} messages kept back from training"


class MissingCorpus(DajeongError):
    """The corpus is not where it was looked for."""

    code = "missing_corpus"
    status = 422


def _read(
    reader: TrainedReader,
    samples: tuple[Sample, ...],
    version: str,
    at: datetime,
    progress: Callable[[str], None],
) -> Outcomes:
    progress(f"Reading {len(samples)} messages with {version} ...")
    return read_samples(reader, samples, now=at)
