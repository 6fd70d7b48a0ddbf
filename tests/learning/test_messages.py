"""The labelled messages of this project."""

from collections import Counter
from pathlib import Path

import pytest

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning import load_messages
from dajeong.learning.messages import BadMessages

SEED = Path(__file__).parents[2] / "data" / "seed"


def test_every_emotion_has_enough_messages_in_both_languages() -> None:
    rows = load_messages(SEED)
    for language, most in (("ko", 30), ("en", 10)):
        counts = Counter(row.emotion for row in rows if row.language == language)
        assert min(counts[emotion] for emotion in EMOTIONS) >= most


def test_no_message_is_written_twice_and_each_feeling_has_a_strength() -> None:
    rows = load_messages(SEED)
    assert len({row.text for row in rows}) == len(rows)
    assert all((row.emotion == "neutral") == (row.strength == 0.0) for row in rows)


@pytest.mark.parametrize(
    "line", ["late\tanger\t2\t1\t늦어요", "late\trage\t2\t1\t0\t늦어요", "late\tanger\t4\t1\t0\t늦어요"]
)
def test_a_wrong_row_is_named_by_file_and_line_without_its_words(tmp_path: Path, line: str) -> None:
    (tmp_path / "messages-ko.tsv").write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(BadMessages, match=r"messages-ko\.tsv:2") as refused:
        load_messages(tmp_path)
    assert "늦어요" not in refused.value.message
