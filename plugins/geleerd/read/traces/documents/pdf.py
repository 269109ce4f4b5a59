"""What a PDF tells beside its pages (ISO 32000-1): properties, remarks, files inside it, and what its pictures tell.

Every object of the file is looked at, whether a page leads to it or not.
"""

import logging
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Any, Final

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_STREAM, LARGEST_XML, MOST_INSIDE, MOST_OBJECTS
from geleerd.read.traces.documents.office import Inside
from geleerd.read.traces.paths import is_local_path
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.xmp import xmp_traces

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # the library warns of every small mistake in a PDF; people can do nothing with that

BOUNDED: Final = Configuration(
    zlib_maximum_output_length=LARGEST_STREAM,
    lzw_maximum_output_length=LARGEST_STREAM,
    run_length_maximum_output_length=LARGEST_STREAM,
    brotli_maximum_output_length=LARGEST_STREAM,
    array_based_stream_maximum_output_length=LARGEST_STREAM,
    stream_decoding_work_maximum_length=2 * LARGEST_STREAM,
    zlib_maximum_recovery_input_length=100_000,
)
"""What the library may unpack."""

_TAIL = 2048
"""The last bytes, in which the end of a PDF stands; readers accept some rubbish behind it."""

_HARMLESS_INFO = {"/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner", "/GTS_PDFXVersion", "/GTS_PDFXConformance"}
_KNOWN_INFO = {"/Subject", "/Keywords", "/Company", "/SourceModified", "/Manager", "/Category", "/Comments", "/Creator", "/Producer"}
OF_READING = {"/Link", "/Widget", "/Popup", "/PrinterMark", "/TrapNet", "/Watermark", "/Screen", "/3D", "/RichMedia"}
OF_DRAWING = {
    *("/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Ink", "/Stamp"),
    *("/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Redact"),
}
"""What a reader sees on the page. It is a remark too when it has a text of its own, which opens when somebody points at it."""

_INFO_SIGNS = {"/Producer", "/Creator", "/Author"}


def pdf_traces(data: bytes, inside: Inside) -> Iterator[Trace]:
    """What all objects of a PDF tell."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise ValueError(_TAIL)  # the library would go through the whole file for it, line by line
    with apply_configuration(BOUNDED):
        reader = PdfReader(BytesIO(data), root_object_recovery_limit=MOST_OBJECTS, xref_stream_maximum_entries=MOST_OBJECTS)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError
        if data.count(b"startxref") > (2 if b"/Linearized" in data[:2048] else 1):
            yield Trace("earlier", where="PDF")
        info = reader.trailer.get("/Info")
        yield from _info_traces(info.get_object() if info is not None else {})
        for found in _objects(reader):
            if isinstance(found, DictionaryObject):
                yield from _object_traces(found, inside)


def _objects(reader: PdfReader) -> Iterator[object]:
    """Every object, also those that stand inside another one without a number of their own."""
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise ValueError(len(numbers))
    reader.root_object  # noqa: B018  # a file without one is no PDF, and the library says so here
    waiting: list[object] = [reader.get_object(IndirectObject(number, generation, reader)) for number, generation in sorted(numbers)]
    for _ in range(MOST_INSIDE):
        if not waiting:
            return
        found = waiting.pop()
        yield found
        if isinstance(found, DictionaryObject | ArrayObject):
            waiting += found.values() if isinstance(found, DictionaryObject) else found  # `IndirectObject` is neither: it has a number
    raise ValueError(MOST_INSIDE)


def _object_traces(found: DictionaryObject, inside: Inside) -> Iterator[Trace]:
    kind, subtype = _of(found, "/Type"), _of(found, "/Subtype")
    if isinstance(found, StreamObject):
        yield from _stream_traces(found, kind, subtype, inside)
    if "/Rect" in found and (kind == "/Annot" or subtype) and subtype not in OF_READING:
        if not (subtype in OF_DRAWING and (subtype == "/FreeText" or not _of(found, "/Contents").strip())):
            yield Trace("comment", where="PDF")
        yield from _author(_of(found, "/T"), "PDF T")
    if kind == "/Sig" or "/ByteRange" in found:
        yield Trace("property", where="PDF signature")
    if "/EF" in found:
        yield Trace("embedded", where="PDF")
    if "/PieceInfo" in found or "/XFA" in found:
        yield Trace("property", where="PDF PieceInfo" if "/PieceInfo" in found else "PDF XFA")
    if any(is_local_path(_of(found, key)) for key in ("/F", "/UF", "/URI")):
        yield Trace("path", where="PDF")
    if not (kind or subtype) and _INFO_SIGNS & set(found):
        yield from _info_traces(found)


def _stream_traces(found: StreamObject, kind: str, subtype: str, inside: Inside) -> Iterator[Trace]:
    if kind == "/Metadata" or subtype == "/XML":
        packet = found.get_data()
        if len(packet) > LARGEST_XML:
            raise ValueError(len(packet))
        yield from xmp_traces(packet)
    elif subtype == "/Image" and "/DCTDecode" in _of(found, "/Filter"):
        yield from inside(found.get_data(), "", "PDF")  # the library leaves the JPEG itself as it was put in
    elif subtype == "/Image" and "/JPXDecode" in _of(found, "/Filter"):
        yield Trace("unreadable", where="PDF JPEG 2000")


def _info_traces(info: Mapping[str, Any]) -> Iterator[Trace]:
    """What the properties tell (14.3.3). People make up keys, so those are not said."""
    for key, value in info.items():
        text = str(value.get_object() if isinstance(value, IndirectObject) else value).strip("\0 ")
        if not text or key in _HARMLESS_INFO or (key in {"/Creator", "/Producer"} and is_of_program(text)):
            continue
        if key == "/Author":
            yield Trace("author", text, "PDF Author")
        elif key == "/Title":
            yield Trace("title", text, "PDF Title")
        else:
            yield Trace("property", text, f"PDF {key[1:]}" if key in _KNOWN_INFO else "PDF")


def _author(name: str, where: str) -> Iterator[Trace]:
    return chain([Trace("author", name.strip(), where)] if name.strip() else ())


def _of(found: DictionaryObject, key: str) -> str:
    """A value as text; empty when there is none."""
    value = found.get(key)
    value = value.get_object() if isinstance(value, IndirectObject) else value
    return "" if value is None or isinstance(value, DictionaryObject) else str(value)
