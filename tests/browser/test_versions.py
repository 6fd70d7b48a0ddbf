"""Versions in a real browser: what changed in words, published, rolled back, recalled, shared; and two people at one file."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[RunningServer, str]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A server with the example shop, and the password of its studio."""
    place = tmp_path_factory.mktemp("versions")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running, password
    running.stop()


def at_persona(teammate: Visitor, studio: Studio) -> Page:
    """Sign in and open the page where the assistant gets its name."""
    running, password = studio
    sign_in(teammate, running.address, password)
    teammate.page.get_by_role("link", name="성격과 말투").click()
    expect(teammate.page.get_by_label("이름", exact=True)).to_be_visible()
    return teammate.page


def rename(page: Page, name: str) -> None:
    """Give the assistant another name."""
    page.get_by_label("이름", exact=True).fill(name)


def saved(page: Page) -> None:
    """Wait until the server has everything."""
    expect(page.locator(".save-state.saved")).to_be_visible(timeout=15_000)


def at_versions(page: Page) -> None:
    """Open the page of versions from the menu."""
    page.get_by_role("link", name="버전", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="버전")).to_be_visible()


def test_a_change_is_told_in_words_published_rolled_back_recalled_and_shared(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    teammate = new_visitor(width=1280, height=900)
    page = at_persona(teammate, studio)
    at_versions(page)
    expect(page.get_by_text("초안이 지금 쓰는 버전과 같아요.")).to_be_visible()
    expect(page.locator(".publication")).to_have_count(1)
    page.get_by_role("link", name="성격과 말투").click()
    rename(page, "봄이")
    page.wait_for_timeout(100)
    saved(page)
    at_versions(page)
    expect(page.get_by_text("상담사에서 이름이 바뀌었어요.")).to_be_visible()
    expect(page.locator(".change del")).to_contain_text("다정")
    expect(page.locator(".change ins")).to_contain_text("봄이")
    page.get_by_role("button", name="YAML로 보기 (파일 1개)").click()
    expect(page.get_by_role("region", name="persona.yaml")).to_contain_text("name: 봄이")
    teammate.shoot("60-versions-draft")
    assert fits(teammate) and teammate.barriers() == []

    late = page.context.new_page()
    late.goto(page.url)
    expect(late.get_by_role("button", name="발행하기")).to_be_enabled()
    page.get_by_label("무엇을 왜 바꾸었나요?").fill("이름을 봄이로 바꾸었어요")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="발행했어요")).to_be_visible()
    newest = page.locator(".publication").first
    expect(newest).to_contain_text("이름을 봄이로 바꾸었어요")
    expect(newest).to_contain_text("지금 쓰는 버전")
    # The same published from another tab a moment later: nothing went wrong, and the page says what is so.
    late.get_by_role("button", name="발행하기").click()
    expect(late.get_by_role("status").filter(has_text="같은 내용이 이미 발행됐어요")).to_be_visible()
    expect(late.locator(".publication").first).to_contain_text("이름을 봄이로 바꾸었어요")
    expect(late.get_by_role("alert")).to_have_count(0)
    late.close()

    page.get_by_role("button", name="이 버전으로 되돌리기").click()
    expect(page.get_by_role("status").filter(has_text="되돌렸어요")).to_be_visible()
    expect(page.locator(".publication").first).to_contain_text("되돌림: 발행 1")
    page.get_by_role("button", name="방금 한 일 취소").click()
    expect(page.get_by_role("status").filter(has_text="취소했어요")).to_be_visible()
    expect(page.locator(".publication")).to_have_count(2)
    expect(newest).to_contain_text("발행 2")
    newest.get_by_text("되돌렸다가 취소한 일 1번").click()
    expect(newest.locator(".undone li")).to_have_count(2)
    teammate.shoot("61-versions-undone")

    first = page.locator(".publication").last
    first.get_by_role("button", name="지금과 견주기").click()
    expect(page.get_by_role("dialog")).to_contain_text("상담사에서 이름이 바뀌었어요.")
    teammate.shoot("61-versions-compared")
    page.get_by_label("뒤", exact=True).select_option(label="초안")
    expect(page.get_by_role("dialog")).to_contain_text("상담사에서 이름이 바뀌었어요.")
    page.get_by_label("전", exact=True).select_option(label="초안")
    expect(page.get_by_role("dialog")).to_contain_text("두 버전이 같아요.")
    page.keyboard.press("Escape")

    first.get_by_role("button", name=re.compile("더 할 일")).click()
    page.get_by_role("menuitem", name="새 대화의 20%에서 시험하기").click()
    expect(page.get_by_role("heading", name="두 버전을 나누어 쓰고 있어요")).to_be_visible()
    teammate.shoot("62-versions-shared")
    # Going back ends the sharing, and says so; who takes it back has both again.
    first.get_by_role("button", name="이 버전으로 되돌리기").click()
    expect(page.get_by_role("status").filter(has_text="나누어 쓰던 것도 끝났어요")).to_be_visible()
    expect(page.get_by_role("heading", name="두 버전을 나누어 쓰고 있어요")).to_have_count(0)
    page.get_by_role("button", name="방금 한 일 취소").click()
    expect(page.get_by_role("heading", name="두 버전을 나누어 쓰고 있어요")).to_be_visible()
    expect(page.locator(".publication")).to_have_count(2)
    expect(newest).to_contain_text("되돌렸다가 취소한 일 2번")
    page.get_by_role("button", name="모두 지금 버전으로").click()
    expect(page.get_by_role("heading", name="두 버전을 나누어 쓰고 있어요")).to_have_count(0)

    first.get_by_role("button", name=re.compile("더 할 일")).click()
    page.get_by_role("menuitem", name="거두며 되돌리기…").click()
    page.get_by_label("무엇이 해로웠나요?").fill("이름이 고객을 헷갈리게 했어요")
    teammate.shoot("63-versions-recall")
    assert teammate.barriers() == []
    page.get_by_role("button", name="거두고 되돌리기").click()
    expect(page.locator(".publication").first).to_contain_text("이름이 고객을 헷갈리게 했어요")
    expect(page.locator(".mark.bad").first).to_have_text("거두어들임")

    page.get_by_role("button", name="초안 버리기").click()
    expect(page.get_by_text("초안이 지금 쓰는 버전과 같아요.")).to_be_visible()
    page.get_by_role("button", name="버린 초안 되살리기").click()
    expect(page.get_by_text("상담사에서 이름이 바뀌었어요.")).to_be_visible(timeout=15_000)
    page.set_viewport_size({"width": 375, "height": 800})
    page.get_by_role("button", name="YAML로 보기 (파일 1개)").click()
    expect(page.get_by_role("region", name="persona.yaml")).to_be_visible()
    teammate.shoot("64-versions-narrow")
    assert fits(teammate)
    page.emulate_media(color_scheme="dark")
    teammate.shoot("65-versions-narrow-dark")
    assert teammate.barriers() == []

    # What keeps the draft from being published is mended here, and the mending is taken back.
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="성격과 말투").click()
    page.get_by_label("첫인사").fill("안녕하세요, 뚝딱 도와드리는 봄이예요.")
    page.get_by_placeholder("쓰지 않을 말을 적고 Enter").fill("뚝딱")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="‘뚝딱’ 빼기")).to_be_visible()
    page.wait_for_timeout(100)
    saved(page)
    at_versions(page)
    expect(page.get_by_role("heading", name="발행하기 전에 고칠 것 1가지")).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 800})
    teammate.shoot("66-versions-mend")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="‘뚝딱’도 쓰기로 하기").click()
    expect(page.get_by_role("status").filter(has_text="고쳤어요.")).to_be_visible()
    expect(page.locator(".draft-findings.errors")).to_have_count(0)
    page.get_by_role("button", name="방금 한 일 취소").click()
    expect(page.get_by_role("button", name="‘뚝딱’도 쓰기로 하기")).to_be_visible()


