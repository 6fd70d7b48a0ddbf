"""Made-up customers write like the project's corpus, as far as one distance can tell (docs/concepts/rehearsals-figures.md)."""

from collections import Counter

import pytest

from bench.customers import Figure, distance, figures
from dajeong.conversation.reading import Language
from dajeong.understanding import TrainedReader

# Set once, after the first figures had been seen, a tenth or more above them: it must not get worse.
BOUNDS = {"length": 0.40, "feeling": 0.45, "act": 0.40, "act after act": 0.50}
FEW = 60


def bound(name: str) -> float:
    return BOUNDS.get(name.partition(",")[0]) or BOUNDS[name.split()[0]]


def test_the_distance_is_0_for_the_same_1_for_nothing_in_common_and_as_published_between() -> None:
    assert distance(Counter(a=3, b=1), Counter(a=30, b=10)) == pytest.approx(0)
    assert distance(Counter(a=3), Counter(b=5)) == pytest.approx(1)
    # By hand: the divergence of (1, 0) and (1/2, 1/2) is 0.3113 bits.
    assert distance(Counter(a=4), Counter(a=2, b=2)) == pytest.approx(0.3113**0.5, abs=1e-4)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_lengths_feelings_acts_and_their_sequence_stay_as_near_to_the_corpus_as_they_are(language: Language) -> None:
    found = figures(language, TrainedReader.load(vectors=False), FEW)
    assert len(found) == 8
    far = {each.name: (round(each.distance, 3), each.unlike()) for each in found if each.distance > bound(each.name)}
    assert not far


def test_customers_who_all_wrote_the_same_would_be_found_out() -> None:
    corpus: Counter[object] = Counter({f"{low} letters": 10 for low in range(8)})
    monotonous = Figure("length of the first message", Counter({"1 letters": 50}), corpus, 0.1)
    assert monotonous.distance > bound(monotonous.name)
    assert monotonous.unlike(1) == [("1 letters", 1.0, 0.125)]
