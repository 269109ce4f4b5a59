"""What a document keeps from its readers: texts, rows, columns, sheets and slides that are there and are not seen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

_NO = frozenset({"0", "false", "off"})
_ALWAYS: Final = {"text:hidden-paragraph", "text:hidden-text", "text:conditional-text"}
_HIDING: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "x:sheet": ("state", frozenset({"hidden", "veryHidden"})),
    "x:sheetFormatPr": ("zeroHeight", frozenset({"1", "true"})),
    "p:sld": ("show", _NO),
    "style:table-properties": ("display", frozenset({"false"})),
    "style:text-properties": ("display", frozenset({"none", "condition"})),
    "style:drawing-page-properties": ("visibility", frozenset({"hidden"})),
    "text:section": ("display", frozenset({"none", "condition"})),
    "drawing:layer": ("display", frozenset({"none", "printer"})),
}
"""What hides something by itself, with the attribute that says so."""

_NUMBERS: Final = {"text:page-number", "text:page-count", "text:date", "text:time"}
"""What notes below slides always have."""

_NO_FORMAT = re.compile(r"[\s;\"]*")
_TINY: Final = {"w:sz": {"0", "1", "2"}, "w:w": {str(percent) for percent in range(10)}}
"""Sizes of a typeface in half points, and widths of letters in percent, that nobody can read."""

_LOWEST_ROW: Final = 0.5
"""Points; a line between two parts of a sheet is a row of three quarters of a point."""

_NARROWEST_COLUMN: Final = 0.1
"""Widths of a digit."""

_UNSEEN_SHAPE = re.compile(r"visibility:\s*hidden|display:\s*none")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_LAST_COLUMN: Final = 16_384
_MANY_COLUMNS: Final = 200
"""Columns in a row that a maker of sheets hides to show where these end."""
_LONGEST_LINE_OF_STYLES: Final = 20


@dataclass(slots=True)
class Styles:
    """Which styles of a text hide what they are given to."""

    hidden: set[str] = field(default_factory=set)
    bases: dict[str, str] = field(default_factory=dict)

    def hides(self, style: str) -> bool:
        """Whether a style, or one that it is based on, hides."""
        for _ in range(_LONGEST_LINE_OF_STYLES):
            if style in self.hidden:
                return True
            style = self.bases.get(style, "")
        return False


@dataclass(slots=True)
class Hiding:
    """Looks for what one part hides: told of each element and each text. `styles` are shared by all parts.

    In a sheet every remark is a hidden shape, and told as a remark; so is a button of a form, for other versions of Excel.
    """

    styles: Styles = field(default_factory=Styles)
    in_sheet: bool = False
    _around: list[str] = field(default_factory=list)
    _runs: list[bool] = field(default_factory=list)
    _columns: list[tuple[int, int]] = field(default_factory=list)
    _style: str = ""
    _in_hidden_paragraph: bool = False
    _unseen_at: int = 0

    def watches(self, name: str) -> bool:
        """Whether an element of this name may hide something, or be hidden."""
        return may_hide(name) or (name == "x:c" and bool(self._columns))

    def pass_by(self, name: str) -> None:
        """The beginning of an element that needs no look."""
        self._around.append(name)
        if name == "w:r":
            self._runs.append(False)

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        """The beginning of an element, with its attributes without prefixes: whether it hides something by itself."""
        above = self._around[-1] if self._around else ""
        self._around.append(name)
        if name.startswith("w:"):
            return self._start_of_text(name, above, attributes)
        if not self._unseen_at and self._opens_unseen(name, attributes):
            self._unseen_at = len(self._around)
        is_remark = self.in_sheet and (name.startswith("v:") or "mc:AlternateContent" in self._around)
        return name in _ALWAYS or (_is_hiding(name, attributes) and not is_remark) or self._hides_columns(name, attributes)

    def end(self) -> None:
        """The end of an element."""
        if len(self._around) == self._unseen_at:
            self._unseen_at = 0
        name = self._around.pop()
        if name == "w:r" and self._runs:
            self._runs.pop()
        elif name == "w:p":
            self._in_hidden_paragraph = False

    def hides_text(self) -> bool:
        """Whether a text that stands here is not seen."""
        if self._unseen_at:
            return "a:fld" not in self._around and self._around[-1] not in _NUMBERS
        return bool(self._runs) and (self._runs[-1] or self._in_hidden_paragraph)

    def _start_of_text(self, name: str, above: str, attributes: Mapping[str, str]) -> bool:
        value = attributes.get("val", "")
        if name == "w:r":
            self._runs.append(False)
        elif name == "w:style":
            self._style = attributes.get("styleId", "")
        elif name == "w:basedOn":
            self.styles.bases[self._style] = value
        elif name == "w:vanish" and above == "w:rPr":
            return self._vanish(hides=value not in _NO)
        elif value in _TINY.get(name, ()) and self._runs:
            self._runs[-1] = True
        elif name in {"w:pStyle", "w:rStyle"} and self.styles.hides(value):
            self._use_hidden(name)
        return name == "w:hidden" and above == "w:trPr" and value not in _NO

    def _vanish(self, *, hides: bool) -> bool:
        """A mark that hides, or not: of a run, of a style or of all texts. One of the end of a paragraph hides nothing."""
        holder = self._around[-3] if len(self._around) > 2 else ""
        if holder == "w:r" and self._runs:
            self._runs[-1] = hides
        elif holder in {"w:style", "w:tblStylePr"} and hides:
            self.styles.hidden.add(self._style)
        return hides and holder == "w:rPrDefault"

    def _use_hidden(self, name: str) -> None:
        if name == "w:pStyle":
            self._in_hidden_paragraph = True
        elif self._runs:
            self._runs[-1] = True

    def _opens_unseen(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "x:row":
            return attributes.get("hidden", "0") not in _NO or float(attributes.get("ht", "15")) < _LOWEST_ROW
        if name == "x:c" and self._columns:
            letters = _LETTERS.match(attributes.get("r", ""))
            return bool(letters) and any(first <= _column(letters[0]) <= last for first, last in self._columns if letters)
        return name.endswith(":notes") or (name == "table:table-row" and attributes.get("visibility") in {"collapse", "filter"})

    def _hides_columns(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element hides columns in which something may stand; those up to the last one are looked at cell by cell."""
        if name == "table:table-column":
            many = int(attributes.get("number-columns-repeated", "1")) >= _MANY_COLUMNS
            return attributes.get("visibility") in {"collapse", "filter"} and not many
        if name != "x:col" or (attributes.get("hidden", "0") in _NO and float(attributes.get("width", "9")) >= _NARROWEST_COLUMN):
            return False
        self._columns.append((int(attributes.get("min", "1")), int(attributes.get("max", "1"))))
        return self._columns[-1][1] < _LAST_COLUMN


def _column(letters: str) -> int:
    """The number of a column: 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=5_000)
def may_hide(name: str) -> bool:
    """Whether elements of a name may hide something, by themselves or by what is in them."""
    local = name.rpartition(":")[2]
    if name.startswith("w:"):
        return local in {"style", "basedOn", "vanish", "pStyle", "rStyle", "sz", "w", "hidden", "docPr"}
    return (
        name.startswith("v:")
        or name in _ALWAYS
        or name in _HIDING
        or local in {"row", "table-row", "table-column", "col", "notes", "cNvPr", "docPr", "numFmt"}
    )


def _is_hiding(name: str, attributes: Mapping[str, str]) -> bool:
    key, values = _HIDING.get(name, ("", frozenset()))
    if key and attributes.get(key) in values:
        return True
    if name.endswith((":cNvPr", ":docPr")):
        return attributes.get("hidden", "0") not in _NO
    if name.startswith("v:") and attributes.get("style"):
        return bool(_UNSEEN_SHAPE.search(attributes["style"]))
    form = attributes.get("formatCode", "")
    return name == "x:numFmt" and form.count(";") > 1 and bool(_NO_FORMAT.fullmatch(form))
