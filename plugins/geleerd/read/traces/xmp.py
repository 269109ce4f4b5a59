"""XMP: the XML about a file that images and PDFs carry (ISO 16684-1)."""

from collections.abc import Iterator
from typing import Final

from defusedxml import ElementTree

from geleerd.model.documents import Trace

LARGEST_XML: Final = 500_000
"""Most bytes of XML that are read from one place in a file; cameras and word processors write a few thousand."""

_DC, _EXIF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/exif/1.0/}"
_NAMES = {f"{_DC}creator", "{http://ns.adobe.com/tiff/1.0/}Artist", "{http://ns.adobe.com/exif/1.0/aux/}OwnerName"}
_PLACES = {f"{_EXIF}GPSLatitude", f"{_EXIF}GPSLongitude"}


def xmp_traces(packet: bytes) -> Iterator[Trace]:
    """The makers and the location in an XMP packet. Bytes before and after its XML do not matter."""
    start, end = packet.find(b"<rdf:RDF"), packet.rfind(b"</rdf:RDF>")
    if start < 0 or end < 0:
        return
    root = ElementTree.fromstring(packet[start : end + len(b"</rdf:RDF>")][:LARGEST_XML])
    for element in root.iter():
        if element.tag in _PLACES or _PLACES & set(element.attrib):
            yield Trace("location")
        yield from (Trace("author", value.strip()) for key, value in element.attrib.items() if key in _NAMES)
        if element.tag in _NAMES:
            # An element holds the names itself or in one list. We look no deeper: deeply nested names would take for ever.
            texts = ((part.text or "").strip() for part in (element, *element.findall("*/*")))
            yield from (Trace("author", text) for text in texts if text)
