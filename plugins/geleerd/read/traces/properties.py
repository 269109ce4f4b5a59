"""Properties by the name that XMP gives them (ISO 16684-1): which tell nothing, which name somebody, and that the rest may."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from geleerd.model.documents import Trace
from geleerd.read.traces.exif_names import EXIF_RULES
from geleerd.read.traces.names import is_plain
from geleerd.read.traces.shapes.namespaces import PREFIXES
from geleerd.read.traces.shapes.values import SHAPES, Shape, is_profile_text, is_typeface, matching

XMP_NAMESPACES = tuple(f"{{{namespace}}}" for namespace in PREFIXES)
"""The beginnings of names that `property_traces` knows."""

_HARMLESS_WORDS = """
date: Attrib:Created dc:date dcterms:created dcterms:modified dcterms:W3CDTF xmp:CreateDate xmp:ModifyDate xmp:MetadataDate stEvt:when
date: photoshop:DateCreated stRef:lastModifyDate xmpG:lastModifyDate
format: dc:format dc:Format xmpGImg:format
language: dc:language
type: dc:type
licence: cc:License cc:license cc:Work cc:permits cc:requires cc:prohibits xmpRights:WebStatement dcterms:license
number: MicrosoftPhoto:Rating Attrib:TouchType
number: xmp:Rating xmpMM:VersionID stDim:w stDim:h xmpTPg:NPages photoshop:ColorMode pdfaid:part pdfaid:rev pdfuaid:part
number: pdfuaid:rev pdfuaid:amd pdfaid:amd xmpG:cyan xmpG:magenta xmpG:yellow xmpG:black xmpG:red xmpG:green xmpG:blue xmpG:L
number: xmpG:A xmpG:B xmpG:tint pdf:PDFVersion hdrgm:Version hdrgm:GainMapMin hdrgm:GainMapMax hdrgm:Gamma hdrgm:OffsetSDR
number: hdrgm:OffsetHDR hdrgm:HDRCapacityMin hdrgm:HDRCapacityMax GIMP:API crs:Version
number: HDRGainMap:HDRGainMapVersion HDRGainMap:HDRGainMapHeadroom xmpGImg:width xmpGImg:height Item:Length Item:Padding
number: photoshop:Urgency GPano:ProjectionType aux:ApproximateFocusDistance
version: GIMP:Version crs:ProcessVersion exif:ExifVersion
switch: hdrgm:BaseRenditionIsHDR xmpRights:Marked xmpTPg:HasVisibleTransparency xmpTPg:HasVisibleOverprint stFnt:composite
switch: crs:HasSettings crs:HasCrop crs:AlreadyApplied
identifier: Attrib:ExtId xmpMM:DocumentID xmpMM:InstanceID xmpMM:OriginalDocumentID stEvt:instanceID stRef:documentID stRef:instanceID
identifier: stRef:originalDocumentID
untitled: dc:title
rendition: xmpMM:RenditionClass stRef:renditionClass
colours: xmpG:mode xmpG:type xmpTPg:PlateNames
action: stEvt:action
changed: stEvt:changed
change: stEvt:parameters
unit: stDim:unit
trapped: pdf:Trapped
conformance: pdfaid:conformance pdfxid:GTS_PDFXVersion
profile: photoshop:ICCProfile
digest: photoshop:LegacyIPTCDigest
timestamp: GIMP:TimeStamp
canva: Attrib:FbId
platform: GIMP:Platform
semantic: Item:Semantic Item:Mime apdi:AuxiliaryImageType apdi:AuxiliaryImageSubType
number: adhocwf:state adhocwf:version xmpG:groupType
switch: pdfx:trapped
written: pdfx:SourceModified
namespace: pdfaSchema:namespaceURI pdfaSchema:prefix pdfaType:namespaceURI pdfaType:prefix
words: pdfaSchema:schema pdfaProperty:name pdfaProperty:valueType pdfaProperty:category pdfaProperty:description pdfaType:type
words: pdfaType:description pdfaField:name pdfaField:valueType pdfaField:description xmpG:groupName illustrator:Type
words: illustrator:StartupProfile
swatch: xmpG:swatchName
software: xmp:CreatorTool stEvt:softwareAgent pdf:Producer pdf:Creator tiff:Software tiff:HostComputer
face: stFnt:fontFace stFnt:fontType stFnt:versionString
family: stFnt:fontName stFnt:fontFamily
said: exif:UserComment dc:description tiff:ImageDescription
"""
_is_mixed = matching(r"[CMYKRGB]=\d{1,3}(?:[ ,]{1,2}[CMYKRGB]=\d{1,3}){0,3}")
_SHAPES: Mapping[str, Shape] = {
    **SHAPES,
    "type": matching(r"(?:http://purl\.org/dc/dcmitype/)?(?:Still)?Image|Text|Document"),
    "conformance": matching(r"[ABUFE]|PDF/X-\d\w?(?::20\d\d)?"),
    "canva": matching(r"525265914179580"),
    "timestamp": matching(r"\d{1,16}"),
    "platform": matching(r"Linux|Windows|Mac OS|macOS|FreeBSD"),
    "semantic": matching(r"Primary|GainMap|Depth|image/jpeg|urn:com:(?:apple|google):photo:20\d\d:aux:\w{1,20}"),
    "profile": is_profile_text,
    "written": matching(r"D:(?:19|20)\d{6,12}(?:[-+Z][\d']{0,6})?"),
    "untitled": matching(r"\(?[Uu]ntitled\)?"),
    "rendition": matching(r"default|draft|low-res|proof(?::pdf)?|screen|thumbnail"),
    "identifier": lambda text: SHAPES["identifier"](text.removeprefix("xmp.id:")),
    "namespace": lambda text: text in PREFIXES or text in PREFIXES.values(),
    "words": lambda text: len(text) <= 200 and is_plain(text),
    "swatch": lambda text: _is_mixed(text) or is_plain(text),
    "face": matching(
        r"Regular|(?:(?:Semi|Demi|Extra|Ultra)?(?:[Bb]old|[Ll]ight|Black|Thin|Medium|Book|Italic|Oblique|Condensed| ){1,3})|"
        r"Open Type|OpenType|TrueType|Type 1|(?:Version )?\d[\d.]{0,8}(?:;[\w .;-]{0,0})?"
    ),
    "family": is_typeface,
}
_RULES = {
    name: shape for line in _HARMLESS_WORDS.strip().splitlines() for shape, _, names in [line.partition(": ")] for name in names.split()
}
_OF_CAMERA_RAW = re.compile(r"[-+]?\d{1,6}(?:\.\d{1,6})?(?:, ?[-+]?\d{1,6})?|[Tt]rue|[Ff]alse|As Shot|Custom|Auto|Linear|Medium Contrast|")
_AUTHORS = {"dc:creator", "tiff:Artist", "aux:OwnerName", "exifEX:CameraOwnerName"}
_PLACES = {"photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:Location", "Iptc4xmpCore:CountryCode"}
_PLACE_PARTS = ("Iptc4xmpExt:Location", "Iptc4xmpExt:City", "Iptc4xmpExt:Sublocation", "Iptc4xmpExt:Country", "Iptc4xmpExt:ProvinceState")
_OF_CAMERA = {"tiff", "exif", "exifEX", "aux"}
_EMPTY_WORDS = """
dc:title dc:description dc:subject dc:rights dc:publisher dc:contributor dc:coverage dc:identifier dc:relation dc:source photoshop:Headline
photoshop:AuthorsPosition photoshop:CaptionWriter photoshop:Category photoshop:Credit photoshop:Source photoshop:Instructions
photoshop:TransmissionReference photoshop:History xmp:Label xmp:Nickname xmp:BaseURL xmp:Advisory xmp:Identifier xmpMM:History
xmpMM:DerivedFrom xmpMM:Ingredients xmpMM:Pantry xmpRights:UsageTerms xmpRights:Owner pdf:Keywords Iptc4xmpCore:IntellectualGenre
Iptc4xmpCore:Scene Iptc4xmpCore:CreatorContactInfo xmpTPg:Fonts xmpTPg:SwatchGroups xmpTPg:MaxPageSize Container:Directory Container:Item
exif:Flash
"""
_MAY_BE_EMPTY = frozenset(_EMPTY_WORDS.split())
_NAME: Final = re.compile(r"[A-Za-z0-9]{1,40}")


def property_traces(properties: Iterable[tuple[str, str]]) -> Iterator[Trace]:
    """What properties tell about people; each is a name, as `{namespace}name`, with its text."""
    for name, text in properties:
        if text.strip():
            yield from _trace(_short(name), text.strip())


def is_standard_name(name: str) -> bool:
    """Whether a standard knows a property, so that its name tells nothing even where it is empty."""
    short = _short(name)
    prefix, _, local = short.partition(":")
    is_of_camera = prefix in _OF_CAMERA and (local in EXIF_RULES or local.startswith("GPS"))
    return short in _RULES or short in _AUTHORS | _PLACES or short in _MAY_BE_EMPTY or is_of_camera or prefix == "crs"


def _short(name: str) -> str:
    """The name with the usual prefix of its namespace; empty for one that nobody knows, since people make up names too."""
    namespace, _, local = name.rpartition("}")
    prefix = PREFIXES.get(namespace.removeprefix("{"))
    return f"{prefix}:{local}" if prefix and _NAME.fullmatch(local) else ""


def _trace(name: str, text: str) -> Iterator[Trace]:
    prefix, _, local = name.partition(":")
    if name in _AUTHORS:
        yield Trace("author", text, name)
    elif _tells_nothing(name, prefix, local, text):
        return
    elif name == "dc:title":
        yield Trace("title", text, name)
    elif name in _PLACES or name.startswith(_PLACE_PARTS) or local.startswith("GPS"):
        yield Trace("location", where=name)
    else:
        yield Trace("property", text, name)


def _tells_nothing(name: str, prefix: str, local: str, text: str) -> bool:
    if name in _RULES:
        return _SHAPES[_RULES[name]](text)
    if prefix == "crs":
        return _OF_CAMERA_RAW.fullmatch(text) is not None
    rule = EXIF_RULES.get(local) if prefix in _OF_CAMERA else None
    if rule is None:
        return local == "GPSVersionID" and SHAPES["version"](text)
    return any(_SHAPES[shape](text) for shape in _LOOSER.get(rule.shape, (rule.shape,)))


_LOOSER = {
    "number": ("number", "switch"),
    "components": ("numbers",),
    "filters": ("numbers",),
    "padding": ("nothing",),
}
"""How XMP writes what Exif has in bytes."""
