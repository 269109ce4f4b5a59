"""The namespaces of XMP and the prefixes that programs give them. People may make up both."""

import re
from collections.abc import Mapping
from typing import Final

_ADOBE = "http://ns.adobe.com"
PREFIXES: Final[Mapping[str, str]] = {
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
    f"{_ADOBE}/xap/1.0/g/img/": "xmpGImg",
    f"{_ADOBE}/hdr-gain-map/1.0/": "hdrgm",
    "http://ns.apple.com/HDRGainMap/1.0/": "HDRGainMap",
    "http://ns.apple.com/pixeldatainfo/1.0/": "apdi",
    "http://ns.google.com/photos/1.0/container/": "Container",
    "http://ns.google.com/photos/1.0/container/item/": "Item",
    "http://www.gimp.org/xmp/": "GIMP",
    "http://www.digikam.org/ns/1.0/": "digiKam",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    f"{_ADOBE}/lightroom/1.0/": "lr",
    f"{_ADOBE}/xmp/1.0/DynamicMedia/": "xmpDM",
    f"{_ADOBE}/xap/1.0/bj/": "xmpBJ",
    f"{_ADOBE}/xap/1.0/sType/Version#": "stVer",
    f"{_ADOBE}/xap/1.0/sType/ManifestItem#": "stMfs",
    f"{_ADOBE}/illustrator/1.0/": "illustrator",
    f"{_ADOBE}/pdfx/1.3/": "pdfx",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    f"{_ADOBE}/AcrobatAdhocWorkflow/1.0/": "adhocwf",
    f"{_ADOBE}/iX/1.0/": "iX",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
    "http://www.aiim.org/pdfa/ns/schema#": "pdfaSchema",
    "http://www.aiim.org/pdfa/ns/property#": "pdfaProperty",
    "http://www.aiim.org/pdfa/ns/type#": "pdfaType",
    "http://www.aiim.org/pdfa/ns/field#": "pdfaField",
    "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
    "http://ns.attribution.com/ads/1.0/": "Attrib",
}
"""The prefix that everybody uses, by namespace."""

_SYNTAX = frozenset({"adobe:ns:meta/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/XML/1998/namespace"})
_OTHER_PREFIX_WORDS = """
x rdf xml xap xapMM xapRights xapBJ stEvt stRef iptcExt iptcCore Iptc4xmp cc dct st Device GCamera mwg xmpNote
"""
_OTHER_PREFIXES = frozenset(_OTHER_PREFIX_WORDS.split())
_SHORT_PREFIX = re.compile(r"[a-z]{0,4}\d{0,2}")


def is_known_namespace(prefix: str, uri: str) -> bool:
    """Whether a declaration tells nothing: everybody uses the namespace, and its prefix is the usual one or too short for a name."""
    is_usual = prefix in _OTHER_PREFIXES or prefix == PREFIXES.get(uri) or _SHORT_PREFIX.fullmatch(prefix)
    return bool(is_usual) and (uri in PREFIXES or uri in _SYNTAX)
