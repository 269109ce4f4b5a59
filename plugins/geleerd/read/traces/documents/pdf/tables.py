"""Tables of letters and colours in a PDF, written as PostScript: their remarks, and the names that they give themselves."""

import re
from collections.abc import Iterator
from typing import Final

from pypdf.generic import TextStringObject

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.content import pieces
from geleerd.read.traces.documents.pdf.remarks import remark_traces
from geleerd.read.traces.documents.pdf.values import value_traces

_TEXTS = re.compile(rb"\(((?:[^()\\]|\\.){0,200})\)|%[^\r\n]*|<[^>]*>")
_WORD = re.compile(rb"(?<![/\w<+.,*-])[A-Z][A-Za-z]{3,}")
_KNOWN: Final = frozenset(b"CIDInit CMapName CIDSystemInfo CMapType CMapVersion Registry Ordering Supplement WMode".split())
_ANY_MAKER = b"(Adobe)"


def table_traces(data: bytes) -> Iterator[Trace]:
    """What a table tells."""
    plain = _flat(data)
    for sign, begin, end in pieces(plain):
        if sign == b"%":
            yield from remark_traces(plain[begin + 1 : end])
        elif sign == b"(":
            yield from _text_traces(plain[begin + 1 : end - 1])
    if not set(_WORD.findall(_TEXTS.sub(b"", plain))) <= _KNOWN:
        yield Trace("property", where="PDF")


def plain_table(data: bytes) -> bytes:
    """The table without remarks, and without what it calls its maker when that may be somebody."""
    plain, kept, position = _flat(data), [], 0
    for sign, begin, end in pieces(plain):
        tells = sign == b"(" and any(_text_traces(plain[begin + 1 : end - 1]))
        if sign == b"%" or tells:
            kept += [data[position:begin], _ANY_MAKER if tells else b""]
            position = end
    return b"".join((*kept, data[position:]))


def _flat(data: bytes) -> bytes:
    """The table without dictionaries in it, of the same length, so that their texts can be seen."""
    return data.replace(b"<<", b"  ")


def _text_traces(text: bytes) -> Iterator[Trace]:
    return value_traces("word", TextStringObject(text.decode("latin-1")), "")
