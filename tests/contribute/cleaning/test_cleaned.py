"""A clean copy tells nothing and shows the same; what only a person can judge is refused with the reason."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Picture
from PIL import Image
from pypdf import PdfReader
from pypdf.annotations import FreeText, Link

from geleerd.contribute.cleaning.cleaned import cleaned
from geleerd.contribute.cleaning.reasons import CannotCleanError
from tests.workbench.corner_documents import CORNERS
from tests.workbench.drawings import OF_PROGRAMS
from tests.workbench.pdf_files import SECRETS
from tests.workbench.telling_documents import TELLING_DOCUMENTS
from tests.workbench.telling_files import ARTIST, NAME, PHOTO, SILENT, TELLING, damaged, docx, exif, image, pdf, svg, xmp, zipped
from tests.workbench.trying import examples

FOR_A_PERSON = {
    **dict.fromkeys(("docx tracked", "docx changed marks", "odt tracked"), "change"),
    **dict.fromkeys(("docx hidden text", "xlsx hidden sheet", "pptx hidden slide"), "hidden"),
    **dict.fromkeys(("HEIC", "HEIC called PNG", "film", "old Word", "TIFF", "AVIF", "binary that is called a text"), "unknown"),
    "docx other part": "left",
}

REFUSED_DOCUMENTS = {
    **{way: "hidden" for way in TELLING_DOCUMENTS if way.split()[1] in {"hidden", "filtered", "conditional"}},
    **dict.fromkeys(("xlsx row without height", "xlsx format without signs", "odt notes"), "hidden"),
    **dict.fromkeys(("docx no typeface", "docx part of one's own", "docx other format inside", "docx picture's place"), "left"),
    **dict.fromkeys(("xlsx macro", "odt macro"), "left"),
    "docx behind a part": "damaged",
}
"""What only a person can judge: hidden texts, files of other formats and macros."""
del REFUSED_DOCUMENTS["xlsx hidden name"], REFUSED_DOCUMENTS["xlsx hidden name like a solver's"]  # a sheet shows the same without them


@pytest.mark.parametrize("way", sorted(set(TELLING) - set(FOR_A_PERSON)))
def test_a_copy_tells_nothing_and_is_the_same_each_time(way):
    name, data, _ = TELLING[way]
    copy = cleaned(data, name)
    assert cleaned(copy.data, f"a.{copy.kind}") is None
    assert cleaned(data, name) == copy


@pytest.mark.parametrize("way", FOR_A_PERSON)
def test_what_only_a_person_can_judge_is_refused_with_the_reason(way):
    name, data, _ = TELLING[way]
    with pytest.raises(CannotCleanError) as refused:
        cleaned(data, name)
    assert refused.value.reason == FOR_A_PERSON[way]
    assert NAME not in refused.value.left


@pytest.mark.parametrize("way", sorted(set(TELLING_DOCUMENTS) - set(REFUSED_DOCUMENTS)))
def test_a_copy_of_a_document_holds_no_secret(way):
    name, data = TELLING_DOCUMENTS[way]
    copy = cleaned(data, name).data
    assert not [part for part, text in parts(copy).items() if b"obke" in part.encode() + text or b"geheim" in text]
    assert cleaned(copy, name) is None


@pytest.mark.parametrize("way", CORNERS)
def test_a_copy_of_a_document_with_a_secret_in_a_corner_holds_none_or_there_is_no_copy(way):
    name, data = CORNERS[way]
    try:
        copy = cleaned(data, name).data
    except CannotCleanError:
        return
    assert not [part for part, text in parts(copy).items() if b"obke" in part.encode() + text]
    assert cleaned(copy, name) is None


@pytest.mark.parametrize("way", REFUSED_DOCUMENTS)
def test_a_document_that_only_a_person_can_judge_is_refused_with_the_reason(way):
    name, data = TELLING_DOCUMENTS[way]
    with pytest.raises(CannotCleanError, match=REFUSED_DOCUMENTS[way]):
        cleaned(data, name)


@pytest.mark.parametrize("way", SILENT)
def test_a_file_that_tells_nothing_needs_no_copy(way):
    name, data = SILENT[way]
    assert cleaned(data, name) is None


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_an_image_keeps_every_pixel_its_stand_and_its_colours(form):
    colours = b"\0" * 128 + b"\0\0\0\1desc" + b"\0" * 8
    drawn = Image.effect_noise((40, 30), 90).convert("RGB")
    data = io.BytesIO()
    drawn.save(data, form, exif=exif({ARTIST: NAME, 0x0112: 6}, located=True), xmp=xmp("<dc:rights>x</dc:rights>"), icc_profile=colours)
    copy = cleaned(data.getvalue(), f"a.{form.lower()}")
    before, after = Image.open(io.BytesIO(data.getvalue())), Image.open(io.BytesIO(copy.data))
    assert after.tobytes() == before.tobytes()
    assert dict(after.getexif()) == {0x0112: 6}
    assert after.info["icc_profile"] == colours


def test_an_image_of_another_kind_is_drawn_again_upright():
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "TIFF", exif=exif({ARTIST: NAME, 0x0112: 6}))
    copy = cleaned(data.getvalue(), "a.tif")
    with Image.open(io.BytesIO(copy.data)) as drawn:
        assert (copy.kind, drawn.format, drawn.size, drawn.getpixel((0, 0))) == ("png", "PNG", (30, 40), (255, 0, 0))


def test_an_image_with_more_than_one_frame_or_too_many_pixels_is_refused(monkeypatch):
    data = io.BytesIO()
    Image.new("L", (4, 4)).save(data, "TIFF", save_all=True, append_images=[Image.new("L", (4, 4), 200)])
    with pytest.raises(CannotCleanError, match="frames"):
        cleaned(data.getvalue(), "a.tif")
    monkeypatch.setattr("geleerd.contribute.cleaning.redrawn.MOST_PIXELS", 60)
    with pytest.raises(CannotCleanError, match="pixels"):
        cleaned(image("TIFF"), "a.tif")


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"] = "Hallo", 3
    sheet["A1"].comment = Comment("Klopt dit?", NAME)
    sheet.add_image(Picture(io.BytesIO(PHOTO)), "C3")
    book.properties.creator = NAME
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_sheet_keeps_its_values_and_pictures_and_opens():
    copy = cleaned(workbook(), "a.xlsx").data
    sheet = openpyxl.load_workbook(io.BytesIO(copy)).active
    assert (sheet["A1"].value, sheet["B2"].value, sheet["A1"].comment, len(sheet._images)) == ("Hallo", 3, None, 1)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_text_keeps_its_words_and_nothing_leads_to_what_is_gone():
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Samen</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    relations = '<Relationships xmlns="x"><Relationship Id="r1" Type="x/comments" Target="comments.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>'
    types = '<Types xmlns="x"><Override PartName="/word/comments.xml" ContentType="c"/><Override PartName="/word/styles.xml" ContentType="s"/></Types>'
    data = docx(
        body,
        **{
            "word/comments.xml": "<c/>",
            "word/styles.xml": "<s/>",
            "word/_rels/document.xml.rels": relations,
            "docProps/custom.xml": "<p/>",
        },
    )
    copy = parts(cleaned(zipped({**parts(data), "[Content_Types].xml": types}), "a.docx").data)
    assert b"Samen" in copy["word/document.xml"]
    assert b"comment" not in copy["word/document.xml"]
    assert "word/comments.xml" not in copy
    assert b"comments" not in copy["word/_rels/document.xml.rels"] + copy["[Content_Types].xml"]
    assert b"styles" in copy["word/_rels/document.xml.rels"]
    assert b"styles" in copy["[Content_Types].xml"]


def test_a_pdf_keeps_its_pages_links_and_what_is_drawn_and_is_called_after_its_file():
    def drawn(writer):
        writer.add_annotation(0, FreeText(text="Let op", rect=(10, 10, 50, 50)))
        writer.add_annotation(0, Link(rect=(10, 10, 50, 50), url="https://voorbeeld.nl/"))

    copy = PdfReader(io.BytesIO(cleaned(pdf({"/Author": NAME, "/Title": NAME}, change=drawn), "lessons/ons_draai-boek.pdf").data))
    assert copy.metadata["/Title"] == "ons draai boek"
    assert [note.get_object()["/Subtype"] for note in copy.pages[0]["/Annots"]] == ["/FreeText", "/Link"]


@pytest.mark.parametrize("change", [{"password": "soep"}])
def test_a_locked_pdf_is_refused(change):
    with pytest.raises(CannotCleanError, match="locked"):
        cleaned(pdf({"/Author": NAME}, **change), "a.pdf")


@pytest.mark.parametrize("program", OF_PROGRAMS)
def test_a_drawing_of_a_program_keeps_what_it_draws(program):
    data = OF_PROGRAMS[program].encode().replace(b"<svg", b"<!-- Wobke --><svg", 1)
    copy = cleaned(data, "a.svg").data.decode()
    assert [
        shape for shape in ("<rect", "<path", "<text", "<image", "<b>") if f"{shape}" in OF_PROGRAMS[program] and shape not in copy
    ] == []


def test_a_picture_in_a_drawing_is_cleaned_too():
    name, data, _ = TELLING["svg picture with a place"]
    assert b"data:image/jpeg;base64," in cleaned(data, name).data
    assert cleaned(svg(), "a.svg") is None


@examples(200)
@given(damaged())
def test_no_bytes_break_it_and_whatever_it_makes_tells_nothing(file):
    name, data = file
    try:
        copy = cleaned(data, name)
    except CannotCleanError:
        return
    assert copy is None or cleaned(copy.data, f"a.{copy.kind}") is None


FOR_A_PERSON_IN_PDF = {
    "text that nobody sees": "hidden",
    **dict.fromkeys(("text without height", "form without room", "box in a box of JPEG 2000", "free box in JPEG 2000"), "left"),
    "form of another program": "form",
    "value of a field": "form",
    **dict.fromkeys(("name of a thing drawn", "name of a colour", "table of colours", "profile of colours", "part of a profile"), "left"),
    **dict.fromkeys(("picture in the content", "remark in JPEG 2000", "box in JPEG 2000", "picture that is a text", "PostScript"), "left"),
    **dict.fromkeys(("typeface that is none", "family of a typeface", "registry of letters", "letters"), "left"),
}
"""What a page needs to look as it does."""


@pytest.mark.parametrize("place", FOR_A_PERSON_IN_PDF)
def test_what_a_page_needs_or_only_a_person_can_judge_is_refused(place):
    with pytest.raises(CannotCleanError) as refused:
        cleaned(SECRETS[place], "a.pdf")
    assert refused.value.reason == FOR_A_PERSON_IN_PDF[place]
    assert NAME not in refused.value.left


@pytest.mark.parametrize("place", sorted(set(SECRETS) - set(FOR_A_PERSON_IN_PDF)))
def test_a_clean_pdf_tells_nothing_and_shows_the_same(place):
    copy = cleaned(SECRETS[place], "a.pdf").data
    assert cleaned(copy, "a.pdf") is None
    assert NAME.encode() not in copy
    before, after = (PdfReader(io.BytesIO(one)) for one in (SECRETS[place], copy))
    assert [(page.mediabox, page.extract_text()) for page in after.pages] == [(page.mediabox, page.extract_text()) for page in before.pages]
