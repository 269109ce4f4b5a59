"""The segments of a JPEG one by one: which reader each has, and none for one that says only what the picture needs."""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from geleerd.read.traces.images.parts import Find, named, said
from geleerd.read.traces.metadata.exif import exif_traces
from geleerd.read.traces.metadata.iptc import photoshop_traces
from geleerd.read.traces.metadata.tiff import Directories
from geleerd.read.traces.shapes.values import LETTERS
from geleerd.read.traces.xmp import xmp_traces

APP2, SCAN, QUANTISATION = 0xE2, 0xDA, 0xDB
ICC_MARK = b"ICC_PROFILE\0"
_CODES, _RESTART, _APP0, _APP1, _APP12, _APP13, _APP14, _COMMENT = 0xC4, 0xDD, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xFE
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_JFIF: Final = 14
_ADOBE: Final = 12
"""Bytes of their segments without anything more."""

_LARGEST_SIZE: Final = 10
"""The longest number of bits that a code stands for."""

_COLOURS = {b"RGB", b"BGR", b"CMYK", b"YCCK", b"\1\x22\x23", b"\1\x22\x23\2"}
_GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1\0"


def reader_of(marker: int, segment: bytes) -> Find | None:
    """The reader of a segment; None for one that belongs to the picture itself, or says only how to show it."""
    for of, sign, find in _READERS:
        if marker == of and segment.startswith(sign):
            return find
    if marker in _FITS and _FITS[marker](segment):
        return None
    return named(f"JPEG APP{marker - _FIRST_APP}" if _FIRST_APP <= marker <= _LAST_APP else "JPEG")


def is_of_picture(marker: int) -> bool:
    """Whether nobody can show the picture without such a segment."""
    return marker in {SCAN, QUANTISATION, _CODES, _RESTART}


def mark_of(marker: int, segment: bytes) -> bytes:
    """By what a segment is known that a picture has once; empty for one of which it may have more."""
    if marker == _RESTART:
        return bytes([marker])
    return bytes([marker]) + segment[:4] if marker in {_APP0, _APP12, _APP14} else b""


def has_usual_colours(names: bytes) -> bool:
    """Whether the colours have the numbers or letters that all programs give them."""
    return 0 < len(names) <= 4 and (max(names) <= 4 or names in _COLOURS)


def tables_of(segment: bytes) -> Iterator[int]:
    """The numbers of the tables by which a picture was made smaller."""
    position = 0
    while position < len(segment):
        yield segment[position] & 15
        position += 65 + 64 * (segment[position] >> 4 & 1)


def tables_used(frame: bytes) -> set[int]:
    """The numbers of the tables that the colours of a picture need."""
    return set(frame[8::3])


def _are_tables(segment: bytes) -> bool:
    position = 0
    while position < len(segment) and segment[position] & 0xEC == 0:
        position += 65 + 64 * (segment[position] >> 4)
    return position == len(segment) > 0


def _are_codes(segment: bytes) -> bool:
    """Whether these are tables of codes: how many there are of each length, and for each what it stands for, once."""
    position = 0
    while position + 17 <= len(segment) and segment[position] & 0xEC == 0:
        lengths, is_first = segment[position + 1 : position + 17], segment[position] < 16
        values = segment[position + 17 : position + 17 + sum(lengths)]
        is_full = sum(count << (15 - bits) for bits, count in enumerate(lengths)) > 1 << 16
        largest = max((value if is_first else value & 15 for value in values), default=0)
        if is_full or len(set(values)) < sum(lengths) or largest > _LARGEST_SIZE + is_first:
            return False
        position += 17 + sum(lengths)
    return position == len(segment) > 0


def _is_scan(segment: bytes) -> bool:
    return 1 <= segment[0] <= 4 and len(segment) == 4 + 2 * segment[0]


def _is_jfif(segment: bytes) -> bool:
    """Whether nothing is said but the density, and a small picture is absent or empty."""
    if segment.startswith(b"JFXX\0"):
        return not segment[6:].strip(b"\0")
    return len(segment) == _JFIF and segment.startswith(b"JFIF\0") and segment[7] <= 2 and not segment[12] * segment[13]


def _is_ducky(segment: bytes) -> bool:
    """Whether Photoshop says only how well the picture was saved for the web."""
    return segment.startswith(b"Ducky\0\1\0\4") and len(segment) in {11, 13, 15} and not segment[13:].strip(b"\0")


def _is_list_of_pictures(segment: bytes) -> bool:
    """Whether these are the numbers by which a telephone finds the pictures behind this one (CIPA DC-007)."""
    if segment.startswith(_GAIN_MAP):
        return _is_gain_map(segment[len(_GAIN_MAP) :])
    if not segment.startswith(b"MPF\0"):
        return False
    directories = Directories(segment[4:])
    for tag in directories.tags():
        numbers = struct.unpack(f"{tag.order}{len(tag.data) // 4}I", tag.data[: len(tag.data) // 4 * 4])
        is_version = tag.number == 0xB000 and tag.data.isdigit()
        if not (
            is_version
            or (0xB001 <= tag.number <= 0xB2FF and tag.number != 0xB003 and tag.kind != 2 and _are_small(numbers[tag.number == 0xB002 :]))
        ):
            return False
    return not directories.between().strip(b"\0")


def _is_gain_map(data: bytes) -> bool:
    """Whether these are the numbers that make a picture brighter on some screens (ISO 21496-1)."""
    return len(data) == 4 or (len(data) in {61, 141} and _are_small(struct.unpack_from(f">{(len(data) - 5) // 4}I", data, 5)))


def _are_small(numbers: tuple[int, ...]) -> bool:
    return all(number < LETTERS or number >= 0x80000000 for number in numbers)


_FITS: Mapping[int, Callable[[bytes], bool]] = {
    _CODES: _are_codes,
    QUANTISATION: _are_tables,
    SCAN: _is_scan,
    _RESTART: lambda segment: len(segment) == 2,
    _APP0: _is_jfif,
    APP2: _is_list_of_pictures,
    _APP12: _is_ducky,
    _APP14: lambda segment: segment.startswith(b"Adobe") and len(segment) == _ADOBE,
}
_READERS: tuple[tuple[int, bytes, Find], ...] = (
    (_APP1, b"Exif\0\0", exif_traces),
    (_APP1, b"http://ns.adobe.com/xap/1.0/\0", xmp_traces),
    (_APP13, b"Photoshop 3.0\0", photoshop_traces),
    (_COMMENT, b"", said("JPEG comment")),
)
