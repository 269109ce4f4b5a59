"""What stands in the bytes of a PDF around its objects: remarks, and whatever belongs to none of them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.content import end_of_dictionary, end_of_text
from geleerd.read.traces.documents.pdf.remarks import remark_traces

_SPACE = re.compile(rb"[\0\t\n\f\r ]*")
_END_OF_LINE = re.compile(rb"[\r\n]")
_HEAD = rb"\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj"
_TOKEN = re.compile(
    rb"(?P<object>" + _HEAD + rb")|(?P<remark>%[^\r\n]*)"
    rb"|(?P<table>xref[\0\t\n\f\r ]{1,9}(?:\d{1,10} {1,9}\d{1,10}[\0\t\n\f\r ]{1,9}(?:\d{10} \d{5} [nf][\0\t\n\f\r ]{0,3})*)*)"
    rb"|(?P<start>startxref[\0\t\n\f\r ]{1,9}\d{1,12})|(?P<trailer>trailer)"
)
_IN_OBJECT = re.compile(rb"[(%]|<<|>>|<|/Length(?![\w.#-])|endobj|stream(?:\r?\n|\r)|(?<!\d)" + _HEAD + rb"(?!\w)")
_LENGTH = re.compile(rb"[\0\t\n\f\r ]*(\d{1,10})(?:[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}R(?!\w))?")
_END_OF_STREAM = re.compile(rb"[\0\t\n\f\r ]*endstream")


class Layout(NamedTuple):
    """The places of the objects, by number and generation as written there, and what stands around and between them."""

    places: tuple[tuple[int, int, int], ...]
    traces: tuple[Trace, ...]


class _Reading:
    """One way through a file from its beginning to its end. `number_at` gives the value of an object that is a number."""

    def __init__(self, data: bytes, number_at: Callable[[int], int]) -> None:
        self.places: list[tuple[int, int, int]] = []
        self.traces: list[Trace] = []
        self._data = data
        self._number_at = number_at

    def read(self) -> None:
        """Go through all tokens; a line that is none of them belongs to no object."""
        position = self._data.find(b"%PDF-")
        if self._data[:position].strip(b"\0\t\n\f\r \xef\xbb\xbf"):
            self.traces.append(Trace("hidden", where="PDF"))
        while (position := _end(_SPACE.match(self._data, position), self._data)) < len(self._data):
            token = _TOKEN.match(self._data, position)
            if token is None:
                self.traces.append(Trace("hidden", where="PDF"))
                position = _end(_END_OF_LINE.search(self._data, position), self._data)
            else:
                position = self._after(token)

    def _after(self, token: re.Match[bytes]) -> int:
        if token.lastgroup == "object":
            number, generation = token[0].removesuffix(b"obj").split()
            self.places.append((int(number), int(generation), token.start()))
            return self._after_object(token.end())
        if token.lastgroup == "trailer":
            return end_of_dictionary(self._data, _end(_SPACE.match(self._data, token.end()), self._data))
        if token.lastgroup == "remark":
            self.traces += remark_traces(token[0][1:])
        return token.end()

    def _after_object(self, position: int) -> int:
        depth, length = 0, -1
        while found := _IN_OBJECT.search(self._data, position):
            sign, position = found[0], found.end()
            if sign == b"endobj":
                return position
            if sign.endswith(b"obj"):
                return found.start()
            if sign in {b"<<", b">>"}:
                depth += 1 if sign == b"<<" else -1
            elif sign == b"/Length" and depth == 1:
                length = self._length(position)
            elif not sign.startswith(b"stream"):
                position = self._after_value(sign, found.start())
            elif depth == 0:
                position = self._after_stream(position, length)
        return len(self._data)

    def _after_value(self, sign: bytes, begin: int) -> int:
        """Where a text or remark ends."""
        if sign == b"(":
            return end_of_text(self._data, begin)
        if sign != b"%":
            return self._data.find(b">", begin) + 1 or len(self._data)
        line = _END_OF_LINE.search(self._data, begin)
        self.traces += remark_traces(self._data[begin + 1 : line.start() if line else None])
        return line.start() if line else len(self._data)

    def _length(self, position: int) -> int:
        found = _LENGTH.match(self._data, position)
        return -1 if found is None else self._number_at(int(found[1])) if found[2] else int(found[1])

    def _after_stream(self, position: int, length: int) -> int:
        """Where the data of a stream end, which may say so themselves wrongly."""
        if length >= 0 and (end := _END_OF_STREAM.match(self._data, position + length)):
            return end.end()
        found = self._data.find(b"endstream", position)
        return found + len(b"endstream") if found >= 0 else len(self._data)


def _end(found: re.Match[bytes] | None, data: bytes) -> int:
    return found.end() if found else len(data)


def layout_of(data: bytes, number_at: Callable[[int], int]) -> Layout:
    """Go through a whole file once. `number_at` gives the value of an object that is a number, by which others say how long they are."""
    reading = _Reading(data, number_at)
    reading.read()
    return Layout(tuple(reading.places), tuple(reading.traces))
