"""The ODT of a sheet: an archive as the standard has it, with headings, header rows, a title and a language, and nothing of the machine."""

import io
import zipfile

import pytest
from defusedxml import ElementTree

from geleerd.sheets.odt import MIME, odt_of
from geleerd.sheets.sheet import TICK, PaperSheet, SheetBoxes, SheetTable, SheetText

TEXT, TABLE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SHEET = PaperSheet(
    "Vragen & <antwoorden>",
    "nl",
    "a3-landscape",
    (
        SheetText("lead", "Waarvoor & waarom"),
        SheetText("heading", "Eerst <dit>"),
        SheetTable(("Af", "Vraag"), (1, 5), ((TICK, "Doe dit?"), (TICK, "")), 12),
        SheetBoxes(2, (("Nu", "Hoe is het?"), ("Straks", ""), ("Later", ""))),
        SheetBoxes(2, (("Zonder fouten geen leren!", ""),), large=True),
        SheetText("small", "Naar: een bron."),
    ),
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(odt_of(SHEET))) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert {(entry.compress_type, entry.date_time, entry.create_system) for entry in archive.infolist()} == {
            (0, (1980, 1, 1, 0, 0, 0), 0)
        }
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_archive_names_what_is_in_it(files):
    assert files.pop("mimetype") == MIME
    manifest = files.pop("META-INF/manifest.xml")
    assert set(files) == {"content.xml", "styles.xml", "meta.xml"}
    assert all(f'manifest:full-path="{name}"' in manifest for name in files)
    assert all(ElementTree.fromstring(text) is not None for text in (*files.values(), manifest))


def test_it_has_headings_header_rows_and_every_word(files):
    body = ElementTree.fromstring(files["content.xml"])
    headings = [(heading.get(f"{TEXT}outline-level"), heading.text) for heading in body.iter(f"{TEXT}h")]
    assert headings == [("1", SHEET.title), ("2", "Eerst <dit>"), ("2", "Nu"), ("2", "Straks"), ("2", "Later")]
    assert [cell.text for cell in body.find(f".//{TABLE}table-header-rows").iter(f"{TEXT}p")] == ["Af", "Vraag"]
    assert "Zonder fouten geen leren!" in files["content.xml"]


def test_every_style_that_is_used_is_there(files):
    used = {
        value
        for element in ElementTree.fromstring(files["content.xml"]).iter()
        for key, value in element.attrib.items()
        if "style-name" in key
    }
    both = files["content.xml"] + files["styles.xml"]
    assert all(f'style:name="{name}"' in both for name in used)


def test_it_tells_its_title_and_language_and_no_more(files):
    assert "Vragen &amp; &lt;antwoorden&gt;" in files["meta.xml"]
    assert "<dc:language>nl</dc:language>" in files["meta.xml"]
    assert 'fo:language="nl"' in files["styles.xml"]
    assert not any(word in files["meta.xml"] for word in ("generator", "creator", "date"))


def test_the_same_sheet_gives_the_same_bytes():
    assert odt_of(SHEET) == odt_of(SHEET)
