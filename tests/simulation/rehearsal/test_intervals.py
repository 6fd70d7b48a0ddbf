"""Intervals of differences between pairs are those that were published, and hold what they should."""

from math import inf
from random import Random

import pytest

from dajeong.simulation.rehearsal.intervals import mean_difference, share_difference


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        # Airway hyper-responsiveness before and after a transplantation (Bentur and others 2009), as in Fagerland 2017.
        ((1, 1, 7, 12), 0.0256, 0.5069),
        # Complete response before and after a therapy (Cavo and others 2012), as in Fagerland 2017.
        ((59, 6, 16, 80), 0.0046, 0.1186),
        # The worked example of Altman and others, "Statistics with Confidence" (2000), table 6.2.
        ((14, 5, 0, 22), -0.2265, -0.0115),
    ],
)
def test_the_interval_of_two_paired_shares_is_newcombes(
    table: tuple[int, int, int, int], low: float, high: float
) -> None:
    assert share_difference(*table) == pytest.approx((low, high), abs=1e-4)


def test_the_interval_is_turned_round_when_the_versions_are() -> None:
    low, high = share_difference(20, 7, 2, 11)
    assert share_difference(20, 2, 7, 11) == pytest.approx((-high, -low))


def test_a_thing_that_never_failed_says_more_the_more_often_it_was_tried() -> None:
    few, many = share_difference(0, 0, 0, 20), share_difference(0, 0, 0, 2000)
    assert few[0] < many[0] < 0 < many[1] < few[1]


def test_nineteen_of_twenty_intervals_hold_the_true_difference() -> None:
    dice, held = Random(5), 0
    for _ in range(1000):
        pairs = [dice.random() for _ in range(60)]
        both, first = sum(p < 0.15 for p in pairs), sum(0.15 <= p < 0.2 for p in pairs)
        second = sum(0.2 <= p < 0.4 for p in pairs)
        low, high = share_difference(both, first, second, 60 - both - first - second)
        held += low <= 0.15 <= high
    assert 930 <= held <= 985


def test_the_interval_of_a_mean_is_students() -> None:
    # By hand: mean 2, standard deviation 1.5811, 2.7764 of its error on four degrees of freedom.
    assert mean_difference([0, 1, 2, 3, 4]) == pytest.approx((2 - 1.9633, 2 + 1.9633), abs=5e-3)


def test_one_pair_alone_says_nothing() -> None:
    assert mean_difference([3.0]) == (-inf, inf)
