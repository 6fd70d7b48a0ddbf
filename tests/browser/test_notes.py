"""Research notes in a real browser, in Korean: a customer's words quoted, a scenario named, and a page given to others."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import NAME, fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]
SAID = "택배가 약속한 날이 지났는데 안 와서 너무 걱정돼요"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio with the example shop."""
    place = tmp_path_factory.mktemp("notes")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running.address, password
    running.stop()


def test_a_customers_words_are_quoted_and_shown_to_another_department(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    teammate = new_visitor(1280, 900)
    sign_in(teammate, address, password)
    page = teammate.page
    chat = page.request.post(f"{address}/api/chat/conversations", data={"playbook": "parcel"}).json()
    conversation = chat["conversation"]
    key = {"Authorization": f"Bearer {chat['token']}"}
    message = {"message": "m1", "text": SAID}
    page.request.post(f"{address}/api/chat/conversations/{conversation}/messages", data=message, headers=key)

    page.goto(f"{address}/studio/notes")
    expect(page.get_by_role("heading", name="아직 메모가 없어요")).to_be_visible()
    assert teammate.barriers() == []
    page.goto(f"{address}/studio/conversations/{conversation}")
    line = page.locator(".line .bubble", has_text="택배가 약속한 날").first
    expect(line).to_be_visible()
    expect(page.get_by_role("heading", name="메모", exact=True)).to_be_visible()
    line.select_text()
    page.get_by_role("button", name="인용해서 메모하기").click()
    dialog = page.get_by_role("dialog", name="새 메모")
    expect(dialog.locator("blockquote")).to_have_text(SAID)
    dialog.get_by_label("제목").fill("늦는다는 말을 먼저 해 주길 바란다")
    dialog.get_by_label("내용").fill("010-2345-6789로 전화해 준다면 덜 불안했을 것 같다고 한다.")
    # What is written survives a dialog that was closed by mistake, a reload, and a session that ended.
    page.keyboard.press("Escape")
    page.context.clear_cookies()
    page.reload()
    page.get_by_label("이름").fill(NAME)
    page.get_by_label("비밀번호", exact=True).fill(password)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="쓰던 메모 이어 쓰기").click()
    expect(dialog.locator("blockquote")).to_have_text(SAID)
    expect(dialog.get_by_label("제목")).to_have_value("늦는다는 말을 먼저 해 주길 바란다")
    expect(dialog.get_by_role("status")).to_contain_text("쓰다가 만 메모를 이어서 열었어요.")
    dialog.get_by_label("어느 시나리오 이야기인가요").select_option(label="늦어지는 배송")
    dialog.get_by_label("단계").select_option(index=1)
    assert teammate.barriers() == []
    dialog.get_by_role("button", name="저장").click()
    note = page.get_by_role("article", name="늦는다는 말을 먼저 해 주길 바란다")
    expect(note.locator(".text")).to_contain_text("[전화 1]로 전화해 준다면")
    assert page.evaluate("CSS.highlights.get('quoted').size") == 1
    teammate.shoot("70-notes-in-conversation")
    assert fits(teammate) and teammate.barriers() == []

    # The step it is about shows it too, and is where the next one is written.
    note.get_by_role("link", name=re.compile("늦어지는 배송")).click()
    beside = page.get_by_role("region", name="메모", exact=True)
    expect(beside.get_by_role("link", name="늦는다는 말을 먼저 해 주길 바란다")).to_be_visible(timeout=20_000)
    expect(page.locator(".react-flow__node .step-flag.note")).to_have_text("1")
    expect(page.locator(".step-card.picked .step-flag.note")).to_be_visible()
    teammate.shoot("73-notes-on-a-step")
    assert fits(teammate) and teammate.barriers() == []
    beside.get_by_role("link", name="이 단계에 대한 메모 쓰기").click()
    page.get_by_label("제목").fill("한 번 더 확인해 준다는 말")
    expect(page.locator(".note-form .place")).to_contain_text("늦어지는 배송")
    page.get_by_role("button", name="저장").click()
    beside.get_by_role("link", name="한 번 더 확인해 준다는 말").click()
    expect(page.locator(".note-list [aria-current]")).to_contain_text("한 번 더 확인해 준다는 말")
    page.locator(".note-list [aria-current]").get_by_role("button", name="지우기").click()
    expect(page.get_by_role("article", name="한 번 더 확인해 준다는 말")).to_be_hidden()

    page.get_by_role("link", name="메모", exact=True).click()
    expect(page.get_by_role("article", name="늦는다는 말을")).to_contain_text(SAID)
    # The server is not there: nothing is deleted, and nothing says so.
    page.route("**/api/studio/notes/*", lambda route: route.abort())
    page.get_by_role("button", name="지우기").click()
    expect(page.get_by_role("alert")).to_contain_text("서버에 닿지 않아요")
    expect(page.locator(".note-told")).not_to_contain_text("늦는다는 말을")
    page.unroute("**/api/studio/notes/*")
    page.get_by_role("button", name="지우기").click()
    page.get_by_role("button", name="새 메모").first.click()
    page.get_by_label("제목").fill("금방 지울 메모")
    page.get_by_role("button", name="저장", exact=True).click()
    page.get_by_role("article", name="금방 지울 메모").get_by_role("button", name="지우기").click()
    # One undo after the other.
    told = page.locator(".note-told")
    expect(told).to_contain_text("금방 지울 메모")
    told.get_by_role("button", name="되돌리기").click()
    expect(page.get_by_role("article", name="금방 지울 메모")).to_be_visible()
    expect(told).to_contain_text("늦는다는 말을")
    told.get_by_role("button", name="되돌리기").click()
    expect(page.get_by_role("article", name="늦는다는 말을")).to_be_visible()
    page.get_by_role("article", name="금방 지울 메모").get_by_role("button", name="지우기").click()
    expect(page.get_by_role("article", name="금방 지울 메모")).to_have_count(0)
    changed_by_two(teammate, new_visitor, studio)
    page.get_by_role("checkbox", name="고르기").check()
    page.get_by_role("button", name="고른 1개 나누기").click()
    dialog = page.get_by_role("dialog", name="골라서 나누기")
    dialog.get_by_role("checkbox", name=re.compile("전체도 보여 주기$")).check()
    dialog.get_by_role("checkbox", name="초안을 보여 주기").check()
    teammate.shoot("71-share")
    assert teammate.barriers() == []
    dialog.get_by_role("button", name="링크 만들기").click()
    link = dialog.get_by_label("나눌 링크").input_value()
    dialog.get_by_role("button", name="닫기").last.click()

    stranger = new_visitor(375, 800, dark=True)
    stranger.page.goto(link)
    for said in ("늦는다는 말을 먼저 해 주길 바란다", "[전화 1]로", "늦어지는 배송", "의 초안이에요"):
        expect(stranger.page.get_by_text(said).first).to_be_visible()
    expect(stranger.page.get_by_text(SAID)).to_have_count(2)
    stranger.shoot("71-handout-375")
    assert fits(stranger) and stranger.barriers() == []

    page.set_viewport_size({"width": 375, "height": 800})
    teammate.shoot("72-notes-375")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name=re.compile("거두기$")).click()
    expect(page.get_by_role("group", name="이 링크로는 아무도 볼 수 없게 돼요")).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="이 링크 거두기").click()
    expect(page.get_by_role("heading", name="나눈 쪽")).to_be_hidden()
    stranger.page.reload()
    expect(stranger.page.get_by_role("heading", name="이 링크로는 더 볼 수 없어요")).to_be_visible()


