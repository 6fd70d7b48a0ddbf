"""A table written as CSV that every spreadsheet opens rightly, and in which no cell can run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# So that Excel takes the file for UTF-8.
MARK = "\ufeff"
# A cell that begins so is run as a formula by a spreadsheet (OWASP, CSV injection).
_RUNS = ("=", "+", "-", "@", "\t", "\r", "'")


def csv_text(rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> str:
    """Return the rows as text, to be written in UTF-8 as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([f"'{cell}" if cell.startswith(_RUNS) else cell for cell in row] for row in rows)
    return MARK + out.getvalue()
