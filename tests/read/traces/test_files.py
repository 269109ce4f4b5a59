"""What files say about the people who made them, as cameras and word processors write it."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from geleerd.model.documents import Trace
from geleerd.read.traces.files import traces
from geleerd.read.traces.xmp import LARGEST_XML
from tests.workbench.trying import examples

WOBKE, PLACE = Trace("author", "Wobke Terlingen"), Trace("location")
ARTIST, WINDOWS_AUTHOR, GPS = 0x013B, 0x9C9D, 0x8825

XMP = """\
<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" {attributes}>
<dc:title>Plein</dc:title>{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
CREATOR = "<dc:creator><rdf:Seq><rdf:li>Wobke Terlingen</rdf:li></rdf:Seq></dc:creator>"


def xmp(elements: str = "", attributes: str = "") -> bytes:
    return XMP.format(elements=elements, attributes=attributes).encode()


def exif(*, name: str = "", located: bool = False, title: str = "") -> Image.Exif:
    written = Image.Exif()
    written[0x010F] = "Camera"
    if name:
        written[ARTIST] = name
    if title:
        written[WINDOWS_AUTHOR] = (title + "\0").encode("utf-16-le")
    if located:
        written.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 0.0), 3: "E", 4: (5.0, 7.0, 0.0)})
    return written


def image(form: str, **options) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, form, **options)
    return data.getvalue()


