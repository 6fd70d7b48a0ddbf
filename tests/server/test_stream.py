"""The event stream: in order, from any place, alive in silence."""

import json

import httpx2
import pytest

from dajeong.channels import web_chat
from tests.server.conftest import Chat


def test_a_stream_goes_on_from_any_place(chat: Chat) -> None:
    chat.ask("택배 언제 와요?")
    chat.ask("DJ20261101이에요")
    everything = chat.history()
    positions = [event["position"] for event in everything]
    assert positions == sorted(set(positions)) and len(positions) >= 5
    for place in (0, *positions[:-1]):
        rest = [event for event in everything if event["position"] > place]
        with chat.stream(**{"Last-Event-ID": str(place)}) as listening:
            assert listening.events(len(rest)) == rest


def test_what_happens_while_listening_comes_at_once_and_typing_has_no_place(chat: Chat) -> None:
    last = chat.history()[-1]["position"]
    with chat.stream(**{"Last-Event-ID": str(last)}) as listening:
        chat.send("택배 언제 와요?")
        kinds = []
        for block in listening.blocks():
            if "event" not in block:
                continue
            event = json.loads(block["data"])
            kinds.append((event["kind"], event.get("by")))
            assert ("id" in block) == (event["kind"] != "typing")
            if event.get("by") == "assistant":
                break
    assert kinds == [("message", "customer"), ("typing", None), ("message", "assistant")]


def test_an_unreadable_place_begins_at_the_beginning(chat: Chat) -> None:
    for place in ("abc", "-1", "1; drop", "²".encode("latin-1")):
        with chat.stream(**{"Last-Event-ID": place}) as listening:
            assert listening.events(1) == chat.history()[:1]


def test_a_place_beyond_the_end_waits_for_what_comes(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_chat, "HEARTBEAT", 0.1)
    with chat.stream(**{"Last-Event-ID": "9" * 30}) as listening:
        assert listening.answer.status_code == 200
        blocks = listening.blocks()
        assert "retry" in next(blocks) and "" in next(blocks)


def test_silence_is_broken_so_that_the_line_is_kept(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_chat, "HEARTBEAT", 0.1)
    last = chat.history()[-1]["position"]
    with chat.stream(**{"Last-Event-ID": str(last)}) as listening:
        blocks = listening.blocks()
        assert next(blocks) == {"retry": "1000"}
        assert next(blocks) == next(blocks) == {"": "still here"}


def test_a_stream_is_not_packed_and_not_kept_by_anybody(chat: Chat) -> None:
    with chat.stream(**{"Accept-Encoding": "gzip"}) as listening:
        headers = listening.answer.headers
        assert headers["content-type"].startswith("text/event-stream")
        assert headers["cache-control"] == "no-store"
        assert "content-encoding" not in headers


def test_korean_goes_as_it_is_written(chat: Chat) -> None:
    with (
        httpx2.Client(base_url=chat.http.base_url) as other,
        other.stream("GET", f"{chat.path}/events", headers=chat.key) as answer,
    ):
        text = b""
        for piece in answer.iter_raw():
            text += piece
            if "안녕하세요".encode() in text:
                break
    assert b"\\u" not in text


def test_two_screens_see_the_same(chat: Chat) -> None:
    with chat.stream() as one, chat.stream() as other:
        chat.send("택배 언제 와요?")
        assert one.events(3) == other.events(3)
