"""The properties of documents: which tell nothing, which name somebody, and that the rest may."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from geleerd.model.documents import Trace, TraceKind
from geleerd.model.limits import LARGEST_XML
from geleerd.read.traces.office.parts.facts import DocumentFacts
from geleerd.read.traces.office.parts.strings import is_harmless, is_web_link
from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name
from geleerd.read.traces.programs import is_of_program

_NUMBER = re.compile(r"[-\d.,]{1,20}|true|false", re.IGNORECASE)
_COMMIT = re.compile(r"\b[0-9a-f]{40}\b")
_MOMENT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.,]{4,24}(?:Z|[-+]\d\d:?\d\d)?)?)?)?|P[\dYMDTHS.,]{1,40}")
_STATUS = {"draft", "final", "concept", "definitief"}
_DEFAULT_TITLES = {
    "powerpoint-presentatie",
    "powerpoint presentation",
    "presentatie",
    "presentation",
    "document",
    "word document",
    "dia 1",
    "slide 1",
}
"""What programs call a document to which nobody gave a title."""


def _is_program(text: str) -> bool:
    return is_of_program(_COMMIT.sub("", text.replace("$", " ").replace("_", " ")))


def _is_plain(text: str) -> bool:
    return is_plain_name(text, 0)


_NUMBER_WORDS = """
AppVersion Characters CharactersWithSpaces DocSecurity HiddenSlides HyperlinksChanged Lines LinksUpToDate MMClips Notes Pages Paragraphs
ScaleCrop SharedDoc Slides TotalTime Words revision version editing-cycles
"""
_KINDS: Final[Mapping[str, Callable[[str], bool]]] = {
    "created modified lastPrinted creation-date date print-date editing-duration": lambda text: bool(_MOMENT.fullmatch(text)),
    _NUMBER_WORDS: lambda text: bool(_NUMBER.fullmatch(text)) and is_of_schema(text),
    "document-statistic hyperlink-behaviour auto-reload contentType DigSig": is_of_schema,
    "Application generator description": _is_program,
    "Template template PresentationFormat HeadingPairs": _is_plain,
    "language": lambda text: is_harmless("language", text),
    "contentStatus": lambda text: text.casefold() in _STATUS,
    "title": lambda text: text.casefold() in _DEFAULT_TITLES,
}
_HARMLESS: Final = {name: judge for names, judge in _KINDS.items() for name in names.split()}
_AUTHORS: Final = {"creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"}
_OF_LABELS = re.compile(r"MSIP_Label_[-0-9a-f]{36}_(?:Enabled|SetDate|Method|SiteId|ActionId|ContentBits|Tag|Name|Extended_MSFT_Method)")
_OF_PROGRAMS = {
    "KSOProductBuildVer",
    "KSOTemplateUUID",
    "KSOTemplateDocerSaveRecord",
    "ICV",
    "ContentTypeId",
    "AppVersion",
    "HyperlinksChanged",
    "MediaServiceImageTags",
    "_dlc_DocIdItemGuid",
    "ComplianceAssetId",
    "_ExtendedDescription",
    "TriggerFlowInfo",
    "TemplateUrl",
    "xd_Signature",
    "xd_ProgID",
    "Order",
}
_CODE = re.compile(r"[-0-9A-Fx.:TZ_]{0,300}", re.IGNORECASE)


def property_parts_traces(data: bytes, where: str, known: DocumentFacts) -> Iterator[Trace]:
    """What the properties of Office (ECMA-376, part 2, 11, and part 1, 22.2) and OpenDocument (1.3, part 3, 4) tell."""
    yield from _beside(data, where)
    for name, pieces in _properties(data):
        text = " ".join(pieces)
        if not _is_harmless(name, text, pieces, known):
            kind: TraceKind = "author" if name in _AUTHORS else "title" if name == "title" else "property"
            yield Trace(kind, text, f"{where} {name}".strip() if is_of_schema(name) else where)


def custom_traces(data: bytes, where: str, _known: DocumentFacts) -> Iterator[Trace]:
    """What properties tell that an owner or a program made up."""
    if not data.strip():
        return
    yield from _beside(data, where)
    root = _root(data)
    if root.attrib or not all(map(_is_plain_custom, root)) or "".join([root.text or "", *(element.tail or "" for element in root)]).strip():
        yield Trace("property", where=where)


def _is_plain_custom(element: Element) -> bool:
    """Whether a property that an owner or a program made up has a value as a known program gives it, and no more than that."""
    name, text = element.get("name", ""), " ".join("".join(element.itertext()).split())
    is_code = bool(_CODE.fullmatch(text)) and is_of_schema(text)
    of_label = _OF_LABELS.fullmatch(name) and (is_plain_name(text, 0) or is_code)
    beside = [element.get("fmtid", ""), element.get("pid", ""), *(key for value in element for key in value.attrib)]
    is_bare = element.attrib.keys() <= _OF_CUSTOM and all(map(_CUSTOM_KEY.fullmatch, beside))
    return is_bare and bool(of_label or (name in _OF_PROGRAMS and is_code))


_OF_CUSTOM: Final = {"name", "fmtid", "pid"}
_CUSTOM_KEY = re.compile(r"\{[-0-9A-Fa-f]{36}\}|\d{0,8}")


def _is_harmless(name: str, text: str, pieces: list[str], known: DocumentFacts) -> bool:
    if name == "HLinks":
        return all(_is_link(piece, known) or is_of_schema(piece) for piece in pieces)
    if name == "TitlesOfParts":
        return all(word.casefold() in known.words or is_plain_name(word, 0) for word in text.replace("!", " ").split())
    return name in _HARMLESS and _HARMLESS[name](text)


def _is_link(text: str, known: DocumentFacts) -> bool:
    return text in known.links or (text.startswith(("http:", "https:")) and is_web_link(text))


def _beside(data: bytes, where: str) -> Iterator[Trace]:
    """What stands in a part beside its elements. Raises `ValueError` for one that is too large or has not the usual encoding."""
    if len(data) > LARGEST_XML or b"\0" in data:
        raise ValueError(len(data))
    if b"<!--" in data or data.count(b"<?") > 1:
        yield Trace("comment", where=where)
    if not all(map(is_of_schema, (found.decode("utf-8", "replace") for pair in _SPACE.findall(data) for found in pair))):
        yield Trace("property", where=where)


_SPACE = re.compile(rb"\sxmlns:?([^\s=]*)\s*=\s*[\"']([^\"'<>]*)")


def _root(data: bytes) -> Element:
    root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    return root


def _properties(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """Each property with its texts: the children of the root, or of the one element in it that OpenDocument puts around them."""
    root = _root(data)
    around = root[0] if len(root) == 1 and root[0].tag.endswith("}meta") else root
    for holder in {root, around}:
        own = [
            holder.text or "",
            *(child.tail or "" for child in holder),
            *(value for key, value in holder.attrib.items() if not is_of_schema(value)),
        ]
        if pieces := [text.strip() for text in own if text.strip()]:
            yield "", pieces
    for element in around:
        pieces = [text for part in element.iter() for text in _texts(part, is_inside=part is not element)]
        if pieces := [text.strip() for text in pieces if text.strip()]:
            yield element.tag.rpartition("}")[2], pieces


def _texts(part: Element, *, is_inside: bool) -> Iterator[str]:
    """The texts of an element, but for the name of a type."""
    yield part.text or ""
    yield from (value for key, value in part.attrib.items() if not (key.endswith("}type") and is_of_schema(value)))
    if is_inside:
        yield part.tail or ""
