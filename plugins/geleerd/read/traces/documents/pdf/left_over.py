"""What stands in a PDF without anything that leads to it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, NameObject, StreamObject, TextStringObject

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.content import is_no_value, is_one_value, pieces
from geleerd.read.traces.documents.pdf.kinds import text_at
from geleerd.read.traces.documents.pdf.layout import Layout
from geleerd.read.traces.documents.pdf.remarks import remark_traces
from geleerd.read.traces.documents.pdf.streams import Streams, raw_of
from geleerd.read.traces.documents.pdf.values import value_traces
from geleerd.read.traces.documents.pdf.walk import Walk, written_in
from geleerd.read.traces.documents.pdf.wording import names_somebody

_OF_HINTS = {"/Length", "/Filter", "/S", "/P", "/O", "/T", "/E", "/A", "/L", "/B", "/C", "/I", "/V", "/DecodeParms"}

_REMARK = re.compile(rb"%[^\r\n]*")


def left_over_traces(reader: PdfReader, layout: Layout, walk: Walk, streams: Streams, *, is_linear: bool) -> Iterator[Trace]:
    """What nothing leads to: objects, earlier ones, and what stands in an object without being of it."""
    known = {(number, place): generation for generation, table in reader.xref.items() for number, place in table.items()}
    for place in layout.places:
        if (place.number, place.begin) not in known:
            yield Trace("earlier", where="PDF")
        elif _texts_in(_object(reader, place.number, known[place.number, place.begin])) < place.texts:
            yield Trace("hidden", where="PDF")
    if any(_texts_written(trailer) > _texts_in(reader.trailer) for trailer in layout.trailers):
        yield Trace("hidden", where="PDF")
    packs = {pack for pack, _ in reader.xref_objStm.values()}
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    for number, generation in sorted(numbers | {(number, 0) for number in reader.xref_objStm}):
        if number not in walk.numbers:
            found = _object(reader, number, generation)
            if number in packs and isinstance(found, StreamObject):
                yield from _pack_traces(reader, number, found, streams)
            elif isinstance(found, StreamObject) and found.get("/Type") == "/XRef":
                yield from (told.trace for told in walk.told(found, "Trailer"))
            elif not _is_empty(found, streams, is_linear=is_linear):
                yield Trace("earlier", where="PDF")


def _object(reader: PdfReader, number: int, generation: int) -> object:
    return reader.get_object(IndirectObject(number, generation, reader))


def _texts_in(found: object) -> int:
    """How many texts an object holds."""
    count, waiting = 0, [found]
    while waiting:
        value = waiting.pop()
        count += isinstance(value, TextStringObject | ByteStringObject)
        if isinstance(value, DictionaryObject | ArrayObject):
            waiting += [written_in(value, key) for key in (value if isinstance(value, DictionaryObject) else range(len(value)))]
    return count


def _texts_written(data: bytes) -> int:
    return sum(sign in {b"(", b"<"} for sign, _, _ in pieces(data.replace(b"<<", b"  ")))


def _pack_traces(reader: PdfReader, number: int, pack: StreamObject, streams: Streams) -> Iterator[Trace]:
    """What stands in a pack of objects without being of them."""
    data = streams.data_of(pack)
    for sign, begin, end in pieces(data.replace(b"<<", b"  ")):
        if sign == b"%":
            yield from remark_traces(data[begin + 1 : end])
    if not _holds_objects_alone(data, int(text_at(pack, "/First") or 0)):
        yield Trace("hidden", where="PDF")
    held = [inside for inside, (holder, _) in reader.xref_objStm.items() if holder == number]
    if len(held) < int(text_at(pack, "/N") or 0):
        yield Trace("earlier", where="PDF")
    elif _texts_written(data) > sum(_texts_in(_object(reader, inside, 0)) for inside in held):
        yield Trace("hidden", where="PDF")


def _holds_objects_alone(data: bytes, first: int) -> bool:
    """Whether a pack is a list of numbers and places, and one value at each place."""
    numbers = _REMARK.sub(b"", data[:first]).split()
    if not all(map(bytes.isdigit, numbers)):
        return False
    begins = sorted({first + int(number) for number in numbers[1::2]})
    return is_no_value(data[first : min(begins, default=first)]) and all(
        is_one_value(data[begin:end]) for begin, end in pairwise([*begins, len(data)])
    )


def _is_empty(found: object, streams: Streams, *, is_linear: bool) -> bool:
    """Whether an object that nothing leads to tells nothing: no picture, no text, nothing that draws."""
    if isinstance(found, StreamObject):
        kind = _kind_of(found, is_linear=is_linear)
        return not raw_of(found) or (bool(kind) and not any(streams.traces(found, kind)))
    if isinstance(found, DictionaryObject | ArrayObject):
        keys = found if isinstance(found, DictionaryObject) else range(len(found))
        return not any(isinstance(key, str) and names_somebody(key[1:]) for key in keys) and all(
            _is_empty(written_in(found, key), streams, is_linear=is_linear) for key in keys
        )
    rule = "role" if isinstance(found, NameObject) else "plain"
    return isinstance(found, IndirectObject) or not any(value_traces(rule, found, ""))


def _kind_of(stream: StreamObject, *, is_linear: bool) -> str:
    """The kind of a stream that programs forget: a typeface, a profile of colours, or hints of where pages begin."""
    if "/Length1" in stream or "/N" in stream:
        return "Typeface" if "/Length1" in stream else "Profile"
    return "Opaque" if is_linear and set(stream) <= _OF_HINTS else ""
