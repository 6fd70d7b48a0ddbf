"""Signing in over HTTP: cookies, the token of our own page, and that nothing but the chat is open without it."""

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.cookies import SimpleCookie
from pathlib import Path

import httpx2
import pytest
from structlog.testing import capture_logs

from dajeong.app import make_sign_in, system_clock
from dajeong.server.access import MAY, MOST_WRONG_TOKENS
from dajeong.settings import Settings
from dajeong.storage import open_storage
from dajeong.trust.sign_in import IDLE, MOST_OF_NAME
from tests.server.conftest import PATIENCE, ROOT, LiveServer

PASSWORD = "비가 오는 날엔 파전을 부쳐요"
TOKEN = "only-the-operator-knows-this-one"


class Clock:
    """The system's clock, some time ahead."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.ahead


class Browser:
    """A browser on our own page: it keeps cookies and sends the token it was told."""

    def __init__(self, address: str, **headers: str) -> None:
        self.http = httpx2.Client(base_url=address, timeout=PATIENCE, headers=headers)
        self.csrf = self.http.get("/api/session").json()["csrf"]

    def send(self, method: str, path: str, body: object = None, **headers: str) -> httpx2.Response:
        return self.http.request(method, path, json=body, headers={"X-CSRF-Token": self.csrf} | headers)

    def sign_in(self, password: str = PASSWORD, name: str = "소라", **headers: str) -> httpx2.Response:
        answer = self.send("POST", "/api/session", {"name": name, "password": password}, **headers)
        if answer.status_code == 200:
            self.csrf = answer.json()["csrf"]
        return answer


def new_password(settings: Settings, password: str = PASSWORD) -> None:
    async def keep() -> None:
        settings.data.mkdir(parents=True, exist_ok=True)
        async with open_storage(settings.database_url) as storage:
            await make_sign_in(storage).keep_owner("소라", password, id="t1")

    asyncio.run(keep())


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[str]:
    """A server with an owner, and no operator's token."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    new_password(settings)
    server = LiveServer(settings, [ROOT / "examples" / "parcel"], clock)
    yield server.start()
    server.stop()


@pytest.fixture
def browser(address: str, clock: Clock) -> Browser:
    # After the last test's tries have been forgotten.
    clock.ahead += timedelta(minutes=20)
    return Browser(address)


def cookies(answer: httpx2.Response) -> dict[str, SimpleCookie]:
    """What an answer puts into the browser, by name."""
    found = {}
    for line in answer.headers.get_list("set-cookie"):
        cookie: SimpleCookie = SimpleCookie(line)
        found |= {name: morsel for name, morsel in cookie.items()}
    return found


def test_who_signs_in_is_told_who_they_are_and_may_use_the_studio(browser: Browser) -> None:
    assert browser.http.get("/api/session").json()["person"] is None
    assert browser.http.get("/api/learning/progress").status_code == 401
    answer = browser.sign_in()
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert answer.json()["person"] == {"id": "t1", "name": "소라", "role": "owner"}
    assert browser.http.get("/api/session").json() == answer.json()
    progress = browser.http.get("/api/learning/progress")
    assert progress.status_code == 200 and progress.headers["cache-control"] == "no-store"


def test_every_api_but_the_chat_and_the_door_asks_who_it_is(address: str) -> None:
    with httpx2.Client(base_url=address) as http:
        routes = [
            (method, re.sub(r"\{\w+\}", "1", path))
            for path, methods in http.get("/openapi.json").json()["paths"].items()
            for method in methods
            if not path.startswith(("/api/chat/", "/api/session"))
        ]
        assert len(routes) >= 11
        for method, path in routes:
            answer = http.request(method.upper(), path, json={} if method in ("post", "put") else None)
            assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), (method, path)
        assert http.post("/api/chat/conversations", json={"playbook": "parcel"}).status_code == 201


@pytest.mark.parametrize("shown", ["", "0" * 64, "é"])
def test_without_the_token_of_our_page_nothing_is_changed(browser: Browser, shown: str) -> None:
    answer = browser.sign_in(**{"X-CSRF-Token": shown.encode("latin-1")})  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["code"]) == (403, "not_from_our_page")
    assert browser.sign_in().status_code == 200
    correction = "/api/learning/messages/c/1/correction"
    for method, path in (("POST", correction), ("DELETE", "/api/session"), ("POST", "/api/consents")):
        answer = browser.http.request(method, path, headers={"X-CSRF-Token": shown.encode("latin-1")})
        assert answer.status_code == 403, path
    assert browser.http.get("/api/session").json()["person"]
    assert browser.send("POST", correction, {"emotion": "anger"}).status_code == 404


