"""A PDF written again from what it may hold, as the check sees it: its pages, links, outline, and what is drawn on them."""

import logging
import posixpath
import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader, PdfWriter, apply_configuration
from pypdf.generic import DictionaryObject, NameObject

from geleerd.contribute.cleaning.pdf_parts import Mending
from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.reading import BOUNDED, opened
from geleerd.read.traces.documents.pdf.streams import Streams
from geleerd.read.traces.documents.pdf.walk import Walk
from geleerd.read.traces.files import traces

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # as where PDFs are read

_MOST_ROUNDS = 5
"""What one round leaves out may show more in the next: a list in a dictionary, a picture in a picture."""


def cleaned_pdf(data: bytes, name: str) -> bytes:
    """The PDF. Its title becomes the name of the file, since who listens to a page needs one. Raises `CannotCleanError`."""
    with apply_configuration(BOUNDED):
        reader = opened(data)
        if reader.is_encrypted:
            raise CannotCleanError("locked")
        mending = Mending(reader)
        for _ in range(_MOST_ROUNDS):
            found = list(Walk(Streams(_inside)).told(DictionaryObject({NameObject("/Root"): reader.root_object}), "Trailer"))
            mending.mend(found)
            if not found:
                break
        return _written(reader, " ".join(re.findall(r"\w+", posixpath.splitext(posixpath.basename(name))[0].replace("_", " "))))


def _written(reader: PdfReader, title: str) -> bytes:
    """All that the root leads to now. The library keeps some of what led to nothing, but not twice."""
    return _copied(PdfReader(BytesIO(_copied(reader))), title)


def _copied(reader: PdfReader, title: str = "") -> bytes:
    for key in ("/ID", "/Info"):
        reader.trailer.pop(key, None)
    writer = PdfWriter(clone_from=reader)
    writer.metadata = {"/Title": title}
    copy = BytesIO()
    writer.write(copy)
    return copy.getvalue()


def _inside(data: bytes, name: str, _where: str) -> Iterator[Trace]:
    return iter(traces(data, name))
