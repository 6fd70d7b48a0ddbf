"""The real server on a free port of this machine, inside the test process so that its clockwork can be touched."""

import json
import threading
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn

from dajeong.app import App, Clock, open_app, system_clock
from dajeong.server import make_server
from dajeong.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
# A busy machine may need this long for anything, in seconds.
PATIENCE = 120.0


@dataclass
class Chat:
    """One customer's conversation over HTTP."""

    http: httpx2.Client
    conversation: str
    token: str
    sent: int = field(default=0)

    @property
    def path(self) -> str:
        return f"/api/chat/conversations/{self.conversation}"

    @property
    def key(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def send(self, text: str, **more: str) -> httpx2.Response:
        self.sent += 1
        body = {"message": f"m{self.sent}", "text": text} | more
        return self.http.post(f"{self.path}/messages", json=body, headers=self.key)

    def history(self, after: int = 0) -> list[dict[str, Any]]:
        answer = self.http.get(f"{self.path}/messages", params={"after": after}, headers=self.key)
        answer.raise_for_status()
        return list(answer.json()["events"])

    def messages(self, by: str) -> list[dict[str, Any]]:
        return [each for each in self.history() if each["kind"] == "message" and each["by"] == by]

    def ask(self, text: str, **more: str) -> dict[str, Any]:
        """Send, and return the reply that follows."""
        before = len(self.messages("assistant"))
        assert self.send(text, **more).status_code == 202
        until = time.monotonic() + PATIENCE
        while len(found := self.messages("assistant")) == before:
            assert time.monotonic() < until, "No reply came."
            time.sleep(0.02)
        return found[-1]

    def stream(self, **headers: str | bytes) -> "Listening":
        return Listening(self.http, f"{self.path}/events", self.key | headers)


class Listening:
    """An open event stream: what comes, piece by piece."""

    def __init__(self, http: httpx2.Client, path: str, headers: Mapping[str, str | bytes]) -> None:
        self._opened = http.stream("GET", path, headers=headers)

    def __enter__(self) -> "Listening":
        self.answer = self._opened.__enter__()
        self._lines = self.answer.iter_lines()
        return self

    def __exit__(self, *problem: Any) -> None:
        self._opened.__exit__(*problem)

    def blocks(self) -> Iterator[dict[str, str]]:
        """Each block up to an empty line, as field -> value; a comment has the field ''."""
        block: dict[str, str] = {}
        for line in self._lines:
            if line:
                name, _, value = line.partition(":")
                block[name] = value.strip()
            elif block:
                yield block
                block = {}

    def events(self, count: int) -> list[dict[str, Any]]:
        """The next events that have a place."""
        found = []
        for block in self.blocks():
            if "id" in block:
                event = json.loads(block["data"])
                assert block["event"] == event["kind"] and block["id"] == str(event["position"])
                found.append(event)
            if len(found) == count:
                break
        return found


class LiveServer:
    """The application behind a real socket."""

    def __init__(self, settings: Settings, folders: list[Path], clock: Clock = system_clock) -> None:
        @asynccontextmanager
        async def opened() -> AsyncIterator[App]:
            async with open_app(settings, clock=clock) as app:
                for folder in folders:
                    await app.publisher.publish_folder(folder)
                yield app

        config = uvicorn.Config(
            make_server(opened), host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> str:
        self._thread.start()
        until = time.monotonic() + PATIENCE
        while not self._server.started:
            assert self._thread.is_alive() and time.monotonic() < until, "The server did not start."
            time.sleep(0.02)
        return f"http://127.0.0.1:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    settings = Settings(
        data=tmp_path_factory.mktemp("data"),
        actions={"parcel": str(ROOT / "examples" / "parcel" / "actions.py")},
        allowed_origins=("https://shop.example",),
    )
    server = LiveServer(settings, [ROOT / "examples" / "parcel"])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        yield client
    server.stop()


@pytest.fixture
def chat(http: httpx2.Client) -> Chat:
    return open_chat(http)


def open_chat(http: httpx2.Client, playbook: str = "parcel") -> Chat:
    """Open a conversation."""
    answer = http.post("/api/chat/conversations", json={"playbook": playbook})
    assert answer.status_code == 201
    return Chat(http, answer.json()["conversation"], answer.json()["token"])
