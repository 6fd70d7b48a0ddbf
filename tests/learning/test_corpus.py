"""The corpus is well formed, leaks nothing between its splits, and is what its card says."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from dajeong.learning.corpus import (
    COLUMNS,
    BadCorpus,
    CorpusRow,
    fingerprint,
    in_split,
    near_copies,
    read_corpus,
    read_situations,
)
from dajeong.learning.corpus_report import agreement, kappa, read_second_labels, report

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
ROWS = read_corpus(CORPUS)
HEADER = "\t".join(COLUMNS)
GOOD = "late\tc: 언제 와요? || a: 오늘 가요.\t또 안 왔네요\tdistrust\tdistrust:2 anger:1\t1\t2\t0\trhetorical\tstatement\thaeyo"


def texts(rows: Sequence[CorpusRow]) -> list[str]:
    return [row.text for row in rows]


def written(folder: Path, *lines: str, header: str = HEADER) -> Path:
    """A corpus of one situation and one file."""
    (folder / "situations.tsv").write_text("situation\tindustry\tsplit\ttitle\nlate\tshop\ttrain\tlate\n", "utf-8")
    (folder / "ko-shop.tsv").write_text("\n".join([header, *lines]) + "\n", "utf-8")
    return folder


def test_a_row_is_read_with_its_context_and_strengths_of_nought_to_one(tmp_path: Path) -> None:
    [row] = read_corpus(written(tmp_path, GOOD))
    assert row.history == (("customer", "언제 와요?"), ("assistant", "오늘 가요."))
    assert row.dominant == "distrust" and row.strength == pytest.approx(2 / 3) and row.emotions["anger"] == 1 / 3
    assert row.fatigue == pytest.approx(2 / 3) and row.flags == {"rhetorical"} and row.situation.split == "train"


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (GOOD.replace("distrust\tdistrust:2", "fury\tdistrust:2"), "unknown dominant"),
        (GOOD.replace("distrust:2 anger:1", "anger:1"), "dominant emotion is not among"),
        (GOOD.replace("late\t", "early\t", 1), "not in situations"),
        (GOOD.replace("\t1\t2\t0\t", "\t1\t7\t0\t"), "fatigue is 0, 1, 2 or 3"),
        (GOOD.replace("rhetorical", "shouty"), "unknown flag"),
        (GOOD.replace("c: 언제", "언제"), "turn of the history"),
        (GOOD + "\tmore", "columns"),
        (GOOD.replace("또 안 왔네요", " "), "text is empty"),
    ],
)
def test_a_bad_row_is_refused_with_its_file_and_line(tmp_path: Path, bad: str, why: str) -> None:
    with pytest.raises(BadCorpus, match=rf"ko-shop\.tsv:3: .*{why}"):
        read_corpus(written(tmp_path, GOOD, bad))


def test_what_is_wrong_with_a_row_is_said_without_its_words(tmp_path: Path) -> None:
    with pytest.raises(BadCorpus) as refused:
        read_corpus(written(tmp_path, GOOD.replace("distrust\tdistrust:2", "fury\tdistrust:2")))
    assert "안 왔네요" not in refused.value.message


def test_a_broken_encoding_and_an_empty_file_are_said(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    (tmp_path / "ko-shop.tsv").write_bytes("안녕".encode("cp949"))
    with pytest.raises(BadCorpus, match="not UTF-8"):
        read_corpus(tmp_path)
    (tmp_path / "ko-shop.tsv").write_text("", "utf-8")
    with pytest.raises(BadCorpus, match="empty"):
        read_corpus(tmp_path)


def test_nearly_the_same_texts_are_found_and_everyday_words_are_nobodys_own() -> None:
    ours = ["택배가 아직도 안 왔어요 언제 오나요", "네 감사합니다"]
    theirs = ["택배가 아직도 안 왔어요 언제 오나요?", "환불은 언제 되는지 알려 주세요", "네 감사합니다"]
    assert near_copies(ours, theirs) == [(0, 0)]


def test_no_message_of_a_split_is_nearly_a_message_of_another() -> None:
    splits = [in_split(ROWS, name) for name in ("train", "tune", "heldback", "rehearsal")]
    for number, one in enumerate(splits):
        for other in splits[number + 1 :]:
            assert near_copies(texts(one), texts(other)) == []


def test_every_situation_has_messages_in_one_split_only() -> None:
    known = read_situations(CORPUS / "situations.tsv")
    assert {row.situation.id for row in ROWS} <= set(known)
    assert len({row.situation.industry for row in ROWS}) == len({s.industry for s in known.values()})


def test_the_fingerprint_changes_with_a_label_and_not_with_the_order() -> None:
    heldback = in_split(ROWS, "heldback")
    assert fingerprint(heldback) == fingerprint(tuple(reversed(heldback)))
    assert fingerprint(heldback[1:]) != fingerprint(heldback)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_heldback_split_is_the_one_that_was_frozen(language: str) -> None:
    lines = (CORPUS / "heldback.sha256").read_text("utf-8").splitlines()
    frozen = {name: digest for digest, name in (line.split() for line in lines)}
    own = [row for row in in_split(ROWS, "heldback") if row.language == language]
    assert fingerprint(own) == frozen[language], "the held-back split was changed after it was frozen"


@pytest.mark.parametrize(("language", "least"), [("ko", 2500), ("en", 1000)])
def test_the_corpus_is_large_and_a_third_of_it_stands_in_a_conversation(language: str, least: int) -> None:
    own = [row for row in ROWS if row.language == language]
    assert len(own) >= least
    assert sum(bool(row.history) for row in own) >= 0.3 * len(own)
    shares = Counter(row.dominant for row in own)
    assert min(shares.values()) >= 0.02 * len(own) and shares["neutral"] <= 0.3 * len(own)


def test_the_report_beside_the_corpus_counts_what_is_in_it() -> None:
    assert (CORPUS / "REPORT.md").read_text("utf-8") == report(CORPUS), (
        "Run: python -m dajeong.learning.corpus_report data/corpus"
    )


def test_nearly_every_message_was_labelled_twice_and_mostly_alike() -> None:
    second = read_second_labels(CORPUS)
    assert set(second) <= {row.id for row in ROWS}
    twice = [(row.dominant, second[row.id]) for row in ROWS if row.id in second]
    assert len(twice) >= 0.98 * len(ROWS)
    assert kappa(twice) >= 0.6, "labels this unclear teach a model nothing"


def test_kappa_is_one_for_the_same_and_nought_for_chance() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1.0
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0.0


def test_agreement_is_told_for_each_emotion() -> None:
    row = next(row for row in ROWS if row.dominant == "anger")
    other = next(row for row in ROWS if row.dominant == "neutral")
    told = agreement([row, other], {row.id: "anger", other.id: "anger"})
    assert told["anger"] == (1, 1.0, pytest.approx(2 / 3)) and told["neutral"][1] == 0.0


def test_a_second_label_nobody_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "second-labels.tsv").write_text("0a1b2c3d\tfury\t1\t0\t0\n", "utf-8")
    with pytest.raises(BadCorpus, match=r"second-labels\.tsv:1"):
        read_second_labels(tmp_path)
