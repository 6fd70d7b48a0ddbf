"""A new version from labels to a card, on a few dozen rows."""

import gzip
import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from dajeong.learning.card import SHIPPED, file_sha256
from dajeong.learning.comments import DataMissing
from dajeong.learning.corpus import in_split, read_corpus
from dajeong.learning.evaluation import corpus_samples
from dajeong.learning.following import open_version
from dajeong.learning.label_file import BadLabels
from dajeong.learning.making import Made, Making, make_version
from dajeong.learning.registry import Registry
from dajeong.learning.training import (
    CannotTrain,
    CorpusMessages,
    LabelFile,
    SeedMessages,
    check_labels,
    gather,
    kept_back,
)
from dajeong.understanding import TrainedReader
from tests.learning.models import NOON
from tests.learning.small_data import small_corpus, small_labels, small_messages


def load(path: Path | None, encoder: object = None) -> TrainedReader:
    return TrainedReader.load(path)


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return Registry(tmp_path / "models")


@pytest.fixture
def make(registry: Registry, tmp_path: Path) -> Callable[..., Made]:
    corpus, messages = small_corpus(tmp_path / "corpus"), small_messages(tmp_path / "seed")

    def made(labels: Path | None = None, comments: Path | None = None) -> Made:
        reader = load(None)
        making = Making(
            sources=[SeedMessages(messages), CorpusMessages(corpus)],
            labels=[LabelFile(labels, reader, NOON)] if labels else [],
            measured={"held back": corpus_samples(in_split(read_corpus(corpus), "heldback"))},
            comments=comments,
            by="Mina",
            note="first",
            command="dajeong train",
        )
        return make_version(making, registry, load, at=NOON, progress=lambda step: None)

    return made


def test_a_version_knows_what_it_was_made_from_and_how_well_it_reads(
    make: Callable[..., Made], registry: Registry, tmp_path: Path
) -> None:
    made = make(small_labels(tmp_path / "labels.tsv"))
    card = registry.read(made.card.version)
    assert made.new and card == made.card
    assert card.version == f"2026-11-23-{card.sha256[:8]}"
    assert card.sha256 == file_sha256(registry.model_file(card.version))
    assert (card.parent, card.by, card.note, card.command, card.made_at) == (
        SHIPPED,
        "Mina",
        "first",
        "dajeong train",
        NOON,
    )
    rows = {source.name: source.rows for source in card.sources}
    assert rows["seed messages"] == 60 and rows["corpus, train split"] == 100
    # A fifth of the labels is kept back, and measured on.
    assert rows["labels.tsv"] < 40 and card.figures["labels.tsv, kept back"].rows == 40 - rows["labels.tsv"]
    assert card.figures["held back"].rows == 20
    # Words it was taught are read as they were labelled.
    assert card.figures["held back"].accuracy.value >= 0.8
    assert any("KOTE" in notice for notice in card.notices)
    assert registry.pointer().version == SHIPPED
    registry.promote(card.version, at=NOON)
    assert open_version(registry, card.version, load).name.endswith(card.sha256[:8])


def test_the_same_data_make_the_same_model_and_it_is_kept_once(make: Callable[..., Made], registry: Registry) -> None:
    first, again = make(), make()
    assert first.card.version == again.card.version
    assert registry.names() == (SHIPPED, first.card.version)


def test_more_labels_change_the_fingerprint_of_their_source_only(make: Callable[..., Made], tmp_path: Path) -> None:
    few = make(small_labels(tmp_path / "labels.tsv", 40)).card
    more = make(small_labels(tmp_path / "labels.tsv", 60)).card
    assert few.version != more.version
    same = [one.name for one, other in zip(few.sources, more.sources, strict=True) if one.sha256 == other.sha256]
    assert same == ["seed messages", "corpus, train split"]


def test_too_few_labels_say_how_many_are_needed(make: Callable[..., Made], registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(CannotTrain, match=r"labels\.tsv: 12 labelled messages; at least 20 are needed"):
        make(small_labels(tmp_path / "labels.tsv", 12))
    assert registry.names() == (SHIPPED,)


def test_two_files_that_contradict_each_other_are_both_named(tmp_path: Path) -> None:
    one, other = small_labels(tmp_path / "one.tsv"), tmp_path / "other.tsv"
    other.write_text(one.read_text("utf-8").replace("\tanger", "\tsadness", 1), encoding="utf-8")
    reader = load(None)
    with pytest.raises(BadLabels, match=r"other\.tsv:2: the same message as in one\.tsv:2 with another emotion"):
        check_labels([LabelFile(path, reader, NOON) for path in (one, other)])


def test_an_emotion_without_examples_is_named_with_how_many_are_needed(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    path = corpus / "ko-shop.tsv"
    kept = [line for line in path.read_text("utf-8").splitlines() if "\tdistrust\t" not in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(CannotTrain, match=r"At least 10 messages of each emotion are needed. Too few: distrust \(0\)"):
        gather([CorpusMessages(corpus)])


def test_scales_nobody_labelled_are_those_the_present_model_reads(tmp_path: Path) -> None:
    reader = load(None)
    source = LabelFile(small_labels(tmp_path / "labels.tsv"), reader, NOON)
    row = source.rows()[0]
    read = reader.read(row.text, history=(), intents=None, patterns={}, now=NOON)
    assert row.urgency == read.urgency and row.fatigue == read.fatigue
    assert not any(kept_back(sample) for sample in source.samples if sample.text == row.text)


@pytest.mark.parametrize("broken", ["missing", "no gzip", "no json", "cut", "no labels"])
def test_public_data_that_cannot_be_read_are_named(
    make: Callable[..., Made], registry: Registry, tmp_path: Path, broken: str
) -> None:
    folder = tmp_path / "public"
    folder.mkdir()
    whole = gzip.compress(b'{"text": "\xea\xb8\x80", "labels": [1]}\n' * 50)
    content = {
        "no gzip": b"{}",
        "no json": gzip.compress(b"words"),
        "cut": whole[:-12],
        "no labels": gzip.compress(b"{}"),
    }.get(broken)
    if content is not None:
        (folder / "kote.jsonl.gz").write_bytes(content)
    with pytest.raises((DataMissing, CannotTrain), match=r"kote\.jsonl\.gz"):
        make(comments=folder)
    assert registry.names() == (SHIPPED,)


def test_without_the_library_that_learns_it_is_said_what_to_install(
    make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr("dajeong.learning.training.find_spec", lambda name: None if name == "sklearn" else real(name))
    with pytest.raises(CannotTrain, match=r"pip install 'dajeong\[learn\]'"):
        make()
