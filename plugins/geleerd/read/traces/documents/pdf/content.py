"""What draws a page or a part of it: the remarks, the properties of what is marked, and the pictures in it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf.generic import DictionaryObject, NameObject

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.remarks import remark_traces
from geleerd.read.traces.documents.pdf.rules import RULES
from geleerd.read.traces.documents.pdf.values import value_traces
from geleerd.read.traces.office.package import Inside

_TELLING = re.compile(rb"[(%<]|(?<![^\s>\])])BI(?![^\s/])|(?<=\s)(?!(?:true|false|null)\b)[A-Za-z]{4,}")
_NAMES = re.compile(rb"/([A-Za-z][^\s/()<>\[\]{}%]{2,})")
_MARK = re.compile(_NAMES.pattern + rb"(?![^\s/()<>\[\]{}%])(?=\s{1,9}(?:BMC|MP)\b|\s{0,9}<<)")
_SHOWN_NEXT = re.compile(rb"\s*(?:T[jJ]|['\"]|[(<]|[-+.\d\s]{1,40}(?:[(<]|\]\s*TJ)|\]?\s*(?:TJ|\Z))")
"""What stands behind a text that is shown. A page may be cut into streams anywhere."""

_IN_TEXT = re.compile(rb"[()]|\\.", re.DOTALL)
_IN_DICTIONARY = re.compile(rb"<<|>>|\(")
_IN_LIST = re.compile(rb"[\[\](]")
_SCALAR = re.compile(rb"\d{1,10}\s{1,9}\d{1,5}\s{1,9}R\b|<[^>]*>|/?[^\s/()<>\[\]{}%]*")
_BLANK = b"\0\t\n\f\r "
_END_OF_LINE = re.compile(rb"[\r\n]")
_MARKED = re.compile(rb"<<\s*/MCID\s+\d+\s*>>")
_START_OF_IMAGE = re.compile(rb"\sID\s")
_END_OF_IMAGE = re.compile(rb"\sEI(?![^\s])")
_JPEG = re.compile(rb"/DCT(?:Decode)?\b")
_INDEXED = re.compile(rb"/(?:I|Indexed)\b")
_OF_TCPDF = re.compile(rb"\[?\(Powered by TCPDF \\\(www\.tcpdf\.org\\\)\)\]?\s*T[jJ]")
_HIDDEN_TEXT = re.compile(rb"(?<![^\s])3\s+Tr(?![^\s])")
_SHOWN = re.compile(rb"(?<![^\s\])>])(?:T[jJ]|['\"])(?![^\s])")
_NO_SIZE = re.compile(rb"(?<=\s)-?(?:0{1,9}\.?0{0,9}|\.0{1,9})\s{1,9}Tf\s[^/]{0,200}?(?<![^\s\])>])T[jJ](?![^\s])")
"""A text whose letters have no height."""

_DRAWN = re.compile(rb"(?<![^\s])Do(?![^\s])|(?<![^\s])BI(?![^\s/])")
_MOST_REMARKS: Final = 10_000
"""Different remarks in what draws one page; a program writes a few."""

_LONGEST_MARKS = 10_000
"""Bytes of the properties of one marked part; a text for a formula has a few hundred."""


def end_of_text(data: bytes, begin: int) -> int:
    """Where a text in brackets ends, that begins there."""
    depth = 0
    for sign in _IN_TEXT.finditer(data, begin):
        depth += {b"(": 1, b")": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end()
    return len(data)


def pieces(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each text, remark, dictionary and picture in what draws a page: its first sign, and where it begins and ends."""
    position = 0
    while found := _TELLING.search(data, position):
        begin, sign = found.start(), found[0]
        if sign == b"(":
            position = end_of_text(data, begin)
        elif sign == b"%":
            line = _END_OF_LINE.search(data, begin)
            position = line.start() if line else len(data)
        elif data.startswith(b"<<", begin):
            sign, position = b"<<", end_of_dictionary(data, begin)
        elif sign == b"<":
            position = data.find(b">", begin) + 1 or len(data)
        else:
            position = _end_of_image(data, begin) if sign == b"BI" else found.end()
        yield sign, begin, position


def end_of_dictionary(data: bytes, begin: int) -> int:
    """Where a dictionary ends, that begins there."""
    position, depth = begin, 0
    while found := _IN_DICTIONARY.search(data, position):
        sign = found[0]
        position = end_of_text(data, found.start()) if sign == b"(" else found.end()
        depth += {b"<<": 1, b">>": -1}.get(sign, 0)
        if depth == 0:
            return position
    return len(data)


def end_of_value(data: bytes, begin: int) -> int:
    """Where a value ends, that begins there."""
    if data.startswith(b"<<", begin):
        return end_of_dictionary(data, begin)
    if data.startswith(b"[", begin):
        return _end_of_list(data, begin)
    if data.startswith(b"(", begin):
        return end_of_text(data, begin)
    found = _SCALAR.match(data, begin)
    return found.end() if found else begin


