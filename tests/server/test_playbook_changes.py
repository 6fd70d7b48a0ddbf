"""A playbook that changes, or breaks, while customers are talking."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from dajeong.playbook.draft import new_playbook
from tests.browser.running_server import RunningServer
from tests.server.conftest import PATIENCE, open_chat


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in new_playbook("hello", "ko").items():
        path = tmp_path / "hello" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "hello"


@pytest.fixture
def http(folder: Path, tmp_path: Path) -> Iterator[httpx2.Client]:
    running = RunningServer([folder], tmp_path / "data").start()
    with httpx2.Client(base_url=running.address, timeout=PATIENCE) as client:
        yield client
    running.stop()


def title(http: httpx2.Client) -> bool:
    return "새로운 이름의 가게" in http.get("/").text


def test_a_playbook_that_breaks_leaves_the_last_good_one_and_a_mended_one_is_taken_over(
    http: httpx2.Client, folder: Path
) -> None:
    talking = open_chat(http, "hello")
    playbook = folder / "playbook.yaml"
    good = playbook.read_text(encoding="utf-8")
    for broken in (good + "\n  : [unfinished", "name: hello\nlanguage: klingon\n", ""):
        playbook.write_text(broken, encoding="utf-8")
        time.sleep(2.2)
        assert talking.ask("안녕하세요")["text"]
        assert open_chat(http, "hello").ask("안녕하세요")["text"]
    lines = ["title: 새로운 이름의 가게" if line.startswith("title:") else line for line in good.splitlines()]
    playbook.write_text("\n".join(lines) + "\n", encoding="utf-8")
    until = time.monotonic() + PATIENCE
    while not title(http):
        assert time.monotonic() < until, "The mended playbook was not taken over."
        time.sleep(0.2)
    assert talking.ask("여보세요")["text"]
