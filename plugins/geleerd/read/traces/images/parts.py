"""How the parts of an image are read: those with text by their own reader, and those that nobody knows by saying that they are there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.programs import is_of_program


class ImagePart(NamedTuple):
    """A part of an image that may tell something: how to read it, its bytes, and where it stands in the file, which may be in pieces."""

    find: Callable[[bytes], Iterator[Trace]]
    data: bytes
    spans: tuple[tuple[int, int], ...]


def traces_in(parts: Iterator[ImagePart]) -> Iterator[Trace]:
    """What the parts tell. Raises `ValueError` when there are more than an image has."""
    for number, part in enumerate(parts):
        if number == MOST_PARTS:
            raise ValueError(number)
        yield from part.find(part.data)


def named(where: str) -> Callable[[bytes], Iterator[Trace]]:
    """The reader of a part that may tell anything: it says where the part stands."""
    return lambda data: iter([Trace("property", where=where)] if data.strip(b"\0") else [])


def said(where: str) -> Callable[[bytes], Iterator[Trace]]:
    """The reader of a remark: it is one, unless it holds only the name of a program."""

    def find(data: bytes) -> Iterator[Trace]:
        text = data.decode("utf-8", "replace").strip("\0 \r\n")
        if text and not is_of_program(text):
            yield Trace("comment", text, where)

    return find
