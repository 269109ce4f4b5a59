"""CSV files open in a spreadsheet as they stand, and nothing in them runs."""

import csv
import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.relate.spreadsheets import csv_text

CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_file_begins_with_a_mark_and_ends_every_line_as_the_standard_says():
    text = csv_text(["Naam", "Aantal"], [["Zorg, samen", 3], ['Wat "anders" heet', None], [datetime.date(2026, 11, 2), -1]])
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text == '\ufeffNaam,Aantal\r\n"Zorg, samen",3\r\n"Wat ""anders"" heet",\r\n2026-11-02,-1\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_would_run_becomes_text(start):
    assert rows_of(csv_text(["x"], [[f'{start}HYPERLINK("https://kwaad.example","klik")']]))[1][0].startswith(f"'{start}")


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_whatever_is_written_is_read_back_and_no_cell_runs(rows):
    read = rows_of(csv_text(["een", "twee"], rows))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [[cell.removeprefix("'") for cell in row] for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in read for cell in row)
