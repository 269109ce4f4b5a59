"""CSV files open in a spreadsheet as they stand, and nothing in them runs."""

import csv
import datetime
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.render.parts.csv_text import csv_text

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


@pytest.mark.parametrize("behind", [";", "; ", ';"', ";\u00a0", ";\t", "a\t", "a\n ", "a; b;;"])
def test_a_cell_of_a_spreadsheet_that_splits_on_semicolons_becomes_text_too(behind):
    cell = rows_of(csv_text(["x"], [[f"abc{behind}=1+cmd|' /C calc'!A0;x"]]))[1][0]
    assert re.fullmatch(r"""abc.*'[\s"]*=1\+cmd\|' /C calc'!A0;x""", cell, re.DOTALL)


def test_ordinary_texts_stay_as_they_are():
    texts = ["Begin klein; groei dan", "e-mail: a@b.example", "1 + 1 = 2", "Zo - en niet anders", "<b>; 'zo'", "a\r\nb"]
    assert rows_of(csv_text(["x"], [[text] for text in texts]))[1:] == [[text] for text in texts]


@given(st.lists(st.lists(CELLS | st.text(";\t\r\n\"' =@,a"), min_size=2, max_size=2)))
def test_whatever_is_written_is_read_back_and_no_cell_runs(rows):
    text = csv_text(["een", "twee"], rows)
    read = rows_of(text)[1:]
    assert [[cell.replace("'", "") for cell in row] for row in read] == [[cell.replace("'", "") for cell in row] for row in rows]
    assert not any(cell.startswith(("\t", "\r", "\n")) for row in read for cell in row)
    for separator in ",;\t":
        cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=None), delimiter=separator) for cell in row]
        assert not [cell for cell in cells if cell.lstrip().lstrip('"').lstrip().startswith(("=", "+", "-", "@"))]