def test_two_people_at_one_file_see_both_texts_and_a_restart_loses_nothing(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    running, _ = studio
    one, two = new_visitor(width=1280, height=900), new_visitor(width=1280, height=900)
    here, there = at_persona(one, studio), at_persona(two, studio)
    rename(here, "가을이")
    here.wait_for_timeout(100)
    saved(here)
    rename(there, "겨울이")
    dialog = there.get_by_role("dialog", name="같은 파일을 다른 사람도 고쳤어요")
    expect(dialog).to_be_visible(timeout=60_000)
    expect(dialog.locator(".gone")).to_contain_text("겨울이")
    expect(dialog.locator(".come")).to_contain_text("가을이")
    two.shoot("66-conflict")
    assert two.barriers() == []
    there.keyboard.press("Escape")
    expect(there.get_by_role("status").filter(has_text="다른 사람도 고쳤어요")).to_be_visible()
    there.get_by_role("button", name="나란히 보기").click()
    dialog.get_by_role("button", name="내 글로 저장하기").click()
    saved(there)

    running.kill()
    rename(there, "겨울이와 봄이")
    expect(there.get_by_role("status").filter(has_text="저장하지 못했어요")).to_be_visible(timeout=60_000)
    two.shoot("67-not-saved")
    # A page that was never opened cannot come now; it comes by itself.
    here.get_by_role("link", name="연습", exact=True).click()
    expect(here.get_by_role("alert").filter(has_text="서버에 닿지 않아요")).to_be_visible(timeout=60_000)
    held: list[Route] = []
    there.route("**/draft/files/**", lambda route: route.continue_() if held else route.abort())
    running.start()
    expect(here.get_by_role("heading", level=1, name="연습")).to_be_visible(timeout=60_000)
    # What was typed meanwhile is kept though the tab breaks down, also when it is saved before the draft has come.
    there.evaluate("addEventListener('visibilitychange', event => event.stopImmediatePropagation(), true)")
    there.route("**/playbooks/parcel/draft", lambda route: held.append(route))
    with there.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        there.reload()
    there.unroute("**/playbooks/parcel/draft")
    for route in held:
        route.continue_()
    expect(there.get_by_label("이름", exact=True)).to_have_value("겨울이와 봄이")
    saved(there)
    here.go_back()
    here.reload()
    expect(here.get_by_label("이름", exact=True)).to_have_value("겨울이와 봄이")
    # Who comes back to the page sees at once what others wrote meanwhile.
    rename(here, "여름이")
    here.wait_for_timeout(100)
    saved(here)
    there.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    expect(there.get_by_label("이름", exact=True)).to_have_value("여름이")
    # Who closes the tab in the middle of a breath has said it all the same.
    rename(here, "단풍이")
    here.close()
    there.wait_for_function(
        "async () => (await (await fetch('/api/studio/playbooks/parcel/draft')).text()).includes('단풍이')"
    )
    there.reload()
    expect(there.get_by_label("이름", exact=True)).to_have_value("단풍이")
