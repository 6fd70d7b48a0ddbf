"""Whatever breaks in the middle, every message is there once and in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.visitor import Visitor


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer([quick_parcel(tmp_path)], tmp_path / "data").start()
    yield running
    running.stop()


def everything_is_there_once_and_in_order(customer: Visitor, said: list[str]) -> None:
    kept = customer.kept()
    assert [each["text"] for each in kept if each["by"] == "customer"] == said
    positions = [each["position"] for each in kept]
    assert positions == sorted(set(positions))
    assert len({each["id"] for each in kept}) == len(kept)
    expect(customer.chat.locator(".bubble")).to_have_count(len(kept), timeout=15_000)
    assert customer.screen() == [each["text"] for each in kept]


def all_are_kept(customer: Visitor) -> None:
    expect(customer.chat.locator(".own.waiting, .own.sending, .own.kept")).to_have_count(0, timeout=40_000)


def test_a_server_killed_in_the_middle_loses_and_doubles_nothing(
    fragile: RunningServer, new_visitor: NewVisitor
) -> None:
    customer = new_visitor().visit(f"{fragile.address}/try/parcel")
    customer.ask("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
    said = ["제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ"]
    for text, more in (("DJ20261101이에요", "듣고 계세요?"), ("배송사에 물어봐 주세요", "언제쯤 올까요?")):
        customer.say(text)
        fragile.kill()
        customer.say(more)
        said += [text, more]
        expect(customer.chat.locator(".own.waiting").last).to_contain_text("연결되면 바로 보낼게요")
        fragile.start()
        all_are_kept(customer)
    customer.shoot("9-after-two-kills")
    customer.ask("고마워요")
    said.append("고마워요")
    everything_is_there_once_and_in_order(customer, said)
    before = customer.screen()
    customer.page.reload()
    customer.open()
    expect(customer.chat.locator(".bubble")).to_have_count(len(before))
    assert customer.screen() == before
    assert customer.ask("상담 시간이 어떻게 돼요?")


def test_words_written_without_a_server_survive_a_reload(fragile: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor().visit(f"{fragile.address}/try/parcel")
    fragile.kill()
    customer.say("첫 번째로 쓴 말이에요")
    customer.say("두 번째로 쓴 말이에요")
    expect(customer.chat.locator(".own.waiting")).to_have_count(2)
    customer.shoot("10-not-yet-sent")
    fragile.start()
    customer.page.reload()
    customer.open()
    all_are_kept(customer)
    customer.next_reply(1)
    everything_is_there_once_and_in_order(customer, ["첫 번째로 쓴 말이에요", "두 번째로 쓴 말이에요"])


def test_a_chat_opened_without_a_server_opens_when_it_is_there(fragile: RunningServer, new_visitor: NewVisitor) -> None:
    customer = new_visitor()
    customer.page.goto(f"{fragile.address}/try/parcel")
    customer.launcher.hover()
    expect(customer.field).to_have_count(1)
    fragile.kill()
    customer.launcher.click()
    expect(customer.chat.get_by_role("alert")).to_contain_text("연결하지 못했어요")
    customer.shoot("11-no-connection")
    customer.say("택배가 안 와요")
    fragile.start()
    all_are_kept(customer)
    expect(customer.chat.get_by_role("alert")).to_have_count(0)
    assert customer.own() == ["택배가 안 와요"]
