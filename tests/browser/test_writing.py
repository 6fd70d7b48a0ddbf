"""Writing: in Korean, with the keyboard alone, much of it, and on a phone."""

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.running_server import RunningServer


def test_enter_that_ends_a_syllable_does_not_send(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.field.focus()
    keys = customer.keys()
    keys.send("Input.imeSetComposition", {"text": "안녕하세요", "selectionStart": 5, "selectionEnd": 5})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    customer.page.wait_for_timeout(300)
    assert customer.own() == []
    keys.send("Input.insertText", {"text": "안녕하세요"})
    assert customer.field.input_value() == "안녕하세요"
    customer.field.press("Enter")
    expect(customer.chat.locator(".own .bubble")).to_have_text(["안녕하세요"])


def test_shift_and_enter_begin_a_new_line(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.field.press_sequentially("첫 줄")
    customer.field.press("Shift+Enter")
    customer.field.press_sequentially("둘째 줄")
    customer.field.press("Enter")
    assert customer.chat.locator(".own .bubble").inner_text() == "첫 줄\n둘째 줄"


def test_the_keyboard_alone_is_enough(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor()
    page = customer.page
    page.goto(f"{server.address}/try/parcel")
    expect(customer.launcher).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement?.hasAttribute('data-dajeong')"):
            break
    page.keyboard.press("Enter")
    expect(customer.field).to_be_focused()
    expect(customer.chat.locator(".theirs").first).to_be_visible(timeout=15_000)
    for text in ("택배 언제 와요?", "DJ20261101이에요"):
        before = customer.chat.locator(".theirs").count()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        customer.next_reply(before)
    for _ in range(customer.answers.count()):
        page.keyboard.press("Shift+Tab")
    expect(customer.answers.first).to_be_focused()
    customer.shoot("12-keyboard")
    label = customer.answers.first.inner_text()
    page.keyboard.press("Enter")
    expect(customer.chat.locator(".own .bubble").last).to_have_text(label)
    expect(customer.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(customer.launcher).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("() => document.activeElement.hasAttribute('data-dajeong')")
    page.keyboard.press("Enter")
    expect(customer.field).to_be_focused()


def test_a_text_too_long_is_told_before_it_is_sent_and_nothing_is_lost(
    server: RunningServer, new_visitor: NewVisitor
) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.field.fill("가" * 3_990)
    expect(customer.chat.locator(".room")).to_contain_text("10자 더 쓸 수 있어요")
    customer.field.fill("가" * 4_005)
    expect(customer.chat.locator(".room")).to_contain_text("5자가 넘쳤어요")
    customer.shoot("13-too-long")
    customer.field.press("Enter")
    assert customer.own() == []
    assert len(customer.field.input_value()) == 4_005
    customer.field.fill("   ")
    customer.field.press("Enter")
    assert customer.own() == []


def test_a_sentence_of_the_page_is_put_into_the_writing_field(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor()
    customer.page.goto(f"{server.address}/try/parcel")
    expect(customer.launcher).to_be_visible()
    customer.page.get_by_role("button", name="도대체 언제쯤 해결돼요?!").click()
    expect(customer.field).to_have_value("도대체 언제쯤 해결돼요?!")
    assert customer.own() == []


def test_on_a_narrow_phone_nothing_runs_out_of_the_screen(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor(320, 640, has_touch=True)
    width = "() => [document.documentElement.scrollWidth, innerWidth]"
    for path in ("/", "/try/hello", "/try/parcel"):
        customer.page.goto(server.address + path)
        scrolls, room = customer.page.evaluate(width)
        assert scrolls <= room, path
    customer.shoot("14-phone-page")
    customer.open()
    customer.ask("택배 언제 와요?")
    customer.ask("DJ20261101이에요")
    customer.ask("A" * 300 + " https://shop.example/" + "b" * 200)
    frame = next(each for each in customer.page.frames if "/widget/frame" in each.url)
    scrolls, room = frame.evaluate(width)
    assert scrolls <= room == 320
    wide = frame.evaluate(
        "() => [...document.querySelectorAll('.log')].map((box) => box.scrollWidth - box.clientWidth)"
    )
    assert wide == [0]
    customer.shoot("15-phone-chat")
