"""What a PDF tells beside its pages (ISO 32000-2): everything in it that is not known to be harmless."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.generic import IndirectObject

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_STREAM, MOST_OBJECTS
from geleerd.read.traces.documents.pdf.layout import layout_of
from geleerd.read.traces.documents.pdf.left_over import left_over_traces
from geleerd.read.traces.documents.pdf.streams import Streams
from geleerd.read.traces.documents.pdf.walk import Walk
from geleerd.read.traces.office.package import Inside

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

_EMPTY = b"\0 \r\n\t"
"""What some programs fill the end of a file with."""

_TAIL = 2048
"""The last bytes, in which the end of a PDF stands; readers accept some rubbish behind it."""


def pdf_traces(data: bytes, inside: Inside) -> Iterator[Trace]:
    """What all objects of a PDF tell, and what stands around them."""
    data = data.rstrip(_EMPTY)
    if b"%%EOF" not in data[-_TAIL:]:
        raise ValueError(_TAIL)  # the library would go through the whole file for it, line by line
    with apply_configuration(BOUNDED):
        reader = opened(data)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError
        reader.root_object  # noqa: B018  # a file without one is no PDF, and the library says so here
        is_linear = b"/Linearized" in data[:2048]
        layout = layout_of(data, lambda number: _number(reader, number))
        yield from layout.traces
        if layout.is_changed(is_linear=is_linear):
            yield Trace("earlier", where="PDF")
        streams = Streams(inside)
        walk = Walk(streams)
        yield from (told.trace for told in walk.told(reader.trailer, "Trailer"))
        yield from left_over_traces(reader, layout, walk, streams, is_linear=is_linear)


def opened(data: bytes) -> PdfReader:
    """The reader of a PDF. Raises `ValueError` when it has too many objects, and what the library raises for one that is damaged."""
    reader = PdfReader(BytesIO(data.rstrip(_EMPTY)), root_object_recovery_limit=MOST_OBJECTS, xref_stream_maximum_entries=MOST_OBJECTS)
    if sum(map(len, reader.xref.values())) + len(reader.xref_objStm) > MOST_OBJECTS:
        raise ValueError(MOST_OBJECTS)
    return reader


def _number(reader: PdfReader, number: int) -> int:
    value = reader.get_object(IndirectObject(number, 0, reader))
    return int(value) if isinstance(value, int) else -1
