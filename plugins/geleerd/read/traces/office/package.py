"""The zip file that a document is: its parts, and what stands between and behind them."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PART, LONGEST_PART_NAME, MOST_FILES, MOST_TAGS_OF_PARTS, MOST_UNPACKED

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_ENTRY_LENGTH: Final = 46
_END_LENGTH: Final = 22
_LARGE_END_LENGTH: Final = 76
"""Bytes of what stands before the end of the list of a large zip file."""

_PLAIN_FACTS: Final = {0x0001: 28, 0x000A: 32, 0x5455: 13, 0x5855: 12, 0x7875: 19, 0x7855: 4, 0xCAFE: 0}
"""Further facts of an entry, with the most bytes that each has: large sizes, times, numbers of users, and the mark of Java."""

_GROWTH: Final = 0xA220
"""Room that Office keeps for a part that may grow: a mark, a number and zeros."""

_LETTERS: Final = re.compile(rb"[A-Za-z ]{5}")
"""What no time and no number of a user looks like."""

Inside = Callable[[bytes, str, str], Iterator[Trace]]
"""The reader of a file inside another, by its bytes, its name and the place that may be said."""


class Budget:
    """What may still be unpacked of one file: documents inside a document share it."""

    def __init__(self) -> None:
        self.parts = MOST_FILES
        self.unpacked = MOST_UNPACKED
        self.tags = MOST_TAGS_OF_PARTS

    def read(self, data: bytes, info: zipfile.ZipInfo) -> bytes:
        """The bytes of a part. Raises `ValueError` when they are too many, damaged or locked, or when something stands behind them."""
        self.parts -= 1
        begin = _begin_of(data, info)
        part = _unpacked(data[begin : begin + info.compress_size], info)
        self.unpacked -= len(part)
        if info.filename.endswith((".xml", ".rels", ".vml", ".rdf")):
            self.tags -= part.count(b"<")
        if min(self.parts, self.unpacked, self.tags) < 0 or len(part) > LARGEST_PART or zlib.crc32(part) != info.CRC:
            raise ValueError(info.filename)
        return part


def _unpacked(packed: bytes, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ValueError(info.compress_type)
    if info.compress_type == zipfile.ZIP_STORED:
        return packed
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    part = unpacking.decompress(packed, LARGEST_PART + 1)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError(info.filename)
    return part


def checked_entries(archive: zipfile.ZipFile, budget: Budget) -> list[zipfile.ZipInfo]:
    """All entries. Raises `ValueError` when they are too many, or have one name twice or too long a name."""
    entries = archive.infolist()
    names = {info.filename for info in entries}
    if len(names) < len(entries) or len(entries) > budget.parts or any(len(name) > LONGEST_PART_NAME for name in names):
        raise ValueError(len(entries))
    return entries


def zip_traces(data: bytes, archive: zipfile.ZipFile) -> Iterator[Trace]:
    """What a zip file tells beside its parts: remarks, unknown facts, and bytes that belong to no part."""
    if archive.comment:
        yield Trace("comment", archive.comment.decode("utf-8", "replace"), "zip")
    entries = sorted(archive.infolist(), key=lambda info: info.header_offset)
    if any(info.comment for info in entries):
        yield Trace("comment", where="zip")
    is_plain = all(_is_plain_extra(info.extra) and _is_plain_head(data, info) for info in entries)
    if not (is_plain and _is_without_gaps(data, archive.start_dir, entries) and _is_plain_end(data, archive, entries)):
        yield Trace("property", where="zip")


def _begin_of(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where the bytes of an entry begin."""
    *_, name, extra = _LOCAL.unpack_from(data, info.header_offset)
    return int(info.header_offset + _LOCAL.size + name + extra)


def _is_without_gaps(data: bytes, end: int, entries: list[zipfile.ZipInfo]) -> bool:
    """Whether nothing stands before and between the entries, but for sizes that are said again behind the bytes."""
    if entries and entries[0].header_offset != 0:
        return False
    places = [*(info.header_offset for info in entries), end]
    ends = [_begin_of(data, info) + info.compress_size for info in entries]
    gaps = [data[begin:after] if begin <= after else b"?" for begin, after in zip(ends, places[1:], strict=True)]
    return all(_is_plain_gap(gap, info) for gap, info in zip(gaps, entries, strict=True)) and all(
        one < other for one, other in pairwise(places)
    )


def _is_plain_gap(gap: bytes, info: zipfile.ZipInfo) -> bool:
    sizes = gap.removeprefix(b"PK\x07\x08")
    forms = (struct.pack(form, info.CRC, info.compress_size, info.file_size) for form in ("<3I", "<I2Q"))
    return not gap or sizes in forms


def _is_plain_head(data: bytes, info: zipfile.ZipInfo) -> bool:
    """Whether the head before the bytes of an entry says no more than the list of entries."""
    *_, name, _ = _LOCAL.unpack_from(data, info.header_offset)
    begin = info.header_offset + _LOCAL.size
    written = data[begin : begin + name]
    return written in {info.orig_filename.encode(form, "replace") for form in ("utf-8", "cp437")} and _is_plain_extra(
        data[begin + name : _begin_of(data, info)]
    )


def _is_plain_extra(extra: bytes) -> bool:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        value, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _GROWTH:
            if value[:2] != b"\x28\xa0" or value[4:].strip(b"\0"):
                return False
        elif length > _PLAIN_FACTS.get(kind, -1) or _LETTERS.search(value):
            return False
    return not extra.strip(b"\0")


def _is_plain_end(data: bytes, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    """Whether nothing stands in and behind the list of entries."""
    listed = sum(_ENTRY_LENGTH + len(info.orig_filename.encode()) + len(info.extra) + len(info.comment) for info in entries)
    left = len(data) - archive.start_dir - listed - len(archive.comment) - _END_LENGTH
    return left in {0, _LARGE_END_LENGTH} and not _LETTERS.search(data[archive.start_dir + listed :][:left])
