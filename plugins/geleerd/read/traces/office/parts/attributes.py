"""The attributes of an element: which may stay, and what the others tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Final

from geleerd.model.documents import TraceKind
from geleerd.read.traces.office.parts.facts import DocumentFacts
from geleerd.read.traces.office.parts.families import OF_OFFICE
from geleerd.read.traces.office.parts.rules import OF_PREFIXES, names_author
from geleerd.read.traces.office.parts.strings import RENAMED, is_harmless, is_web_link, string_kind
from geleerd.read.traces.office.parts.texts import is_plain_field
from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name
from geleerd.read.traces.paths import is_local_path

_GENERAL: Final = "General"
"""The format of numbers in a sheet that needs no words."""

_OF_OTHERS: Final = {"href", "gfxdata"}
_PLAIN = re.compile(r"[1-9]\d{0,7}|0|[A-Z]{1,3}\d{1,7}|true|false|[0-9A-F]{6}|[0-9A-F]{8}|\d{1,4}\.\d{1,9}")
_NAMES = re.compile(r"name(?:-asian|-complex)?$|^(?:marker-start|marker-end|stroke-dash)$")
_PARTS: Final = {"PartName", "full-path", "about", "resource"}
_SLOW: Final = {"name", "typeface", "shape", "seldom", "style", "identifier"}
"""Kinds of strings that dictionaries judge."""

_FOLLOWED: Final = {"a", "event-listener", "hyperlink", "text-properties"}
"""Elements of OpenDocument that a reader can follow."""


@dataclass(frozen=True, slots=True)
class ElementAttributes:
    """The attributes of one element: as written, without their prefixes, and the namespaces that it declares, by prefix."""

    written: Mapping[str, str]
    plain: Mapping[str, str]
    declared: Mapping[str, str]

    @classmethod
    def of(cls, ordered: list[str]) -> "ElementAttributes":
        """The attributes as expat gives them: names and values by turns."""
        written = dict(zip(ordered[::2], ordered[1::2], strict=True))
        declared = {key[6:]: value for key, value in written.items() if key.startswith("xmlns")}
        plain = {key.rpartition(":")[2]: value for key, value in written.items()} if written else {}
        return cls(written, plain, declared)


def are_plain(name: str, ordered: list[str], known: DocumentFacts) -> bool:
    """Whether all attributes of an element, as expat gives them, may stay, whatever else is in the document."""
    return all(map(_is_plain, repeat(name), ordered[::2], ordered[1::2], repeat(known)))


def _is_plain(name: str, key: str, value: str, known: DocumentFacts) -> bool:
    if _PLAIN.fullmatch(value) and _is_plain_key(key):
        return True
    if _is_judged_slowly(name, key.rpartition(":")[2]):
        known.name(value)
    return _may_stay_anywhere(name, key, value)


@lru_cache(maxsize=5_000)
def _is_judged_slowly(name: str, plain: str) -> bool:
    """Whether a value is held against dictionaries."""
    family, _, element = name.partition(":")
    return _kind_in(family, element, plain) in _SLOW


@lru_cache(maxsize=5_000)
def _is_plain_key(key: str) -> bool:
    return not key.startswith("xmlns") and is_of_schema(key.rpartition(":")[2])


@lru_cache(maxsize=50_000)
def _may_stay_anywhere(name: str, key: str, value: str) -> bool:
    family, _, element = name.partition(":")
    plain = key.rpartition(":")[2]
    if key.startswith("xmlns") or plain in _PARTS or plain in _OF_OTHERS or plain in OF_PREFIXES or names_author(element, plain):
        return False
    return is_of_schema(plain) and not is_local_path(value) and _may_stay(_kind_in(family, element, plain), value)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a value may stay, what a copy has instead (None: nothing), and what the value tells, with the name of an author."""

    kept: str | None
    tells: TraceKind | None = None
    author: str = ""


def verdict(name: str, key: str, value: str, known: DocumentFacts) -> Verdict:
    """What becomes of one attribute of an element; `name` has a family before it, `key` nothing."""
    family, _, element = name.partition(":")
    if (value.isdecimal() and len(value) < 9) or not value.strip():
        return Verdict(value) if is_of_schema(key) else Verdict(None, "property")
    kind = _kind_in(family, element, key)
    if kind != "shown" and names_author(element, key):
        return Verdict(None, "author", value.strip())
    if key == "href":
        return _of_link(element, value, known)
    if key == "gfxdata":
        known.packed.append(value)
        return Verdict(None)
    if kind in _SLOW:
        known.name(value)
    return _of_string(kind, key, value, known)


def _kind_in(family: str, element: str, key: str) -> str:
    """Which strings may stand in an attribute of an element of some family."""
    return string_kind(element, key) or ("name" if family not in OF_OFFICE and _NAMES.search(key) else "")


def _of_string(kind: str, key: str, value: str, known: DocumentFacts) -> Verdict:
    """What becomes of a string of some kind."""
    if key in _PARTS and known.has(value):
        return Verdict(value)
    if is_local_path(value):
        return Verdict(None, "path")
    if is_of_schema(key) and _may_stay(kind, value):
        return Verdict(value)
    return Verdict(_GENERAL if key == "formatCode" else _instead(kind, value, known), "property")


def _may_stay(kind: str, value: str) -> bool:
    return is_plain_field(value) if kind == "field" else is_harmless(kind, value)


def _instead(kind: str, value: str, known: DocumentFacts) -> str | None:
    """What a copy has instead of a name that may tell something."""
    if kind in RENAMED:
        return known.new_name(value)
    return "" if kind in {"shape", "seldom"} else None


def _of_link(element: str, value: str, known: DocumentFacts) -> Verdict:
    """What becomes of an address of OpenDocument: a part, a place in the text, or something that a reader can follow."""
    if known.has(value) or is_of_schema(value) or (value.startswith("#") and (value.endswith("|outline") or is_plain_name(value[1:]))):
        return Verdict(value)
    if element in _FOLLOWED and is_web_link(value) and not value.startswith("#"):
        known.links.add(value)
        return Verdict(value)
    return Verdict(None, "path" if is_local_path(value) or not is_web_link(value) else "property")
