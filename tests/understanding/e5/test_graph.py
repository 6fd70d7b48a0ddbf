"""The written network computes what the published one does, text by text."""

import numpy as np
import pytest

from dajeong.understanding.e5 import E5Encoder
from dajeong.understanding.e5.feeling import Feeling, tuned, untuned
from dajeong.understanding.e5.folder import Parts
from dajeong.understanding.e5.graph import build_branch, build_lower, build_upper, quantised
from dajeong.understanding.e5.weights import Floats, Weights
from tests.understanding.e5.tiny import forward, layer, tokens

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


def test_the_same_weights_give_the_same_file(tiny: Weights, feeling: Feeling) -> None:
    assert build_lower(tiny, 1) == build_lower(tiny, 1)
    assert build_upper(tiny, 1) == build_upper(tiny, 1)
    assert build_branch(tuned(tiny, feeling), 1) == build_branch(tuned(tiny, feeling), 1)


@pytest.mark.parametrize(("assistant", "customer"), [("", ""), ("배송", ""), ("", "abc"), ("배송", "12")])
def test_the_tuned_layers_say_what_a_forward_pass_in_numpy_says(
    encoder: E5Encoder, tiny: Weights, feeling: Feeling, assistant: str, customer: str
) -> None:
    texts = tiny.pieces.texts
    kept = [i for i, text in enumerate(texts) if text != "été"]

    def half_way(words: list[int]) -> Floats:
        return layer(tiny, tokens(tiny, [0, *(kept[i] for i in words), 2]), 0)

    own = half_way(encoder.tokenizer.ids("query: 배송이 늦어요"))
    before = [
        half_way(encoder.tokenizer.ids(said)) + feeling.sides[side]
        for side, said in enumerate((assistant, customer))
        if said
    ]
    top = layer(tuned(tiny, feeling), np.vstack([own, *before]), 1)[: len(own)].mean(axis=0)
    expected = feeling.arrays["head.w"] @ top + feeling.arrays["head.b"]
    found = encoder.in_context(["배송이 늦어요"], assistant=assistant, customer=customer).felt
    assert float(found @ expected) / (np.linalg.norm(found) * np.linalg.norm(expected)) > 0.999


def test_what_was_said_before_changes_what_is_felt_and_not_the_vectors(encoder: E5Encoder) -> None:
    alone = encoder.in_context(["배송이 늦어요", "abc"], assistant="", customer="")
    after = encoder.in_context(["배송이 늦어요", "abc"], assistant="배송 12", customer="abc")
    assert np.allclose(alone.vectors, after.vectors, atol=1e-3) and alone.vectors.shape == (2, 64)
    assert not np.allclose(alone.felt, after.felt, atol=1e-2)
    assert not alone.features[-2:].any() and after.features[-2:].all()


def test_without_differences_the_upper_layers_are_those_of_the_wheel(tiny: Weights) -> None:
    same = tuned(tiny, untuned(tiny, 1))
    x = tokens(tiny, [0, 4, 9, 2])
    assert np.allclose(layer(same, x, 1), layer(tiny, x, 1), atol=1e-5)
