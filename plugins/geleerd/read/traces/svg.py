"""What a drawing tells beside what it shows, and whether it does more than show itself."""

import re
from collections.abc import Callable, Iterator

from geleerd.model.documents import Trace
from geleerd.read.drawings.drawing import SafeDrawing, drawing_of
from geleerd.read.traces.paths import is_local_path
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.properties import property_traces

_EDITORS = (
    "{http://www.inkscape.org/namespaces/inkscape}",
    "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}",
    "{http://www.serif.com/}",
    "{http://xml.openoffice.org/svg/export}",
    "{http://www.bohemiancoding.com/sketch/ns}",
)
_OF_LAYOUT = re.compile(r"[-+\d.,:;#%\sa-fA-F]*|true|false|(?:layer|laag|group) ?\d*|[a-z-]{1,12}", re.IGNORECASE)
_SETTINGS = re.compile(
    r"\}(?:current-layer|document-units|groupmode|version|nodetypes|role|type|stockid|window-\S*|collect|path-effect|transform\S*|cx|cy"
    r"|font-specification|(?:inkscape-)?font-specification|linespacing|connector-\S*|page\S*|show\S*|snap-\S*|zoom|rotation|lpeversion|svg-dpi)"
)
_OF_LAYER = re.compile(r"[\w-]{1,40}\.svg|(?:laag|layer|groep|group|page|pagina|slide|id|dia|[ \d])*", re.IGNORECASE)
"""The file itself without its folder, and layers that have no name."""

_ABOUT_PAGES = re.compile(r"Title: \S+ Pages: \d+")
_PERSON = re.compile(r"\b[A-Z]\w*\.? (?:(?:van|de|der|den|ten|ter|el|von) ){0,2}[A-Z]\w+")
_OF_TOOL = re.compile(
    r"(?:(?:Generator:|Generated (?:by|with)|Created (?:by|with|using)|Produced by|Exported (?:by|from)) )?"
    r"(?:Adobe Illustrator|Sketch|graphviz|matplotlib|GNUPLOT|Qt|draw\.io|Figma|Inkscape|Pixelmator|svgo|Mermaid)\b[ \w.,()/:-]{0,100}$"
    r"|!? ?Font Awesome [\s\w.,()/:@-]{0,300}$",
    re.IGNORECASE,
)
_TITLES = ("{http://www.w3.org/2000/svg}title", "{http://www.w3.org/2000/svg}desc", "aria-label")
_STRUCTURE = ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
_OF_SVG = re.compile(r"(?:\{http://www\.w3\.org/2000/svg\})?([a-zA-Z-]+)")


def svg_traces(data: bytes, inside: Callable[[bytes, str, str], Iterator[Trace]]) -> Iterator[Trace]:
    """What an SVG tells. Raises `ValueError` for one that cannot be read, or is too deep or too large."""
    drawing = drawing_of(data)
    if drawing is None:
        raise ValueError
    yield from _left_out(drawing)
    for picture in drawing.images:
        yield from inside(picture, "", "SVG")


def _left_out(drawing: SafeDrawing) -> Iterator[Trace]:
    """What a drawing held beside what it shows."""
    if drawing.calls_out:
        yield Trace("calls-out")
    if drawing.runs:
        yield Trace("runs")
    for name in drawing.unknown:
        yield Trace("unknown", where=name)
    for name, text in drawing.properties:
        yield from _property(name, text.strip())


def _property(name: str, text: str) -> Iterator[Trace]:
    if not text or is_of_program(text) or _OF_TOOL.match(text):
        return
    if name in {"comment", "instruction"}:
        if not _ABOUT_PAGES.fullmatch(text):
            yield Trace("comment", text, "SVG")
    elif name in _TITLES or name.startswith("data-"):
        if "@" in text or is_local_path(text) or _PERSON.search(text):
            yield Trace("title" if name in _TITLES else "property", text, f"SVG {name.rpartition('}')[2]}")
    elif name.startswith(_EDITORS):
        yield from _of_editor(name, text)
    elif not (name.startswith(_STRUCTURE) or _is_of_drawing(name)):
        yield from property_traces([(name, text)])


def _of_editor(name: str, text: str) -> Iterator[Trace]:
    """What a drawing program keeps for itself."""
    if not (_OF_LAYOUT.fullmatch(text) or _SETTINGS.search(name) or _OF_LAYER.fullmatch(text)):
        yield Trace("property", text, "SVG Inkscape")


def _is_of_drawing(name: str) -> bool:
    """Whether a name is of the drawing itself: its shapes, and attributes that no reader needs."""
    ours = _OF_SVG.fullmatch(name)
    return ours is not None and ours[1] not in _TELLING


_TELLING = {"metadata", "content", "host", "agent", "etag", "filename"}
