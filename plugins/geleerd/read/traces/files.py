"""Facts about people in a file, beside what it shows: who made it, and where. Cameras and word processors add these unasked."""

import warnings
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from geleerd.model.documents import Trace
from geleerd.read.traces.documents import office_traces, pdf_traces
from geleerd.read.traces.images import jpeg_traces, png_traces, webp_traces

MOST_TRACES: Final = 100
"""Traces in one file; more would tell nobody anything new."""


_HEAD_OF_PDF: Final = 1024
"""The first bytes, in which readers of PDF look for the signature (ISO 32000-1, Annex H, note 13)."""


def traces(data: bytes) -> tuple[Trace, ...]:
    """The facts about people in the bytes of an image or document, each once; none for any other file, whatever its name says.

    When a file is damaged or locked, the last trace says so.
    """
    find = _reader_of(data)
    found: dict[Trace, None] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a slip in somebody's photo
            for trace in find(data) if find else ():
                found[trace] = None
                if len(found) > MOST_TRACES:
                    return (*islice(found, MOST_TRACES), Trace("unreadable"))
    except Exception:  # noqa: BLE001  # the bytes are hostile, and four parsers of other people's raise whatever they like
        found[Trace("unreadable")] = None
    return tuple(found)


def _reader_of(data: bytes) -> Callable[[bytes], Iterator[Trace]] | None:
    """The reader that fits the first bytes of a file, so that a wrong name hides nothing."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp_traces
    if b"%PDF-" in data[:_HEAD_OF_PDF]:
        return pdf_traces
    signs = {b"\xff\xd8\xff": jpeg_traces, b"\x89PNG\r\n\x1a\n": png_traces, b"PK\x03\x04": office_traces}
    return next((find for sign, find in signs.items() if data.startswith(sign)), None)
