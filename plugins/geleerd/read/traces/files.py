"""What a file tells about people, beside what it shows. Cameras and word processors add this unasked."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.file_kinds import PLAIN_TEXTS, TYPEFACES, ending, is_named_text
from geleerd.model.limits import DEEPEST_FILE, MOST_TRACES
from geleerd.read.traces.documents.office import Inside, office_traces
from geleerd.read.traces.documents.pdf.reading import pdf_traces
from geleerd.read.traces.images.gif import gif_traces
from geleerd.read.traces.images.ico import ICO_SIGN, ico_traces
from geleerd.read.traces.images.jpeg import jpeg_traces
from geleerd.read.traces.images.parts import Find
from geleerd.read.traces.images.png import png_traces
from geleerd.read.traces.images.webp import webp_traces
from geleerd.read.traces.office.package import Budget
from geleerd.read.traces.svg import svg_traces

_HEAD_OF_PDF: Final = 1024
"""The first bytes, in which readers of PDF look for the signature (ISO 32000-1, Annex H, note 13)."""

_ZIP = b"PK\x03\x04"
_FONT_SIGNS = (b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0", b"true", b"ttcf")


def traces(data: bytes, name: str) -> tuple[Trace, ...]:
    """What a file with these bytes and this name tells about people, each once.

    The bytes decide how it is read, and the name must fit them. When nobody can look into a file of its kind, or it is damaged or locked,
    the last trace says so.
    """
    return _found(partial(_traces, data, name, Budget(), 0))


def _found(find: Callable[[], Iterator[Trace]]) -> tuple[Trace, ...]:
    found: dict[Trace, None] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a slip in somebody's photo
            for trace in find():
                found[trace] = None
                if len(found) > MOST_TRACES:
                    return (*islice(found, MOST_TRACES), Trace("unreadable"))
    except Exception:  # noqa: BLE001  # the bytes are hostile, and five parsers of other people's raise whatever they like
        found[Trace("unreadable")] = None
    return tuple(found)


def _traces(data: bytes, name: str, budget: Budget, depth: int) -> Iterator[Trace]:
    if depth > DEEPEST_FILE:
        raise ValueError(depth)

    def inside(part: bytes, part_name: str, where: str) -> Iterator[Trace]:
        for trace in _traces(part, part_name, budget, depth + 1):
            yield replace(trace, kind="unreadable" if trace.kind == "unseen" else trace.kind, where=f"{where}: {trace.where}".strip(": "))

    kind = ending(name)
    find = _reader_of(data, kind, inside, budget)
    if find:
        yield from find(data)
    elif not _is_harmless(data, name, kind):
        yield Trace("unseen")


def _reader_of(data: bytes, kind: str, inside: Inside, budget: Budget) -> Find | None:
    """The reader that fits the first bytes of a file, so that a wrong name hides nothing; of a drawing, its name decides."""
    if kind == "svg":
        return partial(svg_traces, inside=inside)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp_traces
    if b"%PDF-" in data[:_HEAD_OF_PDF]:
        return partial(pdf_traces, inside=inside)
    if data.startswith(_ZIP):
        return partial(office_traces, inside=inside, budget=budget)
    signs: dict[bytes, Find] = {b"GIF8": gif_traces, ICO_SIGN: ico_traces, b"\xff\xd8\xff": jpeg_traces, b"\x89PNG\r\n\x1a\n": png_traces}
    return next((find for sign, find in signs.items() if data.startswith(sign)), None)


def _is_harmless(data: bytes, name: str, kind: str) -> bool:
    """Whether a file is one of those that hold nothing beside what they show: a plain text, or a typeface."""
    if kind in TYPEFACES:
        return data.startswith(_FONT_SIGNS)
    return (kind in PLAIN_TEXTS or is_named_text(name)) and b"\0" not in data
