"""The recognisers we ship, in the order they are asked."""

from functools import cache

from dajeong.trust.personal_data import Recogniser, Scanner
from dajeong.trust.recognisers.allowed import ALWAYS_ALLOWED
from dajeong.trust.recognisers.ko_pii import KoPii
from dajeong.trust.recognisers.masking_tape import MaskingTape
from dajeong.trust.recognisers.names import Names
from dajeong.trust.recognisers.numbers import Numbers
from dajeong.trust.recognisers.places import Places
from dajeong.trust.recognisers.spoken import Spoken

__all__ = ["standard_recognisers", "standard_scanner"]


def standard_recognisers() -> tuple[Recogniser, ...]:
    """Return the libraries and our own patterns, for Korean and English."""
    return (MaskingTape(), KoPii(), Numbers(), Spoken(), Places(), Names())


@cache
def standard_scanner() -> Scanner:
    """Return the scanner of a running server: all recognisers and what is never personal. It remembers nothing, so all share it."""
    return Scanner(standard_recognisers(), ALWAYS_ALLOWED)
