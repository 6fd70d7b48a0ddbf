"""Figures of the intent head are counted as they are told."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from dajeong.learning.comments import DataMissing
from dajeong.learning.intents import KnownVectors, correlation, customer_figures, draw_examples, read_examples
from dajeong.understanding.e5 import shared_encoder

LEARNED = [
    (text, intent)
    for intent, texts in {
        "refund": ["환불해 주세요", "환불받고 싶어요", "환불 신청할게요", "돈 돌려주세요", "환불은 어떻게 해요"],
        "hours": ["몇 시까지 해요?", "영업시간 알려 주세요", "언제 문 여나요", "오늘 영업하나요", "몇 시에 닫아요"],
    }.items()
    for text in texts
]


def test_the_correlation_is_that_of_the_literature() -> None:
    from sklearn.metrics import matthews_corrcoef

    chance = np.random.default_rng(0)
    truth = chance.integers(0, 4, 80)
    guess = np.where(chance.random(80) < 0.6, truth, chance.integers(0, 4, 80))
    assert correlation(truth, guess, np.ones(80)) == pytest.approx(matthews_corrcoef(truth, guess))
    twice = np.concatenate([np.full(40, 2.0), np.ones(40)])
    assert correlation(truth, guess, twice) == pytest.approx(matthews_corrcoef(truth, guess, sample_weight=twice))


def test_one_answer_for_everything_correlates_with_nothing() -> None:
    assert correlation(np.array([0, 1, 2]), np.array([1, 1, 1]), np.ones(3)) == 0.0


def test_unknown_messages_are_a_class_of_their_own() -> None:
    asked = [("환불 좀 해 주세요", "refund"), ("영업시간이 어떻게 돼요?", "hours"), ("노래 한 곡 틀어 줘", None)]
    found = {figure.what: figure.found for figure in customer_figures("shop", LEARNED, asked, shared_encoder())}
    assert [figure.value for figure in found.values()] == [1.0, 1.0, 1.0, 1.0]
    assert all(figure.low < 1.0 for what, figure in found.items() if "accuracy" in what)


def test_a_draw_takes_the_same_examples_again_and_never_an_unknown_one() -> None:
    rows = [*LEARNED, ("노래 한 곡 틀어 줘", None)]
    first = draw_examples(rows, 3, 1)
    assert first == draw_examples(rows, 3, 1) != draw_examples(rows, 3, 2)
    assert {name: len(texts) for name, texts in first.items()} == {"refund": 3, "hours": 3}


def test_vectors_that_are_known_are_not_counted_again(tmp_path: Path) -> None:
    class Longer:
        name = "longer"

        def __init__(self) -> None:
            self.asked: list[str] = []

        def encode(self, texts: list[str]) -> np.ndarray:
            self.asked += texts
            return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    first, second = Longer(), Longer()
    for encoder in (first, second):
        known = KnownVectors(encoder, ["가", "나다", "가"], tmp_path, lambda done, of: None)
        assert known.encode(["나다", "라마바", "가"])[:, 0].tolist() == [2.0, 3.0, 1.0]
    assert (first.asked, second.asked) == (["가", "나다", "라마바"], ["라마바"])


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="clinc150/val"):
        read_examples(tmp_path, "clinc150/val")
    (tmp_path / "clinc150").mkdir()
    with gzip.open(tmp_path / "clinc150" / "val.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "환불해 주세요", "intent": None}))
    assert read_examples(tmp_path, "clinc150/val") == [("환불해 주세요", None)]