def test_the_token_of_another_session_or_browser_is_of_no_use(browser: Browser, address: str) -> None:
    before = browser.csrf
    browser.sign_in()
    assert browser.csrf != before, "it is bound to the session"
    assert browser.send("DELETE", "/api/session", **{"X-CSRF-Token": before}).status_code == 403
    assert browser.send("DELETE", "/api/session", **{"X-CSRF-Token": Browser(address).csrf}).status_code == 403
    assert browser.send("DELETE", "/api/session").status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_has_the_browser_send_is_refused_even_with_the_token(browser: Browser, site: str) -> None:
    assert browser.sign_in(**{"Sec-Fetch-Site": site}).status_code == 403
    assert browser.sign_in(**{"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_secret_that_was_planted_is_not_taken(address: str) -> None:
    with httpx2.Client(base_url=address, cookies={"dajeong_csrf": ""}) as http:
        body = {"name": "소라", "password": PASSWORD}
        assert http.post("/api/session", json=body, headers={"X-CSRF-Token": ""}).status_code == 403
        assert "dajeong_csrf" in cookies(http.get("/api/session"))


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(browser: Browser) -> None:
    answer = browser.sign_in()
    session = cookies(answer)["dajeong_session"]
    assert session["httponly"] and session["samesite"] == "lax" and session["path"] == "/" and not session["secure"]
    assert session["max-age"] == str(7 * 24 * 3600) and len(session.value) >= 43
    assert session.value not in answer.text


def test_over_https_the_cookies_stay_on_https_and_no_neighbour_can_plant_them(address: str) -> None:
    https = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.77"}
    with httpx2.Client(base_url=address, headers=https) as http:
        given = cookies(first := http.get("/api/session"))
        secret = {"Cookie": f"__Host-dajeong_csrf={given['__Host-dajeong_csrf'].value}"}
        csrf = {"X-CSRF-Token": first.json()["csrf"]}
        body = {"name": "소라", "password": PASSWORD}
        given |= cookies(http.post("/api/session", json=body, headers=secret | csrf))
        assert set(given) == {"__Host-dajeong_csrf", "__Host-dajeong_session"}
        for cookie in given.values():
            assert cookie["secure"] and cookie["httponly"] and cookie["path"] == "/" and not cookie["domain"]
        session = given["__Host-dajeong_session"].value
        for name, person in (("__Host-dajeong_session", True), ("dajeong_session", False)):
            told = http.get("/api/session", headers={"Cookie": f"{name}={session}"}).json()["person"]
            assert bool(told) is person


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(browser: Browser) -> None:
    answers = [browser.sign_in("아닌 것 같은 비밀번호예요", name) for name in ("소라", "아무개")]
    assert [each.status_code for each in answers] == [401, 401] and answers[0].json() == answers[1].json()
    assert answers[0].json()["code"] == "wrong_name_or_password" and not cookies(answers[0])


def test_too_many_wrong_passwords_have_to_wait_and_are_told_how_long(browser: Browser) -> None:
    statuses = [browser.sign_in(f"아닌 것 같은 비밀번호예요 {n}").status_code for n in range(MOST_OF_NAME)]
    assert statuses == [401] * MOST_OF_NAME
    answer = browser.sign_in()
    assert answer.status_code == 429 and answer.json()["retryable"] is True
    assert 60 < int(answer.headers["retry-after"]) <= 900


def test_a_planted_session_is_not_the_one_that_is_signed_in(browser: Browser) -> None:
    browser.http.cookies.set("dajeong_session", "planted-by-somebody")
    browser.csrf = browser.http.get("/api/session").json()["csrf"]
    given = cookies(browser.sign_in())["dajeong_session"].value
    assert given != "planted-by-somebody"


def test_signing_out_takes_the_cookie_and_ends_the_session_on_the_server(browser: Browser, address: str) -> None:
    kept = cookies(browser.sign_in())["dajeong_session"].value
    answer = browser.send("DELETE", "/api/session")
    assert answer.status_code == 200 and answer.json()["person"] is None
    assert cookies(answer)["dajeong_session"]["max-age"] == "0"
    stolen = {"Cookie": f"dajeong_session={kept}"}
    assert httpx2.get(f"{address}/api/session", headers=stolen).json()["person"] is None
    assert httpx2.get(f"{address}/api/learning/progress", headers=stolen).status_code == 401


def test_signing_out_everywhere_ends_the_other_browser_too(browser: Browser, address: str) -> None:
    other = Browser(address)
    assert browser.sign_in().status_code == other.sign_in().status_code == 200
    assert browser.send("DELETE", "/api/session?everywhere=true").status_code == 200
    assert other.http.get("/api/learning/progress").status_code == 401


def test_a_session_nobody_used_for_half_a_day_is_over(browser: Browser, clock: Clock) -> None:
    browser.sign_in()
    clock.ahead += IDLE
    assert browser.http.get("/api/session").json()["person"] is None
    assert browser.http.get("/api/learning/progress").json()["code"] == "not_signed_in"


def test_what_a_teammate_does_carries_their_name_whatever_else_they_claim(browser: Browser) -> None:
    browser.sign_in()
    opened = browser.http.post("/api/chat/conversations", json={"playbook": "parcel"}).json()
    browser.http.post(
        f"/api/chat/conversations/{opened['conversation']}/messages",
        json={"message": "m1", "text": "택배가 아직도 안 왔어요"},
        headers={"Authorization": f"Bearer {opened['token']}"},
    )
    places = (f"/api/learning/messages/{opened['conversation']}/{version}" for version in range(1, 8))
    place = next(place for place in places if browser.http.get(place).status_code == 200)
    kept = browser.send(
        "PUT", f"{place}/label", {"emotion": "anxiety", "emotions": {"anxiety": 0.67}}, **{"X-Teammate": "x"}
    )
    assert kept.status_code == 200 and kept.json()["by"] == "소라"


def test_no_log_line_tells_a_name_a_password_or_a_token(browser: Browser) -> None:
    with capture_logs() as lines:
        browser.sign_in("제가 잘못 친 비밀번호예요", "비밀번호를여기에쳤어요")
        token = cookies(browser.sign_in())["dajeong_session"].value
    told = str(lines)
    assert "sign_in.refused" in told and "sign_in.done" in told
    for secret in ("제가 잘못", "비밀번호를여기에", PASSWORD, token, browser.csrf, "소라"):
        assert secret not in told


def test_a_body_that_does_not_fit_is_refused_without_its_words(browser: Browser) -> None:
    for body in (
        {"name": "소라"},
        {"name": "소라", "password": "x" * 2_000},
        {"name": ["소라"], "password": "몰래"},
        [1],
    ):
        answer = browser.send("POST", "/api/session", body)
        assert answer.status_code == 422 and "몰래" not in answer.text and "xxx" not in answer.text


def test_a_program_with_the_operators_token_needs_neither_cookie_nor_csrf(tmp_path: Path) -> None:
    server = LiveServer(Settings(data=tmp_path, api_token=TOKEN), [])
    with httpx2.Client(base_url=server.start(), timeout=PATIENCE) as http:
        key = {"Authorization": f"Bearer {TOKEN}", "Sec-Fetch-Site": "cross-site"}
        body = {"customer": "c", "purpose": "training", "given": True}
        assert http.post("/api/consents", json=body, headers=key).status_code == 200
        wrong = {"Authorization": "Bearer another-one"}
        statuses = [http.get("/api/learning/queue", headers=wrong).status_code for _ in range(MOST_WRONG_TOKENS + 1)]
        assert statuses == [401] * MOST_WRONG_TOKENS + [429]
    server.stop()
    again = LiveServer(Settings(data=tmp_path, api_token=TOKEN), [])
    with httpx2.Client(base_url=again.start(), timeout=PATIENCE) as http:
        waits = http.get("/api/learning/queue", headers=key)
        assert waits.status_code == 429 and waits.headers["retry-after"], "a restart is no way around"
    again.stop()


def test_a_role_may_do_what_the_table_says_and_nothing_else(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    browser.sign_in()
    monkeypatch.setitem(MAY, "owner", frozenset({"watch"}))  # type: ignore[arg-type]
    assert browser.http.get("/api/learning/drift").status_code == 200
    refused = browser.http.get("/api/learning/progress")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
