"""Tables that people make: what is read from their files, and what is refused with a sentence."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from dajeong.learning.csv_text import csv_text
from dajeong.server import spreadsheet
from dajeong.server.problems import Telling
from dajeong.server.spreadsheet import (
    TableEmpty,
    TableEncoding,
    TableFormula,
    TableKind,
    TableTooLarge,
    UnfitTable,
    read_table,
    write_xlsx,
)

ROWS = (("의도", "예문"), ("parcel_late", "택배가 아직 안 와요"), ("refund", "환불은 언제 들어와요?"))
KOREAN = "\r\n".join(",".join(row) for row in ROWS)


def workbook(*rows: tuple[object, ...], merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_is_read_in_every_encoding_that_spreadsheets_write(encoding: str) -> None:
    table = read_table(KOREAN.encode(encoding), "예문.csv")
    assert table.sheets[0].rows == ROWS
    assert table.encoding == {"utf-8-sig": "utf-8"}.get(encoding, encoding)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_cells_are_told_apart_whatever_stands_between_them(sign: str) -> None:
    told = "\n".join(sign.join(row) for row in (*ROWS, ("refund", '"돈, 언제 줘요; 네?"')))
    assert read_table(told.encode(), "a.csv").sheets[0].rows[-1] == ("refund", "돈, 언제 줘요; 네?")


def test_a_list_without_columns_is_one_column() -> None:
    assert read_table("안 와요\n언제 와요, 네?\n".encode(), "a.csv").sheets[0].rows[0][0] == "안 와요"


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030", "big5"])
def test_letters_of_another_encoding_are_refused_and_not_guessed(encoding: str) -> None:
    text = {
        "shift_jis": "荷物がまだ届きません。いつ届きますか。返品の送料はいくらですか",
        "gb18030": "包裹还没到，什么时候能到，我等了很久很久，可以帮我查一下吗",
        "big5": "包裹還沒到什麼時候到，我等了很久很久，可以幫我查一下嗎",
    }
    with pytest.raises(TableEncoding, match="UTF-8"):
        read_table(text[encoding].encode(encoding), "a.csv")


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("http://x","y")', "@SUM(A1)", "+cmd|'/c calc'!A0", "-SUM(A1)"])
def test_a_formula_in_a_csv_is_refused_with_its_cell(cell: str) -> None:
    quoted = cell.replace('"', '""')
    with pytest.raises(Telling) as refused:
        read_table(f'의도,예문\nrefund,"{quoted}"\n'.encode(), "a.csv")
    assert isinstance(refused.value.error, TableFormula) and refused.value.more == {"cell": "B2"}
    assert "HYPERLINK" not in refused.value.message and "B2" in refused.value.message


@pytest.mark.parametrize("cell", ["-안 와요", "@다정 안녕하세요", "+82 번호로 전화 주세요", "- 네"])
def test_a_sentence_that_only_begins_like_a_formula_is_a_sentence(cell: str) -> None:
    assert read_table(f"의도,예문\nrefund,{cell}\n".encode(), "a.csv").sheets[0].rows[1][1] == cell


def test_a_formula_in_a_workbook_is_refused_with_its_cell() -> None:
    with pytest.raises(Telling) as refused:
        read_table(workbook(("의도", "예문"), ("refund", "=A1&B1")), "a.xlsx")
    assert refused.value.more == {"cell": "B2"}


def test_a_workbook_is_read_with_its_empty_rows_left_out_and_its_numbers_kept() -> None:
    [sheet] = read_table(workbook(*ROWS, (), ("refund", 3.0)), "a.xlsx").sheets
    assert sheet.rows == (*ROWS, ("refund", "3")) and sheet.lines == (1, 2, 3, 5)


def test_an_intent_written_once_over_several_rows_belongs_to_all_of_them() -> None:
    rows = (("의도", "예문"), ("refund", "환불해 주세요"), (None, "돈 돌려줘요"), (None, "취소하고 환불요"))
    [sheet] = read_table(workbook(*rows, merged="A2:A4"), "a.xlsx").sheets
    assert [row[0] for row in sheet.rows] == ["의도", "refund", "refund", "refund"] and sheet.merged == 1


def test_a_heading_over_several_columns_is_one_cell() -> None:
    [sheet] = read_table(workbook(("우리 예문 모음", None), *ROWS, merged="A1:B1"), "a.xlsx").sheets
    assert sheet.rows[0] == ("우리 예문 모음", "") and sheet.rows[2] == ROWS[1]


def test_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TableTooLarge, match="5 MB"):
        read_table(b"a" * 20_000_000, "a.csv")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)
    with pytest.raises(TableTooLarge):
        read_table(out.getvalue(), "a.xlsx")


def test_a_workbook_that_defines_words_of_its_own_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(*ROWS))) as good, zipfile.ZipFile(out, "w") as bad:
        for name in good.namelist():
            text = good.read(name)
            bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' if name.endswith("sheet1.xml") else b""
            bad.writestr(name, bomb + text)
    with pytest.raises(UnfitTable):
        read_table(out.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", TableEmpty),
        (b" \r\n ,,,\r\n", TableEmpty),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, TableKind),
        (b"PK\x03\x04 not a workbook", UnfitTable),
        (b"\x89PNG\r\n\x1a\n\0\0\0", UnfitTable),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(raw: bytes, kind: type[UnfitTable]) -> None:
    with pytest.raises(kind, match=r"\. "):
        read_table(raw, "a.csv")


def test_a_long_table_is_cut_and_says_so() -> None:
    [sheet] = read_table("\n".join(f"a,문장 {n}" for n in range(spreadsheet.MOST_ROWS + 5)).encode(), "a.csv").sheets
    assert sheet.cut and len(sheet.rows) == spreadsheet.MOST_ROWS


@pytest.mark.parametrize("write", [lambda rows: csv_text(rows).encode(), lambda rows: write_xlsx(rows, "의도")])
def test_what_is_written_is_read_back_and_nothing_in_it_can_run(write: object) -> None:
    rows = (*ROWS, ("refund", "=1+1"), ("refund", "-5점 주고 싶어요"), ("refund", '따옴표 " 와, 쉼표'))
    raw = write(rows)  # type: ignore[operator]
    assert read_table(raw, "a").sheets[0].rows == rows
    if not raw.startswith(b"PK"):
        assert b"\n=" not in raw and b",=" not in raw
