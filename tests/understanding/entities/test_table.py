"""What customers write, row by row: the tables say what is meant, also where it is not understood yet."""

from collections import Counter

import pytest

from tests.understanding.entities.table import KNOWN_MISSES, Row, read, rows

ROWS = list(rows())


@pytest.mark.parametrize("row", [row for row in ROWS if not row.missed], ids=lambda row: row.name)
def test_what_is_meant_is_found(row: Row) -> None:
    found = read(row)
    assert found == row.expected, f"{row.name}: {row.kind} of '{row.text}' is {row.expected}, found {found}"


@pytest.mark.parametrize("row", [row for row in ROWS if row.missed], ids=lambda row: row.name)
def test_a_known_miss_that_comes_right_is_taken_off_the_list(row: Row) -> None:
    assert read(row) != row.expected, f"{row.name} is understood now: take it out of known_misses.txt"


def test_the_tables_hold_both_languages_and_much_that_is_nothing() -> None:
    korean = [row for row in ROWS if any("가" <= letter <= "힣" for letter in row.text)]
    assert len(ROWS) >= 360
    assert len(korean) >= 250 and len(ROWS) - len(korean) >= 100
    assert sum(row.expected == "-" for row in ROWS) >= 100


def test_no_row_is_there_twice() -> None:
    twice = [row for row, count in Counter((r.now, r.kind, r.text, r.given) for r in ROWS).items() if count > 1]
    assert not twice


def test_every_known_miss_is_a_row_and_they_are_few() -> None:
    missed = {f"{row.kind}\t{row.text}" for row in ROWS if row.missed}
    assert missed == KNOWN_MISSES
    assert len(missed) < 0.03 * len(ROWS)
