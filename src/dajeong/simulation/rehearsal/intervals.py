"""How far a difference between two rehearsals of the same customers could be another by chance: 95 % intervals for pairs."""

from collections.abc import Sequence
from math import sqrt

# 95 % of a normal distribution lie within so many standard deviations.
_NORMAL = 1.959964


def share_difference(both: int, first: int, second: int, neither: int) -> tuple[float, float]:
    """Return the 95 % interval of share two minus share one: how many pairs show a thing in both, in one of them, in none.

    Newcombe's method 10 (Statistics in Medicine 17, 1998, 2635-2650): Wilson's interval of each share, put together by how
    strongly the two go along. It holds for few pairs and for shares near 0 and 1. Raises ZeroDivisionError without pairs.
    """
    pairs = both + first + second + neither
    one, two = (both + first) / pairs, (both + second) / pairs
    (low_one, high_one), (low_two, high_two) = _wilson(one, pairs), _wilson(two, pairs)
    along = _correlation(both, first, second, neither)
    down, up = two - low_two, high_one - one
    below = sqrt(max(0.0, down**2 - 2 * along * down * up + up**2))
    up, down = high_two - two, one - low_one
    above = sqrt(max(0.0, up**2 - 2 * along * up * down + down**2))
    return two - one - below, two - one + above


def mean_difference(differences: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of these paired differences: Student's (1908). One alone could be anything."""
    count = len(differences)
    if count < 2:
        return float("-inf"), float("inf")
    mean = sum(differences) / count
    spread = sqrt(sum((each - mean) ** 2 for each in differences) / (count - 1) / count)
    reach = _student(count - 1) * spread
    return mean - reach, mean + reach


def _wilson(share: float, count: int) -> tuple[float, float]:
    """Wilson's interval (1927) of one share."""
    square = _NORMAL**2
    middle = share + square / (2 * count)
    reach = _NORMAL * sqrt(share * (1 - share) / count + square / (4 * count**2))
    return (middle - reach) / (1 + square / count), (middle + reach) / (1 + square / count)


def _correlation(both: int, first: int, second: int, neither: int) -> float:
    """Return how strongly the two go along, as method 10 corrects it for few pairs; 0 where one of them never changes."""
    margins = (both + first) * (second + neither) * (both + second) * (first + neither)
    if not margins:
        return 0.0
    product = float(both * neither - first * second)
    corrected = max(0.0, product - (both + first + second + neither) / 2) if product > 0 else product
    return corrected / sqrt(margins)


def _student(freedom: int) -> float:
    """Return the 97.5 % point of Student's t (Abramowitz and Stegun 1964, 26.7.5); the first two are too far from normal."""
    if freedom <= 2:
        return 12.7062 if freedom == 1 else 4.3027
    z = _NORMAL
    return (
        z
        + (z**3 + z) / 4 / freedom
        + (5 * z**5 + 16 * z**3 + 3 * z) / 96 / freedom**2
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384 / freedom**3
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160 / freedom**4
    )
