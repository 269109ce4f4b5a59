"""What typefaces hold beside their letters and the credits that they must keep."""

import struct
import zlib

import pytest

from geleerd.contribute.cleaning.cleaned import cleaned
from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.read.traces.files import traces

SECRET = b"Wobke Terlingen!"


def names(*records: tuple[int, bytes], behind: bytes = b"") -> bytes:
    head, storage = struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)), b""
    for number, text in records:
        head += struct.pack(">6H", 1, 0, 0, number, len(text), len(storage))
        storage += text
    return head + storage + behind


CREDITS = names((0, b"Copyright 2020 Wobke"), (1, b"Ons"), (9, b"Wobke"), (13, b"OFL"))
TABLES = {b"head": b"\0" * 54, b"name": CREDITS, b"glyf": b"\1\2\3\4"}


def sfnt(tables: dict[bytes, bytes], behind: bytes = b"") -> bytes:
    head, body, position = struct.pack(">4sHHHH", b"\0\1\0\0", len(tables), 0, 0, 0), b"", 12 + 16 * len(tables)
    for name, table in tables.items():
        head += struct.pack(">4sIII", name, 0, position + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body + behind


def woff(tables: dict[bytes, bytes], about: bytes = b"", own: bytes = b"", behind: bytes = b"") -> bytes:
    entries, body, position = b"", b"", 44 + 20 * len(tables)
    for name, table in tables.items():
        packed = min(zlib.compress(table), table, key=len)
        entries += struct.pack(">4sIIII", name, position + len(body), len(packed), len(table), 0)
        body += packed + b"\0" * (-len(packed) % 4)
    end = position + len(body)
    extras = struct.pack(">5I", end if about else 0, len(about), len(about), end + len(about) if own else 0, len(own))
    head = struct.pack(">4s4sIHHIHH", b"wOFF", b"\0\1\0\0", end + len(about + own), len(tables), 0, 0, 0, 0) + extras
    return head + entries + body + about + own + behind


def woff2(tables: bytes, packed: bytes = b"1234", about: int = 0, behind: bytes = b"") -> bytes:
    length = 48 + len(tables) + len(packed)
    head = struct.pack(">4s4sIHHII", b"wOF2", b"\0\1\0\0", length, 2, 0, 0, len(packed)) + struct.pack(">HH5I", 0, 0, about, about, 0, 0, 0)
    return head + tables + packed + behind


HARMLESS = {
    "ttf": ("a.ttf", sfnt(TABLES)),
    "ttf of FontForge": ("a.ttf", sfnt({**TABLES, b"FFTM": b"\0" * 28})),
    "ttf with axes": ("a.ttf", sfnt({**TABLES, b"fvar": b"\0" * 16, b"name": names((1, b"Ons"), (256, b"Weight"))})),
    "woff": ("a.woff", woff(TABLES)),
    "woff2": ("a.woff2", woff2(b"\1\x36\5\x20")),
    "a mark alone": ("a.woff2", b"wOF2\0"),
}
TELLING = {
    "unknown table": ("a.ttf", sfnt({**TABLES, b"PfEd": SECRET})),
    "long signature": ("a.ttf", sfnt({**TABLES, b"DSIG": SECRET})),
    "behind a ttf": ("a.ttf", sfnt(TABLES, SECRET)),
    "behind the names": ("a.ttf", sfnt({**TABLES, b"name": names((1, b"Ons"), behind=SECRET)})),
    "a name that no standard knows": ("a.ttf", sfnt({**TABLES, b"name": names((200, SECRET))})),
    "a name of an axis without axes": ("a.ttf", sfnt({**TABLES, b"name": names((300, SECRET))})),
    "about in a woff": ("a.woff", woff(TABLES, about=SECRET)),
    "bytes of its own in a woff": ("a.woff", woff(TABLES, own=SECRET)),
    "behind a woff": ("a.woff", woff(TABLES, behind=SECRET)),
    "unknown table in a woff": ("a.woff", woff({**TABLES, b"TTFA": SECRET})),
    "unknown table in a woff2": ("a.woff2", woff2(b"\1\x36\x3fTTFA\x20")),
    "about in a woff2": ("a.woff2", woff2(b"\1\x36\5\x20", about=9)),
    "behind a woff2": ("a.woff2", woff2(b"\1\x36\5\x20", behind=SECRET)),
    "letters in a checksum": ("a.ttf", sfnt(TABLES)[:16] + b"Wobk" + sfnt(TABLES)[20:]),
    "letters in the head": ("a.ttf", sfnt(TABLES)[:6] + b"Wobke " + sfnt(TABLES)[12:]),
    "a mark with a text": ("a.ttf", b"\0\1\0\0" + SECRET),
}


@pytest.mark.parametrize("way", HARMLESS)
def test_letters_and_credits_tell_nothing(way):
    name, data = HARMLESS[way]
    assert traces(data, name) == ()


@pytest.mark.parametrize("way", TELLING)
def test_what_is_no_letter_and_no_credit_is_told(way):
    name, data = TELLING[way]
    assert {trace.kind for trace in traces(data, name)} & {"property", "unreadable"}


CLEANED = ["unknown table", "long signature", "behind a ttf"]


@pytest.mark.parametrize("way", CLEANED)
def test_a_clean_copy_keeps_the_letters_and_credits(way):
    name, data = TELLING[way]
    copy, letters = cleaned(data, name).data, sfnt(TABLES)
    assert len(copy) == len(letters)
    assert all(table in copy for table in TABLES.values())


@pytest.mark.parametrize("way", sorted(set(TELLING) - {*CLEANED, "behind the names"}))
def test_what_nobody_can_take_out_is_refused_or_leaves_with_its_table(way):
    name, data = TELLING[way]
    try:
        copy = cleaned(data, name)
    except CannotCleanError:
        return
    assert traces(copy.data, name) == ()
