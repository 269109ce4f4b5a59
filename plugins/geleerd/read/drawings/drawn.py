"""How many shapes a browser draws for a drawing: one that is used in others, which are used in others, makes millions of a few."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from geleerd.model.limits import MOST_ANIMATIONS, MOST_DRAWN, MOST_WIDE
from geleerd.read.drawings.effort import WIDE

_COLOURS = {"linearGradient", "radialGradient", "stop"}
_ANIMATIONS = {"animate", "animateMotion", "animateTransform", "set"}
_LEADS_ONLY = _ANIMATIONS | {"a", "image", "view"}
"""Elements that draw nothing of what they lead to."""

_INHERITED = re.compile(r"fill|stroke|marker.*")
"""Properties that everything inside an element has too."""

_TILES = 4
"""How often a pattern is drawn at least, beside itself and below itself."""

_PART = re.compile(r"url\(\s*[\"']?#([^\"')]*)")
_RULE = re.compile(r"([^{};]*)\{([^{}]*)\}")
_SELECTED = re.compile(r"[\w-]+")


@dataclass(slots=True)
class _Element:
    size: int
    keys: list[str]
    """What a rule of a style may call the element by."""

    inside: list[int] = field(default_factory=list)
    once: list[str] = field(default_factory=list)
    inherited: list[str] = field(default_factory=list)


class Drawn:
    """Counts while a drawing is read. Raises `ValueError` for one that makes a browser draw too much."""

    def __init__(self) -> None:
        self._elements: list[_Element] = []
        self._around: list[int] = []
        self._ids: dict[str, int] = {}
        self._rules: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def begin(self, name: str, attributes: Iterable[tuple[str, str]]) -> None:
        """An element begins, with these attributes."""
        number = len(self._elements)
        if number == MOST_DRAWN:
            raise ValueError(number)
        element = _Element(_size_of(name), [name])
        self._elements.append(element)
        if self._around:
            self._elements[self._around[-1]].inside.append(number)
        self._around.append(number)
        for key, value in attributes:
            if key == "id":
                self._ids.setdefault(value, number)
            if key in {"id", "class"}:
                element.keys += value.split()
            elif key == "xlink:href" and name not in _LEADS_ONLY:
                element.once.append(value[1:])
            else:
                _refer(element, _references(value if key == "style" else f"{key}:{value}"))

    def end(self) -> None:
        """The innermost element ends."""
        self._around.pop()

    def style(self, rules: Iterable[tuple[list[str], str]]) -> None:
        """The clean rules of a style element: the names of the elements that each may be for, and what it declares."""
        for names, declarations in rules:
            if found := list(_references(declarations)):
                for name in names:
                    self._rules[name] += found

    def check(self) -> None:
        """Raise `ValueError` when too much is drawn, or something holds itself."""
        for element in self._elements if self._rules else ():
            for key in {*element.keys, "*"} & self._rules.keys():
                _refer(element, self._rules[key])
        around = {
            number: [*element.inside, *self._numbers(element.once + element.inherited)] for number, element in enumerate(self._elements)
        }
        costs: dict[int, int] = {}
        try:
            for number in TopologicalSorter(around).static_order():
                costs[number] = self._cost(self._elements[number], costs)
        except CycleError as error:
            raise ValueError from error
        if costs and max(costs.values()) > MOST_DRAWN:
            raise ValueError(MOST_DRAWN)

    def _cost(self, element: _Element, costs: dict[int, int]) -> int:
        once = sum(costs[number] for number in self._numbers(element.once))
        each = sum(costs[number] for number in self._numbers(element.inherited))
        whole = element.size + once + sum(costs[number] for number in element.inside)
        return min(whole * (1 + each) * (_TILES if element.keys[0] == "pattern" else 1), MOST_DRAWN + 1)

    def _numbers(self, ids: Iterable[str]) -> Iterator[int]:
        return (self._ids[name] for name in ids if name in self._ids)


def _size_of(name: str) -> int:
    """How many shapes an element is worth by itself."""
    if name in _ANIMATIONS:
        return MOST_DRAWN // MOST_ANIMATIONS
    return MOST_DRAWN // MOST_WIDE if name in WIDE else 0 if name in _COLOURS else 1


def rules_by_name(rules: str) -> Iterator[tuple[list[str], str]]:
    """Every rule of a style by the last names in its selectors: it may hold for each element that has one of them."""
    for selectors, declarations in _RULE.findall(rules):
        names = (
            _SELECTED.findall(re.sub(r"\[[^]]*\]|:[^ ]*", "", selector.strip().rpartition(" ")[2])) for selector in selectors.split(",")
        )
        yield [found[-1] if found else "*" for found in names], declarations


def _references(declarations: str) -> Iterator[tuple[str, str]]:
    """The properties of a style that show another part of the drawing or move, with the name of that part."""
    if not any(word in declarations for word in ("url(", "animation", "filter")):
        return
    for declaration in declarations.split(";"):
        name, _, value = declaration.partition(":")
        yield from [("filter", "")] * (value.count("blur(") + value.count("shadow(") if name.strip().endswith("filter") else 0)
        yield from ((name.strip(), part) for part in _PART.findall(value))
        if "animation" in name and "none" not in value:
            yield "animation", ""


def _refer(element: _Element, references: Iterable[tuple[str, str]]) -> None:
    for name, part in references:
        if name == "animation":
            element.size = max(element.size, MOST_DRAWN // MOST_ANIMATIONS)
        elif name == "filter" and not part:
            element.size += MOST_DRAWN // MOST_WIDE
        else:
            (element.inherited if _INHERITED.fullmatch(name) else element.once).append(part)
