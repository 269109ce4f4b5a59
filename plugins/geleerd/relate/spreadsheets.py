"""Rows as CSV (RFC 4180) that spreadsheets open as they stand: with a byte order mark, and no cell that runs as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # spreadsheets read the wide forms as the narrow ones
"""What a cell may not begin with: a spreadsheet takes it for a formula (OWASP, "CSV Injection")."""

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
    """The value as a spreadsheet may have it; text that would run gets an apostrophe before it, which spreadsheets show as text."""
    if value is None or isinstance(value, (int, float)):
        return value
    text = str(value).replace("\0", "")
    return f"'{text}" if text.startswith(_RUNS) else text
