"""The properties of documents: which tell nothing, which name somebody, and that the rest may."""

from collections.abc import Iterator

from defusedxml import ElementTree

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_XML
from geleerd.read.traces.programs import is_of_program

_CORE_HARMLESS = {"created", "modified", "revision", "lastPrinted", "language", "contentType", "version"}
_APP_HARMLESS_WORDS = """
AppVersion Characters CharactersWithSpaces DocSecurity HeadingPairs HiddenSlides HyperlinksChanged Lines LinksUpToDate MMClips Notes
Pages Paragraphs PresentationFormat ScaleCrop SharedDoc Slides TitlesOfParts TotalTime Words
"""
_APP_HARMLESS = frozenset(_APP_HARMLESS_WORDS.split())
_META_HARMLESS_WORDS = """
auto-reload creation-date date document-statistic editing-cycles editing-duration hyperlink-behaviour language print-date
"""
_META_HARMLESS = frozenset(_META_HARMLESS_WORDS.split())
_TEMPLATES = ("normal", "blank", "leeg", "default", "office theme", "kantoorthema")


def core_traces(data: bytes, where: str) -> Iterator[Trace]:
    """What the core properties of Office tell (ECMA-376, part 2, 11)."""
    for name, text in _properties(data):
        if name not in _CORE_HARMLESS:
            yield _told(name, text, where, {"creator", "lastModifiedBy"})


def app_traces(data: bytes, where: str) -> Iterator[Trace]:
    """What the further properties of Office tell (ECMA-376, part 1, 22.2)."""
    for name, text in _properties(data):
        is_standard = name == "Template" and text.lower().startswith(_TEMPLATES)
        if not (name in _APP_HARMLESS or is_standard or (name == "Application" and is_of_program(text))):
            yield _told(name, text, where, {"Manager"})


def meta_traces(data: bytes, where: str) -> Iterator[Trace]:
    """What the properties of an OpenDocument tell (OpenDocument 1.3, part 3, 4)."""
    for name, text in _properties(data):
        if not (name in _META_HARMLESS or (name == "generator" and is_of_program(text.replace("$", " ").replace("_", " ")))):
            yield _told(name, text, where, {"creator", "initial-creator", "printed-by"})


def _told(name: str, text: str, where: str, authors: set[str]) -> Trace:
    if name in authors:
        return Trace("author", text, f"{where} {name}".strip())
    return Trace("title" if name == "title" else "property", text, f"{where} {name}".strip())


def _properties(data: bytes) -> Iterator[tuple[str, str]]:
    """Each property with its text: the children of the root, or of the one element in it that OpenDocument puts around them."""
    if len(data) > LARGEST_XML:
        raise ValueError(len(data))
    root = ElementTree.fromstring(data)
    around = root[0] if len(root) == 1 and root[0].tag.endswith("}meta") else root
    for element in around:
        waiting, texts = [element], []
        while waiting:
            part = waiting.pop()
            texts += [part.text or "", *(value for key, value in part.attrib.items() if not key.endswith("}type"))]
            waiting += part
        if text := " ".join(filter(None, map(str.strip, texts))):
            yield element.tag.rpartition("}")[2], text
