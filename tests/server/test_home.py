"""Home over HTTP: numbers of what really happened, and the studio's page at every address of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from dajeong.app import open_app
from dajeong.conversation.inbox import InboxRow
from dajeong.conversation.note import NoteText
from dajeong.conversation.reading import Emotion
from dajeong.server.routes.home import DAYS, felt_by_day, home_of, sore_places
from dajeong.settings import Settings
from tests.server.conftest import PATIENCE, ROOT, LiveServer, open_chat
from tests.storage.telling import started, tell, wrote

TOKEN = "only-the-operator-knows-this-one"
KEY = {"Authorization": f"Bearer {TOKEN}"}
WEEK = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


@pytest.fixture
def http(tmp_path: Path) -> Iterator[httpx2.Client]:
    server = LiveServer(Settings(data=tmp_path, api_token=TOKEN), [ROOT / "examples" / "parcel"])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as client:
        yield client
    server.stop()


def row(name: str, emotion: Emotion, scenario: str | None = "parcel_late", *, hours: float = 1) -> InboxRow:
    at = WEEK + timedelta(hours=hours)
    return InboxRow(
        conversation=name,
        version=3,
        channel="web",
        customer="손님",
        playbook="parcel",
        playbook_version="v1",
        language="ko",
        holder="assistant",
        closed=False,
        emotion=emotion,
        level=0.0,
        messages=1,
        scenario=scenario,
        started_at=at,
        last_at=at,
    )


def test_home_counts_what_happened_today_and_who_waits(http: httpx2.Client) -> None:
    today = {"today": (datetime.now(UTC) - timedelta(minutes=30)).isoformat()}
    fresh = http.get("/api/studio/home", params=today, headers=KEY).json()
    assert fresh["fresh"] and fresh["playbooks"] == ["parcel"] and len(fresh["days"]) == DAYS
    open_chat(http).ask("택배 언제 와요?")
    upset = open_chat(http)
    upset.ask("이거 왜 이렇게 느려요? 진짜 화나네요!")
    upset.ask("상담원 연결해 주세요")
    seen = http.get("/api/studio/home", params=today, headers=KEY).json()
    assert not seen["fresh"]
    assert seen["today"]["conversations"] == 2 and seen["today"]["messages"] == 3 and seen["today"]["handoffs"] == 1
    assert seen["yesterday"]["messages"] == 0
    assert seen["days"][-1]["conversations"] == 2
    assert seen["waiting"] == 1
    [waiting] = seen["longest_waiting"]
    assert waiting["conversation"] == upset.conversation


async def test_home_shows_notes_that_wait_for_a_look_and_mine_first(tmp_path: Path) -> None:
    async with open_app(Settings(data=tmp_path)) as app:
        await tell(app.storage.log, "c1", started("손님-1"), wrote("m1", "택배가 안 왔어요"))
        for id, by in (("n1", "하루"), ("n2", "소라")):
            text = NoteText(title=f"{by}의 메모", conversations=("c1",))
            await app.storage.notes.add(id, text, by=by, at=app.clock())
        assert (await home_of(app, app.clock(), "소라")).notes == 0
        await app.runtime.forget("손님-1")
        home = await home_of(app, app.clock(), "소라")
    assert home.notes == 2
    assert [(each.id, each.title, each.by) for each in home.waiting_notes] == [
        ("n2", "소라의 메모", "소라"),
        ("n1", "하루의 메모", "하루"),
    ]


def test_home_is_for_those_who_may_watch_and_wants_to_know_when_today_began(http: httpx2.Client) -> None:
    now = datetime.now(UTC).isoformat()
    assert http.get("/api/studio/home", params={"today": now}).status_code == 401
    assert http.get("/api/studio/home", headers=KEY).status_code == 422
    assert http.get("/api/studio/home", params={"today": "2026-11-23T00:00:00"}, headers=KEY).status_code == 422
    far = {"today": "1999-01-01T00:00:00Z"}
    days = http.get("/api/studio/home", params=far, headers=KEY).json()["days"]
    assert days[0]["begins"] > "2026"


def test_days_without_a_conversation_are_days_too() -> None:
    rows = [row("c1", "anger", hours=1), row("c2", "gratitude", hours=2), row("c3", "anxiety", hours=24 * 6 + 30)]
    days = felt_by_day(rows, WEEK)
    assert [(each.conversations, each.hurt) for each in days] == [(2, 1), *[(0, 0)] * 5, (1, 1)]
    assert days[1].begins - days[0].begins == timedelta(days=1)


def test_the_place_with_most_hurt_comes_first_and_one_without_is_left_out() -> None:
    rows = [
        row("c1", "anger", "refund"),
        row("c2", "neutral", "refund"),
        row("c3", "anxiety", None),
        row("c4", "sadness", None),
        row("c5", "gratitude", "address"),
    ]
    assert [(each.scenario, each.conversations, each.hurt) for each in sore_places(rows)] == [
        (None, 2, 2),
        ("refund", 2, 1),
    ]


def test_every_address_of_the_studio_is_its_page_and_its_files_are_kept(http: httpx2.Client) -> None:
    for place in ("/studio", "/studio/", "/studio/conversations/abc?x=1"):
        page = http.get(place)
        assert page.status_code == 200 and '<div id="studio">' in page.text
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert "unsafe-inline" not in page.headers["content-security-policy"].split("style-src")[0]
    script = page.text.split('src="')[1].split('"')[0]
    answer = http.get(script)
    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
    assert http.get("/studio/files/assets/nothing.js").status_code == 404


def test_the_parts_of_the_playbooks_are_named_as_the_team_names_them(http: httpx2.Client) -> None:
    assert http.get("/api/studio/playbooks").status_code == 401
    [parcel] = http.get("/api/studio/playbooks", headers=KEY).json()["playbooks"]
    assert parcel["name"] == "parcel" and parcel["language"] == "ko" and parcel["version"]
    titles = {each["id"]: each["title"] for each in parcel["scenarios"]}
    assert "늦어지는 배송" in titles.values()
    assert {each["id"] for each in parcel["intents"]} >= {"parcel_late"}
