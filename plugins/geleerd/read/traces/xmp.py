"""XMP: the XML about a file that images and PDFs carry (ISO 16684-1)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_XML
from geleerd.read.traces.properties import property_traces

_SYNTAX = ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://www.w3.org/XML/1998/namespace}", "{adobe:ns:meta/}")
_RESOURCE = f"{_SYNTAX[0]}resource"


def xmp_traces(packet: bytes) -> Iterator[Trace]:
    """What every property in an XMP packet tells. Bytes before and after its XML do not matter."""
    start, end = packet.find(b"<rdf:RDF"), packet.rfind(b"</rdf:RDF>")
    if start < 0 or end < 0:
        if packet.strip(b"\0 \r\n\t"):
            yield Trace("unreadable", where="XMP")
        return
    root = ElementTree.fromstring(packet[start : end + len(b"</rdf:RDF>")][:LARGEST_XML])
    yield from property_traces(_properties(root))


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    """Every text and attribute with the name of its property: the nearest element around it that is no syntax of a list."""
    waiting = [(root, "")]
    while waiting:
        element, name = waiting.pop()
        name = name if element.tag.startswith(_SYNTAX) else element.tag
        yield name, element.text or ""
        for key, value in element.attrib.items():
            if key == _RESOURCE or not key.startswith(_SYNTAX):
                yield (name if key == _RESOURCE else key), value
        waiting += [(child, name) for child in element]
