"""`dajeong test`: what somebody at a keyboard and a CI see of the stories of a playbook."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

STORY = """\
story: 늦은 주문
playbook: my_shop
lines:
  - customer: 주문한 거 지금 어디쯤 왔어요?
    expect: {scenario: order_status, moves: [ask]}  # 번호부터
"""


@pytest.fixture
def shop(run: Run, tmp_path: Path) -> Path:
    run("new", "my_shop")
    (tmp_path / "my_shop" / "tests").mkdir()
    (tmp_path / "my_shop" / "tests" / "late.yaml").write_text(STORY, encoding="utf-8")
    return tmp_path / "my_shop"


def test_stories_that_hold_are_counted_with_those_of_the_policies(run: Run, shop: Path) -> None:
    said = run("test", "my_shop", "--junit", "out/dajeong.xml")
    assert said.code == 0 and "1 of 1 stories hold, 19 of 19 made from empathy policies." in said.out
    root = ElementTree.parse(shop.parent / "out" / "dajeong.xml").getroot()
    assert (root.get("name"), root.get("failures"), root.get("errors")) == ("my_shop", "0", "0")


def test_a_story_that_broke_is_shown_and_ends_with_1(run: Run, shop: Path) -> None:
    (shop / "tests" / "late.yaml").write_text(STORY.replace("[ask]", "[inform]"), encoding="utf-8")
    said = run("test", "my_shop", "--no-policies")
    assert said.code == 1
    assert "늦은 주문\n" in said.out and "customer   주문한 거 지금 어디쯤 왔어요?" in said.out
    assert "my_shop/tests/late.yaml:5: moves: expected inform, was ask" in said.out
    assert "0 of 1 stories hold." in said.out


def test_what_happens_now_is_taken_over_when_asked_for(run: Run, shop: Path) -> None:
    (shop / "tests" / "late.yaml").write_text(STORY.replace("[ask]", "[inform]"), encoding="utf-8")
    said = run("test", "my_shop", "--no-policies", "--update")
    assert said.code == 0 and "updated my_shop/tests/late.yaml:5: moves: inform -> ask" in said.out
    assert "moves: [ask]" in (shop / "tests" / "late.yaml").read_text(encoding="utf-8")
    whole = (shop / "tests" / "late.yaml").stat().st_mtime_ns
    assert "updated" not in run("test", "my_shop", "--no-policies", "--update").out
    assert (shop / "tests" / "late.yaml").stat().st_mtime_ns == whole


def test_what_is_taken_over_keeps_the_line_ends_of_windows(run: Run, shop: Path) -> None:
    file = shop / "tests" / "late.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + STORY.replace("[ask]", "[inform]").replace("\n", "\r\n").encode())
    assert run("test", "my_shop", "--no-policies", "--update").code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfstory: ") and file.read_bytes().count(b"\r\n") == 5


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_played(run: Run, shop: Path) -> None:
    (shop / "tests" / "bad.yaml").write_text("story: 나쁜 이야기\nlines: 하나\n", encoding="utf-8")
    said = run("test", "my_shop", "--no-policies")
    assert said.code == 1 and "my_shop/tests/bad.yaml:2: lines: " in said.out and "1 of 1 stories hold" in said.out


def test_everything_is_one_object_for_a_program(run: Run, shop: Path) -> None:
    (shop / "empathy.yaml").write_text(
        "extends: default\npolicies:\n  - {id: torn, when: {mood: worried, emotion: anger}, moves: [inform]}\n", "utf-8"
    )
    said = run("test", "my_shop", "--json")
    found = json.loads(said.out)
    assert said.code == 1 and found["counts"]["stories_hold"] == 1
    [torn] = [each for each in found["outcomes"] if not each["holds"]]
    assert (torn["title"], torn["path"], torn["line"]) == ("torn", "empathy.yaml", 3)


def test_a_playbook_that_cannot_be_played_is_one_sentence(run: Run, shop: Path) -> None:
    (shop / "persona.yaml").write_text("warmth: icy\n", encoding="utf-8")
    said = run("test", "my_shop")
    assert said.code == 1 and "persona.yaml" in said.err and "Traceback" not in said.err
