"""Workbooks of Excel (xlsx) and LibreOffice (ods), as sheets of text. Both are read row by row, and no further than a table can be.

A workbook of strangers may unpack to anything: sheets with a million columns, cells that repeat a billion times, zip files of zeros.
"""

import datetime
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby, islice
from operator import itemgetter

from openpyxl import load_workbook

from geleerd.model.file_kinds import MEGABYTE, ending
from geleerd.model.limits import MOST_COLUMNS, MOST_ROWS
from geleerd.read.foreign.opendocument import opendocument_rows
from geleerd.read.foreign.tables import Cells, SheetRows
from geleerd.read.foreign.writings import UnreadableError

WORKBOOKS = frozenset({"xlsx", "ods"})
LARGEST_WORKBOOK = 10 * MEGABYTE
LARGEST_UNPACKED = 60 * MEGABYTE
_DEEPEST_ROW = 1_048_576


def sheets_in(data: bytes, name: str) -> tuple[SheetRows, ...]:
    """The visible sheets of a workbook. Raises `UnreadableError` for other bytes, and for more than a table can hold."""
    try:
        _check_size(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of parts that it does not keep; nothing is written back
            rows = opendocument_rows(data) if ending(name) == "ods" else _office_rows(data)
            return tuple(SheetRows(_bounded(row for _, row in group), sheet) for sheet, group in groupby(rows, key=itemgetter(0)))
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001  # a broken workbook makes the readers fail in any way
        raise UnreadableError("workbook") from None


def _check_size(data: bytes) -> None:
    """Raise `UnreadableError` for too large a file, by what its own list says: Python unpacks no more of a part than that."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if len(data) > LARGEST_WORKBOOK or unpacked > LARGEST_UNPACKED:
        raise UnreadableError("too-large-table")


def _bounded(rows: Iterable[Cells]) -> tuple[Cells, ...]:
    """All rows, empty ones too, so that their numbers are those of the sheet, without empty ends. Raises `UnreadableError`."""
    kept: list[Cells] = []
    filled = 0
    for number, row in enumerate(islice(rows, _DEEPEST_ROW)):
        if any(row):
            filled += 1
            kept += [()] * (number - len(kept))
            kept.append(row)
        if filled > MOST_ROWS or len(row) > MOST_COLUMNS:
            raise UnreadableError("too-large-table")
    return tuple(kept)


def _office_rows(data: bytes) -> Iterator[tuple[str, Cells]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # a file may say that it is smaller than it is
            yield from ((sheet.title, _texts(row)) for row in sheet.iter_rows(values_only=True))


def _texts(row: Iterable[object]) -> Cells:
    texts = [_text(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(value: object) -> str:
    """The value of a cell as somebody would type it."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
