"""Trying a draft in a real browser, in Korean, as somebody does who writes: talk, feel, rewrite, and see the difference."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]
# In milliseconds.
PATIENCE = 20_000
LATE = "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio with the example shop."""
    place = tmp_path_factory.mktemp("trying")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    # A busy machine may need a while for ten answers and a check of all their barriers.
    expect.set_options(timeout=PATIENCE)
    yield running.address, password
    expect.set_options(timeout=None)
    running.stop()


def say(page: Page, text: str) -> None:
    """Write as the customer and send."""
    page.get_by_label("고객의 말").fill(text)
    page.get_by_label("고객의 말").press("Enter")


def is_fine(visitor: Visitor) -> bool:
    """Whether nothing overflows and nobody is kept out."""
    found = visitor.barriers()
    assert found == []
    return fits(visitor)


def test_a_draft_is_talked_to_and_every_answer_says_why(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    writer = new_visitor(1280, 900)
    page = writer.page
    sign_in(writer, address, password)
    page.get_by_role("navigation", name="메뉴").get_by_role("link", name="해 보기").click()
    talk = page.get_by_role("log", name="해 보는 대화")
    expect(talk).to_contain_text("저는 사람이 아니라 AI 상담사예요")
    assert is_fine(writer)
    writer.shoot("60-try-empty")
    say(page, LATE)
    expect(talk.locator("mark.worried").first).to_be_visible()
    expect(talk).to_contain_text("불안 · 강하게")
    expect(talk).to_contain_text("늦어지는 배송")
    expect(talk.locator(".try-behind .moves").last).to_have_text("알아주기안심묻기")
    expect(talk).to_contain_text("방침: 택배를 기다리며 걱정할 때")
    say(page, "DJ20261101이에요")
    expect(page.get_by_label("지금 여기")).to_contain_text("DJ20261101")
    expect(talk).to_contain_text("‘주문 조회’ 시스템이 예시대로 답했어요")
    page.get_by_role("button", name="기다릴게요").click()
    expect(page.get_by_label("고객의 말")).to_be_focused()
    expect(talk.locator(".theirs").last).to_contain_text("단추를 눌렀어요")
    # The arrow up takes lines back, words and all.
    page.keyboard.press("ArrowUp")
    expect(talk.locator(".theirs")).to_have_count(2)
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("고객의 말")).to_have_value("DJ20261101이에요")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="답 바꾸기").click()
    page.get_by_label("찾았는지").select_option("아니요")
    assert is_fine(writer)
    writer.shoot("61-try-system")
    page.get_by_role("button", name="이 답으로 해 보기").click()
    expect(talk).to_contain_text("‘주문 조회’ 시스템이 바꾼 답을 주었어요")
    expect(page.get_by_role("button", name="기다릴게요")).to_have_count(0)
    page.get_by_role("button", name="처음부터").click()
    expect(talk.locator(".theirs")).to_have_count(0)
    page.get_by_role("button", name="지운 대화 되살리기").click()
    expect(talk.locator("mark.worried").first).to_be_visible()
    page.reload()
    expect(talk.locator("mark.worried").first).to_be_visible()
    page.get_by_role("button", name="왜 이렇게 말했나요?").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".why")).to_contain_text("팀의 문구에서 고른 말")
    assert is_fine(writer)
    writer.shoot("61-try-talk")


