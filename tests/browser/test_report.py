"""The report of an evaluation in a real browser: it fits a phone, needs no network, and keeps nobody out."""

from pathlib import Path

import pytest

from dajeong.learning.report import report_html
from tests.browser.conftest import NewVisitor
from tests.learning.test_report import CARD, report


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page is."""
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report_html(*report(words=True), CARD), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [320, 375, 1100])
def test_nothing_runs_out_of_the_page(page: str, new_visitor: NewVisitor, width: int) -> None:
    reading = new_visitor(width=width).page
    reading.goto(page)
    assert reading.evaluate("document.documentElement.scrollWidth") == width
    reading.locator("summary").first.click()
    assert reading.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_report_keeps_nobody_out(page: str, new_visitor: NewVisitor, dark: bool) -> None:
    reader = new_visitor(dark=dark)
    reader.page.goto(page)
    assert reader.barriers() == []


def test_the_report_asks_for_nothing_from_anywhere(page: str, new_visitor: NewVisitor) -> None:
    asked: list[str] = []
    reading = new_visitor().page
    reading.on("request", lambda request: asked.append(request.url))
    reading.goto(page)
    assert asked == [page]
