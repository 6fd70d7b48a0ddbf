"""A designer at the desk of a scenario: the picture, the forms, the text, and all of it without a mouse."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import ROOT, RunningServer
from tests.browser.teammate import fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]
LATE = (ROOT / "examples" / "parcel" / "scenarios" / "late_parcel.yaml").read_text(encoding="utf-8")
PATH = "scenarios/late_parcel.yaml"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio with the example shop."""
    place = tmp_path_factory.mktemp("scenarios")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running.address, password
    running.stop()


def desk(teammate: Visitor, studio: Studio, scenario: str = "late_parcel") -> Page:
    """Sign in and sit down at a scenario."""
    address, password = studio
    sign_in(teammate, address, password)
    page = teammate.page
    page.goto(f"{address}/studio/playbooks/parcel/scenarios/{scenario}")
    expect(page.locator(".react-flow__node").first).to_be_visible(timeout=20_000)
    return page


def step(page: Page, name: str) -> Locator:
    """A step in the list beside the canvas."""
    return page.locator(f".steps [data-step='{name}']")


def card(page: Page, name: str) -> Locator:
    """The same step on the canvas."""
    return page.locator(f".react-flow__node[data-id='{name}']")


def text_of(page: Page, studio: Studio, path: str = PATH) -> str:
    """What the server has of a draft's file, once everything is saved."""
    expect(page.locator(".save-state")).to_have_text("저장됨", timeout=10_000)
    draft: Any = page.request.get(f"{studio[0]}/api/studio/playbooks/parcel/draft").json()
    return next((str(file["text"]) for file in draft["files"] if file["path"] == path), "")


def test_words_are_written_in_the_form_and_only_their_lines_change(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1440, 900)
    page = desk(teammate, studio)
    expect(page.locator(".react-flow__node-step")).to_have_count(23)
    expect(card(page, "look")).to_contain_text("늦어진 날수 3 이상")
    teammate.picture("scenario-desk")
    # Short words stand on the ways; pointing at one shows all of them.
    step(page, "look").click()
    page.wait_for_timeout(400)
    short = page.locator(".ways [data-words-of='look|way:4']")
    expect(short).to_be_visible()
    box = short.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".way-words")).to_have_text("늦어진 날수 1 이상")
    page.mouse.move(0, 0)
    expect(page.locator(".way-words")).to_have_count(0)
    step(page, "waits").click()
    page.get_by_label("처음").fill("네, 기다려 주셔서 고마워요. 도착하는 대로 알려 드릴게요.")
    page.get_by_role("button", name="두 번째 말할 때").click()
    page.get_by_label("두 번째").fill("조금만 더 기다려 주세요.")
    page.get_by_role("button", name="걱정하실 때").click()
    page.get_by_label("이때 할 말").fill("잃어버리지 않았으니 마음 놓으셔도 돼요.")
    text = text_of(page, studio)
    said = """\
  - say:
      first: 네, 기다려 주셔서 고마워요. 도착하는 대로 알려 드릴게요.
      second: 조금만 더 기다려 주세요.
      if:
        - when: {mood_so_far: worried}
          say: [잃어버리지 않았으니 마음 놓으셔도 돼요.]
    id: waits
"""
    assert said in text, text[text.index("id: hurried") : text.index("to_refund")]
    assert text.replace(said, "") == re.sub(r"  - say: \"네, 기다려.*\n    id: waits\n", "", LATE)
    expect(card(page, "waits")).to_contain_text("도착하는 대로 알려 드릴게요")
    # A condition of which one part is enough is built in the form, without a line of YAML.
    step(page, "look").click()
    way = page.locator(".part").first
    way.get_by_role("button", name="하나라도 맞으면").click()
    case = way.get_by_role("group", name="2번째 경우")
    case.get_by_label("무엇이").select_option(label="지친 정도")
    case.get_by_label("값").fill("0.8")
    way.get_by_role("button", name="이럴 때는 빼고").click()
    asked = "any: [{mood_so_far: against}, {fatigue: {at_least: 0.8}}], not: {abuse: true}}"
    assert asked in text_of(page, studio)
    expect(way.locator(".words-case-head b").first).to_contain_text("지친 정도 0.8 이상")
    assert fits(teammate) and teammate.barriers() == []
    teammate.shoot("61-scenario-condition-groups")
    # Groups within groups are left to the text, and the way there is a press.
    page.get_by_role("button", name="글(YAML)").click()
    area = page.get_by_label(PATH)
    area.fill(area.input_value().replace("not: {abuse: true}", "not: {any: [{abuse: true}]}"))
    page.get_by_role("button", name="양식").click()
    way.get_by_role("button", name="그 줄 보기").click()
    expect(area).to_be_focused()
    line = area.evaluate("field => field.value.slice(0, field.selectionStart).split('\\n').length")
    assert "not: {any" in area.input_value().split("\n")[line - 1]
    page.get_by_role("button", name="양식").click()
    for _ in range(12):
        if page.get_by_role("button", name="되돌리기").is_enabled():
            page.get_by_role("button", name="되돌리기").click()
    assert text_of(page, studio) == LATE


