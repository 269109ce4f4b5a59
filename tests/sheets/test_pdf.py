"""The PDF of a sheet: tagged, in its language, with its title and bookmarks, and the same bytes each time."""

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from geleerd.sheets.pdf import pdf_of
from geleerd.sheets.sheet import TICK, PaperSheet, SheetBoxes, SheetTable, SheetText

SHEET = PaperSheet(
    "Eén blad voor # ons [allemaal]",
    "nl",
    "a4",
    (
        SheetText("lead", 'Met "tekens": #set page() $x$ *vet*'),
        SheetText("heading", "Eerst dit"),
        SheetTable(("Af", "Vraag"), (1, 5), ((TICK, "Doe dit?"), (TICK, "")), 12),
        SheetBoxes(2, (("Nu", "Hoe is het?"), ("Straks", ""))),
        SheetText("small", "Naar: een bron."),
    ),
)


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(SHEET)))


def tags(here: PdfObject | None) -> Iterator[str]:
    here = here.get_object() if here is not None else None
    if isinstance(here, ArrayObject):
        for child in here:
            yield from tags(child)
    elif isinstance(here, DictionaryObject):
        if "/S" in here:
            yield str(here["/S"])
        yield from tags(here.get("/K"))


def test_it_has_a_title_a_language_tags_and_bookmarks(pdf):
    root = pdf.trailer["/Root"]
    assert (pdf.metadata.title, root["/Lang"], root["/MarkInfo"]["/Marked"]) == (SHEET.title, "nl", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.outline[0].title == SHEET.title
    assert [entry.title for entry in pdf.outline[1]] == ["Eerst dit", "Nu", "Straks"]
    found = list(tags(root["/StructTreeRoot"]))
    assert found.count("/H1") == 1
    assert found.count("/H2") == 3
    assert found.count("/TH") == 2
    assert found.count("/TD") == 4


def test_words_are_words_whatever_they_look_like(pdf):
    words = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    assert 'Met "tekens": #set page() $x$ *vet*' in words
    assert "Eén blad voor # ons [allemaal]" in words


def test_its_letters_come_along(pdf):
    fonts = pdf.pages[0]["/Resources"]["/Font"].get_object()
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert names
    assert all("AtkinsonHyperlegible" in name for name in names)


def test_the_same_sheet_gives_the_same_bytes():
    assert pdf_of(SHEET) == pdf_of(SHEET)
