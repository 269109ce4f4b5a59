"""What a file tells about people, beside what it shows. Cameras and word processors add this unasked."""

import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice

from geleerd.model.documents import Trace
from geleerd.model.file_kinds import ending
from geleerd.model.limits import DEEPEST_FILE, MOST_TRACES
from geleerd.read.traces.fonts import font_traces
from geleerd.read.traces.images.gif import gif_traces
from geleerd.read.traces.images.ico import ico_traces
from geleerd.read.traces.images.jpeg import jpeg_traces
from geleerd.read.traces.images.parts import Find
from geleerd.read.traces.images.png import png_traces
from geleerd.read.traces.images.webp import webp_traces
from geleerd.read.traces.kinds import PAGES, is_named_after, is_text_named_after, sign_of
from geleerd.read.traces.office.package import Budget, Inside
from geleerd.read.traces.svg import svg_traces
from geleerd.read.traces.web_pages import web_page_traces


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

    kind, sign = ending(name), sign_of(data)
    fits = is_named_after(data, sign, kind) if sign else kind == "svg" or is_text_named_after(data, name, kind)
    if not fits and not (depth and sign):  # programs give pictures in their documents any name
        yield Trace("unseen")
    elif not sign and kind in PAGES:
        yield from web_page_traces(data)
    yield from _reader_of("svg" if kind == "svg" else sign, inside, budget)(data)


def _reader_of(sign: str, inside: Inside, budget: Budget) -> Find:
    """The reader that fits the first bytes of a file, so that a wrong name hides nothing; of a drawing, its name decides."""
    match sign:
        case "svg":
            return partial(svg_traces, inside=inside)
        case "pdf":
            from geleerd.read.traces.documents.pdf.reading import pdf_traces  # noqa: PLC0415  # it takes longer to load than to look into most other files

            return partial(pdf_traces, inside=inside)
        case "zip":
            from geleerd.read.traces.documents.office import office_traces  # noqa: PLC0415  # as above

            return partial(office_traces, inside=inside, budget=budget)
    return _READERS.get(sign, _nothing)


def _nothing(_data: bytes) -> Iterator[Trace]:
    return iter(())


_READERS: Mapping[str, Find] = {
    "jpeg": jpeg_traces,
    "png": png_traces,
    "webp": webp_traces,
    "gif": gif_traces,
    "ico": ico_traces,
    **dict.fromkeys(("woff", "woff2", "otf", "ttf", "ttc"), font_traces),
}
"""The readers of what holds no other file."""