def test_steps_are_dragged_connected_and_put_between_on_the_canvas(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1600, 1000)
    page = desk(teammate, studio)
    step(page, "hurry").click()
    moved = card(page, "hurry")
    expect(moved).to_be_in_viewport()
    page.wait_for_timeout(400)
    before = moved.bounding_box()
    assert before
    page.mouse.move(before["x"] + 60, before["y"] + 10)
    page.mouse.down()
    page.mouse.move(before["x"] + 60, before["y"] + 150, steps=6)
    expect(moved).to_have_class(re.compile("dragging"))
    after = moved.bounding_box()
    assert after and 100 < after["y"] - before["y"] < 150
    page.mouse.up()
    assert '"hurry"' in text_of(page, studio, "layout.json")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="다시 하기")).to_be_enabled()

    # A press on the little map leads there: its frame says where the canvas is.
    little = page.get_by_role("img", name="작은 지도")
    little.click(position={"x": 100, "y": 50})
    corner, frame = little.bounding_box(), page.locator(".overview-frame").bounding_box()
    assert corner and frame
    assert abs(frame["x"] + frame["width"] / 2 - corner["x"] - 100) < 4
    assert abs(frame["y"] + frame["height"] / 2 - corner["y"] - 50) < 4

    # A step comes between by the plus on the way.
    step(page, "late").click()
    page.wait_for_timeout(400)
    ends = [
        card(page, "late").locator("[data-handleid='next']"),
        card(page, "what_next").locator("[data-handleid='in']"),
    ]
    (x, y), (to_x, to_y) = [(box["x"] + 5, box["y"] + 5) for end in ends if (box := end.bounding_box())]
    page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
    page.locator("[data-way='late|next']").click()
    page.get_by_role("menuitem", name="말하기").click()
    page.get_by_label("처음").fill("오래 기다리시게 해서 죄송해요.")
    text = text_of(page, studio)
    # The step right below follows anyway: no more than that is written.
    assert "    id: late\n  - say: 오래 기다리시게 해서 죄송해요.\n    id: say\n    then: what_next\n" in text, text[
        text.index("id: late") :
    ][:400]
    teammate.picture("scenario-new-step")

    # A line is drawn from its point to another step.
    step(page, "say").click()
    for _ in range(2):
        page.get_by_role("button", name="작게 보기").click()
    page.wait_for_timeout(500)
    start = card(page, "say").locator(".react-flow__handle.source").bounding_box()
    target = card(page, "very_late").locator(".react-flow__handle.target").bounding_box()
    assert start and target
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(target["x"] + target["width"] / 2, target["y"] + target["height"] / 2, steps=12)
    page.mouse.up()
    # It is the step below: what follows anyway is not written.
    assert '    id: say\n  - say:\n      first: "{find_order.item}은(는) {find_order.days_late}일째' in text_of(
        page, studio
    )
    page.get_by_role("button", name="되돌리기").click()
    assert text_of(page, studio) == text
    step(page, "say").click()
    page.keyboard.press("Delete")
    assert text_of(page, studio) == LATE


