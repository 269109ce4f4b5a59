"""Facts about people in documents: PDF, and the zip files of OpenDocument and Office Open XML."""

import logging
import zipfile
from collections.abc import Iterator
from io import BytesIO

from defusedxml import ElementTree
from pypdf import PdfReader

from geleerd.model.documents import Trace
from geleerd.read.traces.xmp import LARGEST_XML, xmp_traces

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # the library warns of every small mistake in a PDF; people can do nothing with that

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_NAMES = {f"{_DC}creator", f"{_META}initial-creator", f"{_META}printed-by", f"{_CORE}lastModifiedBy"}
_PARTS = ("docProps/core.xml", "meta.xml")


def pdf_traces(data: bytes) -> Iterator[Trace]:
    """The makers in the two places where a PDF can name them (ISO 32000-1, 14.3)."""
    reader = PdfReader(BytesIO(data))
    if reader.metadata and (author := reader.metadata.get("/Author")):
        yield Trace("author", str(author).strip())
    packet = reader.root_object.get("/Metadata")
    if packet is not None:
        yield from xmp_traces(packet.get_object().get_data())


def office_traces(data: bytes) -> Iterator[Trace]:
    """The makers in the properties of a text, sheet or presentation. It unpacks no more bytes than properties can need."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in set(_PARTS) & set(archive.namelist()):
            with archive.open(name) as part:
                root = ElementTree.fromstring(part.read(LARGEST_XML))
            yield from (Trace("author", (e.text or "").strip()) for e in root.iter() if e.tag in _NAMES)
