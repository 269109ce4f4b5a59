"""Writes rows as CSV (RFC 4180) for spreadsheets: with commas, a byte order mark, and no cell that runs as a formula.

A double click opens such a file in columns only if the spreadsheet splits on commas. A Dutch Excel splits on semicolons, also in the
middle of a text, so a text must also be safe after each semicolon.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUNS = re.compile(r"""(?:^|(?<=[;\t\r\n]))(?=(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])|^(?=[\t\r\n])""")
"""The beginnings that spreadsheets run as a formula (OWASP, "CSV Injection"): of a text, and of a piece that could become a cell.

Spreadsheets skip spaces, and quotation marks that could enclose a cell; they read full-width signs as the normal ones.
"""

BOM = "\ufeff"
"""The byte order mark. Without it, spreadsheets read UTF-8 in a code page of their own."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A whole file with a byte order mark, to encode as plain UTF-8. None becomes an empty cell, a number stays a number."""
    file = io.StringIO(newline="")
    file.write(BOM)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in (header, *rows))
    return file.getvalue()


def _cell(value: object) -> object:
    """The value, safe for a spreadsheet: an apostrophe before a formula makes it text."""
    if value is None or isinstance(value, (int, float)):
        return value
    return _RUNS.sub("'", str(value).replace("\0", ""))
