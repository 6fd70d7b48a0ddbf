"""Heads over letters and columns together."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from dajeong.learning.public.linear import Grams, Rows, block, learn_labels

TEXTS = ["배송이 늦어요", "배송이 빨라요", "정말 고마워요", "정말 답답해요", "환불해 주세요", "고마워요 정말로"] * 4


def test_learning_all_labels_at_once_is_learning_each_by_itself() -> None:
    chance = np.random.default_rng(1)
    columns = chance.normal(size=(len(TEXTS), 4)).astype(np.float32)
    labels = np.stack([columns[:, 0] > 0, columns[:, 1] + columns[:, 2] > 0.3], axis=1)
    rows = Rows(Grams(TEXTS, least=2).rows(TEXTS)[:, :0], columns)
    heads = learn_labels(rows, labels, hold=0.5, rounds=300)
    for i in range(2):
        alone = LogisticRegression(C=2.0, tol=1e-8, max_iter=2000).fit(columns, labels[:, i])
        assert np.allclose(heads.dense[:, i], alone.coef_[0], atol=0.02)


def test_letters_are_those_the_reader_sees() -> None:
    grams = Grams(TEXTS, least=2)
    loud, plain = grams.rows(["정말 고마워요!!!!!!!"]), grams.rows(["정말  고마워요!!!"])
    assert (loud != plain).nnz == 0
    assert np.allclose(grams.rows(TEXTS).multiply(grams.rows(TEXTS)).sum(axis=1), 1.0, atol=1e-5)


def test_a_block_weighs_its_share_and_is_centred_by_the_rows_learned_from_alone() -> None:
    columns = np.array([[1.0, 10.0], [3.0, 30.0], [500.0, 500.0]], dtype=np.float32)
    found = block(columns, np.array([0, 1]), 0.25, even=True)
    assert np.allclose((found[:2] ** 2).sum(axis=1).mean(), 0.25)
    assert np.allclose(found[:2].mean(axis=0), 0.0)
    assert np.allclose(found[0], found[0][0])
