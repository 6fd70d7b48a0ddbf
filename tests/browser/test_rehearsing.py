"""Rehearsing in a real browser, in Korean, as somebody does who writes: begin, watch, find where they leave, keep it as a story."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, english_playbook, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]
# In milliseconds. Processes start, and a busy machine plays slowly.
PATIENCE = 90_000


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio with the example shop and a playbook without customers."""
    place = tmp_path_factory.mktemp("rehearsing")
    password = make_owner(place / "data")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DAJEONG_READER", "light")
        bare = english_playbook(place)
        shutil.rmtree(bare / "customers", ignore_errors=True)
        running = RunningServer([quick_parcel(place), bare], place / "data").start()
    expect.set_options(timeout=PATIENCE)
    yield running.address, password
    expect.set_options(timeout=None)
    running.stop()


def is_fine(visitor: Visitor) -> bool:
    """Whether nothing overflows, on a phone neither, and nobody is kept out."""
    assert visitor.barriers() == []
    page = visitor.page
    page.set_viewport_size({"width": 375, "height": 760})
    narrow = fits(visitor)
    visitor.shoot("88-rehearsals-narrow")
    page.set_viewport_size({"width": 1280, "height": 900})
    return narrow and fits(visitor)


def test_a_rehearsal_is_watched_looked_into_kept_as_a_story_and_compared(
    studio: Studio, new_visitor: NewVisitor
) -> None:
    address, password = studio
    writer = new_visitor(1280, 900)
    page = writer.page
    sign_in(writer, address, password)
    page.goto(f"{address}/studio/playbooks/parcel/rehearsals")
    expect(page.get_by_role("heading", name="고객들")).to_be_visible()
    page.get_by_label("고객 수").fill("20")
    assert is_fine(writer)
    writer.picture("rehearsals")
    page.get_by_role("button", name="리허설 시작").click()
    expect(page.get_by_role("progressbar", name="진행")).to_be_visible()
    assert writer.barriers() == []
    writer.picture("rehearsal-watched")
    expect(page.locator("header p")).to_contain_text("끝났어요")
    expect(page.locator(".share").first).to_contain_text("20명 가운데")
    assert is_fine(writer)
    writer.picture("rehearsal-result")
    worst = page.get_by_role("region", name="가장 아픈 대화").get_by_role("link")
    hot = page.get_by_role("region", name="어디서 떠나나요")
    # Where somebody left there is a way to those conversations.
    if hot.get_by_role("link", name="대화 보기").count():
        hot.get_by_role("link", name="대화 보기").first.click()
        expect(page).to_have_url(re.compile(r"step="))
        expect(page.get_by_label("떠난 단계")).not_to_have_value("")
    hot.get_by_role("link", name=re.compile("그림에서 보기")).first.click()
    expect(page.locator(".step-card[class*='heat-']").first).to_be_visible()
    page.get_by_text("단계마다", exact=True).click()
    expect(page.locator(".heat-steps li").first).to_contain_text("명이 왔어요")
    assert is_fine(writer)
    writer.picture("rehearsal-heat")
    page.get_by_role("link", name="리허설 결과").click()
    (worst if worst.count() else page.get_by_role("region", name="대화", exact=True).get_by_role("link")).first.click()
    expect(page.get_by_role("region", name="고객의 마음").locator("svg")).to_be_visible()
    assert is_fine(writer)
    page.get_by_role("button", name="이야기로 남기기").click()
    expect(page.get_by_text("이야기로 초안에 남겼어요")).to_be_visible()
    writer.picture("rehearsal-conversation")
    page.get_by_role("link", name="이야기 보기").click()
    expect(page.get_by_role("region", name="이야기")).to_contain_text("그대로")
    # The same customers again: nothing was changed, so nothing may flip.
    page.get_by_role("link", name="연습", exact=True).click()
    page.get_by_role("link", name="리허설로 견주기").click()
    expect(page.get_by_role("heading", name=re.compile("지금 초안으로 리허설하기"))).to_contain_text("해 봤어요")
    expect(page.get_by_role("link", name="공감 고치러 가기")).to_be_visible()
    assert is_fine(writer)
    writer.shoot("87-exercise-rehearse")
    page.get_by_role("link", name="리허설하러 가기").click()
    page.get_by_label("고객 수").fill("20")
    page.get_by_role("button", name="리허설 시작").click()
    expect(page.locator("header p")).to_contain_text("끝났어요")
    page.get_by_label("무엇과 견줄까요").select_option(index=1)
    expect(page.get_by_text("같은 대화 20개를 견줬어요.")).to_be_visible()
    expect(page.get_by_text("뒤바뀐 대화가 없어요.")).to_be_visible()
    assert is_fine(writer)


def test_customers_are_written_with_their_mistakes_at_their_lines(studio: Studio, new_visitor: NewVisitor) -> None:
    address, password = studio
    writer = new_visitor(1280, 900)
    page = writer.page
    sign_in(writer, address, password)
    page.goto(f"{address}/studio/playbooks/hello/rehearsals")
    expect(page.get_by_text("무대에 설 고객이 아직 없어요")).to_be_visible()
    assert is_fine(writer)
    writer.shoot("85-customers-empty")
    page.get_by_role("button", name="이 예시로 시작").click()
    text = page.get_by_label("customers/first.yaml")
    expect(text).to_be_visible()
    expect(page.get_by_text("이 파일에는 틀린 곳이 없어요.")).to_be_visible()
    text.fill(text.input_value().replace("temper: anxious", "temper: nobody_is_so"))
    expect(page.get_by_role("button", name=re.compile("번째 줄"))).to_be_visible()
    assert is_fine(writer)
    writer.picture("rehearsal-customers")
    whole = text.input_value().replace("nobody_is_so", "gentle")
    text.fill(whole)
    expect(page.get_by_text("이 파일에는 틀린 곳이 없어요.")).to_be_visible()
    # Whose intent is gone from the playbook is taken out at a press, and brought back.
    text.fill(re.sub(r"intent: \w+", "intent: long_gone", whole))
    expect(page.get_by_text("의도 ‘long_gone’이 플레이북에 없어요.", exact=False)).to_be_visible()
    page.get_by_role("button", name="맞지 않는 고객 1명 빼기").click()
    expect(page.get_by_text("고객 1명을 뺐어요.")).to_be_visible()
    expect(text).to_have_count(0)
    page.get_by_role("button", name="되돌리기").click()
    expect(text).to_have_value(re.compile("long_gone"))
