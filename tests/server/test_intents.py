"""Intents of a draft over HTTP: checked, tried, imported and exported; and nothing of it is stored."""

import io
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from dajeong.settings import Settings
from tests.server.conftest import PATIENCE, ROOT, LiveServer, open_chat
from tests.server.test_session import Browser, new_password

HERE = "/api/studio/playbooks/parcel/intents"
OTHER = "intents/extra.yaml"
TWIN = """late_again:
  title: 배송이 늦음
  examples:
    - 주문한 게 여태 안 왔는데요
    - 시킨 물건이 너무 안 와요
    - 택배가 늦어서 속상해요
    - 배송이 또 늦어지네요
    - 왜 여태 안 와요
"""


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


def asked(browser: Browser, what: str, **body: Any) -> dict[str, Any]:
    answer = browser.send("POST", f"{HERE}/{what}", body)
    answer.raise_for_status()
    return dict(answer.json())


def sent(browser: Browser, raw: bytes, name: str = "a.csv") -> Any:
    headers = {"Content-Type": "application/octet-stream", "X-CSRF-Token": browser.csrf}
    return browser.http.post(f"{HERE}/import", params={"file": name}, content=raw, headers=headers)


def test_an_intent_that_says_what_another_says_is_found_before_it_is_saved(browser: Browser) -> None:
    before, after = asked(browser, "check"), asked(browser, "check", files={OTHER: TWIN})
    assert after["intents"] == before["intents"] + 1 and after["right"] < before["right"]
    pairs = {frozenset((each["one"], each["two"])) for each in after["overlaps"]}
    assert frozenset(("parcel_late", "late_again")) in pairs
    files = browser.http.get("/api/studio/playbooks/parcel/draft").json()["files"]
    assert OTHER not in [file["path"] for file in files]


def test_a_mistake_in_another_file_does_not_hinder_the_check(browser: Browser) -> None:
    assert asked(browser, "check", files={"persona.yaml": "name: [\n"})["examples"] > 300


def test_a_sentence_is_read_with_the_draft_and_explained(browser: Browser) -> None:
    said = asked(browser, "sentence", text="제가 시킨 택배가 아직도 안 왔어요")
    assert said["intent"] == "parcel_late" and said["near"] and said["deciding"]
    without = asked(
        browser, "sentence", text="제가 시킨 택배가 아직도 안 왔어요", files={"intents/delivery.yaml": None}
    )
    assert without["intent"] != "parcel_late"


def test_a_table_is_shown_and_nothing_is_stored(browser: Browser) -> None:
    before = browser.http.get("/api/studio/playbooks/parcel/draft").json()["files"]
    answer = sent(browser, "의도,예문\nrefund,돈을 돌려받고 싶어요\n".encode("cp949"), "예문.csv")
    assert answer.status_code == 200 and answer.json()["encoding"] == "cp949"
    assert answer.json()["sheets"][0]["rows"][1] == ["refund", "돈을 돌려받고 싶어요"]
    assert browser.http.get("/api/studio/playbooks/parcel/draft").json()["files"] == before


def test_bad_files_are_refused_with_a_code_and_no_word_of_theirs_reaches_the_log(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert (sent(browser, b"a" * 20_000_000).status_code, sent(browser, b"a" * 6_000_000).status_code) == (413, 413)
    formula = sent(browser, "의도,예문\nrefund,=비밀(1)\n".encode())
    assert (formula.status_code, formula.json()["code"], formula.json()["cell"]) == (422, "table_formula", "B2")
    assert sent(browser, b"\xff\xfe\x00").json()["code"] in ("table_encoding", "table_kind", "table_empty")
    assert sent(browser, b"\xd0\xcf\x11\xe0" * 200, "old.xls").json()["code"] == "table_kind"
    assert "비밀" not in formula.text and "비밀" not in caplog.text


def test_examples_go_out_and_come_back_the_same(browser: Browser) -> None:
    rows = {}
    for format in ("csv", "xlsx"):
        answer = browser.http.get(f"{HERE}/export", params={"format": format})
        assert f"parcel-intents.{format}" in answer.headers["content-disposition"]
        rows[format] = sent(browser, answer.content).json()["sheets"][0]["rows"]
    assert rows["csv"] == rows["xlsx"] and rows["csv"][0] == ["의도", "제목", "예문"]
    assert ["parcel_late", "배송이 늦어요", "택배 안 왔어요"] in rows["csv"]
    assert load_workbook(io.BytesIO(answer.content)).active.freeze_panes == "A2"


def test_what_nobody_understood_is_suggested_without_anybodys_number_and_is_gone_once_it_is_labelled(
    browser: Browser,
) -> None:
    open_chat(browser.http).ask("그 반짝이는 뚜껑 같은 거 따로 구할 데가 있으려나요, 010-2345-6789로 알려 주든가요")
    [found] = suggested(browser, 1)
    assert "[전화 1]" in found["text"] and "2345" not in found["text"]
    assert found["read_as"] is None and found["intent"] and not found["may_be_added"]
    place = f"/api/learning/messages/{found['conversation']}/{found['version']}/label"
    label = {"verdict": "labelled", "intent": {"playbook": "parcel", "intent": found["intent"]}}
    assert browser.send("PUT", place, label).status_code == 200
    assert suggested(browser, 0) == []


def suggested(browser: Browser, number: int) -> list[dict[str, Any]]:
    """The suggestions, once there are so many: the queue follows the log."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = browser.http.get(f"{HERE}/suggestions")
        answer.raise_for_status()
        found = list(answer.json()["suggestions"])
        if len(found) == number or time.monotonic() > until:
            return found
        time.sleep(0.1)


def test_only_who_is_signed_in_may(address: str) -> None:
    stranger = Browser(address)
    for method, path in (("POST", "check"), ("POST", "sentence"), ("GET", "export"), ("GET", "suggestions")):
        assert stranger.send(method, f"{HERE}/{path}", {"text": ""}).status_code == 401
    assert stranger.http.post(f"{HERE}/import", content=b"a").status_code == 401
