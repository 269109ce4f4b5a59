"""What the data of the streams of a PDF tell: pictures, pages, fonts, profiles and packets of properties, each by its own reader."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pypdf.filters import ASCII85Decode, ASCIIHexDecode
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PROFILE, LARGEST_STREAM, LARGEST_XML, MOST_UNPACKED
from geleerd.read.traces.documents.pdf.content import content_traces, hides_text, shows_text
from geleerd.read.traces.documents.pdf.jpeg2000 import jpeg2000_traces
from geleerd.read.traces.documents.pdf.kinds import text_at
from geleerd.read.traces.documents.pdf.tables import table_traces
from geleerd.read.traces.documents.pdf.wording import is_binary
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.office.package import Inside
from geleerd.read.traces.xmp import xmp_traces

_CHUNK = 1 << 20
_DEEPEST_PAGE = 20
_BLANK = b"\0\r\n\t "
_LONGEST_RUBBISH = 16
"""Bytes that a program may leave behind packed data."""

_ENDS = {**dict.fromkeys(("/ASCIIHexDecode", "/AHx"), b">"), **dict.fromkeys(("/ASCII85Decode", "/A85"), b"~>")}
_UNPACKED: Final[Mapping[bytes, Callable[[bytes], bytes]]] = {
    b">": lambda data: bytes(ASCIIHexDecode.decode(data)),
    b"~>": lambda data: bytes(ASCII85Decode.decode(data)),
}
"""The signs at the end of data that are packed as letters, and how these are unpacked."""

_TYPEFACES = (b"%!", b"\x80\x01", b"\0\1\0\0", b"true", b"OTTO", b"ttcf", b"\1\0", b"typ1")


def filters_of(stream: StreamObject) -> list[str]:
    """The names of how a stream is packed, the last one first unpacked last."""
    packed = stream.get("/Filter")
    packed = packed.get_object() if packed is not None else None
    return [str(item.get_object()) for item in packed] if isinstance(packed, ArrayObject) else [str(packed)] if packed is not None else []


def raw_of(stream: StreamObject) -> bytes:
    """The data as they stand in the file; the library has no other name for them."""
    return stream._data  # noqa: SLF001


def _inherited(page: DictionaryObject, key: str) -> DictionaryObject:
    """A dictionary of a page, or else that of the nearest group of pages around it."""
    around: object = page
    for _ in range(_DEEPEST_PAGE):
        if not isinstance(around, DictionaryObject):
            break
        found = around.get(key)
        found = found.get_object() if found is not None else None
        if isinstance(found, DictionaryObject):
            return found
        around = around.get("/Parent")
        around = around.get_object() if isinstance(around, IndirectObject) else around
    return DictionaryObject()


def _is_without_room(form: DictionaryObject) -> bool:
    box = form.get("/BBox")
    box = box.get_object() if box is not None else None
    return isinstance(box, ArrayObject) and len(box) == 4 and (box[0] == box[2] or box[1] == box[3])  # two corners


class Streams:
    """The reader of all streams of one file, which share what may be unpacked."""

    def __init__(self, inside: Inside) -> None:
        self.inside = inside
        self._unpacked = MOST_UNPACKED

    def traces(self, stream: StreamObject, kind: str) -> Iterator[Trace]:
        """What the data tell, in a stream of this kind."""
        find = _READERS.get(kind)
        if find is None:
            yield Trace("property", where="PDF")
            return
        yield from self._behind(stream)
        yield from find(self, stream)

    def data_of(self, stream: StreamObject) -> bytes:
        """The data, unpacked. Raises `ValueError` when they are too many."""
        data = stream.get_data()
        self._unpacked -= len(data)
        if self._unpacked < 0:
            raise ValueError(len(data))
        return data

    def page_traces(self, page: DictionaryObject) -> Iterator[Trace]:
        """Whether a page has text that nobody sees. What a scanner read lies under or over its picture, and is no secret."""
        drawn = _inherited(page, "/Resources").get("/XObject")
        contents = page.get("/Contents")
        contents = contents.get_object() if contents is not None else None
        if (drawn is None or not drawn.get_object()) and isinstance(contents, StreamObject | ArrayObject):
            parts = [part.get_object() for part in contents] if isinstance(contents, ArrayObject) else [contents]
            if hides_text(b"\n".join(self.data_of(part) for part in parts if isinstance(part, StreamObject))):
                yield Trace("hidden", where="PDF")

    def _behind(self, stream: StreamObject) -> Iterator[Trace]:
        """What stands behind the end of packed data."""
        data, filters = raw_of(stream), filters_of(stream)
        end = _ENDS.get(filters[0]) if filters else None
        if end is not None and len(data) < LARGEST_STREAM:
            if data.partition(end)[2].strip(_BLANK):
                yield Trace("hidden", where="PDF")
            data, filters = _UNPACKED[end](data), filters[1:]
        if filters[:1] in (["/FlateDecode"], ["/Fl"]):
            yield from self._behind_packed(data)

    def _behind_packed(self, data: bytes) -> Iterator[Trace]:
        unpacker, rest = zlib.decompressobj(), data
        try:
            while rest and not unpacker.eof:
                self._unpacked -= len(unpacker.decompress(rest, _CHUNK)) // 4
                rest = unpacker.unconsumed_tail
                if self._unpacked < 0:
                    raise ValueError(_CHUNK)
        except zlib.error:
            return  # the library mends what it can
        behind = unpacker.unused_data.strip(_BLANK)
        if len(behind) > _LONGEST_RUBBISH or not is_binary(behind):
            yield Trace("hidden", where="PDF")

    def _drawn(self, stream: StreamObject) -> Iterator[Trace]:
        if text_at(stream, "/Subtype") == "/Form":
            yield from self._content(stream)
            if _is_without_room(stream) and shows_text(self.data_of(stream)):
                yield Trace("hidden", where="PDF")
        elif text_at(stream, "/Subtype") == "/Image":
            last = filters_of(stream)[-1:]
            if last in (["/DCTDecode"], ["/DCT"]):
                yield from self.inside(self._picture(stream), "", "PDF")
            elif last == ["/JPXDecode"]:
                yield from jpeg2000_traces(self._picture(stream))
            elif not last and not is_binary(raw_of(stream)):
                yield Trace("property", where="PDF")
        else:
            yield Trace("property", where="PDF")

    def _picture(self, stream: StreamObject) -> bytes:
        """A picture, out of what else it is packed in; the library leaves a JPEG itself as it was put in."""
        return self.data_of(stream) if len(filters_of(stream)) > 1 else raw_of(stream)

    def _content(self, stream: StreamObject) -> Iterator[Trace]:
        return content_traces(self.data_of(stream), self.inside)

    def _packet(self, stream: StreamObject) -> Iterator[Trace]:
        packet = self.data_of(stream)
        if len(packet) > LARGEST_XML:
            raise ValueError(len(packet))
        return xmp_traces(packet)

    def _profile(self, stream: StreamObject) -> Iterator[Trace]:
        profile = self.data_of(stream)
        if len(profile) > LARGEST_PROFILE or profile[36:40] != b"acsp":
            yield Trace("property", where="PDF ICC")
        else:
            yield from icc_traces(profile)

    def _typeface(self, stream: StreamObject) -> Iterator[Trace]:
        if not self.data_of(stream).startswith(_TYPEFACES):
            yield Trace("property", where="PDF")

    def _binary(self, stream: StreamObject) -> Iterator[Trace]:
        if not is_binary(self.data_of(stream)):
            yield Trace("property", where="PDF")

    def _table(self, stream: StreamObject) -> Iterator[Trace]:
        return table_traces(self.data_of(stream))

    def _function(self, stream: StreamObject) -> Iterator[Trace]:
        return self._table(stream) if text_at(stream, "/FunctionType") == "4" else self._binary(stream)


_READERS: Final[Mapping[str, Callable[[Streams, StreamObject], Iterator[Trace]]]] = {
    "Drawn": Streams._drawn,  # noqa: SLF001  # of this module
    **dict.fromkeys(("Content", "Glyph", "Pattern"), Streams._content),  # noqa: SLF001
    **dict.fromkeys(("CMap", "Encoding"), Streams._table),  # noqa: SLF001
    **dict.fromkeys(("Shading", "Opaque", "Lookup", "Halftone", "Trailer"), Streams._binary),  # noqa: SLF001
    "Function": Streams._function,  # noqa: SLF001
    "Packet": Streams._packet,  # noqa: SLF001
    "Profile": Streams._profile,  # noqa: SLF001
    "Typeface": Streams._typeface,  # noqa: SLF001
}
