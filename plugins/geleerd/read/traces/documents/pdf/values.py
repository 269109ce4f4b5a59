"""Which values of a PDF tell nothing: the rules of `keys.toml` for what is no dictionary."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pypdf.generic import BooleanObject, ByteStringObject, FloatObject, NameObject, NullObject, NumberObject, TextStringObject

from geleerd.model.documents import Trace, TraceKind
from geleerd.read.traces.documents.pdf.rules import TELLING, WORDS
from geleerd.read.traces.documents.pdf.wording import address_traces, is_binary, is_short, knows, names_somebody
from geleerd.read.traces.paths import is_local_path
from geleerd.read.traces.programs import is_of_program

_DATES = (
    re.compile(r"(?:D:)? ?(?:19|20)\d\d[\d'+\-Z]{0,24}"),
    re.compile(r"(?:19|20)\d\d-\d\d-\d\d[\dT:+\-Z. ]{0,20}"),
    re.compile(r"[\d/:., ]{0,12}(?:19|20)\d\d[\d:, APM]{0,14}"),
)
_OF_CALENDAR = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\b(?:GMT|UTC|CES?T|[AP]M)\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4}){0,3}|x-(?:none|unknown|default)")
_STANDARD = re.compile(r"PDF/(?:X|A|UA|VT|E)-\w{1,4}(?::\d{4})?")
_WORD = re.compile(r"[\w.+,*-]{0,80}")
_FONT = re.compile(r"[^@/\\]{0,100}")
_GLYPH = re.compile(r"[\w.\-~#:+*()]{0,60}")
_FIGURE = re.compile(r"(?:\./)?(?:\w[\w-]{1,30}/){0,2}\w[\w.-]{1,60}")
_OPERATION = re.compile(r"/[\w+,&/-]{0,40}|[-\d.]{1,20}|T[cdfLrszDJ*mw]|[gGkK]|rg|RG|\[|\]")
_STYLE = re.compile(
    r" ?(?:font|color|text|line|margin|letter|tab|direction|kerning|widows|orphans|vertical|xfa)[a-z-]{0,20} ?: ?[\w#.,' %()-]{0,60}"
)
_IDENTITY = re.compile(
    r"(?:[A-Za-z]{1,5}[ ._-]?)?[0-9A-Fa-f-]{1,64}|\{?[0-9A-Fa-f-]{32,36}\}?"
    r"|(?:node|note|annot|struct|elem|cell|th|header|page)[ ._-]{0,2}[0-9A-F]{0,32}",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?:[A-Za-z]{1,5}[ ._-]?)?(?:0[1-9]-?\d{8}|\+?31\d{9})")
_WRITTEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ\d ,.'-]{8,}")
"""Letters that a number by chance, as of a file, does not have alone."""

_PROFILE = re.compile(r"[\w ().,:/+-]{0,120}")
_SUBSET = re.compile(r"[A-Z]{6}\+[\w,-]{1,60}")
"""How programs call a typeface of which they took some letters."""

_NOBODY = {f"{begin}{word}{end}" for word in ("anonymous", "unspecified", "untitled") for begin, end in (("", ""), ("(", ")"))}
_LONGEST_LABEL = 12
_LONGEST_DRAWING = 500


def _is_date(text: str) -> bool:
    plain = _OF_CALENDAR.sub("", text[:80]).strip()
    return len(text) < 80 and any(pattern.fullmatch(plain) for pattern in _DATES)


def _is_caption(text: str) -> bool:
    return not (any(address_traces(text)) if "://" in text[:10] else names_somebody(text))


def _is_glyph(text: str) -> bool:
    return bool(_GLYPH.fullmatch(text)) and not names_somebody(text)


def _is_drawing(text: str) -> bool:
    """Whether a text says only how letters look: as operators, or as a style."""
    if len(text) > _LONGEST_DRAWING:
        return False
    return all(map(_OPERATION.fullmatch, text.split())) or all(map(_STYLE.fullmatch, text.strip("; ").split(";")))


def _of(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch(text))


_FINE: Final[Mapping[str, Callable[[str], bool]]] = {
    "plain": WORDS["names"].__contains__,
    **dict.fromkeys(("author", "title", "property"), _NOBODY.__contains__),
    "program": is_of_program,
    "date": _is_date,
    "standard": _of(_STANDARD),
    "state": {"ON", "Unchanged"}.__contains__,
    "language": _of(_LANGUAGE),
    "label": lambda text: len(text) <= _LONGEST_LABEL and (is_short(text) or knows(text, "sections")),
    "visible": bool,
    "heard": lambda text: not ("@" in text or is_local_path(text)),
    "destination": lambda text: text in WORDS["names"] or not names_somebody(text),
    "layer": lambda text: knows(text, "layers", "resources"),
    "field": lambda text: knows(text, "fields", "resources", "layers"),
    "section": lambda text: knows(text, "sections"),
    "value": {"Off", "Yes", "On", "Ja", "Nee", "No", "0", "1"}.__contains__,
    "name": lambda text: is_short(text) or knows(text, "resources"),
    "colours": lambda text: text in WORDS["names"] or is_short(text) or knows(text, "colours"),
    "typeface": lambda text: _FINE["name"](text) or (bool(_SUBSET.fullmatch(text)) and not names_somebody(text)),
    "font": _of(_FONT),
    "word": _of(_WORD),
    "glyph": _is_glyph,
    "glyphs": lambda text: all(map(_is_glyph, text.split("/"))),
    "profile": lambda text: bool(_PROFILE.fullmatch(text)) and not names_somebody(text),
    "drawing": _is_drawing,
    "caption": _is_caption,
    "figure": lambda text: bool(_FIGURE.fullmatch(text)) and not (is_local_path(text) or names_somebody(text)),
    "id": lambda text: bool(_IDENTITY.fullmatch(text)) and not _TELEPHONE.fullmatch(text),
    "role": lambda text: text in WORDS["names"] or not names_somebody(text),
}
"""Whether a text is fine under a rule. Under any other rule none is, such as that of a remark."""

_OF_BYTES = {"binary", "id", "colours", "word"}
_KINDS: Mapping[str, TraceKind] = {"author": "author", "title": "title", "comment": "comment"}
_SHOWN = {*TELLING, "/Author", "/Title", "/Subject", "/Keywords", "/Creator", "/Producer", "/Company", "/Manager", "/Category", "/Comments"}
_SHOWN |= {"/T", "/TU", "/V", "/DV", "/Contents", "/Name", "/Lang", "/CreationDate", "/ModDate", "/PTEX.Fullbanner", "/PTEX.FileName"}
_EMPTY = "\0 \r\n\t"


def value_traces(rule: str, value: object, key: str) -> Iterator[Trace]:
    """What a value tells, by its rule; `key` is where it stands."""
    if value is None or isinstance(value, NullObject | NumberObject | FloatObject | BooleanObject):
        return
    text = _text(value)
    if not text:
        return
    if rule == "uri":
        yield from address_traces(text)
    elif not (_is_unreadable(rule, value) or (rule in _FINE and _FINE[rule](text))):
        where = f"PDF {key[1:]}" if key in _SHOWN and text not in key else "PDF"
        yield Trace(_KINDS.get(rule, "property"), text, where)


def _text(value: object) -> str:
    text = value.decode("latin-1") if isinstance(value, ByteStringObject) else str(value)
    return (text.removeprefix("/") if isinstance(value, NameObject) else text).strip(_EMPTY)


def _is_unreadable(rule: str, value: object) -> bool:
    """Whether a value is bytes that nobody can read, where such bytes may stand."""
    if rule not in _OF_BYTES or not isinstance(value, TextStringObject | ByteStringObject) or not is_binary(value.original_bytes):
        return False
    return rule != "id" or not _WRITTEN.fullmatch(_text(value))