def zipped(name: str, text: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/x")
        archive.writestr(name, text)
    return data.getvalue()


def core(creator: str = "", modifier: str = "") -> bytes:
    return zipped(
        "docProps/core.xml",
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{modifier}</cp:lastModifiedBy>'
        "<dc:title>Draaiboek</dc:title></cp:coreProperties>",
    )


def odt(name: str) -> bytes:
    return zipped(
        "meta.xml",
        '<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:m="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
        f"<o:meta><m:initial-creator>{name}</m:initial-creator></o:meta></o:document-meta>",
    )


def pdf(author: str = "", packet: bytes = b"", password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Draaiboek", **({"/Author": author} if author else {})})
    if packet:
        stream = StreamObject()
        stream.set_data(packet)
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def png_with(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with chunks behind the picture, where many programs put them."""
    end = struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND"))
    added = b"".join(struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return image("PNG").removesuffix(end) + added + end


def iptc(name: bytes) -> bytes:
    record = b"\x1c\x02\x50" + struct.pack(">H", len(name)) + name
    resource = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    segment = b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource
    data = image("JPEG")
    return data[:2] + segment + data[2:]


def texts(**pairs: str) -> PngInfo:
    info = PngInfo()
    for key, value in pairs.items():
        info.add_text(key, value)
    return info


def packed_text(key: str, value: str) -> PngInfo:
    info = PngInfo()
    info.add_itxt(key, value, zip=True)
    return info


TELLING = {
    "jpeg-artist": (image("JPEG", exif=exif(name="Wobke Terlingen")), {WOBKE}),
    "jpeg-windows": (image("JPEG", exif=exif(title="Wobke Terlingen")), {WOBKE}),
    "jpeg-gps": (image("JPEG", exif=exif(located=True)), {PLACE}),
    "jpeg-xmp-creator": (image("JPEG", xmp=xmp(CREATOR)), {WOBKE}),
    "jpeg-xmp-gps": (image("JPEG", xmp=xmp(attributes='exif:GPSLatitude="52,5N"')), {PLACE}),
    "jpeg-iptc": (iptc(b"Wobke Terlingen"), {WOBKE}),
    "png-artist": (image("PNG", exif=exif(name="Wobke Terlingen")), {WOBKE}),
    "png-exif-behind": (png_with((b"eXIf", exif(located=True).tobytes())), {PLACE}),
    "png-text": (image("PNG", pnginfo=texts(Author="Wobke Terlingen", Title="Plein")), {WOBKE}),
    "png-packed-text": (png_with((b"zTXt", b"Author\0\0" + zlib.compress(b"Wobke Terlingen"))), {WOBKE}),
    "png-packed-xmp": (image("PNG", pnginfo=packed_text("XML:com.adobe.xmp", xmp(CREATOR).decode())), {WOBKE}),
    "png-xmp-behind": (png_with((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp("<exif:GPSLongitude>5,7E</exif:GPSLongitude>"))), {PLACE}),
    "webp-exif": (image("WEBP", exif=exif(name="Wobke Terlingen", located=True)), {WOBKE, PLACE}),
    "webp-xmp": (image("WEBP", xmp=xmp(CREATOR)), {WOBKE}),
    "pdf-author": (pdf("Wobke Terlingen"), {WOBKE}),
    "pdf-xmp": (pdf(packet=xmp(CREATOR)), {WOBKE}),
    "office-creator": (core("Wobke Terlingen"), {WOBKE}),
    "office-modifier": (core("", "Wobke Terlingen"), {WOBKE}),
    "odt": (odt("Wobke Terlingen"), {WOBKE}),
}

SILENT = {
    "jpeg": image("JPEG"),
    "jpeg-camera": image("JPEG", exif=exif()),
    "jpeg-xmp": image("JPEG", xmp=xmp()),
    "jpeg-gps-without-place": image(
        "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88%\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x01\0\0\0\x01\0\0\0\x04\x02\x03\0\0\0\0\0\0"
    ),
    "png": image("PNG", pnginfo=texts(Title="Plein", Software="Author")),
    "webp": image("WEBP"),
    "pdf": pdf(),
    "office": zipped("word/document.xml", "<a>Wobke Terlingen</a>"),
    "text": b"Author: Wobke Terlingen",
    "deep-xml": zipped("meta.xml", b"<a>" * 50_000 + b"</a>" * 50_000),
    "nothing": b"",
}


@pytest.mark.parametrize("name", TELLING)
def test_it_finds_who_made_a_file_and_where(name):
    data, expected = TELLING[name]
    assert {trace for trace in traces(data) if trace.text or trace.kind == "location"} == expected


@pytest.mark.parametrize("name", SILENT)
def test_it_finds_nobody_where_nobody_is_named(name):
    assert traces(SILENT[name]) == ()


BROKEN = {
    "zip-cut": core("Wobke Terlingen")[:60],
    "zip-without-end": b"PK\x03\x04" + b"\0" * 100,
    "locked-pdf": pdf("Wobke Terlingen", password="soep"),  # noqa: S106  # it locks nothing but this
    "pdf-without-anything": b"%PDF-1.7\n",
    "entities": zipped("meta.xml", '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><a>&b;</a>'),
    "xml-that-unpacks-too-far": zipped("meta.xml", b"<a>" + b" " * 50 * LARGEST_XML + b"</a>"),
    "endless-metadata": image("JPEG")[:2] + b"\xff\xe1\x00\x08Exif\0\0" * 5_000,
    "half-a-segment": b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM",
    "pdf-that-goes-round": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Metadata 1 0 R >>\nendobj\ntrailer << /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_damaged_locked_or_made_to_hurt_is_told_and_costs_little(name):
    assert Trace("unreadable") in traces(BROKEN[name])


def test_what_was_found_before_the_damage_counts():
    photo = image("JPEG", exif=exif(located=True), xmp=xmp(CREATOR).replace(b"<dc:title>", b"<"))
    assert traces(photo) == (PLACE, Trace("unreadable"))


def test_a_png_that_claims_to_be_huge_is_never_decoded():
    data = bytearray(image("PNG", pnginfo=texts(Author="Wobke Terlingen")))
    data[16:24] = struct.pack(">II", 1 << 30, 1 << 30)
    assert traces(bytes(data)) == (WOBKE,)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from([data for data, _ in TELLING.values()])))
    for _ in range(draw(st.integers(1, 12))):
        start = draw(st.integers(0, len(data)))
        data[start : start + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@examples(400)
@given(
    st.one_of(
        damaged(),
        st.builds(
            bytes.__add__, st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP", b"PK\x03\x04", b"%PDF-"]), st.binary()
        ),
    )
)
@example(b"\xff\xd8\xff" + b"\xff" * 100_000)
@example(b"RIFF0000WEBP" + b"\0" * 100_000)
@example(b"\x89PNG\r\n\x1a\n" + b"\0" * 100_000)
@example(b"%PDF-" + b"1 0 obj\n" * 20_000)
def test_no_bytes_break_it(data):
    assert all(bool(trace.text) <= (trace.kind == "author") for trace in traces(data))
