"""What a README tells people to try is really there."""

import re

import pytest

from tests.examples.installed import EXAMPLES

KNOWN = {"parcel": r"DJ\d{8}", "telecom": r"010-0000-\d{4}", "bank-card": r"(?m)^\| (\d{4}) \|"}


@pytest.mark.parametrize("example", KNOWN)
def test_every_number_of_the_readme_is_in_the_data_and_every_one_of_the_data_in_the_readme(example: str) -> None:
    told = set(re.findall(KNOWN[example], (EXAMPLES / example / "README.md").read_text(encoding="utf-8")))
    data = (EXAMPLES / example / "data.sql").read_text(encoding="utf-8")
    kept = {
        "parcel": r"DJ\d{8}",
        "telecom": r"'(0100000\d{4})'",
        "bank-card": r"\('(\d{4})', '(?:active|expired|held|blocked)'",
    }
    assert {number.replace("-", "") for number in told} == set(re.findall(kept[example], data))
    assert len(told) >= 8


@pytest.mark.parametrize("example", KNOWN)
def test_a_readme_says_how_to_check_and_to_talk(example: str) -> None:
    text = (EXAMPLES / example / "README.md").read_text(encoding="utf-8")
    assert f"dajeong check examples/{example}" in text
    assert f"dajeong chat examples/{example}" in text
