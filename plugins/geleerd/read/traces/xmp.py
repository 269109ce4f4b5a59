"""XMP: the XML about a file that images and PDFs carry (ISO 16684-1). Whatever stands in it outside a harmless property tells something."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.ElementTree import XMLParser

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_XML
from geleerd.read.traces.properties import is_standard_name, property_traces
from geleerd.read.traces.shapes.namespaces import is_known_namespace
from geleerd.read.traces.shapes.values import SHAPES, is_identifier, is_language, is_toolkit

_RDF, _META = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{adobe:ns:meta/}"
_MARK = b"http://ns.adobe.com/xap/1.0/\0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SYNTAX = (_RDF, _META, _XML)
_LANGUAGE = f"{_XML}lang"
_RESOURCE = f"{_RDF}resource"
_LISTS = ("RDF", "Description", "Seq", "Bag", "Alt", "li", "value")
_ELEMENTS = {f"{_META}xmpmeta", f"{_META}xapmeta", *(f"{_RDF}{name}" for name in _LISTS)}
_MARKS = rb"[\xef\xbb\xbf\xfe\xff]{0,3}"
_SAID = rb"""begin=(?:"%b"|'%b')|id=["'](?:W5M0MpCehiHzreSzNTczkc9d)?["']|bytes=["']\d{1,6}["']|encoding=["']UTF-8["']""" % (_MARKS, _MARKS)
_PACKET: Final = re.compile(
    rb"\s*(?:<\?xpacket(?:\s+(?:%b)){0,4}\s*\?>\s*)?(?:<\?adobe-xap-filters esc=\"?[A-Z]{1,4}\"?\?>\s*)?(?=<[a-zA-Z])" % _SAID
)
_END = re.compile(rb"""\s*(?:<\?xpacket end=["'][rw]["']\s*\?>)?[\s\0]*""")
_HEAD = re.compile(rb"""<\?xml version=["']1\.[01]["'](?: encoding=["']\w{2,5}-\d{1,2}["'])?(?: standalone=["']\w{2,3}["'])?\s*\?>""")


def xmp_traces(packet: bytes) -> Iterator[Trace]:
    """What every property in an XMP packet tells, and what stands beside the properties. Raises `ParseError` for XML that is none."""
    if not packet.strip(b"\0 \r\n\t"):
        return
    if len(packet) > LARGEST_XML:
        raise ValueError(len(packet))
    packet = _HEAD.sub(b"", packet.removeprefix(_MARK).removeprefix(b"\xef\xbb\xbf").rstrip(b"\0"), count=1)
    begin, end = _PACKET.match(packet), packet.rfind(b"</")
    close = packet.find(b">", end) + 1
    if not begin or end < 0 or not close:
        yield Trace("unreadable", where="XMP")
        return
    if not _END.fullmatch(packet, close):
        yield Trace("property", where="XMP")
    root, has_known_names = _parsed(packet[begin.end() : close])
    if not has_known_names:
        yield Trace("property", where="XMP")
    yield from _beside(root)
    yield from property_traces(_properties(root))


class _Builder(TreeBuilder):
    """A builder that remembers whether all namespaces that were declared, used or not, are known."""

    def __init__(self) -> None:
        super().__init__(insert_comments=True, insert_pis=True)
        self.are_known = True

    def start_ns(self, prefix: str, uri: str) -> None:
        self.are_known = self.are_known and is_known_namespace(prefix or "", uri)


def _parsed(xml: bytes) -> tuple[Element, bool]:
    builder = _Builder()
    parser = XMLParser(target=builder, forbid_dtd=True)
    parser.feed(xml)
    return parser.close(), builder.are_known


def _beside(root: Element) -> Iterator[Trace]:
    """What stands in the syntax of a packet itself, where no property is."""
    for element in root.iter():
        if callable(element.tag):  # a comment or an instruction
            yield Trace("comment", (element.text or "").strip(), "XMP")
        if (element.tail or "").strip():
            yield Trace("property", (element.tail or "").strip(), "XMP")
        for key, value in element.attrib.items():
            if not (key == _RESOURCE or _is_known(key, value)) or (not value and key.startswith("{") and not _is_name(key)):
                yield Trace("property", value, "XMP")
        is_empty = not ((element.text or "").strip() or element.attrib or len(element))
        if is_empty and not (callable(element.tag) or _is_name(element.tag)):
            yield Trace("property", where="XMP")


def _is_known(key: str, value: str) -> bool:
    """Whether an attribute belongs to a property, which is read as such, or is syntax with a value that such syntax has."""
    if key == f"{_META}xmptk":
        return is_toolkit(value)
    if key == _LANGUAGE:
        return is_language(value)
    if key == f"{_RDF}about":
        return is_identifier(value)
    if key == f"{_RDF}parseType":
        return SHAPES["structure"](value)
    return not key.startswith(_SYNTAX)


def _is_name(name: str) -> bool:
    """Whether a name is one of the syntax or of a standard; people make up others."""
    return name in _ELEMENTS or name.startswith(_SYNTAX) or is_standard_name(name)


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    """Every text and attribute with the name of its property: the nearest element around it that is no syntax of a list."""
    waiting = [(root, "")]
    while waiting:
        element, name = waiting.pop()
        if callable(element.tag):
            continue
        name = name if element.tag in _ELEMENTS else element.tag
        yield name, element.text or ""
        for key, value in element.attrib.items():
            if key == _RESOURCE or not key.startswith(_SYNTAX):
                yield (name if key == _RESOURCE else key), value
        waiting += [(child, name) for child in element]
