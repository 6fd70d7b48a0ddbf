"""Directions in which examples of one intent differ anyway count for less."""

import numpy as np

from dajeong.understanding.evenness import Evenness


def examples(each: int, noise: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """Two intents that differ along the first axis; along the second, examples of both differ at random."""
    chance = np.random.default_rng(0)
    labels = np.repeat([0, 1], each)
    vectors = np.zeros((2 * each, 4))
    vectors[:, 0] = np.where(labels == 0, 1.0, -1.0)
    vectors[:, 1] = chance.normal(0.0, noise, len(labels))
    vectors[:, 2:] = chance.normal(0.0, 0.02, (len(labels), 2))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), labels


ONE = np.array([[0.8, 0.6, 0.0, 0.0]], dtype=np.float32)


def test_what_differs_inside_intents_counts_for_less_and_what_tells_them_apart_for_more() -> None:
    even = Evenness(*examples(5_000)).of(ONE)[0]
    assert abs(even[0]) > 0.85
    assert abs(even[1]) < 0.5


def test_few_examples_change_little() -> None:
    vectors, labels = examples(4)
    assert float(Evenness(vectors, labels).of(ONE)[0] @ ONE[0]) > 0.99


def test_every_vector_keeps_its_length() -> None:
    vectors, labels = examples(50)
    assert np.allclose(np.linalg.norm(Evenness(vectors, labels).of(vectors), axis=1), 1.0, atol=1e-5)


def test_one_example_of_each_intent_leaves_everything_as_it_is() -> None:
    vectors = np.eye(4, dtype=np.float32)
    assert np.allclose(Evenness(vectors, np.arange(4)).of(ONE), ONE, atol=1e-5)
