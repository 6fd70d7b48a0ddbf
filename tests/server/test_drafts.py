"""Drafts over HTTP: begun from what is in force, changed with the revision that was seen, checked, and given back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dajeong.settings import Settings
from tests.server.conftest import ROOT, LiveServer
from tests.server.test_session import Browser, new_password

HERE = "/api/studio/playbooks/parcel"


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


def draft(browser: Browser, name: str = "parcel") -> dict[str, Any]:
    answer = browser.http.get(f"/api/studio/playbooks/{name}/draft")
    answer.raise_for_status()
    return dict(answer.json())


def file(browser: Browser, path: str) -> dict[str, Any]:
    return next(dict(each) for each in draft(browser)["files"] if each["path"] == path)


def save(browser: Browser, path: str, text: str, revision: int) -> Any:
    return browser.send("PUT", f"{HERE}/draft/files/{path}", {"text": text}, **{"If-Match": f'"{revision}"'})


def some_scenario() -> str:
    return next(path.name for path in sorted((ROOT / "examples" / "parcel" / "scenarios").glob("*.yaml")))


def test_a_published_playbook_has_its_version_as_its_first_draft(browser: Browser) -> None:
    seen = draft(browser)
    assert seen["base"] and seen["publishable"] and not seen["changed"]
    assert file(browser, "persona.yaml")["text"] == Path(ROOT / "examples/parcel/persona.yaml").read_text()


def test_two_people_do_not_overwrite_each_other(browser: Browser) -> None:
    path = f"scenarios/{some_scenario()}"
    before = file(browser, path)
    mine = save(browser, path, before["text"] + "# mine\n", before["revision"])
    assert mine.status_code == 200 and mine.json()["file"]["revision"] == before["revision"] + 1
    theirs = save(browser, path, before["text"] + "# theirs\n", before["revision"])
    assert theirs.status_code == 412 and theirs.json()["code"] == "revision_conflict"
    assert theirs.json()["theirs"]["text"].endswith("# mine\n")
    assert file(browser, path)["text"].endswith("# mine\n")
    assert path in draft(browser)["changed"]


def test_a_finding_says_on_which_step_it_is(browser: Browser) -> None:
    path = f"scenarios/{some_scenario()}"
    text = "title: 시험\nsteps:\n  - id: hello\n    say: 안녕하세요 {nobody_said_it}\n"
    found = browser.send("POST", f"{HERE}/draft/check", {"files": {path: text}}).json()
    [finding] = [each for each in found["findings"] if each["line"] == 4 and each["file"] == path]
    assert finding["where"][:4] == ["scenarios", path[10:-5], "steps", 0]
    assert not found["publishable"]
    assert file(browser, path)["text"] != text
    told = browser.send("POST", f"{HERE}/draft/check", {"files": {path: text}}, **{"Accept-Language": "en-GB"}).json()
    [english] = [each for each in told["findings"] if each["line"] == 4 and each["file"] == path]
    assert (finding["message"], english["message"]) == (
        "{nobody_said_it} 자리를 채울 것이 없어요.",
        "Nothing fills {nobody_said_it}.",
    )


def test_what_is_no_file_of_a_playbook_is_refused_with_a_sentence(browser: Browser) -> None:
    for path in ("../persona.yaml", "scenarios/.hidden.yaml", "actions.py", "sceanrios/a.yaml", "a/b/c.yaml"):
        answer = save(browser, path.replace("..", "%2e%2e"), "a: 1\n", 0)
        assert answer.status_code == 422 and answer.json()["message"].endswith("."), path
    for text in ("a\0b", "가" * 400_000):
        assert save(browser, "scenarios/new.yaml", text, 0).status_code == 422
    assert save(browser, "scenarios/new.yaml", "가" * 3_000_000, 0).status_code == 413
    assert "scenarios/new.yaml" not in {each["path"] for each in draft(browser)["files"]}


def test_what_is_discarded_or_deleted_can_be_brought_back(browser: Browser) -> None:
    persona = file(browser, "persona.yaml")
    changed = save(browser, "persona.yaml", persona["text"] + "# 고침\n", persona["revision"]).json()["file"]
    gone = browser.send("POST", f"{HERE}/draft/discard").json()
    assert not gone["draft"]["changed"] and file(browser, "persona.yaml")["text"] == persona["text"]
    [before] = [each for each in gone["before"] if each["path"] == "persona.yaml"]
    assert before["text"] == changed["text"]
    now = file(browser, "persona.yaml")
    url = f"{HERE}/draft/files/persona.yaml"
    assert browser.send("DELETE", url, **{"If-Match": str(persona["revision"])}).status_code == 412
    assert browser.send("DELETE", url, **{"If-Match": str(now["revision"])}).status_code == 200
    assert save(browser, "persona.yaml", before["text"], 0).status_code == 200


def test_a_new_playbook_runs_and_bears_its_own_name(browser: Browser) -> None:
    body = {"name": "my_shop", "title": "꽃집 “봄”: 상담", "language": "ko", "from": None}
    begun = browser.send("POST", "/api/studio/playbooks", body)
    assert begun.status_code == 201 and begun.json()["publishable"] and begun.json()["base"] is None
    assert begun.json()["title"] == body["title"] and begun.json()["changed"]
    assert browser.send("POST", "/api/studio/playbooks", body).json()["code"] == "name_taken"
    copy = browser.send("POST", "/api/studio/playbooks", body | {"name": "second", "title": "둘째", "from": "parcel"})
    assert copy.json()["title"] == "둘째" and copy.json()["publishable"]
    listed = {each["name"]: each for each in browser.http.get("/api/studio/playbooks").json()["playbooks"]}
    assert listed["parcel"]["published"] and not listed["second"]["published"]
    assert browser.send("POST", "/api/studio/playbooks", body | {"name": "내 가게"}).status_code == 400


def test_nobody_changes_a_draft_without_the_token_of_our_page(browser: Browser, address: str) -> None:
    persona = file(browser, "persona.yaml")
    url, match = f"{HERE}/draft/files/persona.yaml", {"If-Match": str(persona["revision"])}
    assert browser.http.put(url, json={"text": "a: 1"}, headers=match).status_code == 403
    assert Browser(address).send("PUT", url, {"text": "a: 1"}, **match).status_code == 401
    assert file(browser, "persona.yaml") == persona