def test_everything_on_the_canvas_can_be_done_by_keyboard(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1440, 900)
    page = desk(teammate, studio, "other_number")
    path, keys = "scenarios/other_number.yaml", page.keyboard
    steps = page.locator(".steps button")
    steps.first.focus()
    keys.press("Space")
    keys.press("ArrowDown")
    expect(steps.nth(1)).to_be_focused()
    name = steps.nth(1).get_attribute("data-step")
    before = text_of(page, studio, path)
    keys.press("Alt+ArrowDown")
    assert f'"{name}"' in text_of(page, studio, "layout.json")
    keys.press("Control+c")
    keys.press("Control+v")
    expect(steps).to_have_count(6)
    keys.press("Control+z")
    expect(steps).to_have_count(5)
    assert text_of(page, studio, path) == before
    # A form is entered and left; what stood behind a deleted step has the keyboard after it.
    steps.nth(1).focus()
    keys.press("Enter")
    expect(page.locator(".step-panel :is(select, input, textarea)").first).to_be_focused()
    keys.press("Escape")
    expect(steps.nth(1)).to_be_focused()
    behind = steps.nth(2).get_attribute("data-step")
    keys.press("Delete")
    expect(steps).to_have_count(4)
    expect(step(page, str(behind))).to_be_focused()
    keys.press("Control+z")
    expect(steps).to_have_count(5)
    page.get_by_role("button", name="단계 더하기").press("Enter")
    keys.press("ArrowUp")
    expect(page.get_by_role("menuitem", name="끝")).to_be_focused()
    keys.press("Enter")
    expect(steps).to_have_count(6)
    expect(page.locator(".step-panel :focus")).to_have_count(1)
    page.get_by_label("단계 찾기").fill("상담원")
    expect(page.locator(".desk-search [role=status]")).to_contain_text("찾")
    page.get_by_role("button", name="되돌리기").press("Enter")
    page.get_by_label("단계 찾기").fill("")
    expect(steps).to_have_count(5)
    assert text_of(page, studio, path) == before


def test_ways_are_walked_changed_and_connected_by_keyboard(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1440, 900)
    page = desk(teammate, studio)
    keys, here, lit = page.keyboard, page.locator(".way-bar button:focus"), page.locator(".react-flow__edge.walked")
    step(page, "look").focus()
    # Out of the step: the way is lit on the canvas, its condition and both ends are said.
    keys.press("ArrowRight")
    keys.press("ArrowDown")
    expect(here).to_have_accessible_name(re.compile(r".+\. 갈래 · look에서 나와 .+에 닿아요\."))
    expect(lit).to_have_attribute("data-id", "look|way:1")
    expect(lit.locator(".way-end").first).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    teammate.shoot("63-way-by-keyboard")
    # Enter opens its condition, Escape comes back to the way.
    keys.press("Enter")
    expect(page.locator("[data-port='way:1'] .condition select").first).to_be_focused()
    keys.press("Escape")
    expect(lit).to_have_attribute("data-id", "look|way:1")
    # It goes and comes back.
    keys.press("Delete")
    expect(page.locator(".desk-said")).to_contain_text("길을 지웠어요")
    expect(here).to_have_accessible_name(re.compile(r"나가는 길 5개 가운데 2번째"))
    keys.press("Control+z")
    expect(here).to_have_accessible_name(re.compile(r"나가는 길 6개 가운데 2번째"))
    assert text_of(page, studio) == LATE
    # Along it, and back over the ways that lead in.
    keys.press("ArrowRight")
    expect(step(page, "not_coming")).to_be_focused()
    keys.press("ArrowLeft")
    expect(here).to_have_accessible_name(re.compile("갈래 · look에서 나와"))
    keys.press("ArrowLeft")
    expect(step(page, "look")).to_be_focused()
    # A step is put on a way, and the keyboard is in its words.
    step(page, "late").focus()
    keys.press("ArrowRight")
    keys.press("+")
    expect(page.get_by_role("menuitem", name="말하기")).to_be_focused()
    keys.press("Escape")
    expect(here).to_have_count(1)
    keys.press("Insert")
    keys.press("Enter")
    expect(page.get_by_label("처음")).to_be_focused()
    keys.press("Escape")
    expect(step(page, "say")).to_be_focused()
    assert "    id: say\n    then: what_next\n" in text_of(page, studio)
    # It is connected to a step that is found by what it says; the keyboard comes back to it.
    keys.press("c")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("combobox", name="이을 단계 찾기")).to_be_focused()
    keys.type("to_person")
    expect(dialog.get_by_role("option")).to_have_count(1)
    assert teammate.barriers() == []
    teammate.shoot("63-connect-by-keyboard")
    keys.press("Enter")
    expect(dialog).to_have_count(0)
    assert "    id: say\n    then: to_person\n" in text_of(page, studio)
    expect(step(page, "say")).to_be_focused()
    # All keys are in one list.
    keys.press("?")
    expect(page.get_by_role("dialog", name="키보드로 쓰는 법")).to_contain_text("길을 따라 닿는 단계로 가요")
    expect(page.get_by_role("dialog")).to_have_css("opacity", "1")
    assert teammate.barriers() == []
    teammate.shoot("63-keys")
    keys.press("Escape")
    expect(step(page, "say")).to_be_focused()
    keys.press("Control+z")
    assert "    id: say\n    then: what_next\n" in text_of(page, studio)
    keys.press("Delete")
    expect(step(page, "say")).to_have_count(0)
    assert text_of(page, studio) == LATE


