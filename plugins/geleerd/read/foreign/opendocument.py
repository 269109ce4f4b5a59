"""The sheets of an OpenDocument file, read as a stream, since no library does: its cells and rows may say that they repeat a billion times.

Source: OpenDocument 1.3, part 3, sections 9.1 and 19.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import repeat
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_WIDEST = 16_384
_LONGEST_SPACE = 100

_Texts = tuple[str, ...]


def opendocument_rows(data: bytes) -> Iterator[tuple[str, _Texts]]:
    """The rows of all sheets, each with the name of its sheet. A row that repeats comes as often as it says."""
    sheet = ""
    with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as content:
        for event, element in iterparse(content, events=("start", "end")):
            if event == "start" and element.tag == f"{_TABLE}table":
                sheet = element.get(f"{_TABLE}name", "")
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                yield from repeat((sheet, _cells(element)), _times(element, "rows"))
                element.clear()


def _cells(row: Element) -> _Texts:
    """The texts of a row without its empty end."""
    texts: list[str] = []
    empty = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        times = min(_times(cell, "columns"), _WIDEST)
        if text := _cell(cell):
            texts += [""] * empty + [text] * times
            empty = 0
        else:
            empty = min(empty + times, _WIDEST)
        if len(texts) > _WIDEST:
            break
    return tuple(texts)


def _times(element: Element, what: str) -> int:
    return max(int(element.get(f"{_TABLE}number-{what}-repeated", "1")), 1)


def _cell(cell: Element) -> str:
    """A date as the file keeps it, else the text that the sheet shows, a line for each paragraph."""
    day = cell.get(f"{_OFFICE}date-value", "")
    return day.removesuffix("T00:00:00") or "\n".join(_shown(part) for part in cell if part.tag == f"{_TEXT}p")


def _shown(element: Element) -> str:
    parts = [element.text or ""]
    for part in element:
        if part.tag == f"{_TEXT}s":
            parts.append(" " * min(int(part.get(f"{_TEXT}c", "1")), _LONGEST_SPACE))
        elif part.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            parts.append("\n" if part.tag.endswith("break") else "\t")
        elif not part.tag.startswith(_OFFICE):
            parts.append(_shown(part))
        parts.append(part.tail or "")
    return "".join(parts)
