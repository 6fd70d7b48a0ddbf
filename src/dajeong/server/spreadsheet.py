"""A table that somebody made with a spreadsheet: read from the bytes of a CSV or XLSX file, and written as one."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal
from xml.etree.ElementTree import ParseError

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError
from dajeong.server.problems import Telling

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Kind = Literal["csv", "xlsx"]
# In bytes. Ten thousand examples are about one megabyte.
LARGEST = 5_000_000
# What a packed file may unpack to, in bytes and parts.
LARGEST_UNPACKED, MOST_PARTS = 60_000_000, 2_000
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 12, 20_000, 30, 2_000
# What a spreadsheet would run. "-" and "@" alone begin plain sentences too, and "+82" a phone number.
_FORMULA = re.compile(r"=|[+\-@]\s*[A-Za-z_][\w.]*[(!|]")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# Endings, particles and what stands in half of all sentences: in any Korean text these are far more than a quarter.
_USUAL = frozenset(
    "이다가는에하고의을은지를도기서로한사어있나시해그자요니아대리것안수주게일만들거보여과인오부면제으라와세네때무었없까습데예"
)
# A few words may hold none of them; then the preview shows whether they can be read.
_FEW_LETTERS = 20
_BREAKS = re.compile(r"\s+")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class UnfitTable(DajeongError):
    """A file that is not read as a table; each kind of it has its code, so that the studio can say it in its own words."""

    code: ClassVar[str] = "table_broken"
    status: ClassVar[int] = 422


class TableTooLarge(UnfitTable):
    """More than any list of examples has."""

    code = "table_too_large"
    status = 413


class TableEncoding(UnfitTable):
    """Bytes that are neither UTF-8 nor what Korean Excel writes."""

    code = "table_encoding"


class TableFormula(UnfitTable):
    """A cell holds a formula."""

    code = "table_formula"


class TableKind(UnfitTable):
    """An old or locked workbook, or no table at all."""

    code = "table_kind"


class TableEmpty(UnfitTable):
    """Nothing in any cell."""

    code = "table_empty"


class Sheet(Frozen):
    """One sheet as texts, without empty rows. ``lines`` are the rows' numbers in the file; ``merged`` counts cells that were joined."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    merged: int = 0
    cut: bool = False


class Table(Frozen):
    """Every sheet of a file; a CSV has one."""

    encoding: Literal["utf-8", "utf-16", "cp949", "xlsx"]
    sheets: tuple[Sheet, ...]


def read_table(raw: bytes, name: str) -> Table:
    """Return the table in a file's bytes. Nothing in it is run or kept. Raises UnfitTable with what to do, TableFormula with the cell.

    Cells become one line of text each; joined cells all get the value of their first.
    """
    if len(raw) > LARGEST:
        raise TableTooLarge("The file is larger than 5 MB. Keep only the sheet with the examples, or split it.")
    if not raw.strip(b"\0 \t\r\n"):
        raise TableEmpty("The file is empty. Choose the one that holds your examples.")
    if raw.startswith(_OLD_EXCEL):
        raise TableKind("This is an old .xls file, or one with a password. Save it as .xlsx or CSV without a password.")
    table = _xlsx(raw) if raw.startswith(b"PK") else _csv(raw, name)
    if not any(sheet.rows for sheet in table.sheets):
        raise TableEmpty("There is nothing in any cell. Choose the file that holds your examples.")
    return table


