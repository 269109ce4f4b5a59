"""A PDF written again from its pages, without what stands beside these."""

import logging
import posixpath
import re
from io import BytesIO

from pypdf import PdfReader, PdfWriter, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.read.traces.documents.pdf import BOUNDED, OF_DRAWING, OF_READING
from geleerd.read.traces.images.stripped import stripped

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # as where PDFs are read

_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/EF", "/Thumb")
_OF_MAKER = ("/T", "/Subj", "/Popup", "/RC", "/Contents", "/IRT", "/NM", "/M", "/CreationDate")


def cleaned_pdf(data: bytes, name: str) -> bytes:
    """The PDF with its pages, links and outline. Its title becomes the name of the file, since who listens to a page needs one."""
    with apply_configuration(BOUNDED):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise CannotCleanError("locked")
        writer = PdfWriter(clone_from=reader)
        for found in list(writer._objects):  # noqa: SLF001  # the library has no other list of all that it is about to write
            if isinstance(found, DictionaryObject):
                _clean(found)
        names = writer.root_object.get("/Names")
        if names is not None:
            names.get_object().pop("/EmbeddedFiles", None)
        writer.metadata = {"/Title": " ".join(re.findall(r"\w+", posixpath.splitext(posixpath.basename(name))[0].replace("_", " ")))}
        writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
        copy = BytesIO()
        writer.write(copy)
    return copy.getvalue()


def _clean(found: DictionaryObject) -> None:
    if "/XFA" in found or "/ByteRange" in found:
        raise CannotCleanError("form" if "/XFA" in found else "signed")
    for key in _TELLING:
        found.pop(key, None)
    notes = found.get("/Annots")
    notes = notes.get_object() if isinstance(notes, IndirectObject) else notes
    if isinstance(notes, ArrayObject):
        notes[:] = [note for note in notes if _stays(note.get_object())]
    if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image" and found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        found._data = stripped(found._data) or found._data  # noqa: SLF001  # the picture as it was put in, which the library has no other name for


def _stays(note: DictionaryObject) -> bool:
    """Whether readers need an annotation. What is drawn on a page stays, without its maker and remark."""
    subtype = note.get("/Subtype")
    if subtype in OF_DRAWING:
        for key in _OF_MAKER:
            if not (subtype == "/FreeText" and key in {"/Contents", "/RC"}):
                note.pop(key, None)
    return subtype in OF_READING - {"/Popup"} or subtype in OF_DRAWING
