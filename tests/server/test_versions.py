"""Versions over HTTP: a draft is published while people talk, rolled back with recall, and a second one tried beside it."""

from collections.abc import Iterator
from typing import Any

import pytest

from dajeong.settings import Settings
from tests.server.conftest import ROOT, LiveServer, open_chat
from tests.server.test_drafts import draft
from tests.server.test_session import Browser, new_password

HERE = "/api/studio/playbooks/parcel"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    settings = Settings(
        data=tmp_path_factory.mktemp("data"), actions={"parcel": str(ROOT / "examples" / "parcel" / "actions.py")}
    )
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    found = Browser(server.start())
    assert found.sign_in().status_code == 200
    yield found
    server.stop()


def seen(browser: Browser) -> dict[str, int]:
    return {each["path"]: each["revision"] for each in draft(browser)["files"]}


def write(browser: Browser, path: str, old: str, new: str) -> None:
    file = next(each for each in draft(browser)["files"] if each["path"] == path)
    assert old in file["text"]
    body, match = {"text": file["text"].replace(old, new, 1)}, {"If-Match": str(file["revision"])}
    assert browser.send("PUT", f"{HERE}/draft/files/{path}", body, **match).status_code == 200


def publish(browser: Browser, note: str = "") -> Any:
    return browser.send("POST", f"{HERE}/publish", {"note": note, "revisions": seen(browser)})


def versions(browser: Browser) -> list[dict[str, Any]]:
    return list(browser.http.get(f"{HERE}/versions").json()["versions"])


def test_a_draft_is_published_while_people_talk_and_rolled_back_with_recall(browser: Browser) -> None:
    [first] = versions(browser)
    assert first["in_force"] and first["share"] == 100
    assert publish(browser).json()["code"] == "nothing_changed"
    talking = open_chat(browser.http)
    write(browser, "playbook.yaml", "title:", "title: 새벽 배송 · ")
    old = seen(browser)
    write(browser, "playbook.yaml", "새벽 배송 · ", "한밤 배송 · ")
    assert browser.send("POST", f"{HERE}/publish", {"note": "", "revisions": old}).json()["code"] == "revision_conflict"
    published = publish(browser, "한밤에도 배송해요")
    assert published.status_code == 201
    now, before = published.json()["versions"]
    assert (now["note"], now["by"], now["in_force"], before["in_force"]) == ("한밤에도 배송해요", "소라", True, False)
    assert talking.ask("안녕하세요")["text"]
    listed = browser.http.get("/api/studio/playbooks").json()["playbooks"]
    assert [each["title"][:6] for each in listed if each["name"] == "parcel"] == ["한밤 배송 "[:6]]
    assert browser.http.get(f"{HERE}/versions/{first['version']}/files").json() != (
        browser.http.get(f"{HERE}/versions/draft/files").json()
    )
    back = browser.send(
        "POST", f"{HERE}/versions/{first['version']}/put-in-force", {"note": "되돌려요", "recall": now["version"]}
    )
    assert back.status_code == 200 and [each["recalled"] for each in back.json()["versions"]] == [False, True, False]
    assert back.json()["versions"][0]["version"] == first["version"]
    assert talking.ask("택배가 어디쯤 왔나요?")["text"]


def test_two_versions_are_compared_in_the_language_that_is_asked_for(browser: Browser) -> None:
    now, before = (each["version"] for each in versions(browser)[:2])
    asked = {"before": before, "after": now}
    korean = browser.http.get(f"{HERE}/compare", params=asked).json()
    assert [each["what"] for each in korean["changes"]] == ["플레이북에서 제목이 바뀌었어요."]
    assert korean["changes"][0]["before"].startswith("한밤 배송") and korean["changes"][0]["where"] == [
        "playbook",
        "title",
    ]
    assert [each["path"] for each in korean["files"]] == ["playbook.yaml"]
    english = browser.http.get(f"{HERE}/compare", params=asked | {"language": "en"}).json()
    assert [each["what"] for each in english["changes"]] == ["The title of the playbook changed."]
    assert browser.http.get(f"{HERE}/compare", params={"before": now, "after": now}).json() == {
        "changes": [],
        "files": [],
    }
    assert browser.http.get(f"{HERE}/compare", params={"before": now, "after": "nothing"}).status_code == 404


def test_a_draft_with_errors_is_not_published_and_its_errors_are_told(browser: Browser) -> None:
    write(browser, "playbook.yaml", "name: parcel", "name: 소포 상담")
    refused = publish(browser)
    assert refused.status_code == 422 and refused.json()["findings"][0]["file"] == "playbook.yaml"
    write(browser, "playbook.yaml", "name: 소포 상담", "name: parcel")


def test_a_second_version_gets_a_share_until_another_one_is_in_force(browser: Browser) -> None:
    current, recalled = versions(browser)[0]["version"], versions(browser)[1]["version"]
    for version in (current, recalled):
        refused = browser.send("PUT", f"{HERE}/share", {"version": version, "percent": 10})
        assert refused.status_code == 409 and refused.json()["code"] == "unfit_share"
    tried = browser.send("POST", f"{HERE}/publish", {"note": "다시", "percent": 30, "revisions": seen(browser)}).json()
    assert (tried["versions"][0]["share"], tried["share"]["percent"], tried["share"]["version"]) == (30, 70, current)
    shared = browser.send("PUT", f"{HERE}/share", {"version": current, "percent": 40})
    assert shared.status_code == 200 and shared.json()["share"]["percent"] == 40
    assert versions(browser)[0]["share"] == 60 and versions(browser)[1]["share"] == 40
    assert browser.send("DELETE", f"{HERE}/share").json()["share"] is None
    assert browser.send("PUT", f"{HERE}/share", {"version": current, "percent": 100}).status_code == 422
