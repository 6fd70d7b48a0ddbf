"""A real Chromium, a real server and pages of a shop, for tests as a customer has it."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from dajeong.playbook.draft import new_playbook
from tests.browser.running_server import ROOT, RunningServer
from tests.browser.visitor import Visitor

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
NewVisitor = Callable[..., Visitor]
# Two browsers and two servers share this machine: a page may take this long (milliseconds) before it counts as missing.
expect.set_options(timeout=20_000)


def quick_parcel(into: Path) -> Path:
    """The example shop, with the shortest waiting times there may be."""
    folder = shutil.copytree(ROOT / "examples" / "parcel", into / "parcel")
    playbook = folder / "playbook.yaml"
    quick = "timing: {silence_after: 600, close_after: 600, survey_waits: 600}"
    text, changed = re.subn(r"^timing: .*$", quick, playbook.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert changed == 1
    playbook.write_text(text, encoding="utf-8")
    return folder


def english_playbook(into: Path) -> Path:
    """What ``dajeong new --english`` makes."""
    folder = into / "hello"
    for name, text in new_playbook("hello", "en").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that stays up."""
    place = tmp_path_factory.mktemp("server")
    running = RunningServer([quick_parcel(place), english_playbook(place)], place / "data").start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Not for the whole session: the driver's event loop would be in the way of asynchronous tests."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium is missing: ./run test installs it, or names it in CHROMIUM."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield chromium
        chromium.close()


@pytest.fixture
def new_visitor(browser: Browser) -> Iterator[NewVisitor]:
    """Makes customers with a browser of their own: ``new_visitor(width=320, dark=True, language="en")``."""
    contexts = []
    broken: list[Error] = []

    def make(
        width: int = 1100, height: int = 760, *, dark: bool = False, language: str = "ko", **more: bool
    ) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale={"ko": "ko-KR", "en": "en-GB"}[language],
            **more,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(error))
        return Visitor(page)

    yield make
    for context in contexts:
        context.close()
    assert not broken, f"A script broke: {broken}"
