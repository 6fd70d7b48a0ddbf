"""Trying a draft over HTTP: unsaved texts lie over it, nothing is kept but the story somebody asked to keep."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dajeong.server.routes.tries import story_path
from dajeong.settings import Settings
from tests.server.conftest import ROOT, LiveServer
from tests.server.test_session import Browser, new_password

HERE = "/api/studio/playbooks/parcel/tries"
LATE = {"say": "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    yield server.start()
    server.stop()


@pytest.fixture(scope="module")
def browser(address: str) -> Browser:
    found = Browser(address)
    assert found.sign_in().status_code == 200
    return found


def tried(browser: Browser, *lines: dict[str, Any], files: dict[str, str | None] | None = None) -> dict[str, Any]:
    answer = browser.send("POST", HERE, {"files": files or {}, "lines": lines})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def said(came: dict[str, Any]) -> str:
    return "\n".join(line["reply"]["text"] for line in came["lines"] if line["by"] == "assistant")


def draft_file(browser: Browser, path: str) -> str:
    files = browser.http.get("/api/studio/playbooks/parcel/draft").json()["files"]
    return next(str(each["text"]) for each in files if each["path"] == path)


def test_unsaved_words_are_said_in_the_try_and_to_nobody_else(browser: Browser) -> None:
    empathy = draft_file(browser, "empathy.yaml")
    over = {"empathy.yaml": empathy.replace("마음 졸이셨죠", "애타셨죠")}
    assert "애타셨죠" in said(tried(browser, LATE, files=over)["tried"]["came"][0])
    assert "마음 졸이셨죠" in said(tried(browser, LATE)["tried"]["came"][0])
    assert draft_file(browser, "empathy.yaml") == empathy
    assert browser.http.get("/api/studio/conversations").json()["total"] == 0


def test_customers_see_their_own_numbers_and_the_reading_does_not(browser: Browser) -> None:
    came = tried(browser, LATE, {"say": "제 번호는 010-2345-6789예요"})["tried"]["came"][1]
    line = next(line for line in came["lines"] if line["by"] == "customer")
    assert "010-2345-6789" not in line["text"] and line["hidden"]


def test_a_draft_with_errors_is_not_played_and_says_why(browser: Browser) -> None:
    answer = tried(browser, LATE, files={"persona.yaml": "name: ["})
    assert answer["tried"] is None
    assert answer["findings"] and all(each["severity"] == "error" for each in answer["findings"])


def test_a_draft_counts_as_tried_once_somebody_has_played_it(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    browser = Browser(server.start())
    assert browser.sign_in().status_code == 200

    def since() -> str | None:
        at: str | None = browser.http.get("/api/studio/playbooks/parcel/draft").json()["tried_at"]
        return at

    tried(browser)
    tried(browser, LATE, files={"persona.yaml": "name: ["})
    assert since() is None
    tried(browser, LATE)
    first = since()
    assert first is not None
    tried(browser, LATE)
    assert since() == first
    server.stop()


def test_ten_feelings_stand_side_by_side(browser: Browser) -> None:
    answer = browser.send("POST", f"{HERE}/feelings", {"lines": [LATE], "strength": 0.9}).json()
    assert len(answer["each"]) == 10 and answer["strength"] == 0.9
    assert len({each["replies"][0]["moves"][0] for each in answer["each"]}) > 2
    nothing = browser.send("POST", f"{HERE}/feelings", {"lines": []})
    assert (nothing.status_code, nothing.json()["code"]) == (422, "nothing_to_feel")


def test_a_try_is_kept_as_a_story_of_the_draft(browser: Browser) -> None:
    body = {"title": "늦은 택배를 걱정하는 고객", "lines": [LATE, {"say": "DJ20261101"}]}
    kept = browser.send("POST", f"{HERE}/story", body)
    assert kept.status_code == 201
    path = "tests/늦은-택배를-걱정하는-고객.yaml"
    assert kept.json()["file"]["path"] == path
    text = draft_file(browser, path)
    assert "policy: waiting_and_worried" in text and "step: ask_order" in text and "마음 졸이셨죠" not in text
    assert browser.send("POST", f"{HERE}/story", body).json()["file"]["path"].endswith("고객-2.yaml")
    assert tried(browser, LATE)["tried"] is not None


def test_the_stories_of_a_draft_are_told_anew_and_taken_over_when_the_change_is_wanted(browser: Browser) -> None:
    lines = [{"say": "환불하고 싶어요", "if_felt": {"emotion": "anger", "strength": 0.9}}]
    kept = browser.send("POST", f"{HERE}/story", {"title": "화난 환불", "lines": lines}).json()
    path = kept["file"]["path"]

    def story(**files: str) -> dict[str, Any]:
        answer = browser.send("POST", f"{HERE}/stories", {"files": files})
        assert answer.status_code == 200, answer.text
        return next(each for each in answer.json()["stories"] if each["path"] == path)

    assert story()["faults"] == [] and story()["lines"][0]["if_felt"]["emotion"] == "anger"
    wrong = kept["file"]["text"].replace("[apologise", "[thank")
    [fault] = story(**{path: wrong})["faults"]
    assert fault["what"] == "moves" and fault["expected"][0] == "thank" and fault["was"][0] == "apologise"
    again = browser.send("POST", f"{HERE}/story", {"title": "화난 환불", "lines": lines, "path": path})
    assert again.json()["file"]["path"] == path and again.json()["file"]["revision"] > kept["file"]["revision"]
    elsewhere = browser.send("POST", f"{HERE}/story", {"title": "x", "lines": lines, "path": "persona.yaml"})
    assert elsewhere.status_code == 422


def test_a_story_stays_on_its_day_when_a_change_is_taken_over(browser: Browser) -> None:
    kept = browser.send("POST", f"{HERE}/story", {"title": "연말 환불", "lines": [LATE]}).json()["file"]
    [day] = re.findall(r"^day: .*$", kept["text"], flags=re.MULTILINE)
    moved = {"text": kept["text"].replace(day, "day: '2025-12-31'")}
    place, seen = f"/api/studio/playbooks/parcel/draft/files/{kept['path']}", {"If-Match": f'"{kept["revision"]}"'}
    assert browser.send("PUT", place, moved, **seen).status_code == 200
    again = browser.send("POST", f"{HERE}/story", {"title": "연말 환불", "lines": [LATE], "path": kept["path"]})
    assert "day: '2025-12-31'" in again.json()["file"]["text"]


def test_a_file_that_is_no_story_is_named(browser: Browser) -> None:
    answer = browser.send(
        "POST", f"{HERE}/stories", {"files": {"tests/broken.yaml": "story: [", "tests/list.yaml": "- 1"}}
    )
    assert answer.json()["unreadable"] == ["tests/broken.yaml", "tests/list.yaml"]
    broken = browser.send("POST", f"{HERE}/stories", {"files": {"persona.yaml": "name: ["}}).json()
    assert not broken["playable"]


@pytest.mark.parametrize(
    "line", [{}, {"say": "a", "press": "b"}, {"press": "a", "if_felt": {"emotion": "anger"}}, {"say": "a" * 5_000}]
)
def test_a_line_is_one_thing_and_of_a_reasonable_length(browser: Browser, line: dict[str, Any]) -> None:
    answer = browser.send("POST", HERE, {"lines": [line]})
    assert (answer.status_code, answer.json()["code"]) == (422, "unfit_request")


def test_an_empty_message_is_said_to_be_one(browser: Browser) -> None:
    answer = browser.send("POST", HERE, {"lines": [{"say": "  "}]})
    assert answer.status_code == 422 and answer.json()["code"] != "broken"


def test_nobody_tries_without_signing_in(address: str) -> None:
    stranger = Browser(address)
    for path in ("", "/feelings", "/story"):
        assert stranger.send("POST", f"{HERE}{path}", {"lines": [LATE], "title": "x"}).status_code == 401


def test_a_story_is_kept_under_its_own_words() -> None:
    assert story_path("A lost card!", []) == "tests/a-lost-card.yaml"
    assert story_path("../../etc/passwd", []) == "tests/etc-passwd.yaml"
    assert story_path("…", ["tests/story.yaml"]) == "tests/story-2.yaml"