def changed_by_two(teammate: Visitor, new_visitor: NewVisitor, studio: Studio) -> None:
    """Somebody saves the note while another one writes: both texts stand side by side, and one is chosen."""
    page = teammate.page
    other = new_visitor(1280, 900)
    sign_in(other, *studio)
    other.page.goto(f"{studio[0]}/studio/notes")
    for each, said in ((page, "전화보다 문자가 낫다고 한다."), (other.page, "밤에는 전화하지 말아 달라고 한다.")):
        each.get_by_role("article", name="늦는다는 말을").get_by_role("button", name="고치기").click()
        each.get_by_label("내용").fill(f"[전화 1]로 전화해 준다면 덜 불안했을 것 같다고 한다.\n{said}")
    page.reload()
    expect(page.get_by_label("내용")).to_have_value(re.compile("전화보다 문자가 낫다고 한다."))
    other.page.get_by_role("button", name="저장", exact=True).click()
    expect(other.page.get_by_role("article", name="늦는다는 말을")).to_contain_text("밤에는")
    page.get_by_role("button", name="저장", exact=True).click()
    dialog = page.get_by_role("dialog", name="같은 메모를 다른 사람도 고쳤어요")
    expect(dialog.locator("del")).to_have_text("전화보다 문자가 낫다고 한다.")
    expect(dialog.locator("ins")).to_have_text("밤에는 전화하지 말아 달라고 한다.")
    teammate.shoot("71-note-both")
    assert teammate.barriers() == []
    dialog.get_by_role("button", name="내 글로 저장하기").click()
    expect(page.get_by_role("article", name="늦는다는 말을")).to_contain_text("전화보다 문자가 낫다고")
