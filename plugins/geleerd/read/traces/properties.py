"""Properties by the name that XMP gives them (ISO 16684-1): which tell nothing, which name somebody, and that the rest may."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from geleerd.model.documents import Trace
from geleerd.read.traces.exif_names import HARMLESS_EXIF
from geleerd.read.traces.programs import is_of_program

_ADOBE = "http://ns.adobe.com"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://creativecommons.org/ns#": "cc",
    "http://web.resource.org/cc/": "cc",
    f"{_ADOBE}/xap/1.0/": "xmp",
    f"{_ADOBE}/xap/1.0/mm/": "xmpMM",
    f"{_ADOBE}/xap/1.0/rights/": "xmpRights",
    f"{_ADOBE}/xap/1.0/sType/ResourceEvent#": "stEvt",
    f"{_ADOBE}/xap/1.0/sType/ResourceRef#": "stRef",
    f"{_ADOBE}/xap/1.0/sType/Dimensions#": "stDim",
    f"{_ADOBE}/xap/1.0/sType/Font#": "stFnt",
    f"{_ADOBE}/xap/1.0/t/pg/": "xmpTPg",
    f"{_ADOBE}/xap/1.0/g/": "xmpG",
    f"{_ADOBE}/tiff/1.0/": "tiff",
    f"{_ADOBE}/exif/1.0/": "exif",
    f"{_ADOBE}/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    f"{_ADOBE}/photoshop/1.0/": "photoshop",
    f"{_ADOBE}/pdf/1.3/": "pdf",
    f"{_ADOBE}/camera-raw-settings/1.0/": "crs",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}

_HARMLESS = {
    "dc": "date format language type",
    "dcterms": "created modified W3CDTF",
    "cc": "License Work license permits requires prohibits",
    "xmp": "CreateDate ModifyDate MetadataDate Rating Thumbnails",
    "xmpMM": "DocumentID InstanceID OriginalDocumentID RenditionClass VersionID",
    "stEvt": "action changed instanceID parameters when",
    "stRef": "documentID instanceID originalDocumentID renditionClass",
    "stDim": "w h unit",
    "stFnt": "fontName fontFamily fontFace fontType versionString composite",
    "xmpTPg": "NPages HasVisibleTransparency HasVisibleOverprint MaxPageSize",
    "xmpG": "mode type cyan magenta yellow black red green blue L A B tint",
    "photoshop": "ColorMode ICCProfile DateCreated",
    "pdf": "PDFVersion Trapped",
    "pdfaid": "part conformance rev amd",
    "pdfuaid": "part rev amd",
    "pdfxid": "GTS_PDFXVersion",
}
_KNOWN_HARMLESS = frozenset(f"{prefix}:{name}" for prefix, names in _HARMLESS.items() for name in names.split()) - {"xmp:Thumbnails"}
_SIGNATURES = {"xmp:CreatorTool", "stEvt:softwareAgent", "pdf:Producer", "pdf:Creator", "tiff:Software", "tiff:HostComputer"}
_AUTHORS = {"dc:creator", "tiff:Artist", "aux:OwnerName", "exifEX:CameraOwnerName"}
_PLACES = {"photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:Location", "Iptc4xmpCore:CountryCode"}
_PLACE_PARTS = ("Iptc4xmpExt:Location", "Iptc4xmpExt:City", "Iptc4xmpExt:Sublocation", "Iptc4xmpExt:Country", "Iptc4xmpExt:ProvinceState")
_NAME: Final = re.compile(r"[A-Za-z]{1,40}")
_STILL_IMAGE = {"image/svg+xml", "http://purl.org/dc/dcmitype/StillImage"}


def property_traces(properties: Iterable[tuple[str, str]]) -> Iterator[Trace]:
    """What properties tell about people; each is a name, as `{namespace}name`, with its text."""
    for name, text in properties:
        if text.strip():
            yield from _trace(_short(name), text.strip())


def _short(name: str) -> str:
    """The name with the usual prefix of its namespace; empty for one that nobody knows, since people make up names too."""
    namespace, _, local = name.rpartition("}")
    prefix = _PREFIXES.get(namespace.removeprefix("{"))
    return f"{prefix}:{local}" if prefix and _NAME.fullmatch(local) else ""


def _trace(name: str, text: str) -> Iterator[Trace]:
    prefix, _, local = name.partition(":")
    if name in _AUTHORS:
        yield Trace("author", text, name)
    elif name == "dc:title":
        yield Trace("title", text, name)
    elif name in _PLACES or name.startswith(_PLACE_PARTS) or (local.startswith("GPS") and local != "GPSVersionID"):
        yield Trace("location", where=name)
    elif not _tells_nothing(name, prefix, local, text):
        yield Trace("property", text, name)


def _tells_nothing(name: str, prefix: str, local: str, text: str) -> bool:
    if name in _SIGNATURES:
        return is_of_program(text)
    of_camera = prefix in {"tiff", "exif", "exifEX", "aux"} and local in HARMLESS_EXIF
    return of_camera or name in _KNOWN_HARMLESS or text in _STILL_IMAGE
