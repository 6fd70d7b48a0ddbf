"""From labelled messages to a model file: what is learned from, whether it is enough, and the one call that learns."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, Protocol

from dajeong.conversation.reading import EMOTIONS
from dajeong.errors import DajeongError
from dajeong.learning.card import NOTICES, Source, file_sha256
from dajeong.learning.comments import load_go_emotions, load_kote
from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.evaluation.sample import Sample, fingerprint_of
from dajeong.learning.label_file import BadLabels, read_label_file
from dajeong.learning.messages import Labelled, from_corpus, load_messages
from dajeong.understanding import ContextEncoder, Heard, Reader
from dajeong.understanding.e5 import is_installed

Progress = Callable[[str], None]
# With fewer, an emotion is only guessed.
FEWEST_OF_EACH = 10
# With fewer, the fifth that is kept back to measure on says nothing.
FEWEST_LABELS = 20
_KEPT_BACK = 5
OWN = "Apache-2.0, written for this project"


class CannotTrain(DajeongError):
    """Nothing can be learned with what is there; the message says what is missing. Nothing was changed."""

    code: ClassVar[str] = "cannot_train"
    status: ClassVar[int] = 422


class LabelSource(Protocol):
    """Where labelled messages come from: a file, the corpus, the labelling queue."""

    @property
    def name(self) -> str:
        """What the card calls it."""
        ...

    @property
    def licence(self) -> str:
        """What its messages may be used for."""
        ...

    def rows(self) -> Sequence[Labelled]:
        """Return what may be learned from, tokenised. Raises a DajeongError that names the place."""
        ...


@dataclass(frozen=True, slots=True)
class SeedMessages:
    """The project's first messages."""

    folder: Path
    name: str = "seed messages"
    licence: str = OWN

    def rows(self) -> Sequence[Labelled]:
        """Return all of them. Raises BadMessages."""
        return load_messages(self.folder)


@dataclass(frozen=True, slots=True)
class CorpusMessages:
    """The train split of the corpus; no other split is ever learned from."""

    folder: Path
    name: str = "corpus, train split"
    licence: str = OWN

    def rows(self) -> Sequence[Labelled]:
        """Return the rows of the split. Raises BadCorpus."""
        return from_corpus(in_split(read_corpus(self.folder), "train"))


class LabelFile:
    """A team's file of labels: four fifths to learn from, and the same fifth kept back each time to measure on."""

    licence = "the team's own"

    def __init__(self, path: Path, reader: Reader, now: datetime) -> None:
        self.name = path.name
        self._samples = read_label_file(path)
        self._reader = reader
        self._now = now

    def rows(self) -> Sequence[Labelled]:
        """Return what is not kept back; a scale nobody labelled is what the present model reads, so nothing is unlearned."""
        return [learnable(sample, self._reader, self._now) for sample in self._samples if not kept_back(sample)]

    @property
    def samples(self) -> tuple[Sample, ...]:
        """All labelled messages, with those kept back."""
        return self._samples

    @property
    def kept_back(self) -> tuple[Sample, ...]:
        """The rows no version ever learns from."""
        return tuple(sample for sample in self._samples if kept_back(sample))


def kept_back(sample: Sample) -> bool:
    """Whether a row is in the fifth that is never learned from: by its letters alone, so that it stays there for ever."""
    letters = "".join(character for character in sample.text.lower() if character.isalnum())
    return hashlib.sha256(letters.encode()).digest()[0] % _KEPT_BACK == 0


def learnable(sample: Sample, reader: Reader, now: datetime) -> Labelled:
    """Return a sample as a training row; ``reader`` fills in the scales that were not labelled."""
    heard = tuple(Heard(by=by, text=text) for by, text in sample.history)
    read = reader.read(sample.text, history=heard, intents=None, patterns={}, now=now)
    return Labelled(
        situation=sample.situation,
        emotion=sample.emotion,
        strength=read.emotion.strength if sample.strength is None else sample.strength,
        urgency=read.urgency if sample.urgency is None else sample.urgency,
        fatigue=read.fatigue if sample.fatigue is None else sample.fatigue,
        text=" ".join(sample.text.split()),
        language=sample.language,
        history=sample.history,
    )


