"""The rows of `./run bench understanding`: what is measured, by which function, and what it should reach."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import numpy as np

from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.evaluation import Outcomes, corpus_samples, read_samples
from dajeong.learning.evaluation.bootstrap import Interval
from dajeong.learning.evaluation.evaluation import Figures, figures_of
from dajeong.learning.faithfulness import faithfulness
from dajeong.learning.intents import intent_figures
from dajeong.learning.public import DeepEncoder, Progress, deep_encoder, go_emotions_figure, kote_figure
from dajeong.understanding import TrainedReader
from dajeong.understanding.e5 import build, installed_weights, shared_encoder

_CORPUS = Path(__file__).resolve().parents[1] / "data" / "corpus"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the table. ``below``: the smaller, the better. ``note`` stands where there is no interval."""

    what: str
    value: float
    target: float | None = None
    low: float | None = None
    high: float | None = None
    below: bool = False
    unit: str = ""
    note: str = ""


@dataclass
class Place:
    """Where everything is: the public sets (None: not given), the built encoder, vectors that are kept; what several rows need once."""

    data: Path | None
    encoder_folder: Path
    kept: Path
    progress: Progress

    @property
    def public(self) -> Path:
        """The folder of the public sets; only rows that are public ask for it."""
        assert self.data is not None
        return self.data

    @cached_property
    def deep(self) -> DeepEncoder:
        """The encoder with its middle layers; built first where it is not there."""
        build(installed_weights(), self.encoder_folder, _told)
        return deep_encoder(self.encoder_folder)

    @cached_property
    def heldback(self) -> Outcomes:
        """The held-back split, read with what was said before each message, as a running server reads."""
        samples = corpus_samples(in_split(read_corpus(_CORPUS), "heldback"))
        return read_samples(TrainedReader.load(), samples, now=datetime.now(UTC), progress=self.progress)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may be asked for by its key; ``public``: it needs the public sets."""

    key: str
    public: bool
    measure: Callable[[Place], Iterator[Figure]]


def kote(place: Place) -> Iterator[Figure]:
    """Korean comments."""
    found = kote_figure(place.public, place.deep, place.kept, place.progress)
    yield _sure("KOTE, ten emotions, five fifths, macro AUROC (encoder as it is)", found, 0.815)


def go_emotions(place: Place) -> Iterator[Figure]:
    """English comments."""
    found = go_emotions_figure(place.public, place.deep, place.kept, place.progress)
    yield _sure("GoEmotions, 28 labels, its own test split, macro F1", found, 0.49)


def intents(place: Place) -> Iterator[Figure]:
    """What customers want, on every public set of intents, by the head every playbook gets."""
    for figure in intent_figures(place.public, shared_encoder(place.encoder_folder, _told), place.kept, place.progress):
        yield _sure(figure.what, figure.found, figure.target)


def own(place: Place) -> Iterator[Figure]:
    """The project's own messages that nothing has learned from, through the reader as it ships."""
    korean = _language(place.heldback, "ko")
    yield _sure(f"own held-back Korean ({korean.rows}), dominant of ten", korean.accuracy, 0.75)
    yield _sure(f"own held-back Korean ({korean.rows}), group of four", korean.group_accuracy, 0.88)
    error = korean.calibration_error
    yield _sure("own held-back Korean, calibration error, 10 equal bins", error, 0.07, below=True)
    english = _language(place.heldback, "en")
    yield _sure(f"own held-back English ({english.rows}), dominant of ten", english.accuracy, None)
    yield _sure(f"own held-back English ({english.rows}), group of four", english.group_accuracy, None)
    yield _sure("own held-back English, calibration error", english.calibration_error, None, below=True)


def cost(place: Place) -> Iterator[Figure]:
    """Processor time and memory of one reading after another, each kind of reader in a process of its own."""
    for kind, most, longer, memory in (("full", 10.0, 15.0, 450.0), ("light", 1.0, None, 200.0)):
        done = subprocess.run(
            [sys.executable, "-m", "bench.reading", kind], capture_output=True, text=True, check=True, timeout=600
        )
        found = json.loads(done.stdout)
        for characters, target in ((30, most), (75, longer)):
            half, late = found[str(characters)]
            what = f"reader '{kind}', {characters} characters, 80 intents, processor, median"
            yield Figure(what, half, target, below=True, unit="ms", note=f"95 %: {late:.1f}")
            half, late = found[f"{characters} after"]
            yield Figure(f"{what}, in a conversation", half, target, below=True, unit="ms", note=f"95 %: {late:.1f}")
        yield Figure(f"reader '{kind}', memory of its process", found["memory"], memory, below=True, unit="MB")


def evidence(place: Place) -> Iterator[Figure]:
    """Whether what is shown is what a reading hangs on."""
    for language in ("ko", "en"):
        rows = [row for row in in_split(read_corpus(_CORPUS), "heldback") if row.language == language]
        found = faithfulness(TrainedReader.load(), corpus_samples(rows))
        what = f"evidence, held-back {language} ({found.messages}): fall without what is shown, in falls without as much elsewhere"
        yield Figure(what, found.ratio, 2.0, found.low, found.high)
        yield Figure(f"evidence, {language}: share of the characters shown", found.shown, 0.3, below=True)


def _told(step: str) -> None:
    print(f"bench: {step}", file=sys.stderr)


def _language(outcomes: Outcomes, language: str) -> Figures:
    return figures_of(outcomes.only(np.array([sample.language == language for sample in outcomes.samples])))


def _sure(what: str, found: Interval, target: float | None, *, below: bool = False) -> Figure:
    return Figure(what, found.value, target, found.low, found.high, below)


ROWS = (
    Row("kote", True, kote),
    Row("own", False, own),
    Row("evidence", False, evidence),
    Row("goemotions", True, go_emotions),
    Row("intents", True, intents),
    Row("cost", False, cost),
)
