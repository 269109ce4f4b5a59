"""Makers and models of cameras, telephones and scanners, as these write themselves. The names that people give theirs are none."""

import re
from typing import Final

from geleerd.read.traces.shapes.known_words import KNOWN

LONGEST_MODEL: Final = 64

_MAKERS = KNOWN["makers"]
_COMPANIES = KNOWN["companies"]
_KNOWN = _MAKERS | _COMPANIES | KNOWN["models"]
_PRODUCTS = _MAKERS | KNOWN["products"]

_TOKENS = re.compile(r"[^\s,()/_+\-]+")
_PARTS = re.compile(r"[A-Za-z]+|\d+")
_WORDS = re.compile(r"[a-z]+")
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
_CODE = re.compile(r"[A-Za-z\d.:&*\"]{1,24}")
_HUAWEI = re.compile(r"(?:HUAWEI |HONOR )?[A-Z]{3}-(?:[A-Z]{1,2}\d{1,3}[A-Z]?|N\d{2})")
_MOST_DIGITS: Final = 12
_MOST_PLAIN_DIGITS: Final = 8


def is_maker(text: str) -> bool:
    """Whether a text is the name of a company that makes cameras, telephones or scanners."""
    words = [word.strip(".") for word in _TOKENS.findall(text.casefold())]
    return len(text) <= LONGEST_MODEL and set(words) <= _MAKERS | _COMPANIES and (not words or not _MAKERS.isdisjoint(words))


def has_maker(text: str) -> bool:
    """Whether the name of such a company is one of the words."""
    return not _MAKERS.isdisjoint(_TOKENS.findall(text.casefold()))


def is_model(text: str) -> bool:
    """Whether a text is what makers call a camera, telephone or lens: words that they use, and codes of few letters with a number."""
    if len(text) > LONGEST_MODEL or not text.isascii() or sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return False
    tokens = _TOKENS.findall(text)
    if sum(len(token) for token in tokens if token.isdigit()) > _MOST_PLAIN_DIGITS:
        return False
    return bool(_HUAWEI.fullmatch(text)) or (all(map(_is_of_model, tokens)) and (not tokens or any(map(_is_telling_model, tokens))))


def _is_of_model(token: str) -> bool:
    """Whether a word is one of makers, or a code: a number with at most three letters beside it, or two capitals."""
    parts = _PARTS.findall(token)
    if not _CODE.fullmatch(token):
        return False
    if all(part.casefold() in _KNOWN for part in parts):
        return True
    most = 8 if token[-1].isalpha() else 5
    is_code = any(map(str.isdigit, parts)) or (token.isupper() and len(token) <= 2)
    return is_code and all(_is_of_code(part, most) for part in parts)


def _is_of_code(part: str, most: int) -> bool:
    if part.isdigit():
        return len(part) <= most
    return part.casefold() in _KNOWN or len(part) <= (3 if part.isupper() else 2)


def _is_telling_model(token: str) -> bool:
    """Whether a word is a product or a code of one. Words such as `Max` and `Mark` stand beside these, and are names too."""
    is_code = any(map(str.isalpha, token)) and any(map(str.isdigit, token)) and not _POSTCODE.fullmatch(token)
    return is_code or not _PRODUCTS.isdisjoint(_WORDS.findall(token.casefold()))