def write_xlsx(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """Return rows as a workbook of texts with a head that stays in sight."""
    # A quarter of a second that most starts of the server can do without.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for column, width in (("A", 22), ("B", 22), ("C", 60)):
        sheet.column_dimensions[column].width = width
    for row in rows:
        # What begins with "=" would become a formula.
        sheet.append([f"'{cell}" if cell.startswith("=") else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _csv(raw: bytes, name: str) -> Table:
    encoding, text = _decoded(raw)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False))
    except csv.Error:
        raise UnfitTable("The table cannot be read: look for a quotation mark that is not closed.") from None
    return Table(encoding=encoding, sheets=(_sheet(name, rows, frozenset()),))


def _decoded(raw: bytes) -> tuple[Literal["utf-8", "utf-16", "cp949"], str]:
    try:
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16", _plain(raw.decode("utf-16"))
        return "utf-8", _plain(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        raise _wrong_encoding() from None
    # Bytes of another country's encoding often decode too, into signs and into syllables that hardly anybody writes.
    letters = [letter for letter in text if ord(letter) > 127]
    usual = sum(letter in _USUAL for letter in letters) if len(letters) > _FEW_LETTERS else len(letters)
    if sum("가" <= letter <= "힣" for letter in letters) < 0.7 * len(letters) or usual < 0.25 * len(letters):
        raise _wrong_encoding()
    return "cp949", _plain(text)


def _plain(text: str) -> str:
    if "\0" in text:
        raise TableKind("This is no table of text. Save it as CSV or .xlsx.")
    return text


def _wrong_encoding() -> TableEncoding:
    return TableEncoding("The letters cannot be read. In Excel choose 'CSV UTF-8' when you save, or save it as .xlsx.")


def _delimiter(text: str) -> str:
    """Return what stands between the cells: the sign that gives the most rows the same number of cells, more than one."""
    lines = text.splitlines()[:30]

    def fits(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        usual = max(set(widths), key=widths.count) if widths else 1
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max((",", "\t", ";", "|"), key=fits)


def _xlsx(raw: bytes) -> Table:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            merged = _looked_through(packed)
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        try:
            sheets = [_worksheet(each, merged) for each in book.worksheets[:MOST_SHEETS]]
        finally:
            book.close()
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, OSError, EOFError):
        raise UnfitTable(
            "The workbook cannot be read. Open it, save it again as .xlsx or CSV, and try once more."
        ) from None
    return Table(encoding="xlsx", sheets=tuple(sheets))


def _looked_through(packed: zipfile.ZipFile) -> dict[str, frozenset[tuple[int, int, int, int]]]:
    """Return the joined cells of each sheet, by its path; refuse what would unpack to a flood."""
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TableTooLarge("The workbook unpacks to far more than a list of examples. Copy the examples to a new one.")
    found = {}
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        with packed.open(part) as opened:
            head = opened.read(4_096)
            if _DOCTYPE.search(head):
                raise UnfitTable("The workbook holds what no spreadsheet writes. Save it again as .xlsx or CSV.")
            if part.filename.startswith("xl/worksheets/"):
                # They stand behind the rows.
                found[part.filename] = frozenset(_area(match) for match in _MERGED.finditer(head + opened.read()))
    return found


def _area(match: re.Match[bytes]) -> tuple[int, int, int, int]:
    first, top, last, bottom = match.groups()
    return int(top), _column(first), min(int(bottom), MOST_ROWS), min(_column(last), MOST_COLUMNS)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _worksheet(sheet: "Worksheet", merged: dict[str, frozenset[tuple[int, int, int, int]]]) -> Sheet:
    rows = []
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS):
        for cell in row:
            if cell.data_type == "f":
                raise _formula(cell.row, cell.column)
        rows.append(["" if cell.value is None else _said(cell.value) for cell in row])
    # Read row by row the library does not tell which cells are joined, only where the sheet lies.
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    return _sheet(str(sheet.title), rows, merged.get(path, frozenset()))


def _said(value: object) -> str:
    # 3.0 was typed as 3.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _sheet(name: str, rows: Sequence[Sequence[str]], merged: frozenset[tuple[int, int, int, int]]) -> Sheet:
    kept = [
        [_cell(cell, line, at) for at, cell in enumerate(row[:MOST_COLUMNS], 1)]
        for line, row in enumerate(rows[:MOST_ROWS], 1)
    ]
    for top, left, bottom, right in merged:
        # Across it is a heading; downwards one value stands for several rows.
        for line in range(top + 1, min(bottom, len(kept)) + 1):
            for at in range(left, right + 1):
                if top <= len(kept) and left <= len(kept[top - 1]) and at <= len(kept[line - 1]):
                    kept[line - 1][at - 1] = kept[top - 1][left - 1] if at == left else ""
    numbered = [(line, row) for line, row in enumerate(kept, 1) if any(row)]
    width = max((at for _, row in numbered for at, cell in enumerate(row, 1) if cell), default=0)
    return Sheet(
        name=name[:80],
        rows=tuple(tuple((*row, *[""] * width)[:width]) for _, row in numbered),
        lines=tuple(line for line, _ in numbered),
        merged=len(merged),
        cut=len(rows) > MOST_ROWS,
    )


def _cell(cell: str, line: int, at: int) -> str:
    text = _BREAKS.sub(" ", cell).strip()
    if text.startswith("'") and text[1:2] in ("=", "+", "-", "@", "'"):
        # So we write it ourselves, and so Excel keeps a text that looks like a formula.
        return text[1:][:LONGEST_CELL]
    if _FORMULA.match(text):
        raise _formula(line, at)
    return text[:LONGEST_CELL]


def _formula(line: int, at: int) -> Telling:
    # At most thirty columns: "A" to "AD".
    cell = f"{'A' if at > 26 else ''}{chr(65 + (at - 1) % 26)}{line}"
    sentence = f"There is a formula in {cell}. Copy the column, paste it as values, and choose the file again."
    return Telling(TableFormula(sentence), {"cell": cell})
