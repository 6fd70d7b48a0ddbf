"""Notes over HTTP, and the page that shows some of them to people without an account."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from dajeong.settings import Settings
from tests.server.conftest import ROOT, Chat, LiveServer, open_chat
from tests.server.test_session import Browser, Clock, new_password

HERE, PAGES = "/api/studio/notes", "/api/studio/handouts"
SAID = "택배가 약속한 날이 지났는데 안 와서 걱정돼요"
LATE = {"playbook": "parcel", "scenario": "late_parcel"}


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[str]:
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"], clock)
    yield server.start()
    server.stop()


@pytest.fixture(scope="module")
def browser(address: str) -> Browser:
    found = Browser(address)
    assert found.sign_in().status_code == 200
    return found


@pytest.fixture(scope="module")
def chat(browser: Browser) -> Chat:
    """A conversation with a first message, whose place in the log is known."""
    chat = open_chat(browser.http)
    chat.ask(SAID)
    return chat


def line_of(browser: Browser, chat: Chat) -> int:
    lines = browser.http.get(f"/api/studio/conversations/{chat.conversation}").json()["lines"]
    return int(next(line["version"] for line in lines if line["by"] == "customer"))


def noted(browser: Browser, **note: Any) -> dict[str, Any]:
    answer = browser.send("POST", HERE, {"title": "배송이 늦을 때"} | note)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def given(browser: Browser, **page: Any) -> dict[str, Any]:
    answer = browser.send("POST", PAGES, {"title": "배송팀과 함께 볼 것"} | page)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_quote_has_the_words_of_the_log(browser: Browser, chat: Chat) -> None:
    quote = {"conversation": chat.conversation, "version": line_of(browser, chat), "start": 4, "end": 10}
    made = noted(browser, quotes=[quote], places=[LATE | {"step": "sorry"}])
    assert made["quoted"] == [{"quote": quote, "by": "customer", "text": SAID[4:10]}]
    for about in ({"conversation": chat.conversation}, LATE, LATE | {"step": "sorry"}):
        ids = [each["note"]["id"] for each in browser.http.get(HERE, params=about).json()["notes"]]
        assert made["note"]["id"] in ids
    assert browser.http.get(HERE, params={"conversation": "another"}).json()["notes"] == []


def test_personal_data_in_a_note_are_hidden_before_it_is_kept(browser: Browser) -> None:
    made = noted(browser, title="010-2345-6789 고객 인터뷰", text="메일은 haru@example.com이라고 하셨다.")
    assert made["note"]["title"] == "[전화 1] 고객 인터뷰" and "haru" not in made["note"]["text"]


def test_two_people_do_not_overwrite_each_other(browser: Browser) -> None:
    note = noted(browser)["note"]
    path, seen = f"{HERE}/{note['id']}", {"If-Match": '"1"'}
    assert browser.send("PUT", path, {"title": "먼저"}, **seen).status_code == 200
    late = browser.send("PUT", path, {"title": "나중"}, **seen)
    assert (late.status_code, late.json()["code"]) == (412, "revision_conflict")
    assert (late.json()["theirs"]["note"]["title"], late.json()["theirs"]["note"]["revision"]) == ("먼저", 2)
    assert browser.send("DELETE", path, **seen).status_code == 412
    assert browser.send("DELETE", path, **{"If-Match": "2"}).status_code == 204
    assert browser.send("DELETE", path, **{"If-Match": "2"}).status_code == 404


@pytest.mark.parametrize(
    "bad", [{"title": ""}, {"quotes": [{"conversation": "c", "version": 1, "start": 3, "end": 3}]}]
)
def test_a_note_without_a_title_or_with_an_empty_quote_is_refused(browser: Browser, bad: dict[str, Any]) -> None:
    assert browser.send("POST", HERE, {"title": "쪽지"} | bad).status_code == 422


def test_who_has_the_link_reads_the_page_without_an_account_and_nothing_in_it_runs(
    browser: Browser, chat: Chat, address: str
) -> None:
    quote = {"conversation": chat.conversation, "version": line_of(browser, chat), "start": 0, "end": 2}
    note = noted(browser, text="<script>alert(1)</script>\n\n먼저 알리자.", quotes=[quote])["note"]
    page = given(browser, notes=[note["id"], "gone"], places=[LATE], conversations=[chat.conversation])
    with httpx2.Client(base_url=address) as stranger:
        read = stranger.get(page["link"])
        assert stranger.post(page["link"]).status_code == 405
        assert stranger.get(page["link"] + "x").status_code == 404
    assert read.status_code == 200
    for said in ("배송팀과 함께 볼 것", "먼저 알리자.", "<blockquote>택배", "늦어지는 배송", SAID):
        assert said in read.text
    assert "<script" not in read.text and "&lt;script&gt;" in read.text
    assert "script-src" not in read.headers["content-security-policy"]
    assert "default-src 'none'" in read.headers["content-security-policy"]
    assert (read.headers["referrer-policy"], read.headers["cache-control"]) == ("no-referrer", "no-store")
    assert "noindex" in read.headers["x-robots-tag"]


def test_a_page_ends_when_it_expires_or_is_taken_back(browser: Browser, address: str, clock: Clock) -> None:
    short, long = given(browser, days=1), given(browser, days=3)
    with httpx2.Client(base_url=address, headers={"Accept-Language": "en"}) as stranger:
        clock.ahead += timedelta(days=2)
        assert [stranger.get(each["link"]).status_code for each in (short, long)] == [404, 200]
        assert "expired" in stranger.get(short["link"]).text
        assert browser.sign_in().status_code == 200
        assert browser.send("DELETE", f"{PAGES}/{long['handout']['id']}").status_code == 204
        assert stranger.get(long["link"]).status_code == 404
    kept = browser.http.get(PAGES)
    assert long["link"].removeprefix("/shared/") not in kept.text
    assert next(each for each in kept.json()["handouts"] if each["id"] == long["handout"]["id"])["revoked_at"]


def test_a_page_of_the_draft_stays_as_the_draft_was_when_it_was_shared(browser: Browser, address: str) -> None:
    path = "/api/studio/playbooks/parcel/draft/files/scenarios/late_parcel.yaml"
    files = browser.http.get("/api/studio/playbooks/parcel/draft").json()["files"]
    file = next(each for each in files if each["path"] == "scenarios/late_parcel.yaml")

    def saved(text: str, over: int) -> int:
        answer = browser.send("PUT", path, {"text": text}, **{"If-Match": str(over)})
        return int(answer.json()["file"]["revision"])

    def titled(title: str) -> str:
        return str(re.sub(r"^title: .*$", f"title: {title}", file["text"], count=1, flags=re.MULTILINE))

    revision = saved(titled("<b>기다리게 한 날</b>"), file["revision"])
    of_draft, in_force = given(browser, places=[LATE], draft=True), given(browser, places=[LATE])
    saved(titled("나중에 고친 제목"), revision)
    with httpx2.Client(base_url=address) as stranger:
        drafted, published = (stranger.get(each["link"]).text for each in (of_draft, in_force))
    assert "&lt;b&gt;기다리게 한 날&lt;/b&gt;" in drafted and "의 초안이에요" in drafted and "나중에" not in drafted
    assert "늦어지는 배송" in published and "지금 고객을 만나고 있는 버전" in published and "기다리게" not in published
    lost = {"title": "쪽", "places": [LATE | {"scenario": "no_such"}], "draft": True}
    refused = browser.send("POST", PAGES, lost)
    assert (refused.status_code, refused.json()["code"]) == (422, "no_draft_to_show")


def test_the_title_of_a_page_hides_personal_data_too(browser: Browser) -> None:
    assert given(browser, title="010-2345-6789 고객의 일")["handout"]["title"] == "[전화 1] 고객의 일"


def test_only_who_may_share_makes_a_page(address: str) -> None:
    stranger = Browser(address)
    for method, path in (("GET", HERE), ("POST", HERE), ("GET", PAGES), ("POST", PAGES)):
        assert stranger.send(method, path, {"title": "쪽지"}).status_code == 401
