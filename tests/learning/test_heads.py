"""Training the emotion heads, on a handful of rows."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning import figures, load_messages, read_with
from dajeong.learning.comments import GO_EMOTIONS, KOTE
from dajeong.learning.heads import message_head, save_heads, train_heads
from dajeong.understanding import UseEncoder
from dajeong.understanding.heads import load_heads

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


def test_heads_survive_being_stored_and_read_what_they_learned(comments: Path, tmp_path: Path) -> None:
    encoder = UseEncoder()
    messages = load_messages(SEED)[::4]
    trained = train_heads(comments, messages, encoder)
    bare = message_head(trained.comments, messages, None)
    save_heads(trained, bare, tmp_path / "emotion.npz")
    stored = load_heads(tmp_path / "emotion.npz")
    assert stored.vectors is not None and trained.vectors is not None
    assert np.allclose(stored.vectors, trained.vectors, atol=0.01)
    assert stored.messages.vocabulary == trained.messages.vocabulary
    read = read_with(stored, messages, encoder)
    assert np.mean([row.emotion == felt.emotion.dominant for row, felt in read]) > 0.9
    stored_bare = load_heads(tmp_path / "emotion.npz", vectors=False)
    assert stored_bare.vectors is None
    read_bare = read_with(stored_bare, messages, None)
    assert np.mean([row.emotion == felt.emotion.dominant for row, felt in read_bare]) > 0.9
    lines = list(figures(read))
    assert [line[:3] for line in lines] == ["ko:", "en:"]


def test_training_again_writes_the_same_file(comments: Path, tmp_path: Path) -> None:
    encoder = UseEncoder()
    messages = load_messages(SEED)[::8]
    for name in ("one.npz", "two.npz"):
        trained = train_heads(comments, messages, encoder)
        save_heads(trained, message_head(trained.comments, messages, None), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
