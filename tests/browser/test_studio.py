"""The studio in a real browser, in Korean: the door, the frame and Home, as a teammate has them."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import NAME, fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio nobody has talked to."""
    place = tmp_path_factory.mktemp("fresh")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running.address, password
    running.stop()


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, str]]:
    """A server whose conversations are held by the tests themselves, and the password of its studio."""
    place = tmp_path_factory.mktemp("lived-in")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running, password
    running.stop()


def test_a_wrong_password_is_said_and_the_right_one_opens(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor()
    page = teammate.page
    page.goto(f"{address}/studio/")
    page.get_by_role("button", name="로그인").click()
    expect(page.get_by_role("alert")).to_have_text("이름과 비밀번호를 모두 적어 주세요.")
    page.get_by_label("이름").fill(NAME)
    page.get_by_label("비밀번호", exact=True).fill("틀린 비밀번호예요")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("이름이나 비밀번호가 맞지 않아요.")
    teammate.shoot("30-sign-in-wrong")
    assert teammate.barriers() == []
    page.get_by_label("비밀번호", exact=True).fill(password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"{NAME} 님, 안녕하세요")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name=f"{NAME} 님, 안녕하세요")).to_be_visible()


def test_who_signs_out_is_out_and_the_address_alone_opens_nothing(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor()
    sign_in(teammate, address, password)
    teammate.page.get_by_role("button", name="내 계정").click()
    teammate.page.get_by_role("menuitem", name="로그아웃").click()
    expect(teammate.page.get_by_role("heading", name="어서 오세요")).to_be_visible()
    teammate.page.goto(f"{address}/studio/")
    expect(teammate.page.get_by_role("heading", name="어서 오세요")).to_be_visible()
    assert teammate.page.request.get(f"{address}/api/studio/home?today=2026-11-23T00:00:00Z").status == 401


def test_a_session_that_ended_elsewhere_leads_back_to_the_door(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor()
    sign_in(teammate, address, password)
    teammate.page.context.clear_cookies(name="dajeong_session")
    teammate.page.goto(f"{address}/studio/")
    expect(teammate.page.get_by_role("heading", name="어서 오세요")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_door_and_an_empty_home_keep_nobody_out(
    fresh: Studio, new_visitor: NewVisitor, width: int, dark: bool
) -> None:
    address, password = fresh
    teammate = new_visitor(width, 860, dark=dark)
    name = f"{width}-{'dark' if dark else 'light'}"
    teammate.page.goto(f"{address}/studio/")
    expect(teammate.page.get_by_role("heading", name="어서 오세요")).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    teammate.shoot(f"31-sign-in-{name}")
    sign_in(teammate, address, password)
    expect(teammate.page.get_by_role("heading", name="아직 나눈 대화가 없어요")).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    teammate.shoot(f"32-home-empty-{name}")


def test_the_keyboard_skips_to_the_page_and_opens_the_menus(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor()
    sign_in(teammate, address, password)
    page = teammate.page
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="본문으로 바로 가기")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.get_by_role("button", name="언어").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.get_by_role("menuitem", name="English").press("Enter")
    expect(page.get_by_role("heading", name=f"Hello, {NAME}")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    page.reload()
    expect(page.get_by_role("heading", name="No conversations yet")).to_be_visible()


def test_an_unknown_address_leads_home(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor()
    sign_in(teammate, address, password)
    teammate.page.goto(f"{address}/studio/nowhere")
    teammate.page.get_by_role("link", name="홈으로 가기").click()
    expect(teammate.page.get_by_role("heading", level=1)).to_contain_text(NAME)


def test_on_a_phone_the_menu_opens_and_closes(fresh: Studio, new_visitor: NewVisitor) -> None:
    address, password = fresh
    teammate = new_visitor(375, 760)
    sign_in(teammate, address, password)
    menu = teammate.page.get_by_role("navigation", name="메뉴")
    expect(menu).to_be_hidden()
    teammate.page.get_by_role("button", name="메뉴 열기").click()
    expect(menu).to_be_visible()
    assert teammate.barriers() == []
    teammate.page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(teammate.page.get_by_role("button", name="메뉴 열기")).to_be_focused()


def test_when_the_server_is_away_the_page_says_so_and_goes_on_afterwards(
    lived_in: tuple[RunningServer, str], new_visitor: NewVisitor
) -> None:
    running, password = lived_in
    teammate = new_visitor()
    page = teammate.page
    page.route("**/api/studio/home*", lambda route: route.abort())
    sign_in(teammate, running.address, password)
    expect(page.get_by_text("서버에 닿지 않아요.", exact=False)).to_be_visible(timeout=15_000)
    page.unroute("**/api/studio/home*")
    page.get_by_role("button", name="다시 시도").click()
    expect(page.get_by_role("heading", name="아직 나눈 대화가 없어요")).to_be_visible()


def test_home_shows_what_really_happened(lived_in: tuple[RunningServer, str], new_visitor: NewVisitor) -> None:
    running, password = lived_in
    for said in ("택배가 아직도 안 왔어요. 진짜 화나네요!", "택배 언제 와요? 너무 걱정돼요 ㅠㅠ"):
        customer = new_visitor().visit(f"{running.address}/try/parcel")
        customer.ask(said)
        if "화나" in said:
            customer.ask("상담원 연결해 주세요")
    for width in (1280, 375):
        for dark in (False, True):
            teammate = new_visitor(width, 900, dark=dark)
            page = teammate.page
            sign_in(teammate, running.address, password)
            number = page.locator(".number")
            expect(number.filter(has_text="나눈 대화").locator("dd").first).to_have_text("2")
            expect(number.filter(has_text="고객의 말").locator("dd").first).to_have_text("3")
            expect(number.filter(has_text="사람에게 넘긴 대화").locator("dd").first).to_have_text("1")
            waiting = page.get_by_role("region", name="나를 기다리는 일")
            expect(waiting).to_contain_text("고객 1명이 사람을 기다려요")
            expect(page.locator(".week-chart svg")).to_be_visible()
            assert fits(teammate) and teammate.barriers() == []
            page.screenshot(path="test-results/33-home-" + f"{width}-{'dark' if dark else 'light'}.png", full_page=True)
    for place, counted in numbers_with_their_places(page):
        page.goto(f"{running.address}{place}")
        expect(page.get_by_text(f"대화 {counted}건", exact=True)).to_be_visible(timeout=15_000)


def numbers_with_their_places(page: Page) -> list[tuple[str, str]]:
    """The numbers Home shows of conversations, each with the list it leads to."""
    today = page.locator(".number").filter(has_not_text="고객의 말").all()
    sore = page.get_by_role("region", name="어디서 아파하나요").locator("li").all()
    waiting = page.get_by_role("link", name="사람을 기다려요")
    links = [*(each.get_by_role("link") for each in (*today, *sore)), waiting]
    counted = [each.locator("dd").first.inner_text() for each in today]
    counted += [re.findall(r"(\d+)건", each.inner_text())[-1] for each in sore]
    counted += re.findall(r"\d+", waiting.inner_text())
    return [(each.get_attribute("href") or "", number) for each, number in zip(links, counted, strict=True)]


def test_a_conversation_is_found_read_and_understood(
    lived_in: tuple[RunningServer, str], new_visitor: NewVisitor
) -> None:
    running, password = lived_in
    customer = new_visitor().visit(f"{running.address}/try/parcel")
    customer.ask("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
    customer.ask("DJ20261101이에요")
    teammate = new_visitor(1280, 900)
    page = teammate.page
    sign_in(teammate, running.address, password)
    page.get_by_role("navigation", name="메뉴").get_by_role("link", name="대화").click()
    expect(page.get_by_role("heading", name="대화", level=1)).to_be_visible()
    rows = page.locator(".row")
    page.get_by_label("대화에서 찾기").fill("걱정되는 택배")
    expect(rows.filter(has_text="오늘까지 안 와서").first).to_be_visible(timeout=15_000)
    page.get_by_label("마음").select_option("anxiety")
    page.get_by_label("기간").select_option("7")
    page.get_by_label("버전").select_option("발행 1")
    page.get_by_label("결과").select_option("아직 열려 있음")
    expect(rows.filter(has_text="오늘까지 안 와서").first).to_be_visible()
    expect(page).to_have_url(re.compile("emotion=anxiety"))
    assert fits(teammate) and teammate.barriers() == []
    teammate.picture("conversations")
    rows.filter(has_text="오늘까지 안 와서").first.click()
    expect(page.locator(".line:focus")).to_contain_text("오늘까지 안 와서")
    expect(page.locator(".theirs mark.worried").first).to_be_visible()
    expect(page.locator(".course-chart svg")).to_be_visible()
    why = page.get_by_role("button", name="왜 이렇게 말했나요?").nth(1)
    why.focus()
    page.keyboard.press("Enter")
    expect(why).to_have_attribute("aria-expanded", "true")
    panel = page.locator(".why")
    expect(panel).to_contain_text("알아주기")
    expect(panel).to_contain_text("걱정할 때")
    expect(panel.locator("code")).to_have_count(0)
    step = panel.get_by_role("link", name="시나리오의 단계").first
    assert re.search(r"/scenarios/[a-z_]+\?step=[a-z_]+$", step.get_attribute("href") or "")
    expect(panel).to_contain_text("팀의 문구에서 고른 말")
    assert fits(teammate) and teammate.barriers() == []
    teammate.picture("conversation-why")
    page.screenshot(path="test-results/35-conversation-light.png", full_page=True)


def test_a_reading_is_corrected_where_it_is_read(lived_in: tuple[RunningServer, str], new_visitor: NewVisitor) -> None:
    running, password = lived_in
    customer = new_visitor().visit(f"{running.address}/try/parcel")
    customer.ask("하늘색 머그컵은 언제쯤 받아 볼 수 있을까요")
    teammate = new_visitor(375, 800, dark=True)
    page = teammate.page
    sign_in(teammate, running.address, password)
    page.goto(f"{running.address}/studio/conversations?q=하늘색 머그컵&outcome=open&emotion=other")
    # A phone shows conversations first: what they are narrowed to is folded, and its names stay.
    fold = page.get_by_role("button", name="조건 2개로 거르는 중")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("결과")).to_have_count(0)
    page.get_by_role("button", name=re.compile("조건 빼기")).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="아직 열려 있음 조건 빼기")).to_be_focused()
    fold = page.get_by_role("button", name="조건 1개로 거르는 중")
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("결과")).to_have_value("open")
    assert fits(teammate) and teammate.barriers() == []
    page.keyboard.press("Enter")
    expect(page.get_by_label("결과")).to_have_count(0)
    page.locator(".row").first.click(timeout=15_000)
    page.get_by_role("button", name="마음 고치기").click()
    page.get_by_role("menuitem", name="실망").click()
    expect(page.get_by_text(f"{NAME} 님이 고친 마음: 실망")).to_be_visible()
    # While it fades away the menu is an empty one.
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(page.get_by_role("button", name="마음 고치기")).to_be_focused()
    page.get_by_role("button", name="되돌리기").click()
    expect(page.get_by_text(f"{NAME} 님이 고친 마음")).to_have_count(0)
    page.get_by_role("button", name="마음 고치기").click()
    page.get_by_role("menuitem", name="슬픔").click()
    expect(page.get_by_text(f"{NAME} 님이 고친 마음: 슬픔")).to_be_visible()
    expect(page.get_by_role("menu")).to_have_count(0)
    assert fits(teammate) and teammate.barriers() == []
    page.screenshot(path="test-results/36-conversation-phone-dark.png", full_page=True)
    settled_with_the_keyboard(teammate)


def settled_with_the_keyboard(teammate: Visitor) -> None:
    """What was corrected waits in the labelling queue; it gets its label, loses it again and is skipped."""
    page = teammate.page
    page.get_by_role("link", name="라벨 대기열 보기").click()
    message = page.get_by_role("region", name=re.compile("하늘색 머그컵"))
    expect(message).to_be_focused()
    expect(message.get_by_role("list", name="기다리는 까닭")).to_contain_text("팀에서 고친 마음: 슬픔")
    for key in ("6", "6", "r"):
        page.keyboard.press(key)
    expect(message.get_by_role("radio", name="슬픔")).to_be_checked()
    expect(message.get_by_role("radio", name="강하게")).to_be_checked()
    expect(message.locator("details .feeling")).to_be_visible()
    teammate.shoot("37-labels-phone-dark")
    assert fits(teammate) and teammate.barriers() == []
    page.keyboard.press("Enter")
    expect(page.get_by_text("적었어요: 슬픔 · 강하게")).to_be_visible()
    expect(page.get_by_role("heading", name="이 까닭으로 기다리는 말이 없어요")).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="되돌리기").press("Enter")
    expect(message).to_be_focused()
    page.keyboard.press("s")
    expect(page.get_by_text("건너뛰었어요.")).to_be_visible()
    expect(message).to_have_count(0)


def test_a_list_that_finds_nothing_says_what_to_do_and_an_address_without_a_conversation_too(
    lived_in: tuple[RunningServer, str], new_visitor: NewVisitor
) -> None:
    running, password = lived_in
    teammate = new_visitor()
    page = teammate.page
    sign_in(teammate, running.address, password)
    page.goto(f"{running.address}/studio/conversations?q=얼룩말&version=abc&scenario=gone")
    expect(page.get_by_role("heading", name="맞는 대화가 없어요")).to_be_visible()
    # A scenario that was deleted is in no field.
    page.get_by_role("button", name="gone 조건 빼기").click()
    expect(page).not_to_have_url(re.compile("scenario"))
    page.get_by_label("버전").select_option("모두")
    expect(page).not_to_have_url(re.compile("version"))
    page.get_by_role("button", name="조건 모두 지우기").click()
    expect(page.locator(".row").first).to_be_visible()
    page.goto(f"{running.address}/studio/conversations/nothing-here")
    expect(page.get_by_role("alert")).to_contain_text("찾으시는 것이 없어요")


def test_ten_thousand_conversations_are_a_few_rows_at_a_time(
    lived_in: tuple[RunningServer, str], new_visitor: NewVisitor
) -> None:
    running, password = lived_in
    teammate = new_visitor(1280, 800)
    page = teammate.page

    def pages(route: Route) -> None:
        found = parse_qs(urlparse(route.request.url).query, keep_blank_values=True)
        first = int((found.get("cursor") or ["0"])[0] or 0)
        items = [made_up_row(number) for number in range(first, first + 50)]
        route.fulfill(json={"items": items, "next": str(first + 50) if first + 50 < 10_000 else None, "total": 10_000})

    page.route("**/api/studio/conversations?*", pages)
    sign_in(teammate, running.address, password)
    page.goto(f"{running.address}/studio/conversations")
    expect(page.get_by_text("대화 10,000건")).to_be_visible()
    for _ in range(12):
        page.mouse.wheel(0, 3_000)
        page.wait_for_timeout(60)
    expect(page.locator(".row").first).to_be_visible()
    assert page.locator(".row").count() < 60
    assert "말 0번째" not in page.locator(".rows-all").inner_text()
    # The way back from a conversation leads to the place that was left.
    page.route("**/api/studio/conversations/c*", lambda route: route.fulfill(status=404, json={"code": "not_found"}))
    page.wait_for_timeout(300)
    depth = page.evaluate("window.scrollY")
    page.locator(".row").nth(12).click()
    page.get_by_role("link", name="대화 목록으로").click()
    page.wait_for_function(f"window.scrollY === {depth}")


def made_up_row(number: int) -> dict[str, object]:
    """A row of the list."""
    return {
        "id": f"c{number}",
        "started_at": "2026-11-20T01:00:00Z",
        "last_at": "2026-11-20T01:05:00Z",
        "channel": "web",
        "playbook": "parcel",
        "version": "v1",
        "language": "ko",
        "matter": None,
        "scenario": None,
        "scenarios": [],
        "outcome": None,
        "standing": "unfinished",
        "holder": "assistant",
        "closed": True,
        "group_now": "worried",
        "strongest": "anxiety",
        "strength": 0.5,
        "felt": ["anxiety"],
        "lowest": -0.4,
        "turns": 2,
        "preview_by": "customer",
        "preview_version": None,
        "preview": f"고객이 건넨 말 {number}번째예요",
    }
