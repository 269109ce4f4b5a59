"""Colour profiles (ICC.1:2022): numbers of colours, and texts that name a profile everybody has. The rest may name a screen."""

import hashlib
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_TAGS
from geleerd.read.traces.shapes.values import is_profile_text

_HEADER: Final = 128
_TEXTS = {b"desc", b"cprt", b"dmnd", b"dmdd", b"vued", b"dscm"}
_NUMBERS_WORDS = """
A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad chrm
clro view lumi meas tech gamt pre0 pre1 pre2 rig0 rig2 ciis vcgt vcgp ndin aarg aagg aabg aapy arts cicp lum mmod
"""
_NUMBERS = frozenset(_NUMBERS_WORDS.encode().split())
_READABLE = re.compile(r"[A-Za-z][A-Za-z ]{4,}")
"""What can be read in the rest of a description, where Adobe's own profiles hold whatever stood in its memory."""

_LARGEST_FIXED: Final = 1 << 24
"""Sixteen bits behind the point: 256. No colour comes near, and four letters are far beyond."""


_MAKE: Final = 40
_APPLE = b"\0\0\6\x10"
"""Who made a screen, and which: the screen of a laptop itself, without a number of its own."""

_DAYLIGHT = struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
"""The light for which all colours are measured: D50."""

_LARGEST_CURVES: Final = 64
_LETTERS = re.compile(rb"[ -~]{4}")


_LAST_YEAR: Final = 2200
_SIGN_WORDS = """
mntr prtr scnr spac link abst nmcl XYZ Lab Luv YCbr Yxy RGB GRAY HSV HLS CMYK CMY 2CLR 3CLR 4CLR 5CLR 6CLR 7CLR acsp APPL MSFT SGI SUNW TGNT
*nix IEC HP ADBE
appl lcms LCMS argl ARGL KCMS KODA UCCM CCMS none sRGB GOOG goog google skia SKIA EPSO EIZO NEC XRIT XRCM GRTG GMG GMGC
LOGO LINO Lino HDM bICC ECI FOGR FUJI CANO NIKO NKON SONY CSIO QCOM SAMS DELL LGE AUO BOE LEN ICC OICC ooxx APPL RIMM ROMM saws z39
vc4 BICC RGBX fscn dcam rscn ijet twax epho esta dsub rpho fprj vidm vidc pjtv CRT PMD AMD KPCD imgs grav offs silk flex mpfs mpfr dmpc dcpj
scoe sape fpce rhoc rpoc prmg
"""
_SIGNS = frozenset(_SIGN_WORDS.encode().split())
"""What may stand where a profile has four letters: kinds of profiles and colours, systems, companies and technologies."""

_TEXT = re.compile(rb"[A-Za-z][A-Za-z ]{11}")
_LOCALE = re.compile(rb"[a-z]{2}(?:[A-Z]{2}|\0\0)")


class _Tag(NamedTuple):
    name: bytes
    data: bytes
    begin: int


def icc_traces(profile: bytes) -> Iterator[Trace]:
    """Each part of a profile that is not known to be harmless, and bytes that belong to none."""
    tags = list(_tags(profile))
    for tag in tags:
        if not _is_harmless(tag):
            yield Trace("property", where="ICC")
    if not _is_plain(profile) or _outside(
        profile, _HEADER + 4 + 12 * len(tags), [(tag.begin, tag.begin + len(tag.data)) for tag in tags]
    ).strip(b"\0"):
        yield Trace("property", where="ICC")


def plain_profile(profile: bytes) -> bytes:
    """The profile with its colours alone; empty when it cannot be read. Its name goes, which programs may want to show but do not need."""
    kept = [tag for tag in _tags(profile) if tag.name in _NUMBERS and _is_harmless(tag)]
    if not kept:
        return b""
    texts = [_Tag(name, _multilingual(b"RGB"), 0) for name in (b"desc", b"cprt")]
    head, body, position = b"", b"", _HEADER + 4 + 12 * (len(kept) + len(texts))
    for tag in (*texts, *kept):
        head += tag.name + struct.pack(">II", position + len(body), len(tag.data))
        body += tag.data + b"\0" * (-len(tag.data) % 4)
    size = struct.pack(">I", position + len(body))
    kinds = profile[12:24] if all(_is_sign(profile[place : place + 4]) for place in (12, 16, 20)) else b"mntrRGB XYZ "
    about = size + b"\0" * 4 + profile[8:12] + kinds + b"\7\xd0\0\1\0\1\0\0\0\0\0\0acsp" + b"\0" * 28
    return about + _DAYLIGHT + b"\0" * 48 + struct.pack(">I", len(kept) + len(texts)) + head + body


