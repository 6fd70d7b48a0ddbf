"""An empty studio in a real browser: from nothing to a first published playbook, and the exercises that teach the craft."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Address and password of a studio without any playbook."""
    place = tmp_path_factory.mktemp("empty")
    password = make_owner(place / "data")
    running = RunningServer([], place / "data").start()
    yield running.address, password
    running.stop()


def test_a_newcomer_is_led_from_nothing_to_a_first_version(empty: tuple[str, str], new_visitor: NewVisitor) -> None:
    address, password = empty
    teammate = new_visitor(width=1280, height=900)
    sign_in(teammate, address, password)
    page = teammate.page
    page.get_by_role("link", name="새 플레이북").click()
    expect(page.get_by_role("heading", name="아직 플레이북이 없어요")).to_be_visible()
    page.get_by_role("button", name="새 플레이북").click()
    page.keyboard.type("꽃집 봄 상담")
    page.get_by_label("영문 이름").fill("꽃집")
    page.get_by_role("button", name="만들기").click()
    expect(page.get_by_text("영어 소문자로 시작해")).to_be_visible()
    teammate.shoot("68-new-playbook")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_label("영문 이름").fill("flower_shop")
    page.keyboard.press("Enter")
    expect(page.get_by_text("5가지 가운데 0가지를 했어요")).to_be_visible()
    teammate.shoot("69-first-steps")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("link", name="성격과 말투로").click()
    page.get_by_label("이름", exact=True).fill("봄이")
    page.wait_for_timeout(100)
    expect(page.locator(".save-state.saved")).to_be_visible(timeout=15_000)
    page.go_back()
    expect(page.get_by_text("5가지 가운데 1가지를 했어요")).to_be_visible()
    page.get_by_role("link", name="시나리오로").click()
    page.get_by_role("link", name="주문이 어디 있는지").click()
    page.locator(".steps [data-step='not_found']").click()
    page.get_by_label("처음").fill("말씀하신 번호로는 주문이 보이지 않아요. 속상하시겠어요.")
    expect(page.locator(".save-state")).to_have_text("저장하는 중")
    expect(page.locator(".save-state.saved")).to_be_visible(timeout=15_000)
    page.goto(f"{address}/studio/playbooks/flower_shop/start")
    expect(page.get_by_text("5가지 가운데 2가지를 했어요")).to_be_visible()
    # To look at the page is not yet to try.
    page.get_by_role("link", name="해 보기로").click()
    expect(page.get_by_label("고객의 말")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("5가지 가운데 2가지를 했어요")).to_be_visible()
    page.get_by_role("link", name="해 보기로").click()
    page.get_by_label("고객의 말").fill("주문한 꽃이 안 와서 걱정돼요")
    page.get_by_label("고객의 말").press("Enter")
    expect(page.locator(".try-behind").last).to_be_visible(timeout=15_000)
    page.go_back()
    expect(page.get_by_text("5가지 가운데 3가지를 했어요")).to_be_visible()
    page.get_by_role("link", name="버전으로").click()
    page.get_by_role("button", name="발행하기").click()
    told = page.get_by_role("status").filter(has_text="발행했어요")
    expect(told.get_by_role("link", name="고객 화면에서 만나 보기")).to_have_attribute(
        "href", "/try/flower_shop", timeout=15_000
    )
    page.go_back()
    expect(page.get_by_text("5가지 가운데 4가지를 했어요")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="고객 화면 열기").click()
    expect(opened.value).to_have_url(f"{address}/try/flower_shop")
    opened.value.close()
    page.reload()
    page.set_viewport_size({"width": 375, "height": 800})
    expect(page.get_by_text("5가지 가운데 5가지를 했어요")).to_be_visible()
    teammate.shoot("70-first-steps-narrow")
    assert fits(teammate)
    customer = page.request.post(f"{address}/api/chat/conversations", data={"playbook": "flower_shop"})
    assert customer.status == 201


def test_an_exercise_leads_from_the_hurt_to_a_better_reply(empty: tuple[str, str], new_visitor: NewVisitor) -> None:
    address, password = empty
    teammate = new_visitor(width=1280, height=900)
    sign_in(teammate, address, password)
    page = teammate.page
    page.get_by_role("link", name="연습", exact=True).click()
    teammate.shoot("71-exercises")
    assert teammate.barriers() == []
    page.get_by_role("link", name="다른 색이 왔어요").click()
    page.get_by_role("button", name="주문한 거랑 다른 색").click()
    expect(page.get_by_role("status").filter(has_text="조금 더 들어가 볼까요")).to_be_visible()
    page.get_by_role("button", name="엄마 생신에 입으시라고").click()
    expect(page.get_by_role("status").filter(has_text="들인 마음이 있어요")).to_be_visible()
    mine = page.get_by_label("내가 쓴 답")
    mine.fill("고객님이 색상을 잘못 선택하셨어요.")
    expect(page.get_by_text("고객을 탓하는 말로 들려요", exact=False)).to_be_visible(timeout=10_000)
    mine.fill("생신 선물이라 속상하셨죠. 다른 색을 보내 드려 죄송해요. 바꿔 드릴까요, 돌려받으실래요?")
    expect(page.get_by_text("걸리는 말이 없어요.")).to_be_visible(timeout=10_000)
    page.get_by_role("checkbox", name="들인 마음을 짚었나요?").check()
    page.get_by_role("button", name="견주어 보기").click()
    expect(page.locator(".three figure")).to_have_count(3)
    teammate.shoot("72-exercise")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="내 플레이북에서 해 보기").click()
    beside = page.get_by_role("complementary", name="해 보기")
    expect(beside.get_by_text("엄마 생신에 입으시라고")).to_be_visible(timeout=20_000)
    expect(beside.locator(".try-behind")).to_have_count(2, timeout=20_000)
    teammate.shoot("72-exercise-tried")
    assert fits(teammate) and teammate.barriers() == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 375, "height": 800})
    page.emulate_media(color_scheme="dark")
    teammate.shoot("73-exercise-narrow-dark")
    assert fits(teammate) and teammate.barriers() == []
    page.reload()
    page.get_by_role("button", name="엄마 생신에 입으시라고").click()
    expect(mine).to_have_value("생신 선물이라 속상하셨죠. 다른 색을 보내 드려 죄송해요. 바꿔 드릴까요, 돌려받으실래요?")
    page.get_by_role("link", name="연습 모두 보기").click()
    expect(page.get_by_text("해 봤어요")).to_have_count(1)
