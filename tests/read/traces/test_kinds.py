"""A file is what its name says, or nobody looks at what it shows."""

import pytest

from geleerd.read.traces.files import traces
from tests.workbench.telling_files import docx, image, odt, pdf, svg, xlsx, zipped

DIFFERING = {
    "png called jpg": ("a.jpg", image("PNG")),
    "jpg called png": ("a.png", image("JPEG")),
    "gif called txt": ("a.txt", image("GIF")),
    "docx called pdf": ("a.pdf", docx()),
    "pdf called docx": ("a.docx", pdf()),
    "docx called xlsx": ("a.xlsx", docx()),
    "xlsx with macros": ("a.xlsm", xlsx({})),
    "docx with macros": ("a.docm", docx()),
    "odt called ods": ("a.ods", odt()),
    "book called odt": ("a.odt", zipped({"mimetype": "application/epub+zip", "content.xml": "<a/>"})),
    "book": ("a.epub", zipped({"mimetype": "application/epub+zip"})),
    "rtf called txt": ("a.txt", rb"{\rtf1{\info{\author Wobke Terlingen}}}"),
    "page called txt": ("a.txt", b"\xef\xbb\xbf \n<!-- a --><!DOCTYPE html><title>a</title>"),
    "page called csv": ("a.csv", b"<html><body>a"),
    "drawing called page": ("a.html", svg()),
    "drawing called xml": ("a.xml", b'<?xml version="1.0"?><!-- a -->' + svg()),
    "text called json": ("a.json", b"Wobke Terlingen"),
    "text called calendar": ("a.ics", b"Wobke Terlingen"),
    "text called xml": ("a.xml", b"Wobke Terlingen"),
    "text with something else in it": ("a.txt", b"a\x01b"),
    "photo without an extension": ("foto", image("JPEG")),
    "typeface of another kind": ("a.woff", b"wOF2" + b"\0" * 44),
    "several typefaces": ("a.ttf", b"ttcf\0\1\0\0"),
    "deep json": ("a.json", b"[" * 100_000),
}
FITTING = {
    "text of Windows": ("a.txt", "café\r\n".encode("cp1252")),
    "text in UTF-16": ("a.txt", "café".encode("utf-16")),
    "text about a tag": ("a.txt", b"<b> is vet"),
    "empty text": ("a.txt", b""),
    "page": ("a.html", b"<!DOCTYPE html><title>a</title>"),
    "part of a page": ("a.html", b"<p>a"),
    "json": ("a.json", b'{"a": 1}'),
    "calendar": ("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    "feed": ("a.xml", b'<?xml version="1.0"?>\n<rss/>'),
    "empty xml": ("a.xml", b""),
}


@pytest.mark.parametrize("way", DIFFERING)
def test_a_file_that_is_something_else_than_its_name_says_is_told(way):
    name, data = DIFFERING[way]
    assert "unseen" in {trace.kind for trace in traces(data, name)}


@pytest.mark.parametrize("way", FITTING)
def test_a_file_that_is_what_its_name_says_tells_nothing(way):
    name, data = FITTING[way]
    assert traces(data, name) == ()
