"""The conversation as a customer has it: met as a worried person, helped, passed on, asked at the end."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.running_server import RunningServer


def test_a_worried_customer_is_met_before_the_question(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    notice = customer.chat.locator(".theirs").first
    assert "AI" in notice.locator(".bubble").inner_text()
    customer.shoot("1-opened")
    reply = customer.ask("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
    assert "주문번호" in reply and not reply.startswith("주문번호")
    assert "AI" in customer.chat.locator(".theirs").last.locator(".who").inner_text()
    assert "대전 물류센터" in customer.ask("DJ20261101이에요")
    customer.shoot("2-talk")


def test_a_reload_keeps_everything(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.ask("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
    customer.field.fill("아직 쓰는 중")
    said = customer.screen()
    assert len(said) == 3
    customer.page.reload()
    customer.open()
    expect(customer.chat.locator(".bubble")).to_have_count(3)
    assert customer.screen() == said
    assert customer.field.input_value() == "아직 쓰는 중"


def test_only_the_newest_message_has_buttons_and_a_press_says_its_words(
    server: RunningServer, new_visitor: NewVisitor
) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.ask("택배 언제 와요?")
    customer.ask("DJ20261101이에요")
    expect(customer.answers.first).to_be_visible()
    labels = customer.answers.all_inner_texts()
    customer.shoot("3-buttons")
    before = customer.chat.locator(".theirs").count()
    customer.answers.first.click()
    customer.next_reply(before)
    assert customer.own()[-1] == labels[0]
    assert customer.chat.locator(".answers").count() <= 1
    assert customer.answers.all_inner_texts() != labels


def test_who_asks_for_a_person_is_told_that_they_wait(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.ask("상담원 연결해 주세요")
    expect(customer.chat.locator(".state")).to_contain_text("상담원을 기다리고 있어요")
    customer.shoot("4-waiting-for-a-person")


def test_the_survey_comes_at_the_end_and_a_new_conversation_can_begin(
    server: RunningServer, new_visitor: NewVisitor
) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.ask("택배 언제 와요?")
    customer.ask("DJ20261108이에요")
    customer.press("네")
    scores = customer.chat.locator(".survey button")
    expect(scores).to_have_count(5)
    expect(scores.nth(4)).to_have_accessible_name(re.compile("^5 ?점, ?아주 좋았어요$"))
    customer.shoot("5-survey")
    scores.nth(4).click()
    again = customer.chat.get_by_role("button", name="새 대화 시작")
    expect(again).to_be_visible(timeout=10_000)
    customer.shoot("6-closed")
    again.click()
    expect(customer.chat.locator(".theirs")).to_have_count(1)
    assert customer.own() == []
    assert "주문번호" in customer.ask("제 택배가 아직 안 왔어요")


def test_a_reply_that_comes_while_the_chat_is_closed_is_counted_on_the_button(
    server: RunningServer, new_visitor: NewVisitor
) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    customer.field.fill("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
    # In one breath, so that the answer cannot be there before the chat is closed.
    customer.page.evaluate(
        """() => {
            const frame = document.querySelector('[data-dajeong]').shadowRoot.querySelector('iframe')
            frame.contentDocument.querySelector('form').requestSubmit()
            window.Dajeong.close()
        }"""
    )
    expect(customer.launcher).to_have_accessible_name("상담 열기, 읽지 않은 답 1개", timeout=10_000)
    customer.shoot("7-unread")
    customer.launcher.click()
    expect(customer.launcher).to_have_accessible_name("상담 닫기")
    customer.launcher.click()
    expect(customer.launcher).to_have_accessible_name("상담 열기")


def test_the_chat_speaks_english_on_an_english_page(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor(language="en").visit(f"{server.address}/try/hello")
    expect(customer.field).to_have_attribute("placeholder", "How can we help?")
    assert "AI" in customer.chat.locator(".theirs .bubble").first.inner_text()
    customer.ask("Can I talk to a person?")
    customer.shoot("8-english")


def test_markup_in_a_message_is_shown_as_the_words_it_is(server: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{server.address}/try/parcel")
    text = "<img src=x onerror=\"document.title='broken'\"> <b>굵게</b> https://shop.example/a?b=1 에서 봤어요"
    customer.ask(text)
    own = customer.chat.locator(".own .bubble")
    assert own.inner_text() == text
    assert own.locator("img, b").count() == 0
    link = own.locator("a")
    expect(link).to_have_attribute("href", "https://shop.example/a?b=1")
    assert "noopener" in (link.get_attribute("rel") or "")