def gather(sources: Sequence[LabelSource]) -> tuple[list[Labelled], tuple[Source, ...]]:
    """Return all rows and the record of where they came from. Raises CannotTrain when an emotion has too few."""
    messages: list[Labelled] = []
    recorded = []
    for source in sources:
        rows = source.rows()
        recorded.append(Source(name=source.name, rows=len(rows), sha256=fingerprint_of(rows), licence=source.licence))
        messages += rows
    counted = Counter(row.emotion for row in messages)
    few = [f"{emotion} ({counted[emotion]})" for emotion in EMOTIONS if counted[emotion] < FEWEST_OF_EACH]
    if few:
        raise CannotTrain(
            f"At least {FEWEST_OF_EACH} messages of each emotion are needed. Too few: {', '.join(few)}. Nothing was changed."
        )
    return messages, tuple(recorded)


def check_labels(labels: Sequence[LabelFile]) -> None:
    """Raise CannotTrain when the files hold too few rows to learn from and to measure on, BadLabels when two contradict."""
    samples = [sample for source in labels for sample in source.samples]
    if labels and len(samples) < FEWEST_LABELS:
        raise CannotTrain(
            f"{', '.join(source.name for source in labels)}: {len(samples)} labelled messages; at least {FEWEST_LABELS} are "
            "needed, because a fifth is kept back to measure on. Nothing was changed."
        )
    seen: dict[tuple[object, str], Sample] = {}
    for sample in samples:
        first = seen.setdefault((sample.history, " ".join(sample.text.split())), sample)
        if first.emotion != sample.emotion:
            raise BadLabels(
                f"{sample.id}: the same message as in {first.id} with another emotion; keep one of them. Nothing was changed."
            )


def check_installed() -> None:
    """Raise CannotTrain when the library that learns is missing, or the encoder: a version serves both kinds of reader."""
    if not is_installed():
        raise CannotTrain(
            "Training needs the encoder: install dajeong with its extra `full` (pip install 'dajeong[full]')."
        )
    if find_spec("sklearn") is None:
        raise CannotTrain(
            "Training needs scikit-learn: install dajeong with its extra `learn` (pip install 'dajeong[learn]')."
        )


def public_sources(folder: Path) -> tuple[Source, ...]:
    """Return the record of the public comments in ``folder``. Raises DataMissing, or CannotTrain for rows of another shape."""
    found = []
    for name, inside, load, licence in (
        ("KOTE, validation split", "kote.jsonl.gz", load_kote, NOTICES[0]),
        ("GoEmotions, training split", "goemotions-en/train.jsonl.gz", load_go_emotions, NOTICES[1]),
    ):
        try:
            rows = len(load(folder)[0])
            found.append(Source(name=name, rows=rows, sha256=file_sha256(folder / inside), licence=licence))
        except (KeyError, TypeError, AttributeError):
            raise CannotTrain(
                f"{inside} in the folder of public data: each row needs a text and labels. Nothing was changed."
            ) from None
    return tuple(found)


def train_model(
    messages: Sequence[Labelled],
    out: Path,
    *,
    parent: Path,
    comments: Path | None,
    encoder: ContextEncoder,
    progress: Progress,
) -> None:
    """Learn from ``messages`` and write the model file ``out``. Deterministic.

    What is learned from public comments is learned anew when their folder is given, else taken over from ``parent``; so is the
    temperature, which belongs to messages that nothing was learned from.
    """
    # The only place that knows how heads are trained and stored. scikit-learn takes a while to load.
    from dajeong.learning.heads import comment_heads, message_head, save_heads
    from dajeong.understanding.heads import load_heads

    before, bare_before = load_heads(parent, encoder=encoder.name), load_heads(parent)
    if comments is None:
        heads = before.comments
    else:
        progress("Learning from public comments, about a minute ...")
        heads = comment_heads(comments)
    progress(f"Learning from {len(messages)} messages, about two minutes ...")
    full = message_head(heads, messages, encoder, temperature=before.temperature, progress=progress)
    progress("Learning once more for readers of letters alone ...")
    bare = message_head(heads, messages, None, temperature=bare_before.temperature, progress=progress)
    save_heads(full, bare, out)
