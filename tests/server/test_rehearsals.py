"""Rehearsals over HTTP: started, watched, looked into, made into stories, and taken up again after a restart."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dajeong.playbook.story import stories_of
from dajeong.settings import Settings
from tests.server.conftest import ROOT, LiveServer
from tests.server.test_session import Browser, new_password

HERE = "/api/studio/playbooks/parcel"
RUNS = f"{HERE}/rehearsals"
PATIENCE = 120.0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


def opened(data: Path) -> tuple[LiveServer, Browser]:
    settings = Settings(data=data, reader="light")
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    browser = Browser(server.start())
    assert browser.sign_in().status_code == 200
    return server, browser


@pytest.fixture(scope="module")
def browser(data: Path) -> Iterator[Browser]:
    server, browser = opened(data)
    yield browser
    server.stop()


def started(browser: Browser, **body: Any) -> str:
    answer = browser.send("POST", RUNS, {"customers": 12, "seed": 3, "of": "draft"} | body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def shown(browser: Browser, run: str) -> dict[str, Any]:
    return dict(browser.http.get(f"{RUNS}/{run}").json())


def over(browser: Browser, run: str) -> dict[str, Any]:
    """The rehearsal once nothing of it is played any more."""
    until = time.monotonic() + PATIENCE
    while (found := shown(browser, run))["run"]["state"] in ("waiting", "running"):
        assert time.monotonic() < until, found["run"]
        time.sleep(0.1)
    return found


@pytest.fixture(scope="module")
def finished(browser: Browser) -> dict[str, Any]:
    return over(browser, started(browser))


def file(browser: Browser, path: str) -> dict[str, Any] | None:
    files = browser.http.get(f"{HERE}/draft").json()["files"]
    return next((each for each in files if each["path"] == path), None)


def save(browser: Browser, path: str, text: str) -> None:
    now = file(browser, path)
    answer = browser.send(
        "PUT", f"{HERE}/draft/files/{path}", {"text": text}, **{"If-Match": str(now["revision"] if now else 0)}
    )
    assert answer.status_code == 200


def test_a_folders_customers_come_into_the_draft_and_leave_it_unchanged(browser: Browser) -> None:
    cast = browser.http.get(f"{HERE}/customers").json()
    assert cast["playable"] and not cast["mistakes"] and len(cast["customers"]) >= 20
    assert {"cup_handle", "glass_near_child"} <= {each["id"] for each in cast["customers"]}
    assert {each["temper"] for each in cast["customers"]} <= {
        "patient", "ordinary", "hurried", "anxious", "quick_to_anger", "weary", "distrustful", "gentle",
    }  # fmt: skip
    assert not browser.http.get(f"{HERE}/draft").json()["changed"]


def test_a_rehearsal_is_played_to_its_end_and_says_what_it_came_to(browser: Browser, finished: dict[str, Any]) -> None:
    run, summary = finished["run"], finished["summary"]
    assert (run["state"], run["done"], run["by"], run["of"]) == ("finished", 12, "소라", "draft")
    assert summary["conversations"] == 12
    assert run["goal_success"] == pytest.approx(summary["goal_success"], abs=0.001)
    assert all(sum(each.values()) == 12 for each in summary["verdicts"].values())
    assert {spot["step"] for spot in summary["heat"]} <= set(finished["steps"])
    assert [each["id"] for each in browser.http.get(RUNS).json()][-1] == run["id"]
    assert sum(each["conversations"] for each in summary["by_customer"].values()) == 12


def test_conversations_are_found_by_customer_verdict_and_the_step_they_left(
    browser: Browser, finished: dict[str, Any]
) -> None:
    place, summary = f"{RUNS}/{finished['run']['id']}/conversations", finished["summary"]
    all_of_them = browser.http.get(place).json()
    assert [each["number"] for each in all_of_them["conversations"]] == list(range(12))
    customer, counts = next(iter(summary["by_customer"].items()))
    theirs = browser.http.get(place, params={"customer": customer}).json()
    assert theirs["total"] == counts["conversations"]
    for name, judged in summary["verdicts"].items():
        found = browser.http.get(place, params={"verdict": name}).json()
        assert found["total"] == judged.get("failed", 0)
    for spot in summary["heat"]:
        assert browser.http.get(place, params={"step": spot["step"]}).json()["total"] == spot["left"]
    rest = browser.http.get(place, params={"from": 10}).json()
    assert [each["number"] for each in rest["conversations"]] == [10, 11] and rest["next"] is None
    one = browser.http.get(f"{place}/4").json()
    assert one["result"]["number"] == 4 and one["customer"]["id"] == one["result"]["customer"]
    assert browser.http.get(f"{place}/12").json()["code"] == "no_such_rehearsal"


def test_a_conversation_becomes_a_story_that_holds(browser: Browser, finished: dict[str, Any]) -> None:
    place = f"{RUNS}/{finished['run']['id']}/conversations"
    for number in range(12):
        kept = browser.send("POST", f"{place}/{number}/story")
        assert kept.status_code == 201, kept.text
        [story] = stories_of(kept.json()["file"]["text"])
        lines = browser.http.get(f"{place}/{number}").json()["result"]["lines"]
        said = next(line["text"] for line in lines if line["by"] == "customer")
        assert said in (story.lines[0].customer or "")
    twice = browser.send("POST", f"{place}/0/story").json()
    assert twice["title"].endswith("(2)")
    told = browser.send("POST", f"{HERE}/tries/stories", {"files": {}}).json()["stories"]
    ours = [each for each in told if each["title"].endswith("(2)") or each["title"][-1].isdecimal()]
    assert len(ours) >= 13 and all(not each["faults"] and not each["stopped"] for each in ours)


def test_the_same_customers_against_the_same_words_come_out_the_same(
    browser: Browser, finished: dict[str, Any]
) -> None:
    again = over(browser, started(browser))["run"]["id"]
    found = browser.http.get(f"{RUNS}/{again}/compare/{finished['run']['id']}").json()
    assert found["conversations"] == 12 and not found["flips"] and not found["better"] and not found["worse"]


def test_a_second_rehearsal_waits_and_one_that_waits_can_be_taken_back(browser: Browser) -> None:
    first, second = started(browser, customers=150), started(browser)
    waiting = shown(browser, second)
    assert (waiting["run"]["state"], waiting["run"]["ahead"]) == ("waiting", 1)
    assert browser.send("DELETE", f"{RUNS}/{second}").json()["code"] == "still_playing"
    assert browser.send("POST", f"{RUNS}/{second}/stop").json()["state"] == "stopped"
    assert browser.send("DELETE", f"{RUNS}/{second}").status_code == 204
    assert browser.http.get(f"{RUNS}/{second}").json()["code"] == "no_such_rehearsal"
    assert browser.send("POST", f"{RUNS}/{first}/stop").status_code == 200
    stopped = over(browser, first)["run"]
    assert stopped["state"] == "stopped" and stopped["done"] < 200


def test_mistakes_in_customers_are_told_with_their_lines_and_keep_a_rehearsal_from_starting(browser: Browser) -> None:
    save(
        browser,
        "customers/new.yaml",
        "customers:\n  - id: lost\n    goal: {intent: no_such_thing}\n    says: {opens: [네?]}\n",
    )
    [mistake] = browser.http.get(f"{HERE}/customers").json()["mistakes"]
    assert (mistake["path"], mistake["line"]) == ("customers/new.yaml", 3)
    assert browser.send("POST", RUNS, {"customers": 10}).json()["code"] == "bad_customers"
    now = file(browser, "customers/new.yaml")
    assert now is not None
    gone = browser.send("DELETE", f"{HERE}/draft/files/customers/new.yaml", **{"If-Match": str(now["revision"])})
    assert gone.status_code == 200
    assert browser.send("POST", RUNS, {"customers": 5}).status_code == 422


def test_a_rehearsal_goes_on_after_a_restart(tmp_path: Path) -> None:
    server, browser = opened(tmp_path)
    run = started(browser, customers=60)
    until = time.monotonic() + PATIENCE
    while shown(browser, run)["run"]["done"] < 5:
        assert time.monotonic() < until
        time.sleep(0.05)
    server.stop()
    server, browser = opened(tmp_path)
    try:
        found = over(browser, run)
        assert (found["run"]["state"], found["run"]["done"]) == ("finished", 60)
        assert found["summary"]["conversations"] == 60
    finally:
        server.stop()


def test_nobody_looks_at_rehearsals_without_signing_in(browser: Browser) -> None:
    stranger = Browser(str(browser.http.base_url))
    for answer in (stranger.http.get(RUNS), stranger.http.get(f"{HERE}/customers"), stranger.send("POST", RUNS, {})):
        assert answer.status_code == 401
