"""`./run bench understanding`: what it prints with and without public sets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import understanding
from bench.understanding_rows import ROWS, Figure, Place, Row
from dajeong.learning.comments import DataMissing


@pytest.fixture(autouse=True)
def no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine may have public sets; these tests have their own."""
    monkeypatch.delenv("DAJEONG_PUBLIC_DATA", raising=False)


def rows(*figures: Figure, public: bool = False) -> tuple[Row, ...]:
    """One row that measures nothing and says this."""
    return (Row("one", public, lambda place: iter(figures)),)


def test_without_public_sets_their_rows_are_skipped_and_the_page_with_their_places_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    understanding.main(["--only", "kote,goemotions"])
    said = capsys.readouterr().out
    assert "Skipped, for want of public data: kote, goemotions." in said
    assert "docs/concepts/understanding-figures.md" in said


def test_a_row_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(SystemExit, match=r"no row kota; there are kote, .*cost"):
        understanding.main(["--only", "kota"])


def test_each_figure_says_whether_it_reached_its_goal_and_by_how_much_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = (
        Figure("read right", 0.82, 0.8, 0.79, 0.85),
        Figure("off", 0.09, 0.07, 0.08, 0.1, below=True),
        Figure("so it is", 0.5),
    )
    monkeypatch.setattr(understanding, "ROWS", rows(*figures))
    understanding.main([])
    first, second, third = capsys.readouterr().out.splitlines()[1:]
    assert "0.820 0.790-0.850" in first and ">= 0.8 " in first and first.endswith("met")
    assert "<= 0.07" in second and second.endswith("missed by 0.02")
    assert third.endswith("reported")


def test_a_set_that_is_missing_is_one_line_and_the_rows_after_it_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def missing(place: Place) -> Iterator[Figure]:
        raise DataMissing(f"'kote.jsonl.gz' is not in {place.public.name}.")

    monkeypatch.setattr(understanding, "ROWS", (Row("gone", True, missing), *rows(Figure("there", 1.0))))
    understanding.main(["--data", str(tmp_path)])
    gone, there = capsys.readouterr().out.splitlines()[1:]
    assert gone.startswith("gone: not measured. 'kote.jsonl.gz' is not in")
    assert there.startswith("one") and "1.000" in there


def test_every_row_has_a_key_of_its_own() -> None:
    assert len({row.key for row in ROWS}) == len(ROWS)
