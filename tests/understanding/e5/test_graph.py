"""The written network computes what the published one does, text by text."""

import numpy as np
import pytest

from dajeong.understanding.e5 import E5Encoder
from dajeong.understanding.e5.folder import Parts
from dajeong.understanding.e5.graph import build_graph, quantised
from dajeong.understanding.e5.weights import Weights
from tests.understanding.e5.tiny import forward

SENTENCES = ["배송이 늦어요", "abc 12", "été 배송", ""]


@pytest.fixture(scope="module")
def encoder(tiny_parts: Parts) -> E5Encoder:
    return E5Encoder.of(tiny_parts)


def test_whole_numbers_stay_within_half_a_step_of_the_weights() -> None:
    matrix = np.random.default_rng(0).normal(size=(5, 64)).astype(np.float32)
    numbers, scale = quantised(matrix)
    assert np.abs(numbers).max() == 63
    assert (np.abs(numbers * scale[:, None] - matrix) <= scale[:, None] * 0.5001).all()


def test_a_row_of_nothing_can_be_quantised() -> None:
    numbers, scale = quantised(np.zeros((1, 32), dtype=np.float32))
    assert not numbers.any() and np.isfinite(scale).all()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_network_agrees_with_its_forward_pass_in_numpy(encoder: E5Encoder, tiny: Weights, sentence: str) -> None:
    texts = tiny.pieces.texts
    words = encoder.tokenizer.ids(f"query: {sentence}")
    # The small vocabulary is kept whole but for one piece, so ids are looked up by text.
    kept = [i for i, text in enumerate(texts) if text != "été"]
    expected = forward(tiny, [0, *(kept[i] for i in words), 2])
    found = encoder.raw([sentence])[0]
    assert float(found @ expected / np.linalg.norm(expected)) > 0.998


def test_texts_in_one_run_do_not_see_each_other(encoder: E5Encoder) -> None:
    together = encoder.raw(SENTENCES)
    alone = np.vstack([encoder.raw([sentence]) for sentence in SENTENCES])
    assert (together * alone).sum(axis=1) == pytest.approx(1.0, abs=1e-3)


def test_the_same_weights_give_the_same_file(tiny: Weights) -> None:
    assert build_graph(tiny) == build_graph(tiny)
