"""Persona and empathy in a real browser: what is written is heard at once, and a feeling is met as the cards lie."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in

Studio = tuple[str, str]
SAVED = "저장됨"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio whose playbook says one stiff word."""
    place = tmp_path_factory.mktemp("voice")
    folder = quick_parcel(place)
    with (folder / "lines.yaml").open("a", encoding="utf-8") as lines:
        lines.write("\nwait:\n  - 네, 금일까지 기다릴게요.\n")
    password = make_owner(place / "data")
    running = RunningServer([folder], place / "data").start()
    yield running.address, password
    running.stop()


def moves_of(page: Page) -> list[str]:
    """The cards of the order, from top to bottom."""
    return list(page.locator(".pile.order [data-move]").evaluate_all("cards => cards.map(each => each.dataset.move)"))


def test_a_persona_is_heard_while_it_is_written_and_stiff_words_get_plain_ones(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    teammate = new_visitor(1280, 900)
    sign_in(teammate, *studio)
    page = teammate.page
    page.get_by_role("link", name="성격과 말투").click()
    samples = page.locator(".samples")
    expect(samples.locator(".said")).to_have_count(5, timeout=15_000)
    expect(samples).to_contain_text("저는 사람이 아니라 AI 상담사예요")

    page.get_by_label("첫인사").fill("안녕하세요, 택배를 함께 찾는 봄이예요.")
    expect(samples).to_contain_text("택배를 함께 찾는 봄이예요. 저는 사람이 아니라")
    worried = samples.locator(".look", has_text="걱정이 돼서")
    expect(worried.locator(".piece").first).to_contain_text("알아주기")
    expect(worried.locator(".piece")).to_have_count(3)
    page.get_by_label("담백하게").check()
    expect(worried.locator(".piece")).to_have_count(2)
    page.get_by_role("button", name="열 문장 모두 보기").click()
    expect(samples.locator(".said")).to_have_count(11)
    assert fits(teammate) and teammate.barriers() == []
    page.screenshot(path="test-results/60-persona-light.png", full_page=True)

    # Our own words are not yet in the other level, and it is said which they are.
    page.get_by_label("하십시오체").check()
    expect(samples).to_contain_text("저는 사람이 아니라 AI 상담사입니다")
    expect(page.get_by_text("하십시오체가 아니에요")).to_be_visible()
    page.get_by_role("button", name="어느 말인지 보기").click()
    expect(page.locator(".places li").first).to_contain_text(".yaml:")
    assert teammate.barriers() == []
    page.get_by_role("button", name="되돌리기").click()
    expect(page.get_by_label("해요체")).to_be_checked()
    expect(page.get_by_text("하십시오체가 아니에요")).to_have_count(0)

    expect(page.locator(".save-state")).to_have_text(SAVED)
    page.reload()
    expect(page.get_by_label("첫인사")).to_have_value("안녕하세요, 택배를 함께 찾는 봄이예요.")
    expect(page.get_by_label("담백하게")).to_be_checked()

    get_plain_words(page)


def get_plain_words(page: Page) -> None:
    """A stiff word of the team's own is mended where it stands; others are listed, and one is never said."""
    found = page.locator(".stiff")
    expect(found.get_by_text("금일", exact=True)).to_be_visible(timeout=15_000)
    found.get_by_role("button", name="사전에 넣기").click()
    expect(page.get_by_label("쉬운 말: 금일")).to_have_value("오늘")
    expect(found).to_contain_text("사전에 있음")
    found.get_by_role("button", name="문장 보기").click()
    expect(found.get_by_label("이렇게 고치기").first).to_have_value("네, 오늘까지 기다릴게요.")
    found.get_by_role("button", name="이렇게 고치기").click()
    expect(page.get_by_text("딱딱한 말을 찾지 못했어요")).to_be_visible()

    # The product knows more of them, and proposes while one types.
    page.get_by_label("어려운 말", exact=True).fill("명일")
    expect(page.get_by_text("‘내일’ 어때요?")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("쉬운 말: 명일")).to_have_value("내일")
    page.get_by_label("쓰지 않을 말을 적고").or_(page.get_by_label("쓰지 않는 말")).first.fill("죄송해요")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="‘죄송해요’ 빼기")).to_be_visible()
    expect(page.locator(".samples")).to_contain_text("지킴이가 막아")
    # What the check says right here is mended right here, and taken back like everything else.
    page.get_by_label("첫인사").fill("안녕하세요, 죄송해요라는 말보다 먼저 움직이는 다정이에요.")
    page.get_by_role("button", name="‘죄송해요’도 쓰기로 하기").first.click()
    expect(page.get_by_role("button", name="‘죄송해요’ 빼기")).to_have_count(0)
    page.get_by_role("button", name="되돌리기").click()
    instead = page.get_by_label("‘죄송해요’ 대신 쓸 말")
    instead.fill("미안해요")
    instead.press("Enter")
    expect(page.get_by_label("첫인사")).to_have_value("안녕하세요, 미안해요라는 말보다 먼저 움직이는 다정이에요.")
    page.get_by_role("button", name="‘죄송해요’ 빼기").press("Enter")
    # The keyboard is not lost with the word.
    expect(page.locator("main :focus")).to_have_count(1)
    expect(page.locator(".samples")).not_to_contain_text("지킴이가 막아")
    expect(page.locator(".save-state")).to_have_text(SAVED)