def _multilingual(text: bytes) -> bytes:
    return b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", 2 * len(text), 28) + text.decode().encode("utf-16-be")


def _tags(profile: bytes) -> Iterator[_Tag]:
    """The parts. Raises `ValueError` for a table that cannot be one."""
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    if count > MOST_TAGS:
        raise ValueError(count)
    for number in range(count):
        name, begin, length = struct.unpack_from(">4sII", profile, _HEADER + 4 + 12 * number)
        if begin + length > len(profile):
            raise ValueError(begin)
        yield _Tag(name, profile[begin : begin + length], begin)


def _outside(data: bytes, position: int, spans: list[tuple[int, int]]) -> bytes:
    """The bytes behind a place that belong to none of these parts."""
    kept = []
    for begin, end in sorted(spans):
        kept.append(data[position:begin])
        position = max(position, end)
    return b"".join((*kept, data[position:]))


def _is_plain(profile: bytes) -> bool:
    """Whether a head says only what standards ask: its length, kinds of colours, day, and a number that follows from the profile itself."""
    (size,) = struct.unpack_from(">I", profile)
    number, counted = profile[84:100], profile[:44] + b"\0" * 4 + profile[48:64] + b"\0" * 4 + profile[68:84] + b"\0" * 16 + profile[100:]
    is_own = _is_plain_head(profile) and number in {b"\0" * 16, hashlib.md5(counted, usedforsecurity=False).digest()}
    return size in {0, len(profile)} and is_own and not profile[100:_HEADER].strip(b"\0")


def _is_plain_head(profile: bytes) -> bool:
    """Whether the signs are of companies and kinds of colours, the day is a day, and the numbers are small."""
    signs = [profile[place : place + 4] for place in (4, 12, 16, 20, 36, 40, 48, 52, 80)]
    year, month, day, hour, minute, second = struct.unpack_from(">6H", profile, 24)
    is_day = year < _LAST_YEAR and month <= 12 and day <= 31 and hour <= 24 and minute < 60 and second <= 60
    return is_day and all(map(_is_sign, signs)) and max(profile[56:64]) < 0x20 and _is_small(b"\0" * 8 + profile[64:80])


def _is_sign(sign: bytes) -> bool:
    return not _LETTERS.fullmatch(sign) or sign.strip() in _SIGNS


def _is_harmless(tag: _Tag) -> bool:
    kind = tag.data[:4]
    if not tag.data.strip(b"\0"):
        return tag.name in _NUMBERS | _TEXTS
    if tag.name in _TEXTS and kind in _TEXT_READERS:
        return all(is_profile_text(text.strip("\0 \r\n")) for text in _TEXT_READERS[kind](tag.data))
    return tag.name in _NUMBERS and kind in _NUMBER_READERS and _NUMBER_READERS[kind](tag.data)


def _plain_text(data: bytes) -> Iterator[str]:
    yield data[8:].decode("latin-1")


def _description(data: bytes) -> Iterator[str]:
    """A text as ASCII, in Unicode and as old Macintoshes wrote it (ICC.1:2001, 6.5.17)."""
    (length,) = struct.unpack_from(">I", data, 8)
    yield data[12 : 12 + length].decode("latin-1")
    rest = data[12 + length :]
    (wide,) = struct.unpack_from(">I", rest, 4) if len(rest) >= 8 else (0,)
    yield rest[8 : 8 + 2 * wide].decode("utf-16-be", "replace")
    yield from _READABLE.findall(rest[8 + 2 * wide + 3 :].decode("latin-1"))


