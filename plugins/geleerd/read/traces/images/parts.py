"""How the parts of an image are read: those with text by their own reader, and those that nobody knows by saying that they are there."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.shapes.values import is_remark_of_program

Find = Callable[[bytes], Iterator[Trace]]
Spans = tuple[tuple[int, int], ...]

_TAIL: Final = 200


class ImagePart(NamedTuple):
    """A part of an image that may tell something: how to read it, its bytes, and where it stands in the file, which may be in pieces.

    Without what is `in_picture` the picture itself is lost.
    """

    find: Find
    data: bytes
    spans: Spans
    in_picture: bool = False


def traces_in(parts: Iterator[ImagePart]) -> Iterator[Trace]:
    """What the parts tell. Raises `ValueError` when there are more than an image has."""
    for number, part in enumerate(parts):
        if number == MOST_PARTS:
            raise ValueError(number)
        yield from part.find(part.data)


def named(where: str) -> Find:
    """The reader of a part that may tell anything: it says where the part stands."""
    return lambda data: iter([Trace("property", where=where)] if data.strip(b"\0") else [])


def damaged(_data: bytes) -> Iterator[Trace]:
    """The reader of a part that is none."""
    yield Trace("unreadable")


def too_large(_data: bytes) -> Iterator[Trace]:
    """The reader of a picture with more pixels than anybody shows."""
    yield Trace("pixels")


def said(where: str) -> Find:
    """The reader of a remark: it is one, unless it holds only the name of a program."""

    def find(data: bytes) -> Iterator[Trace]:
        text = data.decode("utf-8", "replace").strip("\0 \r\n")
        if text and not is_remark_of_program(text):
            yield Trace("comment", text, where)

    return find


def is_text_behind(packed: bytes) -> bool:
    """Whether a picture that was packed ends in a text. What is packed looks like noise: of 50,000 pictures, one ends like this by chance.

    A plain area repeats a few bytes, which may be letters; a text has more of them.
    """
    tail = packed[-_TAIL:].rstrip(b"\xff").replace(b"\0", b"")
    return any(_is_long(tail, signs, longest, fewest) for signs, longest, fewest in _RUNS)


def _is_long(tail: bytes, signs: bytes, longest: int, fewest: int) -> bool:
    run = len(tail) - len(tail.rstrip(signs))
    return run >= longest and len(set(tail[-run:])) >= fewest


_WRITTEN = bytes((*range(0x20, 0x7F), 9, 10, 13))
_OF_NAMES = bytes(sign for sign in range(0x20, 0x7F) if chr(sign).isalnum() or chr(sign) in " .@-")
_RUNS = ((_WRITTEN, 12, 7), (_OF_NAMES, 8, 6))
"""Which signs, how many of them in a row are no chance, and how many different ones."""
