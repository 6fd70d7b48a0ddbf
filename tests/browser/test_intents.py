"""Intents and answers in a real browser, in Korean: written, tried, told apart, and brought from a table."""

import io
import re
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor, quick_parcel
from tests.browser.running_server import RunningServer
from tests.browser.teammate import fits, make_owner, sign_in
from tests.browser.visitor import Visitor

Studio = tuple[str, str]
NOT_KNOWN = "그 반짝이는 뚜껑 같은 거 따로 구할 데가 있으려나요"
TABLE = "\r\n".join((
    "상담 예문 모음,,",
    "의도,고객 발화,답변",
    "parcel_late,약속한 날이 한참 지났어요,",
    ",물건 올 기미가 없네요,",
    "각인 서비스,이름도 새겨 주나요?,네. 열 글자까지 새겨 드려요.",
    "각인 서비스,만년필에 각인 되나요,",
))  # fmt: skip


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Address and password of a studio with the example shop."""
    place = tmp_path_factory.mktemp("intents")
    password = make_owner(place / "data")
    running = RunningServer([quick_parcel(place)], place / "data").start()
    yield running.address, password
    running.stop()


def at_intents(studio: Studio, visitor: Visitor) -> Page:
    """Signed in and at the page of intents, as the navigation leads there."""
    sign_in(visitor, *studio)
    visitor.page.goto(f"{studio[0]}/studio/intents")
    expect(visitor.page.get_by_role("heading", name="의도와 답", level=1)).to_be_visible()
    return visitor.page


def somebody_says(address: str, page: Page) -> None:
    """A customer writes what no intent is about."""
    chat = page.request.post(f"{address}/api/chat/conversations", data={"playbook": "parcel"}).json()
    page.request.post(
        f"{address}/api/chat/conversations/{chat['conversation']}/messages",
        data={"message": "m1", "text": NOT_KNOWN},
        headers={"Authorization": f"Bearer {chat['token']}"},
    )


def choose(page: Page, title: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{title}")).first.click()
    expect(page.get_by_role("article", name=title)).to_be_visible()


def saved(page: Page) -> None:
    expect(page.get_by_text("저장됨", exact=True)).to_be_visible(timeout=20_000)


def draft(page: Page, path: str) -> str:
    address = page.url.split("/studio")[0]
    files = page.request.get(f"{address}/api/studio/playbooks/parcel/draft").json()["files"]
    return str(next(file["text"] for file in files if file["path"] == path))


def broken_elsewhere(address: str, page: Page, path: str, text: str) -> None:
    """Somebody else saves a file with a mistake in it."""
    files = page.request.get(f"{address}/api/studio/playbooks/parcel/draft").json()["files"]
    revision = next(file["revision"] for file in files if file["path"] == path)
    csrf = page.request.get(f"{address}/api/session").json()["csrf"]
    answered = page.request.put(
        f"{address}/api/studio/playbooks/parcel/draft/files/{path}",
        data={"text": text},
        headers={"If-Match": f'"{revision}"', "X-CSRF-Token": csrf},
    )
    assert answered.ok, answered.text()


def chosen_file(page: Page, name: str, raw: bytes, kind: str = "text/csv") -> None:
    page.get_by_label("예문이 든 파일").set_input_files([{"name": name, "mimeType": kind, "buffer": raw}])


def test_examples_are_written_tried_and_taken_back(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1280, 900)
    page = at_intents(studio, teammate)
    choose(page, "배송이 늦어요")
    field = page.get_by_label("새 예문")
    field.fill("오늘도 허탕이네요, 물건이 안 와요")
    field.press("Enter")
    expect(page.get_by_label("예문 1", exact=True)).to_have_value("오늘도 허탕이네요, 물건이 안 와요")
    field.fill("- 기다리다 지쳤어요\n2. 택배 안 왔어요!\n언제까지 기다려야 하죠")
    field.press("Enter")
    expect(page.get_by_role("status").filter(has_text="이미 있는 1개는 뺐어요")).to_be_visible()
    page.get_by_label("예문 1", exact=True).fill("기다리다 지쳤어요: 정말로요")
    page.get_by_role("button", name="지우기: 언제까지 기다려야 하죠").click()
    saved(page)
    text = draft(page, "intents/delivery.yaml")
    assert "# 배송과 주문에 관한 바람" in text and '- "기다리다 지쳤어요: 정말로요"' in text and "허탕" in text
    page.get_by_role("button", name="되돌리기", exact=True).first.click()
    expect(page.get_by_label("예문 2", exact=True)).to_have_value("언제까지 기다려야 하죠")
    page.reload()
    expect(page.get_by_label("예문 1", exact=True)).to_have_value("기다리다 지쳤어요: 정말로요")

    sentence = page.get_by_role("textbox", name="한 문장 넣어 보기")
    box = page.get_by_role("region", name="한 문장 넣어 보기")
    sentence.fill("오늘 저녁 뭐 먹을까요")
    expect(box.get_by_text("어느 의도도 아니에요")).to_be_visible(timeout=15_000)
    sentence.fill("주문한 컵이 깨져서 왔어요")
    expect(box.locator(".verdict b")).to_have_text("상품이 깨져서 왔어요", timeout=15_000)
    teammate.shoot("60-intent-sentence")
    assert fits(teammate) and teammate.barriers() == []
    box.get_by_role("button", name="예문으로 넣기").click()
    expect(page.get_by_text("예문을 더했어요").first).to_be_visible()
    page.get_by_role("button", name="되돌리기", exact=True).last.click()
    sentence.fill("")

    page.get_by_role("button", name="새 의도").click()
    page.get_by_role("form", name="새 의도").get_by_label("이름").fill("매장에서 받기")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="매장에서 받기")).to_be_visible()
    # What nobody has written yet is said to nobody: until then the draft cannot be published.
    answer = page.get_by_role("region", name="답", exact=True)
    expect(answer.locator(".remark")).to_contain_text("비어 있어요")
    page.get_by_label("처음 물었을 때 할 말 1").fill("네, 가까운 매장에서 받으실 수 있어요.")
    expect(answer.locator(".remark")).to_have_count(0)
    page.get_by_role("button", name="두 번째 물었을 때의 말 더하기").click()
    page.get_by_label("두 번째 물었을 때 할 말 1").fill("다시 말씀드리면, 매장에서 받으실 수 있어요.")
    field.fill("매장에서 찾아가도 되나요\n직접 가지러 가도 돼요?")
    page.get_by_role("button", name="더하기", exact=True).click()
    expect(page.get_by_label("예문 2", exact=True)).to_have_value("직접 가지러 가도 돼요?")
    teammate.shoot("61-intent-answer")
    page.get_by_role("button", name="이 의도 지우기").click()
    expect(page.get_by_text("‘매장에서 받기’ 의도를 지웠어요.")).to_be_visible()
    page.get_by_role("button", name="되돌리기", exact=True).last.click()
    choose(page, "매장에서 받기")
    saved(page)

    # A file somebody broke elsewhere is mended here, with its line marked.
    whole = draft(page, "intents/delivery.yaml")
    address = page.url.split("/studio")[0]
    broken_elsewhere(address, page, "intents/delivery.yaml", whole.replace("title: ", 'title: "', 1))
    page.reload()
    mending = page.get_by_role("region", name="고칠 파일 intents/delivery.yaml")
    expect(mending.get_by_role("alert")).to_contain_text("닫는 따옴표가 빠졌어요.")
    expect(mending.locator(".text-behind .bad")).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^배송비"))).to_be_visible()
    teammate.shoot("67-intent-mending")
    assert fits(teammate) and teammate.barriers() == []
    mending.get_by_role("textbox", name="intents/delivery.yaml", exact=True).fill(whole)
    mending.get_by_role("button", name="다 고쳤어요").click()
    expect(mending).to_have_count(0)
    choose(page, "배송이 늦어요")
    saved(page)
    assert draft(page, "intents/delivery.yaml") == whole


def test_stealing_intents_are_parted_and_a_table_brings_new_ones(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(1280, 1000, dark=True)
    page = at_intents(studio, teammate)
    page.get_by_role("link", name="겹치는 의도").click()
    expect(page.get_by_role("table", name="겹치는 두 의도")).to_be_visible(timeout=60_000)
    expect(page.locator(".map svg")).to_be_visible()
    page.locator(".pairs .pair").first.press("Enter")
    expect(page.locator(".stolen li").first).to_be_visible()
    teammate.shoot("62-intent-overlaps")
    assert fits(teammate) and teammate.barriers() == []
    page.locator(".stolen").get_by_role("button", name=re.compile("에 옮기기$")).first.click()
    expect(page.get_by_text("옮겼어요").first).to_be_visible()
    page.get_by_role("button", name="되돌리기", exact=True).last.click()
    saved(page)

    page.get_by_role("button", name="가져오기·내보내기").click()
    page.get_by_role("menuitem", name="표에서 가져오기").click()
    for name, raw, said in (
        ("수식.csv", "의도,예문\nparcel_late,=1+1\n".encode(), "B2 칸에 수식이 있어요"),
        ("큰파일.csv", b"a" * 5_100_000, "파일이 너무 커요"),
        (
            "글자.csv",
            "荷物がまだ届きません。いつ届きますか。返品の送料は".encode("shift_jis"),
            "글자를 읽을 수 없는 파일",
        ),
    ):
        chosen_file(page, name, raw)
        expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()
    chosen_file(page, "예문.csv", TABLE.encode("cp949"))
    dialog = page.get_by_role("dialog", name="표에서 가져오기")
    expect(dialog.get_by_text("예문 4개를 넣어요: 있는 의도 1개, 새 의도 1개.")).to_be_visible()
    expect(dialog.get_by_text("CP949")).to_be_visible()
    expect(dialog.get_by_text("열 이름 위의 1줄은 예문이 아니어서 건너뛰어요.")).to_be_visible()
    teammate.shoot("63-import-preview")
    assert teammate.barriers() == []
    dialog.get_by_role("button", name="예문 4개 넣기").click()
    expect(page.get_by_role("article", name="각인 서비스")).to_be_visible()
    expect(page.get_by_label("처음 물었을 때 할 말 1")).to_have_value("네. 열 글자까지 새겨 드려요.")
    saved(page)
    with page.expect_download() as asked:
        page.get_by_role("button", name="가져오기·내보내기").click()
        page.get_by_role("menuitem", name="엑셀로 내보내기").click()
    exported = load_workbook(io.BytesIO(asked.value.path().read_bytes())).active
    assert exported is not None
    rows = [[cell.value for cell in row] for row in exported.iter_rows()]
    assert ["parcel_late", "배송이 늦어요", "물건 올 기미가 없네요"] in rows


def test_on_a_phone_it_all_fits_in_the_light_and_in_the_dark(studio: Studio, new_visitor: NewVisitor) -> None:
    teammate = new_visitor(375, 860)
    page = at_intents(studio, teammate)
    somebody_says(studio[0], page)
    assert fits(teammate)
    page.get_by_role("textbox", name="한 문장 넣어 보기").fill("주문한 컵이 깨져서 왔어요")
    expect(page.get_by_text("가까운 예문")).to_be_visible(timeout=15_000)
    choose(page, "배송비")
    teammate.shoot("64-intent-375")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="의도 목록으로").click()
    expect(page.get_by_role("button", name=re.compile("^배송비"))).to_be_visible()
    page.get_by_role("link", name="겹치는 의도").click()
    expect(page.get_by_role("table", name="겹치는 두 의도")).to_be_visible(timeout=60_000)
    page.locator(".pairs .pair").first.click()
    page.emulate_media(color_scheme="dark")
    teammate.shoot("65-intent-overlaps-375")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("link", name="빠진 예문").click()
    expect(page.locator(".suggestion .text")).to_have_text(NOT_KNOWN, timeout=60_000)
    expect(page.get_by_text("동의하지 않았어요")).to_be_visible()
    teammate.shoot("66-intent-missing-375")
    assert fits(teammate) and teammate.barriers() == []
    page.get_by_role("button", name="넘기기").click()
    expect(page.get_by_role("heading", name="지금은 더할 말이 없어요")).to_be_visible()
