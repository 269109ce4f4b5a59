"""Tables: each row is a contribution, with the names that the header gives."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from geleerd.model.documents import Tree
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_COLUMNS, MOST_ROWS
from geleerd.read.foreign.writings import Note, UnreadableError, Writing

HEADER_WITHIN = 20
"""Rows among which the header is looked for; above it people put the name of the table and an explanation."""

_SEPARATORS = ",;\t"
_NAMED_SEPARATOR = re.compile(r'"?sep=([^"])"?', re.IGNORECASE)
"""The line with which Excel names the separator of the lines below."""

_SHOWN = 20
"""Columns that a sentence names at most."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One table in a file. `name` is empty when the file holds no other."""

    rows: tuple[Cells, ...]
    name: str = ""


def read_table(text: str, name: str, known: Set[str]) -> tuple[Writing, ...]:
    """A contribution from each row of a table (CSV). `known` are the columns that an importer understands.

    Raises `UnreadableError` when it understands none of the columns, and for text that is no table or too large a one.
    """
    first, _, rest = text.partition("\n")
    named = _NAMED_SEPARATOR.fullmatch(first)
    try:
        rows = _rows(rest, named[1]) if named else _rows(text, _separator(text, known))
    except csv.Error:
        raise UnreadableError("table") from None
    if sum(map(_says_something, rows)) > MOST_ROWS + HEADER_WITHIN or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise UnreadableError("too-large-table")
    return read_sheets((SheetRows(rows),), name, known)


def _separator(text: str, known: Set[str]) -> str:
    """The separator with which most columns are known, else that with most columns; one in quotation marks separates nothing."""
    return max(_SEPARATORS, key=lambda separator: _fit(_rows(text, separator, HEADER_WITHIN), known))


def _fit(rows: Sequence[Cells], known: Set[str]) -> tuple[int, int]:
    return max(((_understood(row, known), len(row)) for row in rows), default=(0, 0))


def _rows(text: str, separator: str, most: int | None = None) -> tuple[Cells, ...]:
    return tuple(tuple(row) for row in islice(csv.reader(io.StringIO(text), delimiter=separator), most))


def read_sheets(sheets: Sequence[SheetRows], name: str, known: Set[str]) -> tuple[Writing, ...]:
    """A contribution from each row of each sheet of which a column is known; the first one tells of sheets and rows left out.

    Raises `UnreadableError` when no column is known.
    """
    filled = [sheet for sheet in sheets if any(map(_says_something, sheet.rows))]
    headers = [(sheet, _header(sheet.rows, known)) for sheet in filled]
    headed = [(sheet, number) for sheet, number in headers if number is not None]
    if not headed:
        raise UnreadableError(*(("columns", _seen(filled[0].rows)) if filled else ("empty", "")))
    skipped = tuple(Note("sheet", Frozen({"name": sheet.name})) for sheet, number in headers if number is None)
    writings = [writing for sheet, number in headed for writing in _writings(sheet, number, name)]
    if not writings:
        raise UnreadableError("empty")
    return (replace(writings[0], notes=(*skipped, *writings[0].notes)), *writings[1:])


def _header(rows: Sequence[Cells], known: Set[str]) -> int | None:
    """The number of the row that names the columns: of the first rows, the one with most of the known names."""
    fits = [_understood(row, known) for row in rows[:HEADER_WITHIN]]
    return fits.index(max(fits)) if any(fits) else None


def _understood(row: Cells, known: Set[str]) -> int:
    return len({_one_line(cell) for cell in row} & known)


def _seen(rows: Sequence[Cells]) -> str:
    """The names in the likely header: the fullest of the first rows."""
    cells = [_one_line(cell)[:80] for cell in max(rows[:HEADER_WITHIN], key=lambda row: sum(map(bool, row))) if cell.strip()]
    return ", ".join(cells[:_SHOWN]) + (" …" if len(cells) > _SHOWN else "")


def _writings(sheet: SheetRows, header: int, name: str) -> Iterator[Writing]:
    names = list(_names(sheet.rows[header]))
    above = any(map(_says_something, sheet.rows[:header]))
    notes = (Note("above", Frozen({"row": header + 1})),) if above else ()
    where = f"{name}:{sheet.name}" if sheet.name else name
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        if _says_something(row):
            yield Writing(f"{where}:{number}", fields=_fields(names, row), notes=notes)
            notes = ()


def _names(header: Cells) -> Iterator[str]:
    """The name of each column; one without a name goes by its number, and the second of two alike says that it is the second."""
    told: Counter[str] = Counter()
    for number, cell in enumerate(header, 1):
        name = _one_line(cell) or str(number)
        told[name] += 1
        yield name if told[name] == 1 else f"{name} ({told[name]})"


def _fields(names: Sequence[str], row: Cells) -> Tree:
    """The cells of a row by the name of their column; cells without a named column go by their number."""
    beyond = {str(number): cell for number, cell in enumerate(row[len(names) :], len(names) + 1)}
    return Frozen({**dict(zip(names, row, strict=False)), **beyond})


def _says_something(row: Cells) -> bool:
    return any(cell.strip() for cell in row)


def _one_line(cell: str) -> str:
    """A name as a mapping writes it; in a sheet it may have line breaks."""
    return " ".join(cell.split())
