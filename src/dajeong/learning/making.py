"""A new version from beginning to end: gather, learn, measure on what was not learned from, keep. Nobody reads with it yet."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version as package_version
from pathlib import Path

import numpy as np

from dajeong.learning.card import NOTICES, Card, file_sha256
from dajeong.learning.evaluation import Outcomes, Sample, read_samples
from dajeong.learning.evaluation.evaluation import Figures, figures_of
from dajeong.learning.registry import Registry
from dajeong.learning.training import (
    LabelFile,
    LabelSource,
    Progress,
    check_installed,
    check_labels,
    gather,
    public_sources,
    train_model,
)
from dajeong.understanding import Reader
from dajeong.understanding.e5 import shared_encoder

# Opens the model at a path as the server would.
OpenReader = Callable[[Path], Reader]


@dataclass(frozen=True, slots=True)
class Making:
    """What a version is made from, and who makes it why. ``encoder`` is the folder of the built one, if not the usual place."""

    sources: Sequence[LabelSource]
    labels: Sequence[LabelFile]
    measured: dict[str, Sequence[Sample]]
    comments: Path | None = None
    encoder: Path | None = None
    by: str = ""
    note: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The card of what was made, and its figures. Not ``new``: these very heads were there already, under the card's name."""

    card: Card
    figures: dict[str, Figures]
    new: bool


def make_version(
    making: Making, registry: Registry, open_reader: OpenReader, *, at: datetime, progress: Progress
) -> Made:
    """Make a version and keep it. Raises CannotTrain, BadLabels, ModelUnusable ...; then nothing changed."""
    check_installed()
    check_labels(making.labels)
    parent = registry.pointer().version
    parent_file = registry.model_file(parent)
    public = public_sources(making.comments) if making.comments is not None else ()
    messages, sources = gather([*making.sources, *making.labels])
    with tempfile.TemporaryDirectory(prefix="dajeong-") as folder:
        model = Path(folder) / "model.npz"
        train_model(
            messages,
            model,
            parent=parent_file,
            comments=making.comments,
            encoder=shared_encoder(making.encoder, progress),
            progress=progress,
        )
        progress("Measuring on messages it has not seen ...")
        reader = open_reader(model)
        sha256 = file_sha256(model)
        card = Card(
            version=f"{at:%Y-%m-%d}-{sha256[:8]}",
            sha256=sha256,
            size=model.stat().st_size,
            made_at=at,
            by=making.by,
            note=making.note,
            command=making.command,
            parent=parent,
            package=package_version("dajeong"),
            sources=(*public, *sources),
            figures=measured(reader, _rows_to_measure(making), at),
            notices=NOTICES,
        )
        kept = registry.add(model, card)
        return Made(kept, card.figures, new=kept.made_at == at)


def measured(reader: Reader, sets: dict[str, Sequence[Sample]], now: datetime) -> dict[str, Figures]:
    """Return the figures of each set, and of each language where a set has both."""
    found: dict[str, Figures] = {}
    for name, samples in sets.items():
        outcomes = read_samples(reader, samples, now=now)
        languages = sorted({sample.language for sample in samples})
        for language in languages:
            title = f"{name}, {language}" if len(languages) > 1 else name
            found[title] = figures_of(_in_language(outcomes, language))
    return found


def _rows_to_measure(making: Making) -> dict[str, Sequence[Sample]]:
    own = {f"{source.name}, kept back": source.kept_back for source in making.labels if source.kept_back}
    return {**making.measured, **own}


def _in_language(outcomes: Outcomes, language: str) -> Outcomes:
    return outcomes.only(np.array([sample.language == language for sample in outcomes.samples]))
