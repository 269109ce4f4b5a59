"""What may stand in a string, by the element and attribute that hold it."""

import base64
import binascii
import re
import tomllib
from collections.abc import Callable, Mapping, Set
from importlib import resources
from itertools import chain
from typing import Final

from geleerd.read.traces.names import tells_somebody
from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name, is_plain_typeface

_LANGUAGE = re.compile(r"[A-Z][a-z]{3}|[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?:_tradnl)?|")
_GEOMETRY = re.compile(r"[^\W\d_]{5}")
_LONGEST_CODE: Final = 200
_HASH_LENGTHS: Final = {16, 20, 32, 48, 64}
"""Bytes that MD5, SHA-1 and SHA-2 make of a password."""

_SALT_LENGTHS: Final = {16}
_IDENTIFIER = re.compile(r"(?:[A-Za-z]{0,10}|_x[0-9a-f]{4}_[a-z]?)[-_]{0,2}\d[-_\d.a-fA-F]{0,40}|[Rr](?:Id)?[-_\da-fA-F]{1,40}")
_OF_FORMATS = re.compile(r"\b(?:d{1,4}|M{1,5}|m{1,5}|y{1,4}|j{1,4}|h{1,2}|H{1,2}|s{1,2}|am/pm|AM/PM)\b|@(?![A-Za-z\d-]{1,60}\.)|_.")
"""Letters that stand for parts of a date, and the signs for a text and for room in the format of a cell."""

_ROUTE = re.compile(r"(?:https?|ftp)://[^\s@]{1,2000}|(?:mailto|tel|sms):[^\s]{1,300}|#.{0,500}", re.IGNORECASE | re.DOTALL)
_OF_PERSON = re.compile(r"/personal/|-my\.sharepoint|/users/|/home/|[?&](?:e|email|mail|user|username|login|token)=", re.IGNORECASE)


def is_web_link(text: str) -> bool:
    """Whether an address leads anybody to a place on the web, or lets them write; not to somebody's own folder."""
    return bool(_ROUTE.fullmatch(text)) and not _OF_PERSON.search(text)


def _is_code(text: str) -> bool:
    """Whether a text is random bytes, as programs keep of a password."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return is_of_schema(text)
    return len(text) <= _LONGEST_CODE and not (data.isascii() and data.decode().isprintable())


def _is_random(text: str, lengths: Set[int]) -> bool:
    """Whether a text is random bytes of the length that an algorithm makes; no text is."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(data) in lengths and not any(_is_text(data, form) for form in ("utf-8", "utf-16-le", "utf-16-be"))


def _is_text(data: bytes, form: str) -> bool:
    """Whether bytes are letters and signs, most of them of Latin."""
    text = data.decode(form, "replace").rstrip("\0")
    return text.isprintable() and "\ufffd" not in text and sum(sign < "\u0250" for sign in text) * 2 > len(text)


def _is_style(text: str) -> bool:
    """Whether a style of CSS has words of the formats, and names of typefaces."""
    return all(is_of_schema(pair) or ("font" in pair and is_plain_name(pair)) or is_plain_name(pair, 0) for pair in text.split(";"))


_JUDGES: Final[Mapping[str, Callable[[str], bool]]] = {
    "shown": lambda _: True,
    "seldom": lambda text: not tells_somebody(_OF_FORMATS.sub(" ", text)),
    "name": is_plain_name,
    "typeface": is_plain_typeface,
    "shape": lambda text: is_plain_name(text, 0),
    "code": _is_code,
    "hash": lambda text: _is_random(text, _HASH_LENGTHS),
    "salt": lambda text: _is_random(text, _SALT_LENGTHS),
    "geometry": lambda text: not _GEOMETRY.search(text),
    "language": lambda text: bool(_LANGUAGE.fullmatch(text)),
    "style": _is_style,
    "identifier": lambda text: bool(_IDENTIFIER.fullmatch(text)) or is_plain_name(text, 0),
}
_TABLE = tomllib.loads(resources.files("geleerd.read.traces.office.parts").joinpath("strings.toml").read_text(encoding="utf-8"))
_KINDS: Final[Mapping[str, str]] = dict(chain.from_iterable(((place, kind) for place in places.split()) for kind, places in _TABLE.items()))

_EXACT: Final = {"hash", "salt"}
"""Kinds of strings in which no word of the formats stands."""

RENAMED: Final = frozenset({"name", "typeface", "identifier"})
"""Kinds of which a copy gives each name that may tell something another one, wherever it stands."""


def string_kind(element: str, key: str) -> str:
    """Which strings may stand in an attribute; empty where words of the formats alone may."""
    return _KINDS.get(f"{element}@{key}") or _KINDS.get(f"*@{key}", "")


def is_harmless(kind: str, text: str) -> bool:
    """Whether a string of some kind tells nothing beside what is shown."""
    return (kind in _JUDGES and _JUDGES[kind](text)) or (kind not in _EXACT and is_of_schema(text))