def test_the_same_words_are_heard_with_ten_feelings_side_by_side(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    writer = new_visitor(1280, 860)
    page = writer.page
    sign_in(writer, address, password)
    page.goto(f"{address}/studio/playbooks/parcel/try")
    say(page, LATE)
    talk = page.get_by_role("log", name="해 보는 대화")
    expect(talk.locator("mark.worried").first).to_be_visible()
    page.get_by_role("button", name="열 가지 마음 나란히 보기").click()
    cards = page.get_by_role("dialog").locator(".try-cards > li")
    expect(cards).to_have_count(10)
    expect(cards.filter(has_text="지금 읽은 마음")).to_contain_text("불안")
    assert is_fine(writer)
    writer.shoot("62-try-feelings")
    angry = cards.filter(has=page.get_by_text("분노", exact=True))
    expect(angry.locator(".moves")).to_contain_text("사과")
    page.get_by_label("조금").check()
    expect(angry).not_to_contain_text("사람을 권해요")
    page.get_by_label("강하게").check()
    expect(angry).to_contain_text("사람을 권해요")
    angry.get_by_role("button", name="이 마음으로 이어 가기").click()
    expect(talk).to_contain_text("‘분노’ 마음이라면")
    expect(talk.locator(".try-behind .moves").last).to_contain_text("사과")
    talk.get_by_role("button", name="읽은 그대로").click()
    expect(talk).to_contain_text("불안 · 강하게")
    talk.get_by_role("button", name="이런 마음이었다면").click()
    page.get_by_role("menuitem", name="감사").click()
    expect(talk.locator(".try-behind .moves").last).to_contain_text("감사")
    page.set_viewport_size({"width": 375, "height": 800})
    page.emulate_media(color_scheme="dark")
    assert is_fine(writer)
    writer.shoot("62-try-phone-dark")
    page.get_by_role("button", name="열 가지 마음 나란히 보기").click()
    expect(cards).to_have_count(10)
    assert is_fine(writer)
    writer.shoot("62-try-feelings-phone-dark")


def test_a_kept_story_tells_what_a_change_beside_it_has_done(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    writer = new_visitor(1280, 900)
    page = writer.page
    sign_in(writer, address, password)
    page.goto(f"{address}/studio/playbooks/parcel/persona")
    page.get_by_role("button", name="해 보기").click()
    beside = page.get_by_role("complementary", name="해 보기")
    say(page, LATE)
    expect(beside.locator("mark.worried").first).to_be_visible()
    beside.get_by_role("button", name="이야기로 남기기").click()
    expect(beside).to_contain_text("이야기로 남겼어요")
    # A second press keeps no second one.
    beside.get_by_role("button", name="이야기로 남기기").press("Enter")
    expect(beside).to_contain_text("이야기 1개가 모두 그대로예요.")
    # A plain persona says one kind sentence and no more.
    page.get_by_role("radio", name="담백하게").check()
    expect(beside).to_contain_text("방금 고친 말")
    expect(beside.locator(".try-behind .moves").last).to_have_text("알아주기묻기")
    expect(beside).to_contain_text("이야기 1개 가운데 1개가 달라졌어요.")
    expect(page.get_by_role("status").filter(has_text="저장됨")).to_be_visible()
    expect(beside).to_contain_text("방금 고친 말")
    assert is_fine(writer)
    writer.shoot("63-try-beside")
    # The drawer stays while the page beside it changes, and lights the step where the talk stands.
    page.get_by_role("navigation", name="메뉴").get_by_role("link", name="시나리오").click()
    page.get_by_role("link", name="늦어지는 배송").click()
    expect(page.locator(".step-card.lit")).to_contain_text("DJ로 시작하는 주문번호")
    assert is_fine(writer)
    writer.shoot("65-try-lit")
    beside.get_by_label("고객의 말").press("Escape")
    expect(beside).to_have_count(0)
    expect(page.get_by_role("button", name="해 보기")).to_be_focused()
    page.goto(f"{address}/studio/playbooks/parcel/try")
    stories = page.get_by_role("region", name="남긴 이야기")
    expect(stories).to_contain_text("말의 순서: 남길 때 ‘알아주기 → 안심 → 묻기’, 지금 ‘알아주기 → 묻기’")
    assert is_fine(writer)
    writer.shoot("64-try-stories")
    stories.get_by_role("button", name="지금 답으로 바꾸기").click()
    expect(stories).to_contain_text("이야기 1개가 모두 그대로예요.")
