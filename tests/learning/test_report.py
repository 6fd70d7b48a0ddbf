"""The report: one file that needs nothing else, and never a word that may not be shown."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dajeong.learning.card import Card, Source
from dajeong.learning.evaluation import compare
from dajeong.learning.evaluation.comparison import Comparison
from dajeong.learning.evaluation.evaluation import Evaluation, evaluate
from dajeong.learning.report import report_html, report_json
from dajeong.learning.report.page import Report
from tests.learning.models import NOON
from tests.learning.test_evaluation import outcomes

CARD = Card(
    version="2026-11-23-0a1b2c3d",
    sha256="0a1b2c3d" * 8,
    size=800_000,
    made_at=NOON,
    note="<b>bold</b>",
    sources=(Source(name="labels & more.tsv", rows=40, sha256="f" * 64, licence="the team's own"),),
)
OLD = outcomes(["anger"] * 60 + ["neutral"] * 60, ["anger", "frustration", "neutral"] * 40, [0.5, 0.7, 0.9] * 40)
NEW = outcomes(["anger"] * 60 + ["neutral"] * 60, ["anger"] * 50 + ["neutral"] * 70)


class Outline(HTMLParser):
    """Checks that every tag is closed in its order, and keeps what points out of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pointers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.pointers += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "action")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


def report(*, words: bool) -> tuple[Evaluation, Comparison]:
    evaluation = evaluate(NEW, version=CARD.version, reader="light-1@0a1b2c3d", on="labels.tsv", at=NOON, words=words)
    return evaluation, compare(OLD, NEW, against="shipped", version=CARD.version, words=words)


@pytest.mark.parametrize("words", [True, False])
def test_the_page_stands_alone_and_is_whole(words: bool) -> None:
    page = report_html(*report(words=words), CARD)
    outline = Outline()
    outline.feed(page)
    assert not outline.open and not outline.pointers
    assert "<script" not in page and "@import" not in page and "url(" not in page and "http" not in page


def test_everything_that_was_asked_for_is_on_the_page() -> None:
    evaluation, comparison = report(words=True)
    page = report_html(evaluation, comparison, CARD)
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings == [
        "Against shipped",
        "Ten emotions",
        "Four groups",
        "What is taken for what",
        "As sure as it is right",
        "Who is read how well",
        "Worst mistakes",
        "Messages that changed",
        "How it was made",
    ]
    assert f"{evaluation.figures.accuracy.value:.3f}" in page
    assert "better" in page and "labels &amp; more.tsv" in page and "&lt;b&gt;bold" in page
    assert page.count("<polyline") == 1


def test_words_that_may_not_be_shown_are_on_no_page_and_in_no_json() -> None:
    for text in (report_html(*report(words=False), CARD), report_json(*report(words=False), CARD)):
        assert "말 " not in text and "r1" in text
    assert "말 " in report_html(*report(words=True), CARD)


def test_a_customers_words_are_never_read_as_html() -> None:
    evaluation, _ = report(words=True)
    nasty = evaluation.mistakes[0].model_copy(
        update={"text": "<img src=x onerror=alert(1)>", "before": ("customer: <i>",)}
    )
    page = report_html(evaluation.model_copy(update={"mistakes": (nasty,)}), None, CARD)
    assert "<img" not in page and "<i>" not in page and "&lt;img src=x" in page


def test_the_json_says_the_same_and_can_be_read_back(tmp_path: Path) -> None:
    evaluation, comparison = report(words=False)
    found = Report.model_validate_json(report_json(evaluation, comparison, CARD))
    assert (found.evaluation, found.comparison, found.card) == (evaluation, comparison, CARD)