def test_a_feeling_is_met_as_its_cards_lie_by_keyboard_and_by_mouse(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1280, 900)
    sign_in(teammate, *studio)
    page = teammate.page
    page.get_by_role("link", name="공감").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".looks-grid .said")).to_have_count(10, timeout=15_000)
    confused = page.locator(".looks-grid li", has_text="안내대로 했는데")
    expect(confused.locator(".piece").first).to_contain_text("안심")
    expect(page.locator(".cell-warning").first).to_be_visible()
    assert fits(teammate) and teammate.barriers() == []
    page.screenshot(path="test-results/61-empathy-light.png", full_page=True)

    # From cell to cell with the arrows, and to the cards beside.
    page.locator("[data-cell='neutral.clear']").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    panel = page.locator("#empathy-panel")
    expect(panel.get_by_role("heading", name="혼란 · 뚜렷이")).to_be_visible()
    expect(panel).to_contain_text("기본 방침 ‘헷갈려할 때’")
    assert moves_of(page) == ["reassure", "inform"]

    page.get_by_role("button", name="알아주기 카드").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="알아주기 카드")).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert moves_of(page) == ["acknowledge", "reassure", "inform"]
    page.keyboard.press("Escape")
    assert moves_of(page) == ["reassure", "inform"]
    page.get_by_role("button", name="알아주기 카드").focus()
    for key in ("Space", "ArrowLeft", "ArrowUp", "Space"):
        page.keyboard.press(key)
    expect(page.locator("[data-cell='confusion.clear']")).to_contain_text("우리 것")
    # Where it was put down, though the cell has a policy of its own since; and one Tab leads from the table to it.
    expect(page.get_by_role("button", name="알아주기 카드")).to_be_focused()
    expect(page.locator(".feelings button:not([tabindex='-1'])")).to_have_count(1)
    # Nothing but this cell, and that no words fit is said.
    expect(page.locator("[data-cell='confusion.strong']")).to_contain_text("기본")
    expect(panel).to_contain_text("어울리는 말이 없어서")
    panel.locator(".words-of", has_text="알아주기").get_by_role("button", name="우리 말 더하기").click()
    panel.get_by_label("1번째 말").first.fill("안내가 헷갈리게 적혀 있었네요.")
    expect(confused.locator(".piece").first).to_contain_text("안내가 헷갈리게 적혀 있었네요.")
    expect(panel).not_to_contain_text("어울리는 말이 없어서")

    expect(page.locator(".save-state")).to_have_text(SAVED)
    page.reload()
    expect(page.locator("[data-cell='confusion.clear']")).to_contain_text("우리 것")
    page.locator("[data-cell='confusion.clear']").click()
    page.get_by_role("button", name="기본 방침 쓰기").click()
    expect(page.locator("[data-cell='confusion.clear']")).to_contain_text("기본")
    assert moves_of(page) == ["reassure", "inform"]

    drag_cards(page)


def drag_cards(page: Page) -> None:
    """Cards are dragged by the mouse, what hurts is warned of, and every step is taken back."""
    page.locator("[data-cell='anger.strong']").click(timeout=15_000)
    # What nobody may forbid lies where it lay.
    page.locator(".pile.order .content-card b").hover()
    page.mouse.down()
    page.locator(".pile.order [data-move='own'] b").hover()
    page.locator(".pile.never h3").hover()
    page.mouse.up()
    assert moves_of(page) == ["apologise", "own", "inform", "offer_person"]
    apology = page.locator(".pile.order [data-move='apologise'] b")
    apology.drag_to(page.locator(".pile.never h3"))
    assert moves_of(page) == ["own", "inform", "offer_person"]
    panel = page.locator("#empathy-panel")
    expect(panel).to_contain_text("사과가 없어요")
    expect(page.locator("[data-cell='anger.strong'] .cell-warning")).to_be_visible()
    angry = page.locator(".looks-grid li", has_text="정말 화가 납니다")
    expect(angry.locator(".piece").first).to_contain_text("책임")
    page.get_by_role("button", name="사람 제안 빼기").click()
    page.get_by_role("button", name="사람 제안 하지 않기").click()
    expect(panel).to_contain_text("사람을 권하지 못하게 되어 있어요")
    for _ in range(3):
        page.get_by_role("button", name="되돌리기").click()
    expect(page.locator("[data-cell='anger.strong']")).to_contain_text("기본")
    assert moves_of(page) == ["apologise", "own", "inform", "offer_person"]

    # Within the table too: from cell to cell.
    offer = page.locator("[data-cell='anger.strong'] [data-chip='offer_person']")
    offer.drag_to(page.locator("[data-cell='frustration.strong'] [data-chip='inform']"))
    expect(page.locator("[data-cell='frustration.strong']")).to_contain_text("사람 제안")
    expect(page.locator("[data-cell='frustration.strong']")).to_contain_text("우리 것")
    expect(panel.get_by_role("heading", name="답답함 · 강하게")).to_be_visible()

    # A policy for one matter says in words when it is used.
    page.locator("[data-policy='our_mistake_and_angry']").click()
    expect(page.locator("[data-policy='our_mistake_and_angry']")).to_contain_text("화가 이어지지 않을 때")
    expect(panel).to_contain_text("우리 방침")
    # Sentences of one's own.
    page.get_by_role("button", name="문장 바꾸기").click()
    page.get_by_label("한 줄에 하나씩").fill("머그컵이 깨져서 왔어요. 너무 속상해요.\n언제 와요?")
    page.get_by_label("어떤 이야기에서").select_option("")
    page.get_by_role("button", name="이 문장으로 보기").click()
    expect(page.locator(".looks-grid li")).to_have_count(2)
    expect(page.locator(".looks-grid li").first).to_contain_text("깨지거나 다른 상품이 와서")


