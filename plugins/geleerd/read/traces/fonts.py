"""What a typeface holds beside its letters (OpenType 1.9, WOFF 1.0, WOFF 2.0).

Who designed it, whose it is and under which licence are public credits, which such a file must keep. Tables that nobody knows, what makers
may add to a WOFF, and bytes that belong to nothing are named.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PART, MOST_TAGS
from geleerd.read.traces.kinds import sign_of

_KNOWN_WORDS = """
cmap glyf head hhea hmtx loca maxp name post cvt fpgm prep gasp OS/2 kern GDEF GPOS GSUB BASE JSTF MATH VDMX LTSH hdmx vhea vmtx VORG
CFF CFF2 PCLT fvar gvar avar STAT HVAR MVAR VVAR cvar COLR CPAL CBDT CBLC EBDT EBLC EBSC sbix trak morx mort feat kerx lcar opbd prop just
bsln ankr
"""
_KNOWN = frozenset(_KNOWN_WORDS.encode().split())
_SIZES = {b"FFTM": 28, b"DSIG": 8, b"webf": 16}
"""Tables of days and versions, and a signature that signs nothing."""

_WOFF2_WORDS = """
cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS
GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop
trak Zapf Silf Glat Gloc Feat Sill
"""
_WOFF2_TABLES = [name.replace("_", " ").encode() for name in _WOFF2_WORDS.split()]
_OWN_NAME: Final = 63
_LAST_CREDIT: Final = 25
_FIRST_OWN: Final = 256
"""Names below the first are those of the standard; from the second on they belong to the axes and features of the typeface."""

_LETTERS = re.compile(rb"[ -~]{4}")
_OF_AXES = {b"fvar", b"STAT", b"GSUB", b"GPOS", b"CPAL", b"feat", b"trak"}
_LONGEST_OWN: Final = 100


class _Table(NamedTuple):
    name: bytes
    begin: int
    data: bytes
    checksum: int = 0


def font_traces(data: bytes) -> Iterator[Trace]:
    """What a typeface tells. Raises `struct.error` or `ValueError` for one that cannot be followed."""
    if not data[4:].strip(b"\0"):
        return
    reader = {b"wOFF": _woff, b"wOF2": _woff2}.get(data[:4], _sfnt)
    yield from reader(data)


def plain_font(data: bytes) -> bytes | None:
    """A typeface with the tables alone that tell nothing, written anew; None for one whose tables nobody can take out."""
    if sign_of(data) not in {"ttf", "otf"}:
        return None
    tables = _tables_of(data)
    names = {table.name for table in tables}
    kept = [table for table in tables if not _tells(table, names)]
    head, body, position = data[:4] + struct.pack(">HHHH", len(kept), *_search(len(kept))), b"", 12 + 16 * len(kept)
    for table in kept:
        head += struct.pack(">4sIII", table.name.ljust(4), _sum(table), position + len(body), len(table.data))
        body += table.data + b"\0" * (-len(table.data) % 4)
    return head + body


def _search(count: int) -> tuple[int, int, int]:
    """Three numbers that help old programs to search so many tables."""
    step = count.bit_length() - 1 if count else 0
    return 16 << step, step, 16 * count - (16 << step)


def _sfnt(data: bytes) -> Iterator[Trace]:
    tables = _tables_of(data)
    yield from _tables(tables)
    if _LETTERS.search(data[6:12]):
        yield Trace("property", where="font")
    yield from _between(data, 12 + 16 * len(tables), [(table.begin, len(table.data)) for table in tables])


def _tables_of(data: bytes) -> list[_Table]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = []
    for number in range(_few(count)):
        name, checksum, begin, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if begin + length > len(data):
            raise ValueError(begin)
        tables.append(_Table(name.strip(b" \0"), begin, data[begin : begin + length], checksum))
    return tables


def _woff(data: bytes) -> Iterator[Trace]:
    length, count = struct.unpack_from(">IH", data, 8)
    yield from _extras(data, length, 24)
    tables, spans = [], []
    for number in range(_few(count)):
        name, begin, packed, size, checksum = struct.unpack_from(">4sIIII", data, 44 + 20 * number)
        if begin + packed > len(data) or size > LARGEST_PART:
            raise ValueError(begin)
        spans.append((begin, packed))
        tables.append(_Table(name.strip(b" \0"), begin, _unpacked(data[begin : begin + packed], size), checksum))
    yield from _tables(tables)
    yield from _between(data, 44 + 20 * count, spans)


def _unpacked(packed: bytes, size: int) -> bytes:
    if len(packed) == size:
        return packed
    unpacker = zlib.decompressobj()
    table = unpacker.decompress(packed, size + 1)
    if len(table) != size or not unpacker.eof or unpacker.unused_data:
        raise ValueError(size)
    return table


def _woff2(data: bytes) -> Iterator[Trace]:
    """The tables themselves are packed together in a way that we cannot unpack; their names and lengths are not."""
    length, count = struct.unpack_from(">IH", data, 8)
    (packed,) = struct.unpack_from(">I", data, 20)
    yield from _extras(data, length, 28)
    position = 48
    for _ in range(_few(count)):
        flags, position = data[position], position + 1
        number, version = flags & _OWN_NAME, flags >> 6
        name = data[position : position + 4] if number == _OWN_NAME else _WOFF2_TABLES[number]
        position = _behind_number(data, position + 4 * (number == _OWN_NAME))
        is_transformed = version == 0 if name in {b"glyf", b"loca"} else version != 0
        position = _behind_number(data, position) if is_transformed else position
        if name.strip() not in _KNOWN | set(_SIZES):
            yield Trace("property", where="WOFF2")
    yield from _between(data, position, [(position, packed)])


def _behind_number(data: bytes, position: int) -> int:
    """Where a number of at most five bytes ends."""
    for behind in range(position, position + 5):
        if data[behind] < 0x80:
            return behind + 1
    raise ValueError(position)


def _extras(data: bytes, length: int, place: int) -> Iterator[Trace]:
    """What makers may add: a text about the typeface, and bytes of their own."""
    about, about_length, _, own, own_length = struct.unpack_from(">5I", data, place)
    if about or about_length or own or own_length:
        yield Trace("property", where="WOFF")
    if length != len(data):
        yield Trace("property", where="WOFF trailer")


def _few(count: int) -> int:
    if count > MOST_TAGS:
        raise ValueError(count)
    return count


def _tables(tables: list[_Table]) -> Iterator[Trace]:
    names = {table.name for table in tables}
    for table in tables:
        if _tells(table, names):
            yield Trace("property", where="name" if table.name == b"name" else "font")


def _tells(table: _Table, names: set[bytes]) -> bool:
    """Whether a table may tell something, in a typeface with these tables; also by its checksum, where letters could stand."""
    if _LETTERS.fullmatch(struct.pack(">I", table.checksum)) and table.checksum != _sum(table):
        return True
    if table.name == b"name":
        return not _are_credits(table.data, has_own=not names.isdisjoint(_OF_AXES))
    return table.name not in _KNOWN and len(table.data) > _SIZES.get(table.name, -1)


def _sum(table: _Table) -> int:
    """What the checksum of a table is to be; that of the head leaves out the one of the whole file."""
    data = table.data[:8] + b"\0" * 4 + table.data[12:] if table.name == b"head" else table.data
    data += b"\0" * (-len(data) % 4)
    return int(sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF)


def _are_credits(table: bytes, *, has_own: bool) -> bool:
    """Whether all names are of those that the standard knows, or short ones for axes and features, and no bytes stand between them."""
    version, count, storage = struct.unpack_from(">HHH", table)
    spans = []
    for number in range(count):
        *_, name, length, begin = struct.unpack_from(">6H", table, 6 + 12 * number)
        spans.append((storage + begin, length))
        if name > _LAST_CREDIT and not (has_own and name >= _FIRST_OWN and length <= _LONGEST_OWN):
            return False
    end = 6 + 12 * count
    if version:
        (tags,) = struct.unpack_from(">H", table, end)
        records = [struct.unpack_from(">HH", table, end + 2 + 4 * number) for number in range(tags)]
        spans += [(storage + begin, length) for length, begin in records]
        end += 2 + 4 * tags
    return not any(True for _ in _between(table, end, spans))


def _between(data: bytes, position: int, spans: list[tuple[int, int]]) -> Iterator[Trace]:
    """A trace when bytes stand between or behind the parts."""
    kept = []
    for begin, length in sorted(spans):
        kept.append(data[position:begin])
        position = max(position, begin + length)
    if b"".join((*kept, data[position:])).strip(b"\0"):
        yield Trace("property", where="font")