def _translations(data: bytes) -> Iterator[str]:
    count, size = struct.unpack_from(">II", data, 8)
    if size != 12 or count > MOST_TAGS:
        raise ValueError(size)
    spans = []
    for number in range(count):
        locale, length, begin = struct.unpack_from(">4sII", data, 16 + 12 * number)
        if not _LOCALE.fullmatch(locale):
            raise ValueError(locale)
        yield data[begin : begin + length].decode("utf-16-be", "replace")
        spans.append((begin, begin + length))
    yield _outside(data, 16 + 12 * count, spans).decode("latin-1")


def _is_small(data: bytes) -> bool:
    numbers = struct.unpack(f">{(len(data) - 8) // 4}i", data[8:])
    return len(data) % 4 == 0 and all(abs(number) < _LARGEST_FIXED for number in numbers)


def _is_curve(data: bytes) -> bool:
    (count,) = struct.unpack_from(">I", data, 8)
    values = struct.unpack_from(f">{count}H", data, 12) if 12 + 2 * count <= len(data) else ()
    steps = {after > before for before, after in pairwise(values) if after != before}
    return len(values) == count and len(steps) <= 1 and not data[12 + 2 * count :].strip(b"\0") and len(data) <= 16 + 2 * count


def _is_formula(data: bytes) -> bool:
    (kind,) = struct.unpack_from(">H", data, 8)
    return kind < 5 and len(data) >= 12 + 4 * (1, 3, 4, 5, 7)[kind] and _is_small(data[:8] + data[12:])


def _is_table(data: bytes) -> bool:
    """Whether a table of colours has the length that its head says (ICC.1:2022, 10.10 and 10.11)."""
    wide = 1 if data.startswith(b"mft1") else 2
    inputs, outputs, points = data[8], data[9], data[10]
    first, last = (256, 256) if wide == 1 else struct.unpack_from(">HH", data, 48)
    size = (48 if wide == 1 else 52) + wide * (inputs * first + points**inputs * outputs + outputs * last)
    return size <= len(data) <= size + 3 and not data[size:].strip(b"\0") and not _TEXT.search(data)


def _is_curve_of_screen(data: bytes) -> bool:
    """Whether these are the curves that a system gives its screen: three formulas, or tables of one or two bytes."""
    (kind,) = struct.unpack_from(">I", data, 8)
    if kind == 1:
        return len(data) <= _LARGEST_CURVES and _is_small(data[:8] + data[12 : len(data) // 4 * 4])
    curves, count, wide = struct.unpack_from(">HHH", data, 12)
    return kind == 0 and wide in {1, 2} and len(data) <= 22 + curves * count * wide and not _TEXT.search(data)


def _fixed(length: int) -> Callable[[bytes], bool]:
    return lambda data: len(data) <= length


_TEXT_READERS: Mapping[bytes, Callable[[bytes], Iterator[str]]] = {
    b"text": _plain_text,
    b"desc": _description,
    b"mluc": _translations,
}
_NUMBER_READERS: Mapping[bytes, Callable[[bytes], bool]] = {
    b"XYZ ": _is_small,
    b"sf32": _is_small,
    b"chrm": lambda data: len(data) <= 36 and _is_small(data),
    b"curv": _is_curve,
    b"para": _is_formula,
    b"mft1": _is_table,
    b"mft2": _is_table,
    b"mAB ": lambda data: data[8] <= 4 and not _TEXT.search(data),
    b"mBA ": lambda data: data[8] <= 4 and not _TEXT.search(data),
    b"meas": lambda data: len(data) <= 36 and _is_small(data),
    b"view": lambda data: len(data) <= 36 and _is_small(data[:8] + data[8:32]),
    b"sig ": lambda data: len(data) <= 12 and _is_sign(data[8:12]),
    b"cicp": _fixed(12),
    b"vcgt": _is_curve_of_screen,
    b"vcgp": lambda data: len(data) <= _LARGEST_CURVES and not _LETTERS.search(data[8:]),
    b"mmod": lambda data: len(data) == _MAKE and data[8:12] == _APPLE and not data[16:20].strip(b"\0") and not data[24:].strip(b"\0"),
    b"ndin": lambda data: not _TEXT.search(data),
}
