"""Which texts of a drawing a browser shows: text that is there and hidden tells more than the drawing does."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_MOVES = {"animate", "animateMotion", "animateTransform", "set"}
_PUT_ASIDE = {"clipPath", "defs", "marker", "mask", "pattern", "symbol"}
"""Elements that show nothing where they stand, only where something leads to them."""

_WATCHED = frozenset({"display", "opacity", "visibility", "font-size", "fill", "fill-opacity", "stroke"})
_NOTHING = re.compile(r"(?:0+(?:\.0*)?|0{0,9}\.00\d*|\.0+)(?:%|[a-z]{0,4})")
_NO_COLOUR = re.compile(r"none|transparent|(?:rgba|hsla)\([^()]{0,40}[,/ ] ?(?:0+(?:\.0*)?|\.0+)%?\s?\)|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)")
_NO_SIZE = re.compile(r"\bscale\(\s?0*(?:\.0*)?\s?[,)]")
_NAMED_PART = re.compile(r"#([^\s\"'();]+)")
_RULE = re.compile(r"([^{}@]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"\s*([\w-]*)(?:[.#]([\w-]+))?\s*")
"""A selector of one step; which elements the others are for, nobody can tell without the whole drawing."""


class _Place:
    """An element, and what holds for the texts in it."""

    __slots__ = ("around", "aside", "effective", "id", "is_hidden", "is_html", "is_lettered", "keys", "own")

    def __init__(self, name: str, around: "_Place | None") -> None:
        self.around = around
        self.keys = [name]
        """What a rule of a style may call the element by."""
        self.id = ""
        self.own: dict[str, str] = {}
        self.effective: dict[str, str] = {}
        self.is_html: bool = name == "foreignObject" or (around is not None and around.is_html)
        self.is_lettered: bool = self.is_html or name == "text" or (around is not None and around.is_lettered)
        """Whether a browser draws the letters that stand in it."""
        self.is_hidden = False
        self.aside: frozenset[str] | None = None
        """Of one that is put aside, or stands in one: the names by which something may lead to it or to what is around it."""


class ShownTexts:
    """Watches a drawing while it is read."""

    def __init__(self) -> None:
        self._elements: list[_Place] = []
        self._open: list[_Place] = []
        self._texts: list[tuple[int, str, _Place]] = []
        self._rules: dict[str, dict[str, str]] = defaultdict(dict)
        self._led_to: set[str] = set()
        self._moves = False

    def begin(self, name: str, attributes: Iterable[tuple[str, str]]) -> None:
        """An element begins, with these attributes as they are written."""
        around = self._open[-1] if self._open else None
        element = _Place(name, around)
        self._moves |= name in _MOVES
        for key, value in attributes:
            if key == "id":
                element.id = value
            if key in {"id", "class"}:
                element.keys += value.split()
            elif key == "style":
                element.own |= _declared(value)
            elif key == "transform" and _NO_SIZE.search(value):
                element.own["display"] = "none"
            elif key in _WATCHED:
                element.own.setdefault(key, value.strip())
            if "#" in value:
                self._led_to |= set(_NAMED_PART.findall(value))
        self._elements.append(element)
        self._open.append(element)

    def end(self) -> None:
        """The innermost element ends."""
        self._open.pop()

    def text(self, number: int, text: str) -> None:
        """A text in the innermost element. The number is the caller's."""
        self._texts.append((number, text, self._open[-1]))

    def style(self, rules: Iterable[str]) -> None:
        """The clean rules of a style element; those in other rules hold at times only."""
        for rule in rules:
            self._moves |= rule.startswith("@keyframes")
            self._led_to |= set(_NAMED_PART.findall(rule.partition("{")[2]))
            if found := _RULE.fullmatch(rule):
                for selector in found[1].split(","):
                    if key := _SIMPLE.fullmatch(selector):
                        self._rules[key[2] or key[1]] |= _declared(found[2])

    def texts(self) -> Iterator[tuple[int, str, bool]]:
        """Every text with its number, and whether a browser shows it. What moves may come to be seen."""
        for element in () if self._moves else self._elements:
            self._look(element)
        for number, text, element in self._texts:
            led_to = element.aside is None or not self._led_to.isdisjoint(element.aside)
            yield number, text, led_to and element.is_lettered and not (element.is_hidden or _shows_nothing(element))

    def _look(self, element: _Place) -> None:
        """What holds for an element, after all that is around it."""
        around = element.around
        element.effective = dict(around.effective) if around else {}
        for key in element.keys:
            element.effective |= self._rules.get(key, {})
        element.effective |= element.own
        display, opacity = element.effective.pop("display", ""), element.effective.pop("opacity", "")
        element.is_hidden = (around is not None and around.is_hidden) or display == "none" or bool(_NOTHING.fullmatch(opacity))
        above = around.aside if around else None
        if above is not None or element.keys[0] in _PUT_ASIDE:
            element.aside = (above or frozenset()) | {element.id}


def _shows_nothing(element: _Place) -> bool:
    """Whether the letters of a text have no size or no colour."""
    effective = element.effective
    if effective.get("visibility") in {"hidden", "collapse"} or _NOTHING.fullmatch(effective.get("font-size", "1")):
        return True
    is_filled = not _NO_COLOUR.fullmatch(effective.get("fill", "black").lower()) and not _NOTHING.fullmatch(
        effective.get("fill-opacity", "1")
    )
    return not (element.is_html or is_filled) and bool(_NO_COLOUR.fullmatch(effective.get("stroke", "none").lower()))


def _declared(style: str) -> dict[str, str]:
    """The declarations of a clean style that decide whether something is seen."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if name.strip() in _WATCHED}