def test_a_text_with_a_mistake_keeps_the_picture_and_marks_the_line(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1440, 900)
    page = desk(teammate, studio, "exchange")
    whole = text_of(page, studio, "scenarios/exchange.yaml")
    count = page.locator(".react-flow__node-step").count()
    page.get_by_role("button", name="글(YAML)").click()
    area = page.get_by_label("scenarios/exchange.yaml")
    area.fill(whole.replace("title: ", 'title: "', 1))
    expect(page.get_by_role("alert")).to_contain_text("1번째 줄을 읽을 수 없어요. 닫는 따옴표가 빠졌어요.")
    expect(page.locator(".text-behind .bad")).to_have_css("top", "0px")
    expect(page.locator(".react-flow__node-step")).to_have_count(count)
    expect(page.get_by_role("button", name="단계 더하기")).to_be_disabled()
    assert teammate.barriers() == []
    teammate.shoot("62-scenario-mistake")
    expect(page.locator(".save-state")).to_have_text("저장됨", timeout=10_000)
    page.reload()
    expect(page.locator(".react-flow__node-step")).to_have_count(count, timeout=20_000)
    page.get_by_role("button", name="글(YAML)").click()
    expect(page.get_by_role("alert")).to_contain_text("1번째 줄")
    # What the check says stands on its step, with what to do.
    area.fill(whole.replace("    then: done", "    then: nowhere", 1))
    expect(page.get_by_role("alert")).to_have_count(0)
    flagged = page.locator(".steps button:has(.step-flag.error)")
    expect(flagged).to_have_count(1, timeout=10_000)
    flagged.click()
    page.get_by_role("button", name="양식").click()
    expect(page.locator(".findings .error")).to_contain_text("nowhere")
    # It is mended at a press, and the press can be taken back.
    mends = page.get_by_role("group", name="이렇게 고치기")
    expect(mends.get_by_role("button", name="‘nowhere’ 단계 만들기")).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    teammate.picture("scenario-finding")
    mends.get_by_label("다른 것 고르기").select_option("done")
    mends.get_by_role("button", name="고치기", exact=True).click()
    expect(page.locator(".findings")).to_have_count(0, timeout=10_000)
    assert text_of(page, studio, "scenarios/exchange.yaml") == whole
    page.get_by_role("button", name="되돌리기").click()
    expect(page.locator(".findings .error")).to_contain_text("nowhere", timeout=10_000)
    page.get_by_role("button", name="글(YAML)").click()
    area.fill(whole)
    assert text_of(page, studio, "scenarios/exchange.yaml") == whole


def test_an_action_that_does_not_exist_is_asked_for_and_answers_as_a_mock(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    teammate = new_visitor(1440, 900)
    page = desk(teammate, studio, "refund_status")
    page.locator(".steps .kind-call").first.click()
    page.get_by_role("button", name="없는 행동 요청하기").click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="요청하기").click()
    expect(form.get_by_role("alert")).to_have_text("무엇을 하는 행동인지 적어 주세요.")
    form.get_by_label("무엇을 하는 행동인가요").fill("쿠폰 찾기")
    form.get_by_label("영문 이름").first.fill("find coupon")
    form.get_by_label("뜻").fill("쿠폰이 있는지")
    form.get_by_label("개발자에게 남기는 말").fill("기한이 지난 쿠폰은 빼 주세요.")
    expect(form).to_have_css("opacity", "1")
    assert teammate.barriers() == []
    teammate.shoot("64-ask-action")
    form.get_by_role("button", name="요청하기").click()
    expect(page.get_by_label("부를 행동")).to_have_value("find_coupon")
    expect(page.get_by_text("아직 만들어지지 않은 행동이에요.")).to_be_visible()
    actions = text_of(page, studio, "actions.yaml")
    assert actions.endswith(
        """\
find_coupon:
  title: 쿠폰 찾기
  note: 기한이 지난 쿠폰은 빼 주세요.
  outputs: {found: {type: yes_no, title: 쿠폰이 있는지, required: false}}
  changes_something: false
  mock: true
  example: {found: true}
"""
    )
    page.get_by_role("button", name="되돌리기").click()
    assert "find_coupon" not in text_of(page, studio, "actions.yaml")