def test_words_said_everywhere_are_made_ones_own_and_given_back(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1280, 900)
    sign_in(teammate, *studio)
    page = teammate.page
    page.get_by_role("link", name="늘 쓰는 말").click()
    page.get_by_label("말이나 이름으로 찾기").fill("알아듣지")
    line = page.locator("#not_understood")
    line.locator("summary").click()
    line.get_by_role("button", name="이 말에서 고쳐 쓰기").click()
    first = line.get_by_label("처음, 1번째 말", exact=True)
    expect(first).to_have_value("제가 말씀을 잘 알아듣지 못했어요. 조금 다르게 말씀해 주시겠어요?")
    # It is checked where it is written.
    first.fill("무슨 말씀이신지 잘 모르겠습니다.")
    expect(line.locator(".finding.error")).to_contain_text("말높임")
    first.fill("무슨 말씀인지 제가 놓쳤어요. 한 번만 더 적어 주시겠어요?")
    expect(line.locator(".finding")).to_have_count(0)
    assert fits(teammate) and teammate.barriers() == []
    page.screenshot(path="test-results/64-lines.png", full_page=True)
    expect(page.locator(".save-state")).to_have_text(SAVED)

    page.goto(f"{studio[0]}/studio/playbooks/parcel/try")
    page.get_by_label("고객의 말").fill("음메 음메")
    page.keyboard.press("Enter")
    expect(page.get_by_text("무슨 말씀인지 제가 놓쳤어요.").first).to_be_visible()

    # Who comes from a reply finds the line open, and the words that came with it are a press away.
    page.goto(f"{studio[0]}/studio/playbooks/parcel/lines#not_understood")
    expect(first).to_be_visible()
    line.get_by_role("button", name="처음 말로 되돌리기").click()
    expect(line.get_by_role("button", name="이 말에서 고쳐 쓰기")).to_be_visible()
    expect(page.locator("main :focus")).to_have_count(1)
    page.get_by_role("button", name="되돌리기").click()
    expect(first).to_have_value("무슨 말씀인지 제가 놓쳤어요. 한 번만 더 적어 주시겠어요?")


def test_the_pages_on_a_phone_in_the_dark_and_in_english(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    teammate = new_visitor(375, 800, dark=True)
    sign_in(teammate, address, password)
    page = teammate.page
    for section, ready in (("persona", ".looks .said"), ("empathy", ".looks-grid .said"), ("lines", ".one-line")):
        page.goto(f"{address}/studio/playbooks/parcel/{section}")
        expect(page.locator(ready).first).to_be_visible(timeout=15_000)
        assert fits(teammate) and teammate.barriers() == []
        page.screenshot(path=f"test-results/62-{section}-phone-dark.png", full_page=True)
    page.goto(f"{address}/studio/playbooks/parcel/empathy")
    # A cell leads to its cards, which stand below the table here.
    page.locator("[data-cell='anxiety.strong']").click()
    expect(page.get_by_role("heading", name="불안 · 강하게")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="언어").click()
    page.get_by_role("menuitem", name="English").click()
    page.goto(f"{address}/studio/playbooks/parcel/lines")
    expect(page.get_by_role("heading", level=1, name="Everyday words")).to_be_visible()
    expect(page.locator("#wait")).to_contain_text("answer to “just a moment”")
    for section, title in (("empathy", "Empathy"), ("persona", "Persona")):
        page.goto(f"{address}/studio/playbooks/parcel/{section}")
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        expect(page.locator(".said").first).to_be_visible(timeout=15_000)
        assert fits(teammate)
        page.screenshot(path=f"test-results/63-{section}-english.png", full_page=True)
