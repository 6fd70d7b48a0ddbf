"""Training the emotion heads, on a handful of rows."""

import gzip
import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning import figures, load_messages, read_with
from dajeong.learning.comments import GO_EMOTIONS, KOTE
from dajeong.learning.heads import calibrated, comment_heads, message_head, save_heads
from dajeong.learning.hearing import hear
from dajeong.learning.measure import Read
from dajeong.understanding.e5 import E5Encoder, shared_encoder
from dajeong.understanding.heads import HeadsUnusable, load_heads

SEED = Path(__file__).parents[2] / "data" / "seed"


@pytest.fixture(scope="module")
def comments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own few comments in the two published shapes."""
    folder = tmp_path_factory.mktemp("data")
    kote = [
        {"text": f"{text} {n}", "labels": [label]}
        for n in range(6)
        for emotion, text in zip(
            EMOTIONS, ["화나", "답답", "실망", "의심", "걱정", "슬퍼", "고마워", "좋아", "몰라", "그냥"], strict=True
        )
        for label in KOTE[emotion][:1]
    ]
    english = [
        {"text": f"{emotion} {n}", "labels": [GO_EMOTIONS[emotion][0]]} for n in range(6) for emotion in EMOTIONS
    ]
    (folder / "goemotions-en").mkdir()
    for name, rows in (("kote.jsonl.gz", kote), ("goemotions-en/train.jsonl.gz", english)):
        with gzip.open(folder / name, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return folder


@pytest.fixture(scope="module")
def encoder() -> E5Encoder:
    return shared_encoder()


def test_heads_survive_being_stored_and_read_what_they_learned(
    comments: Path, encoder: E5Encoder, tmp_path: Path
) -> None:
    messages = load_messages(SEED)[::4]
    learned = comment_heads(comments)
    trained, bare = message_head(learned, messages, encoder), message_head(learned, messages, None)
    save_heads(trained, bare, tmp_path / "emotion.npz")
    stored = load_heads(tmp_path / "emotion.npz", encoder=encoder.name)
    assert stored.features is not None and trained.features is not None
    assert np.allclose(stored.features, trained.features, atol=0.01)
    assert stored.messages.vocabulary == trained.messages.vocabulary
    heard = hear(messages, encoder)
    read = read_with(stored, messages, heard)
    assert _same(read, read_with(trained, messages, heard)) > 0.98
    assert np.mean([row.emotion == felt.emotion.dominant for row, felt in read]) > 0.9
    stored_bare = load_heads(tmp_path / "emotion.npz")
    assert stored_bare.features is None
    # Letters alone are held back more strongly since the corpus grew, so they know their own rows less by heart.
    nothing = hear(messages, None)
    read_bare = read_with(stored_bare, messages, nothing)
    assert _same(read_bare, read_with(bare, messages, nothing)) > 0.98
    assert np.mean([row.emotion == felt.emotion.dominant for row, felt in read_bare]) > 0.8
    lines = list(figures(read))
    assert [line[:3] for line in lines] == ["ko:", "en:"]


def _same(one: list[Read], other: list[Read]) -> float:
    """The share of messages that two heads read as the same emotion."""
    pairs = zip(one, other, strict=True)
    return float(np.mean([a.emotion.dominant == b.emotion.dominant for (_, a), (_, b) in pairs]))


def test_heads_for_another_encoder_are_refused(comments: Path, tmp_path: Path, encoder: E5Encoder) -> None:
    messages = load_messages(SEED)[::8]
    learned = comment_heads(comments)
    save_heads(
        message_head(learned, messages, encoder), message_head(learned, messages, None), tmp_path / "emotion.npz"
    )
    with pytest.raises(HeadsUnusable, match="made for the encoder"):
        load_heads(tmp_path / "emotion.npz", encoder="another-encoder")


def test_training_again_writes_the_same_file(comments: Path, tmp_path: Path, encoder: E5Encoder) -> None:
    messages = load_messages(SEED)[::8]
    for name in ("one.npz", "two.npz"):
        learned = comment_heads(comments)
        trained, bare = message_head(learned, messages, encoder), message_head(learned, messages, None)
        save_heads(trained, bare, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_temperature_is_the_one_that_surprises_least(comments: Path, encoder: E5Encoder) -> None:
    messages = load_messages(SEED)
    learned, unseen = messages[::3], messages[1::3]
    heads = message_head(comment_heads(comments), learned, None)
    chosen = calibrated(heads, unseen, None)

    def surprise(temperature: float) -> float:
        read = read_with(replace(heads, temperature=temperature), unseen, hear(unseen, None))
        return -sum(math.log(felt.emotion.scores[row.emotion] + 1e-4) for row, felt in read)

    assert surprise(chosen.temperature) <= min(surprise(0.5), surprise(1.0), surprise(2.0)) + 1e-6
