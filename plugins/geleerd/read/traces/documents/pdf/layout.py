"""What stands in the bytes of a PDF around its objects: remarks, and whatever belongs to none of them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.content import end_of_dictionary, end_of_text, is_no_value, is_one_value
from geleerd.read.traces.documents.pdf.remarks import remark_traces

_SPACE = re.compile(rb"[\0\t\n\f\r ]*")
_END_OF_LINE = re.compile(rb"[\r\n]")
_HEAD = rb"\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj"
_TOKEN = re.compile(
    rb"(?P<object>" + _HEAD + rb")|(?P<remark>%[^\r\n]*)"
    rb"|(?P<table>xref[\0\t\n\f\r ]{1,9}(?:\d{1,10} {1,9}\d{1,10}[\0\t\n\f\r ]{1,9}(?:\d{10} \d{5} [nf][\0\t\n\f\r ]{0,3})*)*)"
    rb"|(?P<start>startxref[\0\t\n\f\r ]{1,9}\d{1,12})|(?P<trailer>trailer)|(?P<nothing>endobj|[\x80-\xff]{1,8}(?=[\r\n]))"
)
_IN_OBJECT = re.compile(
    rb"[(%]|<<|>>|<|/[^\0\t\n\f\r ()<>\[\]{}/%]*|stream *(?:\r?\n|\r)|[A-Za-z]{2,}|(?<!\d)" + _HEAD + rb"(?!\w)",
)
_WORDS = {b"true", b"false", b"null"}
_LENGTH = re.compile(rb"[\0\t\n\f\r ]*(\d{1,10})(?:[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}R(?!\w))?")
_END_OF_STREAM = re.compile(rb"[\0\t\n\f\r ]*endstream")


class ObjectPlace(NamedTuple):
    """An object as it stands in the file: its number and generation as written there, where it begins, and how many texts are in it."""

    number: int
    generation: int
    begin: int
    texts: int


class Layout(NamedTuple):
    """The places of the objects, and what stands around, between and in them that is none of theirs."""

    places: tuple[ObjectPlace, ...]
    traces: tuple[Trace, ...]
    trailers: tuple[bytes, ...]
    ends: tuple[int, ...]

    def is_changed(self, *, is_linear: bool) -> bool:
        """Whether objects stand behind the end of an earlier version. A file that is made for the web begins with an end of its own."""
        ends = self.ends[1:] if is_linear else self.ends
        return bool(ends) and any(place.begin > ends[0] for place in self.places)


class _Reading:
    """One way through a file from its beginning to its end. `number_at` gives the value of an object that is a number."""

    def __init__(self, data: bytes, number_at: Callable[[int], int]) -> None:
        self.places: list[ObjectPlace] = []
        self.traces: list[Trace] = []
        self.trailers: list[bytes] = []
        self.ends: list[int] = []
        self._data = data
        self._number_at = number_at
        self._texts = 0

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
            before, end = self._texts, self._after_object(token.end())
            self.places.append(ObjectPlace(int(number), int(generation), token.start(), self._texts - before))
            return end
        if token.lastgroup == "trailer":
            end = end_of_dictionary(self._data, _end(_SPACE.match(self._data, token.end()), self._data))
            self.trailers.append(self._data[token.end() : end])
            return end
        if token.lastgroup == "remark":
            self.traces += remark_traces(token[0][1:])
        if token.lastgroup == "start":
            self.ends.append(token.end())
        return token.end()

    def _after_object(self, position: int) -> int:
        depth, length, begin, judge = 0, -1, position, is_one_value
        while found := _IN_OBJECT.search(self._data, position):
            sign, position = found[0], found.end()
            if sign == b"endobj":
                self._judge(judge, self._data[begin : found.start()])
                return position
            if sign[:1].isdigit():
                return found.start()
            if sign in {b"<<", b">>"}:
                depth += 1 if sign == b"<<" else -1
            elif sign == b"/Length" and depth == 1:
                length = self._length(position)
            elif sign[:6] == b"stream" and depth == 0:
                self._judge(judge, self._data[begin : found.start()])
                begin = position = self._after_stream(position, length)
                judge = is_no_value
            elif sign[:1] != b"/":
                position = self._after_value(sign, found.start(), position)
        return len(self._data)

    def _judge(self, is_fine: Callable[[bytes], bool], value: bytes) -> None:
        """Whether more stands in an object than its value, or anything behind its data."""
        if not is_fine(value):
            self.traces.append(Trace("hidden", where="PDF"))

    def _after_value(self, sign: bytes, begin: int, end: int) -> int:
        """Where a text, remark or word ends."""
        if sign == b"%":
            line = _END_OF_LINE.search(self._data, begin)
            self.traces += remark_traces(self._data[begin + 1 : line.start() if line else None])
            return line.start() if line else len(self._data)
        if sign.isalpha():
            self.traces += [Trace("hidden", where="PDF")] if sign not in _WORDS else []
            return end
        self._texts += 1
        return end_of_text(self._data, begin) if sign == b"(" else self._data.find(b">", begin) + 1 or len(self._data)

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
    return Layout(tuple(reading.places), tuple(reading.traces), tuple(reading.trailers), tuple(reading.ends))