def test_a_new_scenario_begins_with_its_title(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1280, 860)
    address, password = studio
    sign_in(teammate, address, password)
    page = teammate.page
    page.get_by_role("link", name="시나리오", exact=True).click()
    expect(page.get_by_role("link", name="늦어지는 배송")).to_be_visible(timeout=20_000)
    assert fits(teammate) and teammate.barriers() == []
    teammate.shoot("65-scenarios")
    page.get_by_role("button", name="새 시나리오").click()
    page.get_by_label("시나리오 제목").fill("선물 포장")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="선물 포장")).to_be_visible()
    expect(page.locator(".react-flow__node-step")).to_have_count(2)
    page.get_by_role("button", name="단계 더하기").click()
    page.get_by_role("menuitem", name="묻기").click()
    page.get_by_role("button", name="새로 묻기", exact=True).click()
    form = page.get_by_role("dialog")
    form.get_by_label("무엇을 알아야 하나요").fill("받고 싶은 날짜")
    expect(form.get_by_label("답의 종류")).to_have_value("date")
    form.get_by_role("button", name="만들기").click()
    expect(form.get_by_role("alert")).to_have_text("처음 물을 때 할 말을 적어 주세요.")
    form.get_by_label("처음 물을 때").fill("언제 받아 보고 싶으세요?")
    form.get_by_label("두 번째 물을 때").fill("‘이번 주 금요일’처럼 적어 주시겠어요?")
    expect(form).to_have_css("opacity", "1")
    teammate.shoot("65-ask-something-new")
    assert teammate.barriers() == []
    form.get_by_role("button", name="만들기").click()
    expect(page.get_by_label("무엇을 물을까요")).to_have_value("batgo_sipeun_naljja")
    assert "batgo_sipeun_naljja: {title: 받고 싶은 날짜, type: date}" in text_of(page, studio, "playbook.yaml")
    # It stands before the end, so nothing has to be led anywhere first.
    assert "again: [‘이번 주 금요일’처럼" in text_of(page, studio, "scenarios/seonmul_pojang.yaml")
    expect(page.get_by_role("list", name="점검에서 찾은 것")).to_have_count(0)
    # What is known is said back without anybody having to know its name in the files.
    page.get_by_role("group", name="묻는 말").get_by_label("알아둔 것을 말 속에 넣기").select_option(label="주문번호")
    expect(page.get_by_label("처음", exact=True).first).to_have_value("언제 받아 보고 싶으세요?{order_number}")
    page.get_by_role("button", name="되돌리기").click()
    expect(page.get_by_label("처음", exact=True).first).to_have_value("언제 받아 보고 싶으세요?")
    page.get_by_role("button", name="되돌리기").click()
    assert "batgo_sipeun_naljja" not in text_of(page, studio, "playbook.yaml")
    page.get_by_role("button", name="메모 붙이기").click()
    page.get_by_label("메모", exact=True).fill("받는 분 이름도 여쭤볼까?")
    expect(page.locator(".comment-card")).to_have_text("받는 분 이름도 여쭤볼까?")
    assert "받는 분 이름도" in text_of(page, studio, "layout.json")
    # What was begun to try something goes again, and comes back when that was too quick.
    page.get_by_role("link", name="시나리오 모두 보기").click()
    page.get_by_role("button", name="‘선물 포장’ 시나리오 지우기").click()
    told = page.get_by_role("status").filter(has_text="시나리오를 지웠어요")
    teammate.shoot("65-scenario-gone")
    assert fits(teammate) and teammate.barriers() == []
    assert text_of(page, studio, "scenarios/seonmul_pojang.yaml") == ""
    expect(told.get_by_role("button", name="되살리기")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="선물 포장")).to_be_visible()
    assert "선물 포장" in text_of(page, studio, "scenarios/seonmul_pojang.yaml")


