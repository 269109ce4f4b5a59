"""Which kinds a dictionary of a PDF is, where its own keys tell that."""

from collections.abc import Callable, Mapping
from typing import Final

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from geleerd.model.documents import Trace

OF_DRAWING: Final = {
    *("/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Ink", "/Stamp", "/Caret"),
    *("/Highlight", "/Underline", "/Squiggly", "/StrikeOut"),
}
"""Remarks that are drawn on a page."""

_ANNOTATIONS = {"/Link": "Link", "/FreeText": "FreeText", "/Widget": "Field", **dict.fromkeys(OF_DRAWING, "Drawing")}
_OF_PRINTING = {"/Popup", "/PrinterMark", "/TrapNet", "/Watermark"}
_EMBEDDED = {"/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"}
_ACTIONS = {"/GoTo", "/URI", "/Named", "/SetOCGState"}
_HIDDEN = 1 << 1 | 1 << 5
"""The flags of an annotation that nobody sees."""


class NotAllowedError(Exception):
    """A dictionary that a PDF may not hold. `traces` is what it tells."""

    def __init__(self, *traces: Trace) -> None:
        self.traces = traces


def text_at(found: DictionaryObject, key: str) -> str:
    """A value as text; empty when there is none."""
    value = found.get(key)
    value = value.get_object() if isinstance(value, IndirectObject) else value
    return "" if value is None or isinstance(value, DictionaryObject) else str(value)


def kinds_of(kind: str, found: DictionaryObject) -> tuple[str, ...]:
    """The kinds of a dictionary that stands where one of this kind may stand. Raises `NotAllowedError`."""
    if not kind:
        raise NotAllowedError(Trace("property", where="PDF"))
    dispatch = _BY_KEYS.get(kind)
    return dispatch(found) if dispatch else (kind,)


def _annotation(found: DictionaryObject) -> tuple[str, ...]:
    subtype, author = text_at(found, "/Subtype"), text_at(found, "/T").strip()
    if int(text_at(found, "/F") or 0) & _HIDDEN and subtype != "/Popup":
        raise NotAllowedError(Trace("hidden", where="PDF"))
    if subtype in _OF_PRINTING:
        return ("Annotation",)
    if subtype in _ANNOTATIONS:
        return ("Annotation", _ANNOTATIONS[subtype])
    if subtype in _EMBEDDED:
        raise NotAllowedError(Trace("embedded", where="PDF"))
    raise NotAllowedError(Trace("comment", where="PDF"), *([Trace("author", author, "PDF T")] if author else []))


def _field(found: DictionaryObject) -> tuple[str, ...]:
    if text_at(found, "/FT") == "/Sig" and "/V" in found:
        raise NotAllowedError(Trace("property", where="PDF signature"))
    if "/Opt" in found and not {"/Subtype", "/Kids"} & set(found):  # choices that stand on no page
        raise NotAllowedError(Trace("hidden", where="PDF"))
    return _annotation(found) if "/Subtype" in found else ("Field",)


def _is_page(found: DictionaryObject) -> bool:
    return text_at(found, "/Type") == "/Page"


def _destination(found: DictionaryObject) -> tuple[str, ...]:
    return ("Page",) if _is_page(found) else ("Destination",)


def _action(found: DictionaryObject) -> tuple[str, ...]:
    if _is_page(found):  # of a destination, which may stand in the place of an action
        return ("Page",)
    kind = text_at(found, "/S")
    if kind in _ACTIONS or (not kind and "/D" in found):
        return ("Action",)
    raise NotAllowedError(Trace({"/SubmitForm": "calls-out", "/GoToR": "path"}.get(kind, "runs"), where="PDF"))  # type: ignore[arg-type]  # the values are kinds


def _unseen(_found: DictionaryObject) -> tuple[str, ...]:
    """A layer that nobody sees until somebody puts it on."""
    raise NotAllowedError(Trace("hidden", where="PDF"))


def _colours(found: DictionaryObject) -> tuple[str, ...]:
    if "/FunctionType" in found:
        return ("Function",)
    if not isinstance(found, StreamObject):
        return ("Colours",)
    return ("Profile",) if "/N" in found else ("Lookup",)


def _structure(found: DictionaryObject) -> tuple[str, ...]:
    return ("Structures",) if text_at(found, "/Type") == "/StructTreeRoot" else ("Structure",)


def _referred(found: DictionaryObject) -> tuple[str, ...]:
    return ("Drawn",) if isinstance(found, StreamObject) else _annotation(found)


_BY_KEYS: Mapping[str, Callable[[DictionaryObject], tuple[str, ...]]] = {
    "Annotation": _annotation,
    "Field": _field,
    "Action": _action,
    "Destination": _destination,
    "Unseen": _unseen,
    "Colours": _colours,
    "Structure": _structure,
    "Referred": _referred,
}
