"""How each part of a PDF that tells something is left out, called otherwise, or written again."""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject, TextStringObject

from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.read.traces.documents.pdf.content import without_remarks
from geleerd.read.traces.documents.pdf.streams import filters_of, raw_of
from geleerd.read.traces.documents.pdf.tables import plain_table
from geleerd.read.traces.documents.pdf.walk import Holder, Telling, written_in
from geleerd.read.traces.images.stripped import stripped
from geleerd.read.traces.metadata.icc import plain_profile

_OF_SIGHT = {"colours", "font", "glyph", "glyphs", "word", "name of", "name of Font", "name of Drawn", "name of Pattern"}
_OF_SIGHT |= {f"name of {kind}" for kind in ("State", "Colours", "Shading", "Property", "Glyph", "Encoding")}
"""The rules of what a page needs to look as it does."""

_RENAMED = {"field": "veld", "layer": "laag", "id": "id"}
"""What must have a name, by its rule, with the word that it gets instead."""

_LOOK = "/Helv 12 Tf 0 g"
"""How the letters of a field look, when nobody says so."""

_FLATE = (["/FlateDecode"], ["/Fl"])


class Mending:
    """The mending of one file, in which all that was called the same stays called the same."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._renamed: dict[str, str] = {}

    def mend(self, found: Sequence[Telling]) -> None:
        """Mend all that was found. Raises `CannotCleanError` for what only a person can judge."""
        for held in _dictionaries(self._reader):
            held.pop("/Metadata", None)
            if "/XFA" in held or "/ByteRange" in held:
                raise CannotCleanError("form" if "/XFA" in held else "signed")
        if any(one.rule == "value" and one.key == "/V" for one in found):
            raise CannotCleanError("form")  # what somebody filled in is what readers see
        if any(one.rule in {"destination", "name of Destination"} for one in found):
            self._name_no_places()
        for one in {(id(one.holder), one.rule, one.trace.kind == "hidden"): one for one in found if one.key is None}.values():
            _mend_data(one)
        self._leave_out([one for one in found if one.key is not None])

    def _leave_out(self, found: Sequence[Telling]) -> None:
        """Take each value out of its dictionary or list, but what must stay."""
        gone: dict[int, set[int]] = defaultdict(set)
        lists: dict[int, ArrayObject] = {}
        for one in found:
            if one.key is not None and not self._keeps_name(one) and one.rule not in _OF_SIGHT:
                if isinstance(one.holder, ArrayObject):
                    lists[id(one.holder)] = one.holder
                    gone[id(one.holder)].add(int(one.key))
                else:
                    one.holder.pop(one.key, None)
        for number, items in lists.items():
            items[:] = [list.__getitem__(items, index) for index in range(len(items)) if index not in gone[number]]

    def _keeps_name(self, one: Telling) -> bool:
        """Whether a value must stay, under another name."""
        value: Any = None
        if one.rule == "role":
            value = NameObject("/Span")
        elif one.rule == "drawing" and one.key == "/DA":
            value = TextStringObject(_LOOK)
        elif one.rule in _RENAMED:
            word = _RENAMED[one.rule]
            value = TextStringObject(self._renamed.setdefault(f"{word} {one.trace.text}", f"{word} {len(self._renamed) + 1}"))
        if value is None:
            return False
        key: Any = one.key if isinstance(one.holder, ArrayObject) else NameObject(one.key)
        one.holder[key] = value
        return True

    def _name_no_places(self) -> None:
        """Let links lead to places themselves, not to their names."""
        root = self._reader.root_object
        places = dict(_places(root))
        for found in _dictionaries(self._reader):
            for key in ("/D", "/Dest", "/OpenAction"):
                name = found.get(key)
                if isinstance(name, TextStringObject | NameObject):
                    found[NameObject(key)] = places.get(str(name).removeprefix("/"), NullObject())
        root.pop("/Dests", None)
        names = root.get("/Names")
        if names is not None:
            names.get_object().pop("/Dests", None)


def _places(root: DictionaryObject) -> Iterator[tuple[str, ArrayObject]]:
    """The named places of a file, old way and new."""
    old, names = root.get("/Dests"), root.get("/Names")
    pairs = [(key[1:], old.get_object()[key]) for key in old.get_object()] if old is not None else []
    waiting = [names.get_object()["/Dests"].get_object()] if names is not None and "/Dests" in names.get_object() else []
    for tree in waiting:
        waiting += [kid.get_object() for kid in tree.get("/Kids", ())]
        entries = tree.get("/Names", ArrayObject()).get_object()
        pairs += [(str(entries[index]), entries[index + 1]) for index in range(0, len(entries) - 1, 2)]
    for name, found in pairs:
        place = found.get_object()
        place = place.get("/D") if isinstance(place, DictionaryObject) else place
        if isinstance(place, ArrayObject):
            yield name, place


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that somebody met, also those in another."""
    waiting: list[object] = list(reader.resolved_objects.values())
    while waiting:
        found = waiting.pop()
        if isinstance(found, DictionaryObject):
            yield found
            waiting += [written_in(found, key) for key in found]
        elif isinstance(found, ArrayObject):
            waiting += [written_in(found, index) for index in range(len(found))]


def _mend_data(one: Telling) -> None:
    """Write the data of a stream again without what they tell; what cannot be is left for the last check to refuse."""
    stream: Holder = one.holder
    if not isinstance(stream, StreamObject):
        raise CannotCleanError("hidden")
    if one.trace.kind == "hidden":
        _end_in_time(stream)
    if stream.get("/Subtype") == "/Image":
        _strip(stream)
    elif one.rule in {"Content", "Drawn", "Glyph", "Pattern"}:
        _write(stream, without_remarks(stream.get_data()))
    elif one.rule in {"CMap", "Encoding", "Function"}:
        _write(stream, plain_table(stream.get_data()))
    elif one.rule == "Profile" and stream.get_data()[36:40] == b"acsp":
        _write(stream, plain_profile(stream.get_data()) or stream.get_data())


def _end_in_time(stream: StreamObject) -> None:
    """Let packed data end where they end."""
    if filters_of(stream)[:1] in _FLATE:
        unpacker = zlib.decompressobj()
        unpacker.decompress(raw_of(stream))
        _put(stream, raw_of(stream).removesuffix(unpacker.unused_data))
    elif filters_of(stream)[-1:] in (*_FLATE, ["/ASCIIHexDecode"], ["/AHx"], ["/ASCII85Decode"], ["/A85"]):
        _write(stream, stream.get_data())


def _strip(stream: StreamObject) -> None:
    """A JPEG without what it tells, packed in nothing else."""
    if filters_of(stream)[-1:] in (["/DCTDecode"], ["/DCT"]):
        picture = stream.get_data() if len(filters_of(stream)) > 1 else raw_of(stream)
        stream[NameObject("/Filter")] = NameObject("/DCTDecode")
        stream.pop("/DecodeParms", None)
        _put(stream, stripped(picture) or picture)


def _write(stream: StreamObject, data: bytes) -> None:
    if filters_of(stream):
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        stream.pop("/DecodeParms", None)
        data = zlib.compress(data)
    _put(stream, data)


def _put(stream: StreamObject, data: bytes) -> None:
    """Put data in their place; the library has no other name for them, and remembers what it unpacked."""
    stream._data = data  # noqa: SLF001
    if hasattr(stream, "decoded_self"):
        stream.decoded_self = None