@pytest.mark.parametrize("look", ["375-light-ko", "1280-dark-en"])
def test_the_desk_fits_and_keeps_nobody_out(studio: Studio, new_visitor: NewVisitor, look: str) -> None:
    width, shade, language = look.split("-")
    teammate = new_visitor(int(width), 860, dark=shade == "dark")
    page = desk(teammate, studio)
    if language == "en":
        page.evaluate("localStorage.setItem('dajeong:language', 'en')")
        page.reload()
        expect(page.get_by_role("button", name="Add a step")).to_be_visible(timeout=20_000)
    names = {"ko": ("그림", "목록", "고치기"), "en": ("Picture", "List", "Edit")}[language]
    for name in names if width == "375" else names[:2]:
        page.get_by_role("button", name=name, exact=True).click() if page.locator(
            ".parts-of-desk"
        ).is_visible() else None
        if name in ("목록", "List"):
            step(page, "what_next").click()
        assert fits(teammate) and teammate.barriers() == []
        teammate.shoot(f"66-desk-{look}-{name}")
    if width == "375":
        # The picture, which was put away meanwhile, shows the step that was picked in the list.
        page.get_by_role("button", name=names[0], exact=True).click()
        expect(card(page, "what_next")).to_be_in_viewport()
    else:
        # The longest words on buttons are English; they take the lines they need.
        step(page, "find").click()
        cut = "all => all.filter(each => each.scrollHeight > each.clientHeight + 1).map(each => each.innerText)"
        assert page.locator(".step-panel .mantine-Button-label").evaluate_all(cut) == []
    page.get_by_role("button", name="Add a step" if language == "en" else "단계 더하기").click()
    expect(page.get_by_role("menuitem").first).to_be_focused()
    # Half faded in, words have too little contrast.
    expect(page.get_by_role("menu")).to_have_css("opacity", "1")
    assert fits(teammate) and teammate.barriers() == []


def test_two_people_at_one_scenario_see_both_texts_before_either_is_lost(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    path, ours, theirs = "scenarios/refund_status.yaml", "먼저 살펴볼게요.", "제가 바로 볼게요."
    one, two = new_visitor(1280, 860), new_visitor(1280, 860)
    here, there = desk(one, studio, "refund_status"), desk(two, studio, "refund_status")
    before = text_of(here, studio, path)

    def says(page: Page, words: str) -> None:
        page.locator(".steps .kind-say").first.click()
        page.get_by_label("처음").fill(words)

    for take, kept in (("저장된 글을 따르기", ours), ("내 글로 저장하기", theirs)):
        says(here, ours)
        assert ours in text_of(here, studio, path)
        says(there, theirs)
        dialog = there.get_by_role("dialog", name="같은 파일을 다른 사람도 고쳤어요")
        expect(dialog.locator(".gone").filter(has_text=theirs)).to_be_visible(timeout=15_000)
        expect(dialog.locator(".come").filter(has_text=ours)).to_be_visible()
        # Nothing is written over before the choice.
        stored: Any = there.request.get(f"{studio[0]}/api/studio/playbooks/parcel/draft").json()
        assert ours in next(str(file["text"]) for file in stored["files"] if file["path"] == path)
        assert fits(two) and two.barriers() == []
        two.shoot("67-scenario-conflict")
        dialog.get_by_role("button", name=take).click()
        expect(dialog).to_have_count(0)
        assert kept in text_of(there, studio, path)
        expect(there.locator(".desk-canvas .step-said").filter(has_text=kept)).to_be_visible()
        here.reload()
        expect(here.locator(".desk-canvas .step-said").filter(has_text=kept)).to_be_visible(timeout=20_000)
        here.get_by_role("button", name="글(YAML)").click()
        here.get_by_label(path).fill(before)
        assert text_of(here, studio, path) == before
        here.get_by_role("button", name="양식").click()
        there.reload()
        expect(there.locator(".react-flow__node").first).to_be_visible(timeout=20_000)
