"""Conversations over HTTP: found by what was said in them, read with every why, and only by those who may."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from dajeong.settings import Settings
from tests.server.conftest import PATIENCE, ROOT, Chat, LiveServer, open_chat

TOKEN = "only-the-operator-knows-this-one"
KEY = {"Authorization": f"Bearer {TOKEN}"}
PLACE = "/api/studio/conversations"


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    settings = Settings(data=tmp_path_factory.mktemp("data"), api_token=TOKEN)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        yield client
    server.stop()


def page(http: httpx2.Client, **asked: Any) -> dict[str, Any]:
    answer = http.get(PLACE, params=asked, headers=KEY)
    answer.raise_for_status()
    return dict(answer.json())


def found(http: httpx2.Client, chat: Chat, **asked: Any) -> dict[str, Any] | None:
    """The line of a conversation in a list, waited for: the list is half a second behind."""
    until = time.monotonic() + PATIENCE
    while True:
        line = next((item for item in page(http, **asked)["items"] if item["id"] == chat.conversation), None)
        if line is not None or time.monotonic() > until:
            return line
        time.sleep(0.1)


def transcript(http: httpx2.Client, chat: Chat) -> dict[str, Any]:
    answer = http.get(f"{PLACE}/{chat.conversation}", headers=KEY)
    answer.raise_for_status()
    return dict(answer.json())


def lines(told: dict[str, Any], by: str) -> list[dict[str, Any]]:
    return [line for line in told["lines"] if line["by"] == by]


def test_a_conversation_is_found_by_another_form_of_what_was_said(http: httpx2.Client) -> None:
    chat = open_chat(http)
    chat.ask("주문한 돗자리가 찢어져서 왔네요")
    line = found(http, chat, q="돗자리 찢어졌어요")
    assert line is not None
    assert line["preview"] == "주문한 돗자리가 찢어져서 왔네요"
    assert (line["channel"], line["playbook"], line["language"], line["turns"]) == ("web_chat", "parcel", "ko", 1)
    filters = {"channel": "web_chat", "playbook": "parcel", "language": "ko", "version": line["version"], "limit": 100}
    assert found(http, chat, q="돗자리", **filters)
    nothing = {"items": [], "next": None, "total": 0}
    assert page(http, q="돗자리", channel="phone") == nothing
    # Signs and tokens are not in the index; the whole list is no answer to them.
    assert [page(http, q=signs) for signs in ("^^!", "[전화 1]", "😀")] == [nothing] * 3
    assert page(http, q="  ")["total"] >= 1


def test_every_reply_can_say_why_it_was_given(http: httpx2.Client) -> None:
    chat = open_chat(http)
    chat.ask("택배가 사흘째 안 와서 너무 화가 나요")
    told = transcript(http, chat)
    [said] = lines(told, "customer")
    why = lines(told, "assistant")[-1]
    assert why["reply"]["answers"] == [said["message"]]
    assert why["readings"] == [said["reading"]]
    assert said["reading"]["emotion"]["group"] == "against"
    assert {"policy", "moves", "wordings", "scenario", "step", "evidence", "mood_before", "reader"} <= set(why["reply"])
    assert why["reply"]["wordings"] and all(used["wording"] for used in why["reply"]["wordings"])
    [point] = told["mood"]
    assert (point["message"], point["version"]) == (said["message"], said["version"])
    assert point["level"] < 0


def test_a_reading_is_corrected_where_its_line_says(http: httpx2.Client) -> None:
    chat = open_chat(http)
    chat.ask("어휴 이걸 어쩌면 좋아요")
    [said] = lines(transcript(http, chat), "customer")
    assert http.post(said["correct"], json={"emotion": "sadness"}, headers=KEY).status_code == 204
    [said] = lines(transcript(http, chat), "customer")
    assert said["correction"]["emotion"] == "sadness"
    assert said["correction"]["intent"] is None
    message = said["correct"].removesuffix("/correction")
    assert http.get(message, headers=KEY).json()["corrected_emotion"] == "sadness"
    assert http.post(said["correct"], json={}, headers=KEY).status_code == 204
    [said] = lines(transcript(http, chat), "customer")
    assert said["correction"] is None
    assert http.get(message, headers=KEY).json()["corrected_emotion"] is None


def test_personal_data_are_tokens_in_the_transcript_and_cannot_be_searched_for(http: httpx2.Client) -> None:
    chat = open_chat(http)
    chat.ask("제 번호는 010-2345-6789 이고 우산을 기다려요")
    assert found(http, chat, q="우산")
    assert not [item for item in page(http, q="2345")["items"] if item["id"] == chat.conversation]
    answer = http.get(f"{PLACE}/{chat.conversation}", headers=KEY).text
    assert "2345-6789" not in answer and '"vault"' not in answer
    [said] = lines(transcript(http, chat), "customer")
    assert [hidden["kind"] for hidden in said["hidden"]] == ["phone"]


def test_pages_are_turned_with_the_cursor(http: httpx2.Client) -> None:
    chats = [open_chat(http) for _ in range(3)]
    for chat in chats:
        chat.ask("무지개색 양말 주문했어요")
    assert all(found(http, chat, q="무지개색") for chat in chats)
    first = page(http, q="무지개색", limit=2)
    rest = page(http, q="무지개색", limit=2, cursor=first["next"])
    assert first["total"] == rest["total"] == 3
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [2, 1, None]
    assert {item["id"] for item in first["items"] + rest["items"]} == {chat.conversation for chat in chats}


@pytest.mark.parametrize(
    "asked",
    [
        {"cursor": "x"},
        {"cursor": "1.2.3"},
        {"cursor": "1." + "9" * 40},
        {"emotion": "rage"},
        {"outcome": "unknown"},
        {"from": "yesterday"},
        {"from": "2026-11-23T10:00:00"},
        {"q": "가" * 201},
        {"limit": 0},
    ],
)
def test_a_list_that_cannot_be_asked_for_is_refused_with_a_sentence(http: httpx2.Client, asked: dict[str, Any]) -> None:
    answer = http.get(PLACE, params=asked, headers=KEY)
    assert answer.status_code == 422
    assert answer.json()["code"] == "unfit_request"


def test_a_conversation_that_is_not_there_is_said_so(http: httpx2.Client) -> None:
    answer = http.get(f"{PLACE}/nobody", headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_conversation")


def test_nobody_reads_conversations_without_signing_in(http: httpx2.Client, tmp_path: Path) -> None:
    for place in (PLACE, f"{PLACE}/x"):
        assert http.get(place).status_code == 401
