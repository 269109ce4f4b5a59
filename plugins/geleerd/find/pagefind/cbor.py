"""The few forms of CBOR (RFC 8949) that an index is made of: whole numbers, texts and lists of these, the shortest way."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

Encodable = int | str | Sequence["Encodable"]
"""What an index tells; a number has at most 32 bits."""

_TEXT, _LIST = 3, 4
_SHORT = 24
"""The first number that does not fit into the first byte."""

_WIDTHS = ((24, 1 << 8, 1), (25, 1 << 16, 2), (26, 1 << 32, 4))
"""For those numbers: the low bits of the first byte, the first number that is too large, and the bytes that follow."""

EMPTY_LIST = b"\x80"


def encoded(value: Encodable) -> bytes:
    """A value as bytes."""
    if isinstance(value, int):
        return number(value)
    return text(value) if isinstance(value, str) else list_of(len(value)) + b"".join(map(encoded, value))


def decoded(content: bytes, at: int = 0) -> tuple[Any, int]:
    """The value that stands at a place in bytes of this form, and the place behind it."""
    kind, value, at = beginning(content, at)
    if kind == _TEXT:
        return content[at : at + value].decode(), at + value
    if kind != _LIST:
        return (-1 - value if kind else value), at
    held = []
    for _ in range(value):
        one, at = decoded(content, at)
        held.append(one)
    return held, at


def beginning(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of the value at a place, its number or length, and the place behind that."""
    kind, value = content[at] >> 5, content[at] & 31
    if value < _SHORT:
        return kind, value, at + 1
    behind = at + 1 + (1 << value - _SHORT)
    return kind, int.from_bytes(content[at + 1 : behind], "big"), behind


@lru_cache(maxsize=4096)
def number(value: int) -> bytes:
    """A whole number, which may be negative."""
    return _head(0, value) if value >= 0 else _head(1, -1 - value)


def text(value: str) -> bytes:
    """A text."""
    data = value.encode()
    return _head(_TEXT, len(data)) + data


def list_of(length: int) -> bytes:
    """The beginning of a list of this length; what is in it follows."""
    return _head(_LIST, length)


def _head(kind: int, value: int) -> bytes:
    first = kind << 5
    if value < _SHORT:
        return bytes((first | value,))
    low, width = next((low, width) for low, limit, width in _WIDTHS if value < limit)
    return bytes((first | low,)) + value.to_bytes(width, "big")
