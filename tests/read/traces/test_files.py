"""What files tell beside what they show."""

import struct
import tracemalloc
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geleerd.model.documents import Trace
from geleerd.model.limits import DEEPEST_FILE, LARGEST_XML
from geleerd.read.traces.files import traces
from tests.workbench.telling_files import (
    ARTIST,
    CREATOR,
    NAME,
    SILENT,
    TELLING,
    TELLING_ICONS,
    damaged,
    docx,
    exif,
    image,
    pdf,
    png_with,
    svg,
    xmp,
    zipped,
)
from tests.workbench.trying import examples


@pytest.mark.parametrize("way", TELLING_ICONS)
def test_it_finds_what_an_icon_tells(way):
    name, data, expected = TELLING_ICONS[way]
    assert {(trace.kind, trace.text) for trace in traces(data, name)} == expected


@pytest.mark.parametrize("way", TELLING)
def test_it_finds_what_a_file_tells(way):
    name, data, expected = TELLING[way]
    assert {(trace.kind, trace.text) for trace in traces(data, name)} == expected


@pytest.mark.parametrize("way", TELLING)
def test_the_place_never_repeats_what_was_found(way):
    name, data, _ = TELLING[way]
    assert all(not trace.text or trace.text not in trace.where for trace in traces(data, name))


@pytest.mark.parametrize("way", SILENT)
def test_it_finds_nothing_where_nothing_is_told(way):
    name, data = SILENT[way]
    assert traces(data, name) == ()


BOMB = zlib.compress(b" " * 30_000_000)

BROKEN = {
    "zip cut": ("a.docx", docx()[:60]),
    "zip without an end": ("a.docx", b"PK\x03\x04" + b"\0" * 100),
    "two parts with one name": (
        "a.docx",
        zipped({"word/a1.xml": "<a/>", "word/a2.xml": "<a/>"}).replace(b"a2.xml", b"a1.xml"),
    ),
    "locked PDF": ("a.pdf", pdf({"/Author": NAME}, password="soep")),  # noqa: S106  # it locks nothing but this
    "PDF without anything": ("a.pdf", b"%PDF-1.7\n"),
    "PDF of remarks alone": ("a.pdf", b"%PDF-1.4\n" + b"% \n" * 1_000_000 + b"1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n"),
    "entities": ("a.odt", zipped({"meta.xml": '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><a>&b;</a>'})),
    "XML that unpacks too far": ("a.odt", zipped({"meta.xml": b"<a>" + b" " * 50 * LARGEST_XML + b"</a>"})),
    "deep XML": ("a.odt", zipped({"content.xml": b"<a>" * 50_000 + b"</a>" * 50_000})),
    "packed text that unpacks too far": ("a.png", png_with((b"zTXt", b"Author\0\0" + BOMB))),
    "packed profile that unpacks too far": ("a.png", png_with((b"iCCP", b"x\0\0" + BOMB))),
    "endless metadata": ("a.jpg", image("JPEG")[:2] + b"\xff\xe1\x00\x08Exif\0\0" * 5_000),
    "half a segment": ("a.jpg", b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM"),
    "no SVG": ("a.svg", b"<svg"),
    "deep SVG": ("a.svg", svg("<g>" * 70 + "</g>" * 70)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_damaged_locked_or_made_to_hurt_is_told_and_costs_little(name):
    tracemalloc.start()
    try:
        assert Trace("unreadable") in {Trace(trace.kind) for trace in traces(BROKEN[name][1], BROKEN[name][0])}
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_files_inside_each_other_are_looked_into_so_far_and_no_further():
    data = docx(**{"docProps/core.xml": "x"})
    for _ in range(DEEPEST_FILE + 2):
        data = docx(**{"word/embeddings/a.docx": data})
    assert {trace.kind for trace in traces(data, "a.docx")} == {"unreadable"}


def test_parts_of_many_documents_share_what_may_be_unpacked():
    inner = docx(**{f"word/part{number}.xml": "<a/>" for number in range(1_000)})
    data = docx(**{f"word/embeddings/a{number}.docx": inner for number in range(4)})
    assert {trace.kind for trace in traces(data, "a.docx")} == {"unreadable"}


def test_what_was_found_before_the_damage_counts():
    photo = image("JPEG", exif=exif(located=True), xmp=xmp(CREATOR).replace(b"<dc:format>", b"<"))
    assert traces(photo, "a.jpg") == (Trace("location", where="Exif GPS"), Trace("unreadable"))


def test_a_png_that_claims_to_be_huge_is_never_decoded():
    data = bytearray(image("PNG", exif=exif({ARTIST: NAME})))
    data[16:24] = struct.pack(">II", 1 << 30, 1 << 30)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    assert {(trace.kind, trace.text) for trace in traces(bytes(data), "a.png")} == {("author", NAME), ("pixels", "")}


@examples(400)
@given(st.one_of(damaged(), st.tuples(st.sampled_from(["a.svg", "a.css", "a.jpg", "a"]), st.binary())))
@example(("a.jpg", b"\xff\xd8\xff" + b"\xff" * 100_000))
@example(("a.webp", b"RIFF0000WEBP" + b"\0" * 100_000))
@example(
    ("a.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Metadata 1 0 R >>\nendobj\ntrailer << /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF")
)
@example(("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100_000))
def test_no_bytes_break_it(file):
    name, data = file
    assert all(isinstance(trace, Trace) for trace in traces(data, name))
