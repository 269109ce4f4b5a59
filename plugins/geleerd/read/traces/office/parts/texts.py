"""The texts in a document: those that a reader sees, by the element that holds them, and those that steer what is seen."""

import re
from dataclasses import dataclass, field
from typing import Final

from geleerd.read.traces.names import tells_somebody
from geleerd.read.traces.office.parts.strings import is_web_link
from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name
from geleerd.read.traces.paths import is_local_path

_TEXT_WORDS = """
w:t w:sym a:t m:t x:t x:v c:v c:formatCode c:pt x:oddHeader x:evenHeader x:firstHeader x:oddFooter x:evenFooter x:firstFooter v:textbox
v:div v:font v:b v:i v:u v:span v:p v:br :div :font :b :i :u :span :p :br number:text number:embedded-text svg-compatible:title
svg-compatible:desc table:title table:desc presentation:header-decl presentation:footer-decl presentation:date-time-decl form:option
form:item a:phldrT
"""
_SHOWN: Final = frozenset(_TEXT_WORDS.split())
_FORMULA_WORDS = """
x:f c:f x:formula x:formula1 x:formula2 x:calculatedColumnFormula x:totalsRowFormula x:definedName c:name x:sqref x:ref x:f1 x:f2
"""
_FORMULAS: Final = frozenset(_FORMULA_WORDS.split())
_FAMILIES = ("text:", "math:")
"""In texts and formulas of OpenDocument every element may hold words that are seen."""

_ELSEWHERE = re.compile(r"\[[^\[\]#@]*\.xl\w+\]|\[\d+\](?!\[)|\\\\|'file:", re.IGNORECASE)
_PLAIN = re.compile(r"[-+\d.,:TZ]*|true|false")
_HARMLESS_SETTINGS = re.compile(
    r"ViewId|VisibleArea|PrinterIndependentLayout|Language|Country|Variant|BeginLine|EndLine|ViewLayout|PageKind|EditMode|ImageGridStyle"
    r"|(?:Color|Dash|LineEnd|Hatch|Gradient|Bitmap)TableURL|(?:Visible|Printable|Locked)Layers(?:Notes|Handout)?|SnapLines(?:Drawing|Notes|Handout)?"
)
"""Names of settings of LibreOffice with words that tell nothing but what a program needs; numbers and yes or no tell nothing either."""

_QUOTED = re.compile(r'"([^"]*)"')
_FIELD_WORDS = """
AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE CREATEDATE DATE DOCPROPERTY EDITTIME EMBED EQ
FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT GOTOBUTTON HYPERLINK IF INDEX KEYWORDS LASTSAVEDBY LISTNUM MACROBUTTON NOTEREF
NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE RD REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE STYLEREF SUBJECT
SYMBOL TC TIME TITLE TOA TOC USERINITIALS USERNAME XE MERGEFORMAT CHARFORMAT MERGEFORMATINET ARABIC ROMAN ALPHABETIC Arabic Roman
MERGEFIELD Alphabetic Ordinal OrdText CardText DollarText Hex Upper Lower Caps FirstCap
"""
_FIELDS: Final = frozenset(_FIELD_WORDS.casefold().split())
_UNKNOWN_IN: Final = {
    **dict.fromkeys(("styleref", "toc"), 1),
    **dict.fromkeys(
        ("hyperlink", "index", "seq", "ref", "pageref", "noteref", "symbol", "xe", "docproperty", "citation", "listnum", "toa"), 0
    ),
}
"""Fields with an argument, and how many unknown words it may have: names of styles are made up."""

_CALCULATED = re.compile(r"=")
_CHOICE: Final = frozenset({"if", "="})
"""What a choice begins with, or the rest of one behind a field in it; its arguments are what a letter says in either case."""

_CHOSEN = re.compile(r"\s*\S+(?:\s+\S+)?\s*")
_FORM = re.compile(r"[dMyHhms ,.:/-]{1,40}|[0#.,;%€$ -]{1,40}")
_SWITCH = re.compile(r"\\.")
_OWN = re.compile(r"_(?:Toc|Ref|Hlk|Hlt|GoBack|MON)[\w.]{0,40}|[A-Z][a-z]{2}\d{2}[a-z]?")
"""Marks that Word sets by itself, and those of sources: three letters and a year."""


def is_shown(name: str) -> bool:
    """Whether readers see the text in an element."""
    return name in _SHOWN or name.startswith(_FAMILIES)


def is_formula(name: str) -> bool:
    """Whether an element holds a formula, which readers of a sheet see when they point at a cell."""
    return name in _FORMULAS


def is_harmless_text(name: str, text: str, setting: str) -> bool:
    """Whether a text in an element tells nothing beside what is seen. `setting` is the name of the element, where it has one."""
    if name == "config:config-item":
        return _is_harmless_setting(setting, text)
    if name == "x:definedName" and '"' in text and tells_somebody(text):
        return False
    if is_formula(name):
        return not (_ELSEWHERE.search(text) or is_local_path(text))
    return is_shown(name) or is_of_schema(text)


def _is_harmless_setting(setting: str, text: str) -> bool:
    """Whether a setting of LibreOffice tells nothing: `ActiveTable` is the name of a sheet, which readers see."""
    if setting == "ActiveTable" or _PLAIN.fullmatch(text):
        return True
    if "FontName" in setting:
        return is_plain_name(text)
    return bool(_HARMLESS_SETTINGS.fullmatch(setting)) and not tells_somebody(text)


def is_plain_field(code: str) -> bool:
    """Whether the code of a field, by which a program fills in what is seen, says nothing itself (ECMA-376, part 1, 17.16)."""
    first, *words = _SWITCH.sub(" ", _QUOTED.sub(" ", code)).split() or [""]
    if not (first.casefold() in _FIELDS or _CALCULATED.match(first)):
        return not code.strip()
    unknown, chooses = _UNKNOWN_IN.get(first.casefold(), -1), first.casefold() in _CHOICE
    arguments = (part for part in _QUOTED.findall(code) if not (chooses and _CHOSEN.fullmatch(part) and is_plain_name(part, 0)))
    return all(_is_plain_argument(part, unknown) for part in arguments) and all(map(_is_plain_word, words))


def _is_plain_argument(text: str, unknown: int) -> bool:
    """Whether an argument in quotation marks is an address, a style, a mark or a form of a date or number."""
    is_form = bool(_FORM.fullmatch(text)) or is_of_schema(text)
    return is_form or (unknown >= 0 and (_is_plain_word(text) or is_plain_name(text, unknown)))


def _is_plain_word(word: str) -> bool:
    return word.casefold() in _FIELDS or bool(_OWN.fullmatch(word)) or is_web_link(word) or is_plain_name(word, 0)


@dataclass(slots=True)
class FieldCode:
    """The code of a field, which Word cuts into pieces; each piece by its place in what is written."""

    pieces: list[tuple[int, str]] = field(default_factory=list)

    def taken(self) -> tuple[list[int], bool]:
        """The places of the pieces so far, which are forgotten here, and whether they say nothing."""
        places, code = [place for place, _ in self.pieces], "".join(text for _, text in self.pieces)
        self.pieces.clear()
        return places, is_plain_field(code)
