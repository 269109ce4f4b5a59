"""Workbooks of Excel and LibreOffice, those of people who mean harm too."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from geleerd.read.foreign.workbooks import LARGEST_UNPACKED, sheets_in
from geleerd.read.foreign.writings import UnreadableError

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>"
)
FOOT = "</office:spreadsheet></office:body></office:document-content>"


def zipped(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("_", "."), text)
    return data.getvalue()


def ods(rows, name="Blad1"):
    return zipped(content_xml=f'{HEAD}<table:table table:name="{name}">{rows}</table:table>{FOOT}')


def cell(text, **repeated):
    times = "".join(f' table:number-{what}-repeated="{count}"' for what, count in repeated.items())
    return f"<table:table-cell{times}><text:p>{text}</text:p></table:table-cell>"


def row(*cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def xlsx(*rows, **sheets):
    book = Workbook()
    book.active.title = "Lessen"
    for values in rows:
        book.active.append(values)
    for name, state in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([name])
        sheet.sheet_state = state
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(data, name):
    return [(sheet.name, list(map(tuple, sheet.rows))) for sheet in sheets_in(data, name)]


def test_a_sheet_of_excel_holds_what_people_typed():
    day = datetime.datetime(2023, 10, 9)  # noqa: DTZ001  # a cell has no time zone
    data = xlsx(["Les", "Dag", "Aantal", "Deel"], ["a\nb", day, 3.0, 1.5], [], [None, day.replace(hour=13, minute=30), True, None])
    assert read(data, "x.xlsx") == [
        ("Lessen", [("Les", "Dag", "Aantal", "Deel"), ("a\nb", "2023-10-09", "3", "1.5"), (), ("", "2023-10-09T13:30:00", "True")])
    ]


def test_hidden_sheets_stay_hidden():
    assert [name for name, _ in read(xlsx(["Les"], Meer="visible", Geheim="hidden", Dieper="veryHidden"), "x.xlsx")] == ["Lessen", "Meer"]


def test_a_sheet_of_opendocument_holds_what_it_shows_and_dates_as_it_keeps_them():
    day = '<table:table-cell office:value-type="date" office:date-value="2023-10-09T00:00:00"><text:p>9 okt</text:p></table:table-cell>'
    note = "<table:table-cell><office:annotation><text:p>geheim</text:p></office:annotation><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
    spaces = cell('x<text:s text:c="2"/><text:span>y</text:span><text:line-break/>z')
    rows = (
        row(cell("Les"), day, note, spaces) + row("<table:table-cell/>", times=3) + row(cell("q", columns=2), "<table:covered-table-cell/>")
    )
    assert read(ods(rows), "x.ods") == [("Blad1", [("Les", "2023-10-09", "a\nb", "x  y\nz"), (), (), (), ("q", "q")])]


def test_the_empty_rest_of_a_sheet_is_no_part_of_it():
    rest = row('<table:table-cell table:number-columns-repeated="16384"/>', times=1_048_575)
    assert read(ods(row(cell("Les")) + rest), "x.ods") == [("Blad1", [("Les",)])]


def far(reference):
    """A workbook of Excel whose second row has its only cell there."""
    data = io.BytesIO(xlsx(["Les"], ["x"]))
    with zipfile.ZipFile(data) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<row r="2"', b'<row r="%d"' % reference[1]).replace(
        b'r="A2"', b'r="%s%d"' % reference
    )
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return changed.getvalue()


def test_a_cell_at_the_far_end_of_a_column_costs_no_more_than_its_row():
    ((_, rows),) = read(far((b"B", 900)), "x.xlsx")
    assert (len(rows), rows[0], rows[-1]) == (900, ("Les",), ("", "x"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.ods", ods(row(cell("a", columns=16_384), times=1_048_576))),
        ("x.ods", ods(row(cell("a"), times=1_048_576))),
        ("x.ods", ods(row(cell("a", columns=10**12)))),
        ("x.ods", zipped(content_xml="0" * (LARGEST_UNPACKED + 1))),
        ("x.xlsx", zipped(x="0" * (LARGEST_UNPACKED + 1))),
        ("x.xlsx", far((b"XFD", 1_048_576))),
        ("x.xlsx", b"0" * 10_000_001),
    ],
    ids=[
        "a sheet full of one row",
        "one row a million times",
        "one cell a billion times",
        "zeros (ods)",
        "zeros (xlsx)",
        "far cell",
        "large file",
    ],
)
def test_a_workbook_that_unpacks_to_more_than_a_table_can_be_is_refused(name, data):
    with pytest.raises(UnreadableError) as raised:
        sheets_in(data, name)
    assert raised.value.reason in {"too-large-table", "workbook"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.xlsx", b"geen zip"),
        ("x.xlsx", zipped(content_xml="<a/>")),
        ("x.ods", zipped(mimetype="x")),
        ("x.ods", zipped(content_xml="<a")),
        ("x.ods", zipped(content_xml='<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>')),
        ("x.ods", ods('<table:table-row table:number-rows-repeated="veel"/>')),
    ],
)
def test_a_workbook_that_is_broken_is_no_crash(name, data):
    with pytest.raises(UnreadableError) as raised:
        sheets_in(data, name)
    assert raised.value.reason == "workbook"
