"""The figures on public sets: high where words tell, at chance where they do not, and never from the rows they are asked about."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from dajeong.learning.comments import DataMissing
from dajeong.learning.public import go_emotions_figure, kote_figure
from dajeong.learning.public.go_emotions import best_thresholds
from dajeong.understanding.encoder import Vectors
from tests.learning.public.sets import write_go_emotions, write_kote


class Lengths:
    """An encoder that sees nothing but how long a text is."""

    name = "lengths"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Two columns."""
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def quiet(done: int, of: int) -> None:
    """Nobody waits here."""


def test_comments_whose_words_tell_the_feeling_are_read_and_the_interval_lies_around_the_figure(tmp_path: Path) -> None:
    write_kote(tmp_path)
    found = kote_figure(tmp_path, Lengths(), None, quiet)
    assert found.value > 0.95
    assert found.low <= found.value <= found.high


def test_comments_whose_words_tell_nothing_are_not_read_better_than_by_chance(tmp_path: Path) -> None:
    write_kote(tmp_path, telling=False)
    assert kote_figure(tmp_path, Lengths(), None, quiet).value < 0.7


def test_a_figure_is_the_same_every_time(tmp_path: Path) -> None:
    write_kote(tmp_path)
    assert kote_figure(tmp_path, Lengths(), None, quiet) == kote_figure(tmp_path, Lengths(), None, quiet)


def test_english_labels_are_told_apart_by_thresholds_of_the_dev_split(tmp_path: Path) -> None:
    write_go_emotions(tmp_path)
    found = go_emotions_figure(tmp_path, Lengths(), None, quiet)
    assert found.value > 0.95
    assert found.low <= found.value <= found.high


def test_a_threshold_stands_where_f1_is_best() -> None:
    logits = np.array([[3.0], [2.0], [1.0], [0.0], [-1.0]], dtype=np.float32)
    has = np.array([[True], [True], [False], [True], [False]])
    assert (logits[:, 0] >= best_thresholds(logits, has)[0]).tolist() == [True, True, True, True, False]
    assert (logits[:, 0] >= best_thresholds(logits, has & (logits > 1))[0]).tolist() == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("name", ["kote.jsonl.gz", "nsmc.jsonl.gz"])
def test_a_set_that_is_not_there_or_cut_short_is_named(tmp_path: Path, name: str) -> None:
    write_kote(tmp_path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataMissing, match=f"'{name}' is cut short"):
        kote_figure(tmp_path, Lengths(), None, quiet)
    (tmp_path / name).unlink()
    with pytest.raises(DataMissing, match=f"'{name}' is not in the folder"):
        kote_figure(tmp_path, Lengths(), None, quiet)
