"""Nobody is kept out: axe-core finds no serious barrier, light and dark, in Korean and in English."""

import pytest

from tests.browser.conftest import NewVisitor
from tests.browser.running_server import RunningServer


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_first_page_keeps_nobody_out(server: RunningServer, new_visitor: NewVisitor, dark: bool) -> None:
    customer = new_visitor(dark=dark)
    customer.page.goto(server.address)
    assert customer.barriers() == []
    customer.shoot(f"16-first-page-{'dark' if dark else 'light'}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("playbook", ["parcel", "hello"])
def test_the_shop_and_its_chat_keep_nobody_out(
    server: RunningServer, new_visitor: NewVisitor, playbook: str, dark: bool
) -> None:
    korean = playbook == "parcel"
    customer = new_visitor(dark=dark, language="ko" if korean else "en").visit(f"{server.address}/try/{playbook}")
    for text in ("택배 언제 와요?", "DJ20261101이에요") if korean else ("Where is my order?",):
        customer.ask(text)
    customer.page.wait_for_timeout(400)
    assert customer.barriers() == []
    customer.ask("상담원 연결해 주세요" if korean else "I want to talk to a person")
    customer.field.fill("가" * 4_001)
    customer.page.wait_for_timeout(400)
    assert customer.barriers() == []
    customer.shoot(f"17-{playbook}-{'dark' if dark else 'light'}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_survey_and_the_end_keep_nobody_out(server: RunningServer, new_visitor: NewVisitor, dark: bool) -> None:
    customer = new_visitor(dark=dark).visit(f"{server.address}/try/parcel")
    customer.ask("택배 언제 와요?")
    customer.ask("DJ20261108이에요")
    customer.press("네")
    customer.page.wait_for_timeout(400)
    assert customer.barriers() == []
    customer.chat.locator(".survey button").first.click()
    customer.chat.get_by_role("button", name="새 대화 시작").wait_for()
    customer.page.wait_for_timeout(400)
    assert customer.barriers() == []
    customer.shoot(f"18-end-{'dark' if dark else 'light'}")
