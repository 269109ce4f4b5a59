"""The few forms of CBOR (RFC 8949) that an index is made of. What is in a list follows its beginning, already encoded."""

from functools import lru_cache

_TEXT, _LIST = 3, 4
_WIDTHS = ((24, 1 << 8, 1), (25, 1 << 16, 2), (26, 1 << 32, 4))
"""For numbers of 24 and more: the low bits of the first byte, the first number that is too large, and the bytes that follow."""

EMPTY_LIST = b"\x80"


@lru_cache(maxsize=4096)
def number(value: int) -> bytes:
    """A whole number of at most 32 bits, which may be negative."""
    return _head(0, value) if value >= 0 else _head(1, -1 - value)


def text(value: str) -> bytes:
    """A text."""
    data = value.encode()
    return _head(_TEXT, len(data)) + data


def list_of(length: int) -> bytes:
    """The beginning of a list of this length."""
    return _head(_LIST, length)


def _head(kind: int, value: int) -> bytes:
    first = kind << 5
    if value < _WIDTHS[0][0]:
        return bytes((first | value,))
    low, width = next((low, width) for low, limit, width in _WIDTHS if value < limit)
    return bytes((first | low,)) + value.to_bytes(width, "big")
