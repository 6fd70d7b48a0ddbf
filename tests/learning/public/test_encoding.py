"""The encoder's middle layers, and vectors that are kept."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from dajeong.learning.public import DeepEncoder, deep_encoder, kept_vectors
from dajeong.understanding.e5 import E5Encoder, build, installed_weights
from dajeong.understanding.encoder import Vectors

TEXTS = ["택배가 사흘째 그대로예요", "고맙습니다", "The box came open and nobody answers"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built encoder."""
    folder = tmp_path_factory.mktemp("built") / "encoder"
    build(installed_weights(), folder, lambda step: None)
    return folder


def test_three_layers_stand_side_by_side_and_the_last_is_the_vector_that_compares_sentences(folder: Path) -> None:
    deep = deep_encoder(folder)
    vectors = deep.encode(TEXTS)
    assert vectors.shape == (3, 1152)
    last = vectors[:, -384:] / np.linalg.norm(vectors[:, -384:], axis=1, keepdims=True)
    assert np.allclose((last * E5Encoder(folder).raw(TEXTS)).sum(axis=1), 1.0, atol=1e-4)
    assert isinstance(deep, DeepEncoder)
    assert deep.name != E5Encoder(folder).name


class Counting:
    """An encoder that counts how many texts it was asked for."""

    name = "counting"

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One column: the length."""
        self.asked += len(texts)
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_vectors_come_in_the_order_of_their_texts_and_are_counted_once(tmp_path: Path) -> None:
    encoder, told = Counting(), []
    for _ in range(2):
        vectors = kept_vectors(encoder, TEXTS, tmp_path, lambda done, of: told.append((done, of)))
        assert vectors[:, 0].tolist() == [len(text) for text in TEXTS]
    assert encoder.asked == 3
    assert told == [(3, 3)]
    kept_vectors(encoder, TEXTS[:2], tmp_path, lambda done, of: None)
    assert encoder.asked == 5


def test_a_kept_file_that_was_cut_short_is_counted_again(tmp_path: Path) -> None:
    encoder = Counting()
    kept_vectors(encoder, TEXTS, tmp_path, lambda done, of: None)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:40])
    assert kept_vectors(encoder, TEXTS, tmp_path, lambda done, of: None).shape == (3, 1)
    assert encoder.asked == 6
