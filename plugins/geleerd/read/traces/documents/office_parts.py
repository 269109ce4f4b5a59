"""What stands in the other parts of a document: remarks, changes with their makers, hidden sheets and texts, and paths on a computer."""

import re
from collections.abc import Iterator, Mapping

from defusedxml.ElementTree import DefusedXMLParser

from geleerd.model.documents import Trace, TraceKind
from geleerd.model.limits import DEEPEST_PART, MOST_TRACES
from geleerd.read.traces.paths import is_local_path

_CHANGES_WORDS = """
ins del moveFrom moveTo cellIns cellDel rPrChange pPrChange sectPrChange tblPrChange tcPrChange trPrChange tblGridChange numberingChange
tblPrExChange changed-region tracked-changes revisions rrc rcc rsnm
"""
_CHANGES = frozenset(_CHANGES_WORDS.split())
_COMMENTS = {"comment", "annotation", "threadedComment", "cm"}
_MATHS = "{http://www.w3.org/1998/Math/MathML}"
_NAMES = {
    *(("person", "displayName"), ("cmAuthor", "name"), ("author", "name"), ("fileSharing", "userName"), ("presenceInfo", "userId")),
    *(("userInfo", "name"), ("author", "userId"), ("person", "userId")),
}
"""Where names of people stand, by element and attribute; those of `author` stand at any element."""

_HARMLESS_SETTINGS = (
    *("ViewId", "ActiveTable", "VisibleArea", "PrinterIndependentLayout", "Language", "Country", "Variant", "BeginLine", "EndLine"),
    *("ColorTable", "DashTable", "LineEndTable", "HatchTable", "GradientTable", "BitmapTable", "VisibleLayers", "PrintableLayers"),
    *("LockedLayers", "SnapLines", "ViewLayout", "PageKind", "EditMode", "ImageGridStyle"),
)
"""How the names of settings of LibreOffice begin that tell nothing; numbers and yes or no tell nothing either."""

_PLAIN = re.compile(r"[-+\d.,:TZ]*|true|false")
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def part_traces(data: bytes, where: str) -> Iterator[Trace]:
    """What the XML of one part tells. Texts that readers see are not looked at."""
    scan = _Scan(where)
    parser = DefusedXMLParser(target=scan, forbid_dtd=True)
    parser.feed(data)
    parser.close()
    yield from scan.found


class _Scan:
    """What the parser calls with each element."""

    def __init__(self, where: str) -> None:
        self.found: dict[Trace, None] = {}
        self._where = where
        self._around: list[str] = []
        self._text, self._is_setting = "", False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element."""
        name = tag.rpartition("}")[2]
        self._around.append(tag)
        self._text = ""
        if len(self._around) > DEEPEST_PART:
            raise ValueError(DEEPEST_PART)
        if name in _CHANGES:
            self._tell("change")
        elif name in _COMMENTS and not tag.startswith(_MATHS):
            self._tell("comment")
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        if _is_hidden(name, plain, self._where):
            self._tell("hidden")
        self._is_setting = name == "config-item" and not plain.get("name", "").startswith(_HARMLESS_SETTINGS)
        for key, value in plain.items():
            self._attribute(name, key, value)

    def data(self, text: str) -> None:
        """Some of the text in an element; it matters only where it names somebody or a file."""
        if self._is_setting or self._around[-1] == _CREATOR or self._around[-1].endswith(("}instrText", "}author")):
            self._text += text[:1000]

    def end(self, tag: str) -> None:
        """The end of an element."""
        self._around.pop()
        if self._is_setting:
            self._tell_setting(self._text.strip())
        elif tag.endswith("}instrText"):
            if any(map(is_local_path, self._text.replace('"', " ").split())):
                self._tell("path")
        elif self._text.strip():
            self._tell("author", self._text.strip())
        self._text, self._is_setting = "", False

    def _tell_setting(self, text: str) -> None:
        if text and not _PLAIN.fullmatch(text):
            self._tell("property", text)

    def _attribute(self, element: str, key: str, value: str) -> None:
        if (key == "author" or (element, key) in _NAMES) and value.strip():
            self._tell("author", value.strip())
        elif is_local_path(value):
            self._tell("path")

    def _tell(self, kind: TraceKind, text: str = "") -> None:
        if len(self.found) < MOST_TRACES:
            self.found[Trace(kind, text, self._where)] = None


def _is_hidden(name: str, attributes: Mapping[str, str], where: str) -> bool:
    """Whether an element hides a sheet, a slide or a text."""
    if name == "vanish":
        return where == "word/document.xml" and attributes.get("val", "1") not in {"0", "false"}
    hiding = {"sheet": ("state", {"hidden", "veryHidden"}), "sld": ("show", {"0", "false"}), "table-properties": ("display", {"false"})}
    hiding["text-properties"] = ("display", {"none"})
    key, values = hiding.get(name, ("", set()))
    return attributes.get(key) in values
