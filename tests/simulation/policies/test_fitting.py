"""A number of the team's own is made up from its pattern alone."""

import re

import pytest

from dajeong.simulation.policies.fitting import fitting


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![A-Za-z0-9-])(?:(?:[Dd][Jj]|디제이)[\s-]?\d{4}|20\d{2})[\s-]?\d{4}(?!\d)",
        r"(?<!\d )\d{4}(?! ?\d|[.,/-]\d|\s*(?:dollars|usd))",
        r"^(?i:inv)-?[2-9]\d{3}[A-C]+$",
        r"(?P<year>\d{4})(?:-\d{4}){3}",
        r"접수\s?번호\s?[가-힣]\d{5,}",
        r"[^0-9]\S\W\D\.\(.",
        r"[]a]b{,3}(a(b(c|d)|e)|f)+?g|never",
        r"[\uAC00-\uD7A3]{2}\d(?#two letters first)",
    ],
)
def test_what_is_said_fits_the_pattern(pattern: str) -> None:
    assert re.search(pattern, fitting(pattern))


def test_what_is_said_is_short_and_as_plain_as_the_pattern_lets_it_be() -> None:
    assert fitting(r"ORD-\d{3,8}(?: ?[A-Z])?") == "ORD-111"
