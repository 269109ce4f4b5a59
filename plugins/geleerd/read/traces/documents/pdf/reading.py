"""What a PDF tells beside its pages (ISO 32000-2): everything in it that is not known to be harmless."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_STREAM, MOST_OBJECTS
from geleerd.read.traces.documents.office import Inside
from geleerd.read.traces.documents.pdf.layout import Layout, layout_of
from geleerd.read.traces.documents.pdf.streams import Streams, raw_of
from geleerd.read.traces.documents.pdf.values import value_traces
from geleerd.read.traces.documents.pdf.walk import Walk

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

_OF_FILE = {"/XRef", "/ObjStm"}
_OF_HINTS = {"/Length", "/Filter", "/S", "/P", "/O", "/T", "/E", "/A", "/L", "/B", "/C", "/I", "/V", "/DecodeParms"}


def pdf_traces(data: bytes, inside: Inside) -> Iterator[Trace]:
    """What all objects of a PDF tell, and what stands around them."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise ValueError(_TAIL)  # the library would go through the whole file for it, line by line
    with apply_configuration(BOUNDED):
        reader = opened(data)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError
        reader.root_object  # noqa: B018  # a file without one is no PDF, and the library says so here
        is_linear = b"/Linearized" in data[:2048]
        if data.count(b"startxref") > (2 if is_linear else 1):
            yield Trace("earlier", where="PDF")
        layout = layout_of(data, lambda number: _number(reader, number))
        yield from layout.traces
        walk = Walk(Streams(inside))
        for found in walk.found(reader.trailer):
            yield found.trace
        yield from _left_over(reader, layout, walk.numbers, is_linear=is_linear)


def opened(data: bytes) -> PdfReader:
    """The reader of a PDF. Raises `ValueError` when it has too many objects, and what the library raises for one that is damaged."""
    reader = PdfReader(BytesIO(data), root_object_recovery_limit=MOST_OBJECTS, xref_stream_maximum_entries=MOST_OBJECTS)
    if sum(map(len, reader.xref.values())) + len(reader.xref_objStm) > MOST_OBJECTS:
        raise ValueError(MOST_OBJECTS)
    return reader


def _number(reader: PdfReader, number: int) -> int:
    value = reader.get_object(IndirectObject(number, 0, reader))
    return int(value) if isinstance(value, int) else -1


def _left_over(reader: PdfReader, layout: Layout, met: set[int], *, is_linear: bool) -> Iterator[Trace]:
    """Objects that nothing leads to. A number or a list of numbers tells nothing, whoever forgot it."""
    known = {(number, place) for table in reader.xref.values() for number, place in table.items()}
    if any((number, place) not in known for number, _, place in layout.places):
        yield Trace("earlier", where="PDF")
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    for number, generation in sorted(numbers | {(number, 0) for number in reader.xref_objStm}):
        if number not in met and not _is_empty(reader.get_object(IndirectObject(number, generation, reader)), is_linear=is_linear):
            yield Trace("earlier", where="PDF")


def _is_empty(found: object, *, is_linear: bool) -> bool:
    """Whether an object that nothing leads to tells nothing: no picture, no text, nothing that draws."""
    if isinstance(found, StreamObject):
        of_program = "/Length1" in found or ("/N" in found and "/Alternate" not in found and found.get_data()[36:40] == b"acsp")
        return found.get("/Type") in _OF_FILE or of_program or not raw_of(found) or (is_linear and set(found) <= _OF_HINTS)
    if isinstance(found, DictionaryObject):
        return all(_is_empty(found.raw_get(key), is_linear=is_linear) for key in found)
    if isinstance(found, ArrayObject):
        return all(_is_empty(list.__getitem__(found, index), is_linear=is_linear) for index in range(len(found)))
    return isinstance(found, NameObject | IndirectObject) or not any(value_traces("word", found, ""))
