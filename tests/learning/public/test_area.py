"""The area under the curve, against the library's own."""

import numpy as np
from sklearn.metrics import roc_auc_score

from dajeong.learning.public.area import macro_area


def test_the_area_is_the_librarys_also_with_equal_scores_and_with_rows_drawn_several_times() -> None:
    chance = np.random.default_rng(3)
    scores = chance.integers(0, 9, size=(200, 3)).astype(np.float32)
    labels = chance.random((200, 3)) < 0.3
    weights = chance.multinomial(200, np.full(200, 1 / 200), size=4).astype(np.float64)
    wanted = [
        np.mean([roc_auc_score(labels[:, i], scores[:, i], sample_weight=own) for i in range(3)]) for own in weights
    ]
    assert np.allclose(macro_area(scores, labels, weights), wanted)


def test_a_label_that_nobody_has_is_left_out() -> None:
    scores = np.array([[1.0, 5.0], [0.0, 4.0]], dtype=np.float32)
    assert macro_area(scores, np.array([[True, False], [False, False]]), np.ones((1, 2))).tolist() == [1.0]
