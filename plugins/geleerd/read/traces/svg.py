"""What a drawing tells beside what it shows, and whether it does more than show itself."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Set
from functools import partial

from geleerd.model.documents import Trace, TraceKind
from geleerd.read.drawings.copying import Copying
from geleerd.read.drawings.drawing import SafeDrawing, drawing_of
from geleerd.read.drawings.names import ATTRIBUTES, ELEMENTS, UNSEEN_ATTRIBUTES, UNSEEN_ELEMENTS
from geleerd.read.traces.names import has_form, is_plain, tells_somebody, words
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.properties import XMP_NAMESPACES, property_traces

_ABOUT_PAGES = re.compile(r"Title: \S+ Pages: \d+")
_OF_TOOL = re.compile(r"MD5=\[[\da-f]{32}\]|SRC=\[(?=[\w-]{0,60}\d[A-Za-z])[\w-]{0,5000}\]", re.IGNORECASE)
_OF_FONT_AWESOME = re.compile(r"@fontawesome|https://fontawesome\.com[a-z/]{0,20}|Fonticons, Inc\.?|SIL OFL|CC BY")
_STANDARD = re.compile(
    r"[\w.-]{0,30} ?(?:-//W3C//DTD SVG [\w. ]{1,30}//EN ?)?https?://(?:[a-z]{1,12}\.)?(?:w3|purl|inkscape|creativecommons|openoffice|serif"
    r"|bohemiancoding|adobe|sodipodi\.sourceforge|resource|sun|figma|boxy-svg|svgjs|penpot|microsoft|vectornator|corel|krita|visio|svgrepo)"
    r"\.(?:org|com|net|dev|app|io)/[\w.,/#:-]{0,100}"
)
"""Documents and names of namespaces that everybody uses."""

_HEARD = {"title", "desc", "{http://www.w3.org/1999/xlink}title"}
_BY_CHANCE = re.compile(r"(?:.*[}-])?(?:id|points)|.*-id|glyph-name|unicode|[gu][12]|nodetypes|name")
"""Names whose text is a key or a sign, not a word."""

_TYPEFACES = {"font-family", "font-specification"}

_FILE_NAMES = {"docname", "export-filename"}
"""The file itself, or a copy of it: what stands in its name everybody sees."""

_IN_WORDS = ("}title", "}description", "}subject")
_UNNAMED = {"hidden", "comment"}
_LABEL = re.compile(r".*(?:label|name|title|author|comment)")
_NO_WORD = re.compile(r"(?:(?:#[0-9A-Fa-f]{3,16}|[^\W\d_]{1,2})(?![^\W\d_])|[\W\d_])*")
_DIGITS = re.compile(r"\d+")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){8,10000}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,20000}={0,2}")
_SHORT_NAME = re.compile(r"[A-Za-z][A-Za-z-]{0,30}")


def svg_traces(data: bytes, inside: Callable[[bytes, str, str], Iterator[Trace]]) -> Iterator[Trace]:
    """What an SVG tells. Raises `ValueError` for one that cannot be read, or is too deep or too large."""
    drawing = drawing_of(data)
    if drawing is None:
        raise ValueError
    yield from _traces(drawing)
    for picture in drawing.images:
        yield from inside(picture, "", "SVG")


def copied_drawing(data: bytes, picture: Callable[[bytes], bytes]) -> bytes | None:
    """A copy of a drawing that tells nothing beside what it shows; None for bytes that hold none. `picture` copies its pictures."""
    drawing = drawing_of(data)
    if drawing is None:
        return None
    shown = _shown(drawing)
    telling = [text for name, text in drawing.names if _told(name, text, shown)]
    called = dict.fromkeys(word for text in telling for word in re.findall(r"[\w-]+", text) if not is_plain(word, shown))
    names = {word: f"part-{number}" for number, word in enumerate(called)}
    copy = drawing_of(data, Copying(lambda name, text: bool(_told(name, text, shown)), names, picture))
    return copy.data if copy else None


def _traces(drawing: SafeDrawing) -> Iterator[Trace]:
    """What a drawing held beside what it shows."""
    if drawing.calls_out:
        yield Trace("calls-out")
    if drawing.runs:
        yield Trace("runs")
    for name in drawing.unknown:
        yield Trace("unknown", where=name)
    told = partial(_told, shown=_shown(drawing))
    for name, text in dict.fromkeys((*drawing.properties, *drawing.names)):
        yield from told(name, text)


def _shown(drawing: SafeDrawing) -> Set[str]:
    """The words that readers see, in lower case."""
    return {word.casefold() for text in drawing.shown for word in words(text)}


def _told(name: str, text: str, shown: Set[str]) -> tuple[Trace, ...]:
    """What a part of a drawing tells by its name and its text, beside the words that readers see."""
    text = _decoded(text.strip())
    if not (_is_made_up(name) or tells_somebody(text)) and (not text or is_of_program(text)):
        return ()
    if name.startswith(XMP_NAMESPACES) and not (name.endswith(_IN_WORDS) and is_plain(text, shown)):
        return tuple(property_traces([(name, text)]))
    kind = _kind(name, text, shown)
    return (Trace(kind, text, f"SVG {'' if kind in _UNNAMED else _local(name)}".strip()),) if kind else ()


def _kind(name: str, text: str, shown: Set[str]) -> TraceKind | None:
    if name == "hidden":
        return None if {word.casefold() for word in words(text)} <= shown else "hidden"
    if name in _HEARD or name.startswith("aria-"):
        return "title" if tells_somebody(text, shown) else None
    if name in {"comment", "instruction"}:
        return None if _is_of_tool(text) or is_plain(text, shown) else "comment"
    if _is_harmless(name, text, shown):
        return None
    return "title" if name.rpartition("}")[2] in _FILE_NAMES else "property"


def _is_of_tool(text: str) -> bool:
    """Whether the whole of a remark is one that PlantUML, Graphviz or Font Awesome makes."""
    if _OF_TOOL.fullmatch(text):
        return True
    if _ABOUT_PAGES.fullmatch(text):
        return not tells_somebody(text)
    return "Font Awesome" in text and is_plain(_OF_FONT_AWESOME.sub("#", text))


def _is_harmless(name: str, text: str, shown: Set[str]) -> bool:
    """Whether an attribute or element of a drawing or of a program tells nothing."""
    local = name.rpartition("}")[2]
    if local == "content" or _is_made_up(name):
        return False
    if name == "xlink:href" or local in _TYPEFACES:
        return "@" not in text and (name == "xlink:href" or not has_form(text))
    if name == "value" or name in _KEPT or _BY_CHANCE.fullmatch(local):
        return not tells_somebody(_DIGITS.sub("0", text) if name == "value" else text, shown)
    if not _LABEL.fullmatch(local) and _NO_WORD.fullmatch(text):
        return True
    if _STANDARD.fullmatch(text):
        return not tells_somebody(text, shown)
    return is_plain(text, shown)


_OF_DRAWINGS = ATTRIBUTES | ELEMENTS | UNSEEN_ATTRIBUTES | UNSEEN_ELEMENTS

_KEPT = {"class", "id", "in", "in2", "lang", "result", "role", "style", "systemLanguage", "xml:lang"}
"""Attributes of what readers get: names of parts, which nobody sees."""


def _is_made_up(name: str) -> bool:
    """Whether an element or attribute is called after somebody."""
    local = name.rpartition("}")[2]
    return local not in _OF_DRAWINGS and tells_somebody(local)


def _local(name: str) -> str:
    """The name of an attribute or element for a sentence; empty for one that somebody made up."""
    local = name.rpartition("}")[2].removeprefix("xlink:")
    return local if _SHORT_NAME.fullmatch(local) and is_plain(local) else ""


def _decoded(text: str) -> str:
    """The text that stands for another one in base64 or in hexadecimal digits; any other text as it is."""
    for shape, decode in ((_HEX, bytes.fromhex), (_BASE64, partial(base64.b64decode, validate=True))):
        try:
            if shape.fullmatch(text):
                return decode(text).decode()
        except (binascii.Error, ValueError):
            continue
    return text
