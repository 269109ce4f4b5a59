"""Values that tell nothing by their shape: numbers, dates, identifiers and words of standards. Whatever else there is may be a name."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.shapes.devices import has_maker, is_maker, is_model
from geleerd.read.traces.shapes.known_words import KNOWN

Shape = Callable[[str], bool]

LETTERS: Final = 0x20202020
"""The smallest number of four bytes of which each can be read as a letter."""

_NUMBER = r"[-+]?(?:(?:0|[1-9]\d{0,7})(?:[.,]\d{1,12})?(?:e[-+]?\d{1,3})?|\d{1,11}/[1-9]\d{0,10}|inf)"
_DAY = r"\d{4}(?:([-:/.]?)\d\d?(?:\1\d\d?)?)?"
_HOUR = r"\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
_ZONE = r"(?:Z|UTC|GMT|[-+]\d\d:?\d\d)"
_FORMATS = (
    r"image/(?:jpe?g|png|webp|tiff|gif|svg\+xml|heic|heif|avif|jxl|bmp|x-\w{1,12}|vnd\.adobe\.photoshop|dng)|video/(?:mp4|quicktime)"
    r"|application/(?:pdf|postscript|octet-stream|illustrator|photoshop|vnd\.adobe\.(?:photoshop|illustrator|\w{1,12}|\w{1,12}\+\w{1,12})|x-indesign)"
)
_HEX = r"[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}"
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_OF_SKIA = re.compile(r"Google/Skia/[0-9A-F]{32}")
_OF_PERSON = re.compile(r"@|\d{7}")
LONGEST_DATE: Final = 60
LONGEST_TEXT_OF_PROFILE: Final = 300


def matching(pattern: str) -> Shape:
    """The shape that an expression gives the whole of a value; it reads at most the first thousand characters."""
    compiled = re.compile(pattern)
    return lambda text: len(text) <= 1000 and compiled.fullmatch(text) is not None


_is_plain_date = matching(rf"{_DAY}(?:[ T]{_HOUR})? ?{_ZONE}?|[ :0]*|[-+]\d\d:\d\d")


def is_date(text: str) -> bool:
    """Whether a text is a day or a moment: in digits, or spelt out as programs do (`Sun, 22 Nov 2026 10:00:00 +0100`)."""
    if _is_plain_date(text):
        return True
    words, digits = _WORDS.findall(text.casefold()), _DIGITS.findall(text)
    is_short = len(text) <= LONGEST_DATE and len(digits) <= 8 and max(map(len, digits), default=9) <= 4
    return is_short and bool(words) and set(words) <= KNOWN["dates"] and any(map(_YEAR.fullmatch, digits))


is_version = matching(r"[vV]?\d{1,4}(?:\.\d{1,7}){0,4}(?:[a-z]{1,2}\d{0,3})?")
_is_firmware = matching(
    r"(?:Android )?(?:[A-Z]{2,3}\d[A-Z]?\.\d{6}\.\d{3}\.?(?:[A-Z]\d)?\.?)?"
    r"(?:[A-Z]\d{3}[A-Z]{1,2}\d?[A-Z]{2}[USE][A-Z\d]{1,2}[A-Z]{3}[A-Z\d]{1,2})?"
)
_is_camera_program = matching(
    r"(?:HDR\+|MediaTek Camera Application|Ver\.?|Version) ?[\d.]{0,20}(?:z[a-z]{0,2})?|[A-Z]{1,3}-?\d{1,4}[A-Z]{0,3} Ver\. ?[\d.]{1,8}"
)
_VERSION = re.compile(r" ?\b(?:Firmware )?[Vv](?:er|ersion)?[. ]{0,2}\d{1,3}(?:\.\d{1,4}){0,3}$")
_is_signature = matching(
    r"Optimized by JPEGmini [\d.]{5,30}-[A-Z]{2,8} 0x[\da-f]{8}|Screenshot|[Ss]creen ?shot|Schermafbeelding|AppleMark|\*"
    r"|DCIM\\\d{3}[A-Z_\d]{3,6}\\[A-Z_]{3,6}\d{3,6}\.JPG|default|Edited by Ezgif\.com|(?:GIF )?(?:created|edited) with https://ezgif\.com/?[a-z]{0,12}"
    r"|LEAD Technologies Inc\. V\d\.\d\d|Intel\(R\) JPEG Library, version \[[\d.]{1,12}\]"
)


def is_software(text: str) -> bool:
    """Whether a text is the name of a program, or the version of what runs on a camera or telephone."""
    return is_of_program(text) or is_version(text) or _is_firmware(text) or _is_camera_program(text) or is_model(_VERSION.sub("", text))


def is_remark_of_program(text: str) -> bool:
    """Whether a remark is one that programs and cameras make: their name, and no number alone."""
    return bool(_WORDS.search(text)) and (is_of_program(text) or _is_signature(text) or (is_model(text) and has_maker(text)))


def is_profile_text(text: str) -> bool:
    """Whether a text names a colour profile of a system or a standard, or says whose that is."""
    text = _OF_SKIA.sub("google skia", text).replace("Graeme W. Gill", "argyll")  # who made Argyll, and gave its profiles to everybody
    if len(text) > LONGEST_TEXT_OF_PROFILE or _OF_PERSON.search(text):
        return False
    return all(word in KNOWN["profiles"] or is_of_program(word) for word in _WORDS.findall(text.casefold()))


def is_typeface(text: str) -> bool:
    """Whether a text names a known typeface."""
    words = _NAME_PARTS.findall(text)
    return len(text) <= LONGEST_DATE and bool(words) and all(word.casefold() in KNOWN["families"] for word in words)


_TOOLKITS = (
    r"(?:Adobe )?XMP Core \d[\d.]{0,8}(?:-[a-z]?\w{1,5})?(?: [\da-f.]{1,16}, "
    r"(?:\d{4}/\d\d/\d\d-|[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} )\d\d:\d\d:\d\d)?|Image::ExifTool \d\d?\.\d\d"
    r"|\d\.\d{1,2}(?:\.\d{1,2})?-\d{1,3}"
)
_is_known_toolkit = matching(_TOOLKITS)


def is_toolkit(text: str) -> bool:
    """Whether a text names what wrote the XML."""
    return _is_known_toolkit(text.strip()) or is_of_program(text.strip())


is_language = matching(r"(?:[a-z]{2,3}(?:-(?:[A-Z][a-z]{3}|[A-Z]{2}|\d{3}|[a-z]{2,3})){0,2}|x-default|X-DEFAULT)?")
is_identifier = matching(
    r"(?:(?:xmp|adobe|gimp|uuid|paintnet|urn:uuid)[.:]?)?(?:(?:did|iid|docid):)?(?:photoshop:|gimp:|indd:|xmp\.(?:did|iid):)?"
    rf"(?:{_HEX}|[0-9A-F]{{26,40}}|\d)?"
)

SHAPES: Mapping[str, Shape] = {
    "number": matching(_NUMBER),
    "numbers": matching(rf"{_NUMBER}(?:[ ,;]{{1,2}}{_NUMBER}){{0,8}}"),
    "switch": matching(r"[Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[01]"),
    "date": is_date,
    "zone": matching(r"[-+]\d\d:\d\d|Z|[ :]*"),
    "fraction": matching(r"\d{1,9} *"),
    "version": matching(r"\d{4}|\d{1,2}(?:\.\d{1,4}){0,3}"),
    "maker": is_maker,
    "model": is_model,
    "software": is_software,
    "said": is_remark_of_program,
    "language": is_language,
    "identifier": is_identifier,
    "digest": matching(r"[0-9A-Fa-f]{32}"),
    "image": matching(r"[0-9A-Fa-f]{32}|[A-Z]\d\d[A-Z]{4}\d\d[A-Z]{2}"),
    "format": matching(rf"(?:{_FORMATS}) ?"),
    "interop": matching(r"R98|R03|THM"),
    "licence": matching(r"https?://(?:www\.)?creativecommons\.org/(?:licenses|publicdomain|ns#)/?[a-zA-Z\d./-]{0,30}"),
    "action": matching(
        r"converted|copied|created|cropped|edited|filtered|formatted|version_updated|printed|published|managed|produced|resized|saved|derived"
    ),
    "changed": matching(r"/|(?:/(?:content|metadata)[;/]?){1,2}"),
    "change": matching(rf"(?:(?:from|to|converted from|converted to|derived,?) ?(?:{_FORMATS})?[ ,]{{0,2}}){{1,4}}|saved to new location|"),
    "colours": matching(r"RGB|CMYK|GRAY|LAB|PROCESS|SPOT|Cyan|Magenta|Yellow|Black|default|proof:pdf|draft|low-res|screen|thumbnail|"),
    "unit": matching(r"Pixels?|Inches|Millimeters|Centimeters|Points|Picas|mm|cm|in|pt|px"),
    "structure": matching(r"Resource|Collection|Literal|"),
    "trapped": matching(r"/?(?:True|False|Unknown)"),
    "nothing": partial(lambda text: not text),
}
"""The shapes by the names that the tables of properties use."""
