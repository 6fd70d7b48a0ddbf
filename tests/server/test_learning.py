"""Labelling over HTTP: who may, what is shown, kept and undone, and that nobody's words reach a log line."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from dajeong.server.access import MOST_WRONG_TOKENS
from dajeong.settings import Settings
from tests.server.conftest import PATIENCE, ROOT, Chat, LiveServer, open_chat

TOKEN = "only-the-operator-knows-this-one"
SAID = "어쩌라는 건지 하나도 모르겠는 말만 자꾸 하시네요"


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A server whose operator has set a token."""
    settings = Settings(
        data=tmp_path_factory.mktemp("data"), api_token=TOKEN, training_data=tmp_path_factory.mktemp("none")
    )
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        yield client
    server.stop()


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[httpx2.Client]:
    """A server whose operator has set none."""
    server = LiveServer(Settings(data=tmp_path), [])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        yield client
    server.stop()


def key(name: str = "%EC%86%8C%EB%9D%BC") -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKEN}", "X-Teammate": name}


def queued(http: httpx2.Client, conversation: str, **filters: Any) -> list[dict[str, Any]]:
    """What of one conversation is in the queue, once it is."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = http.get("/api/learning/queue", params={"limit": 100, **filters}, headers=key())
        answer.raise_for_status()
        found = [item for item in answer.json()["items"] if item["conversation"] == conversation]
        if found or time.monotonic() > until:
            return found
        time.sleep(0.1)


def asked(http: httpx2.Client, text: str = SAID) -> tuple[Chat, str]:
    """A conversation with one message, and the address of that message."""
    chat = open_chat(http)
    chat.ask(text)
    return chat, message_of(http, chat)


def message_of(http: httpx2.Client, chat: Chat) -> str:
    """The address of the first message of a conversation."""
    places = (f"/api/learning/messages/{chat.conversation}/{version}" for version in range(1, 12))
    return next(place for place in places if http.get(place, headers=key()).status_code == 200)


def in_the_queue(http: httpx2.Client, text: str = SAID) -> tuple[Chat, dict[str, Any]]:
    """A conversation with a message that was corrected: whatever a model reads in it, it is worth a label."""
    chat, place = asked(http, text)
    assert http.post(f"{place}/correction", json={"emotion": "sadness"}, headers=key()).status_code == 204
    [item] = queued(http, chat.conversation, reason="corrected")
    return chat, item


def test_without_a_token_of_the_operator_the_api_is_closed_and_says_what_to_set(closed: httpx2.Client) -> None:
    for method, path in (
        ("GET", "/api/learning/queue"),
        ("POST", "/api/learning/trainings"),
        ("POST", "/api/consents"),
    ):
        answer = closed.request(method, path, json={} if method == "POST" else None, headers=key())
        assert answer.status_code == 403 and "DAJEONG_API_TOKEN" in answer.json()["message"]


def test_only_the_token_opens_and_every_route_asks_for_it(http: httpx2.Client) -> None:
    routes = [
        (path, method)
        for path, methods in http.get("/openapi.json").json()["paths"].items()
        for method in methods
        if path.startswith(("/api/learning", "/api/consents"))
    ]
    assert len(routes) >= 11
    for path, method in routes:
        place = path.format(conversation="c", version=1, playbook="parcel", id="x")
        answer = http.request(method.upper(), place, json={} if method in ("post", "put") else None)
        assert answer.status_code == 401, (method, path)
        assert answer.json()["code"] == "not_signed_in"


def test_guessing_is_slowed_down_at_the_door(closed: httpx2.Client, tmp_path: Path) -> None:
    server = LiveServer(Settings(data=tmp_path / "other", api_token=TOKEN), [])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        statuses = [
            client.get("/api/learning/queue", headers={"Authorization": f"Bearer guess-{n}"}).status_code
            for n in range(MOST_WRONG_TOKENS + 1)
        ]
        assert statuses == [401] * MOST_WRONG_TOKENS + [429]
        assert client.get("/api/learning/queue", headers=key()).status_code == 429, "the right one waits too"
    server.stop()


def test_a_message_is_listed_labelled_and_undone(http: httpx2.Client) -> None:
    _, item = in_the_queue(http)
    # The notice that an AI speaks is nothing to judge a first message by.
    assert item["text"] == SAID and item["history"] == [] and item["reading"]["emotion"]["dominant"]
    place = f"/api/learning/messages/{item['conversation']}/{item['version']}"
    label = {"emotion": "frustration", "emotions": {"frustration": 0.67}, "fatigue": 0.33}
    kept = http.put(f"{place}/label", json=label, headers=key())
    assert kept.status_code == 200 and kept.json()["by"] == "소라"
    assert http.get(place, headers=key()).json()["labels"][0]["label"]["emotion"] == "frustration"
    assert http.get("/api/learning/progress", headers=key()).json()["people"]["소라"] >= 1
    assert http.delete(f"{place}/label", headers=key()).status_code == 204
    assert http.delete(f"{place}/label", headers=key()).status_code == 404
    assert http.get(place, headers=key()).json()["labels"] == []


def test_a_correction_is_on_record_and_queues_the_message(http: httpx2.Client) -> None:
    chat, item = in_the_queue(http, "제 택배가 아직도 안 왔어요")
    message = next(event for event in chat.history() if event["kind"] == "message" and event["by"] == "customer")
    assert (item["text"], item["corrected_emotion"]) == (message["text"], "sadness")
    assert "corrected" in item["reasons"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/learning/queue?limit=0", None, 422),
        ("GET", "/api/learning/queue?reason=because", None, 422),
        ("GET", "/api/learning/messages/nobody/3", None, 404),
        ("GET", "/api/learning/messages/nobody/0", None, 422),
        ("PUT", "/api/learning/messages/nobody/3/label", {"emotion": "rage"}, 422),
        ("PUT", "/api/learning/messages/nobody/3/label", {"verdict": "skipped"}, 404),
        ("GET", "/api/learning/trainings/nothing", None, 404),
        ("GET", "/api/learning/drift?days=0", None, 422),
        ("GET", "/api/learning/playbooks/nothing/examples", None, 404),
        ("POST", "/api/consents", {"customer": "", "purpose": "training", "given": True}, 422),
        ("POST", "/api/consents", {"customer": "c", "purpose": "selling", "given": True}, 422),
    ],
)
def test_bad_requests_are_answered_in_one_form(
    http: httpx2.Client, method: str, path: str, body: Any, status: int
) -> None:
    answer = http.request(method, path, json=body, headers=key())
    assert answer.status_code == status
    assert {"code", "message", "retryable"} == set(answer.json())


def test_a_training_without_labels_that_may_be_learned_from_says_so(http: httpx2.Client) -> None:
    answer = http.post("/api/learning/trainings", json={}, headers=key())
    assert answer.status_code == 422 and answer.json()["code"] == "cannot_train"
    assert "agreed to training" in answer.json()["message"]
    assert http.get("/api/learning/trainings", headers=key()).json() == {"trainings": []}


def test_drift_with_a_few_conversations_says_that_it_cannot_tell(http: httpx2.Client) -> None:
    asked(http, "배송이 왜 이렇게 오래 걸리는지 알려 주세요")
    report = http.get("/api/learning/drift", headers=key()).json()
    assert not report["enough"] and report["words"][0].startswith("Too few conversations")


def test_consent_is_given_when_a_conversation_is_opened_and_may_be_taken_back(http: httpx2.Client) -> None:
    agreed = {"purpose": "training", "terms": "privacy-2026-11"}
    opened = http.post("/api/chat/conversations", json={"playbook": "parcel", "consents": [agreed]}).json()
    chat = Chat(http, opened["conversation"], opened["token"])
    chat.ask(SAID)
    place = message_of(http, chat)
    assert http.get(place, headers=key()).json()["may_be_learned"]
    assert http.put(f"{chat.path}/consent", json=agreed | {"given": False}, headers=chat.key).status_code == 204
    assert not http.get(place, headers=key()).json()["may_be_learned"]
    assert http.put(f"{chat.path}/consent", json=agreed).status_code == 404, "only the customer's own token"


def test_a_site_says_for_its_customer_and_only_for_theirs(http: httpx2.Client) -> None:
    chats = []
    for customer in ("shop-1", "shop-1", "shop-2"):
        opened = http.post("/api/chat/conversations", json={"playbook": "parcel", "customer": customer}).json()
        chats.append(Chat(http, opened["conversation"], opened["token"]))
        chats[-1].ask(f"{SAID} {len(chats)}")
    said = {"customer": "shop-1", "purpose": "training", "given": True, "terms": "privacy-2026-11"}
    assert http.post("/api/consents", json=said, headers=key()).json() == {"conversations": 2}
    assert http.post("/api/consents", json=said, headers=key()).json() == {"conversations": 0}
    learned = [http.get(message_of(http, chat), headers=key()).json()["may_be_learned"] for chat in chats]
    assert learned == [True, True, False]


def test_no_log_line_has_a_customers_words_or_the_token(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with caplog.at_level(logging.DEBUG), capture_logs() as lines:
        server = LiveServer(Settings(data=tmp_path, api_token=TOKEN), [ROOT / "examples" / "parcel"])
        with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
            chat, item = in_the_queue(client)
            # Something that is told in the log, so that a silent one would be noticed.
            chat.ask("제 번호는 010-2345-6789예요")
            place = f"/api/learning/messages/{item['conversation']}/{item['version']}"
            client.put(f"{place}/label", json={"emotion": "rage", "text": SAID}, headers=key())
            client.put(f"{place}/label", json={"verdict": "cannot_tell"}, headers=key())
            client.post(f"{place}/correction", json={"intent": "parcel_late"}, headers=key())
            for path in ("progress", "drift", "trainings", "playbooks/parcel/examples"):
                client.get(f"/api/learning/{path}", headers=key())
            client.get("/api/learning/queue", headers={"Authorization": "Bearer wrong"})
        server.stop()
    written = json.dumps(lines, ensure_ascii=False, default=str) + caplog.text
    assert "intake.tokenised" in written, "lines are seen at all"
    for word in (SAID, SAID.split()[0], TOKEN, "2345"):
        assert word not in written
