"""Rows as CSV (RFC 4180) for spreadsheets: with commas, a byte order mark, and no cell that runs as a formula.

A double click opens such a file in columns only where the spreadsheet splits on commas. A Dutch Excel splits on semicolons, in the middle
of texts; so nothing in a text may run that begins behind one, either.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUNS = re.compile(r"""(?:^|(?<=[;\t\r\n]))(?=(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])|^(?=[\t\r\n])""")
"""Where what follows runs as a formula (OWASP, "CSV Injection"): at the beginning of a text, and of what could be a cell of its own.

Spreadsheets skip spaces, and quotation marks that they take for those around a cell; they read the wide signs as the narrow ones.
"""

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for a code page of their own."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A whole file, byte order mark included: to be encoded as plain UTF-8. None is an empty cell, a number stays a number."""
    file = io.StringIO(newline="")
    file.write(BOM)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in (header, *rows))
    return file.getvalue()


def _cell(value: object) -> object:
    """The value as a spreadsheet may have it: what would run gets an apostrophe before it, which makes it text."""
    if value is None or isinstance(value, (int, float)):
        return value
    return _RUNS.sub("'", str(value).replace("\0", ""))