def _end_of_list(data: bytes, begin: int) -> int:
    position, depth = begin, 0
    while found := _IN_LIST.search(data, position):
        position = end_of_text(data, found.start()) if found[0] == b"(" else found.end()
        depth += {b"[": 1, b"]": -1}.get(found[0], 0)
        if depth == 0:
            return position
    return len(data)


def is_one_value(data: bytes) -> bool:
    """Whether nothing stands behind a value; a remark there is judged elsewhere."""
    data = data.lstrip(_BLANK)
    rest = data[end_of_value(data, 0) :].strip(_BLANK + b">")
    return b"%" in data or not rest


def is_no_value(data: bytes) -> bool:
    """Whether nothing stands there but a remark, which is judged elsewhere."""
    return b"%" in data or not data.strip(_BLANK)


def _end_of_image(data: bytes, begin: int) -> int:
    start = _START_OF_IMAGE.search(data, begin)
    end = _END_OF_IMAGE.search(data, start.end() if start else begin)
    return end.end() if end else len(data)


def content_traces(data: bytes, inside: Inside) -> Iterator[Trace]:
    """What the pieces tell, and the names of what is marked; the same only once. Raises `ValueError` for too many remarks."""
    if _NO_SIZE.search(data):
        yield Trace("hidden", where="PDF")
    remarks: set[bytes] = set()
    yield from dict.fromkeys(_told(data, inside, remarks))
    if len(remarks) > _MOST_REMARKS:
        raise ValueError(len(remarks))
    for remark in sorted(remarks):
        yield from remark_traces(remark)


def _told(data: bytes, inside: Inside, remarks: set[bytes]) -> Iterator[Trace]:
    """What the names and pieces tell; the remarks are gathered."""
    for name in filter(_is_telling, sorted(set(_NAMES.findall(data)))):
        yield Trace("property", name.decode("latin-1"), "PDF")
    for sign, begin, end in pieces(data):
        if is_unseen(data, sign, end):
            yield Trace("hidden", where="PDF")
        elif sign == b"%":
            remarks.add(data[begin + 1 : end])
        elif sign == b"<<" and not _MARKED.fullmatch(data, begin, end):
            yield from _marks(data[begin:end])
        elif sign == b"BI":
            yield from _picture(data[begin:end], inside)


def is_unseen(data: bytes, sign: bytes, end: int) -> bool:
    """Whether a piece that ends there is a text that nothing shows, or a word that draws nothing."""
    return (sign.isalpha() and sign != b"BI") or (sign in {b"(", b"<"} and not _SHOWN_NEXT.match(data, end))


def _marks(written: bytes) -> Iterator[Trace]:
    """The properties of a marked part."""
    if len(written) > _LONGEST_MARKS:
        raise ValueError(len(written))
    if b"%" in written:
        yield Trace("comment", where="PDF")
    waiting: list[DictionaryObject] = [DictionaryObject.read_from_stream(BytesIO(written), None)]
    for found in waiting:
        for key in found:
            rule, value = RULES["Property"].get(key), found.raw_get(key)
            if isinstance(value, DictionaryObject):
                waiting.append(value)
            elif rule:
                for item in value if isinstance(value, list) else [value]:
                    yield from value_traces(rule.scalar, item, key)
            else:
                yield Trace("property", where="PDF")


def _picture(written: bytes, inside: Inside) -> Iterator[Trace]:
    """A picture that stands in the page itself."""
    start = _START_OF_IMAGE.search(written)
    head = written[: start.start()] if start else written
    if _JPEG.search(head) and start:
        yield from inside(written[start.end() :], "", "PDF")
    if b"(" in head and not _INDEXED.search(head):
        yield Trace("property", where="PDF")


def hides_text(data: bytes) -> bool:
    """Whether text is written that nobody sees, and no picture drawn of which it could be the words."""
    data = _OF_TCPDF.sub(b"", data.replace(b"\0", b""))  # which it writes on each last page
    hidden = _HIDDEN_TEXT.search(data)
    return bool(hidden and _SHOWN.search(data, hidden.end()) and not _DRAWN.search(data))


def shows_text(data: bytes) -> bool:
    """Whether a text is drawn."""
    return bool(_SHOWN.search(data))


def _is_telling(name: bytes) -> bool:
    return any(value_traces("role", NameObject("/" + name.decode("latin-1")), ""))


def without_remarks(data: bytes) -> bytes:
    """What draws a page, without what it tells beside that, and without the properties of marked parts but their number."""
    kept, position = [], 0
    for sign, begin, end in pieces(data):
        if sign == b"%" or is_unseen(data, sign, end) or (sign == b"<<" and any(_marks(data[begin:end]))):
            number = re.search(rb"/MCID\s+\d+", data[begin:end]) if sign == b"<<" else None
            kept += [data[position:begin], b"<<" + (number[0] if number else b"") + b">>" if sign == b"<<" else b""]
            position = end
    plain = b"".join((*kept, data[position:]))
    telling = set(filter(_is_telling, set(_NAMES.findall(plain))))
    return _MARK.sub(lambda mark: b"/Span" if mark[1] in telling else mark[0], plain) if telling else plain
