"""Texts that name nobody: words of the formats themselves, and names of styles, shapes and typefaces as programs and people give them."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Final

from geleerd.read.traces.given_names import GIVEN_NAMES
from geleerd.read.traces.names import has_form, is_plain, tells_somebody
from geleerd.read.traces.shapes.people import has_telephone_or_house

_FOLDER = resources.files("geleerd.read.traces.office.parts")
_WORD = re.compile(r"[^\W\d_]+")
_HEX = re.compile(r"[A-F]{1,8}|[a-f]{1,8}|[A-Z]{1,3}")
"""Letters of a colour or of a column; the numbers in them stand apart."""

_TELEPHONE = re.compile(r"(?<![\w.{-])(?:\+[1-9]|00[1-9]|0[1-9])(?:[ -]?\d){8,10}(?![\w.:])|@")
_LONGEST_NAME: Final = 120
"""Characters; Word lists the other names of a style behind its own."""

_MOST_WORDS: Final = 24
_UNKNOWN_IN_TYPEFACE: Final = 2
_PIECE = re.compile(r"[A-ZÀ-Þ]?[^\W\d_A-ZÀ-Þ]+|[A-ZÀ-Þ]+(?![^\W\d_A-ZÀ-Þ])|[^\W\d_]")
_SMALL = {"van", "de", "den", "der", "ten", "ter", "te", "el", "al", "von", "du", "da", "di", "of", "le", "la"}
_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp|tiff?|svg|webp|emf|wmf|heic|docx?|xlsx?|pptx?|pdf|odt|dot[mx])\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[0-9a-f]{16,40}|\d{6,20}", re.IGNORECASE)

SCHEMA_WORDS: Final = frozenset(_FOLDER.joinpath("schema_words.txt").read_text(encoding="utf-8").split())
"""Names of elements and attributes, and values of these, of ECMA-376 with what Microsoft added, and of OpenDocument 1.4."""

_KINDS = tomllib.loads(_FOLDER.joinpath("ordinary_words.toml").read_text(encoding="utf-8"))
_ORDINARY: Final = frozenset(word for words in _KINDS.values() for word in words.split()) | {word.casefold() for word in SCHEMA_WORDS}


@lru_cache(maxsize=20_000)
def is_of_schema(text: str) -> bool:
    """Whether a text has words of the formats alone, beside numbers and signs."""
    return all(len(word) <= 2 or word in SCHEMA_WORDS or _HEX.fullmatch(word) for word in _WORD.findall(text)) and not (
        _TELEPHONE.search(text) or has_telephone_or_house(text)
    )


@lru_cache(maxsize=20_000)
def is_plain_name(text: str, unknown: int = 1) -> bool:
    """Whether the name of a style, a shape or the like names nobody: at most so many unknown words, and no person.

    OpenDocument writes a space in a name as `_20_`.
    """
    spaced = _ESCAPED.sub(" ", _NUMBERED.sub(" ", text))
    strange = _strange_pieces(text, spaced)
    if len(strange) > (0 if _PICTURE.search(text) else unknown):
        return False
    return not (has_form(text) or has_form(spaced) or (strange and tells_somebody(spaced)))


@lru_cache(maxsize=20_000)
def is_plain_typeface(text: str) -> bool:
    """Whether the name of a typeface names nobody; makers call typefaces by new words, and some by the given name of somebody."""
    given, *others = [piece.casefold() for piece in _PIECE.findall(text)[:2]] or [""]
    if given in GIVEN_NAMES and not _SMALL.isdisjoint(others):
        return False
    return len(_strange_pieces(text, text)) <= _UNKNOWN_IN_TYPEFACE


def _strange_pieces(text: str, spaced: str) -> list[str]:
    """The unknown words of a name; as many as there are words, when it is no name, or names a person."""
    pieces = _PIECE.findall(spaced)
    strange = [_is_strange(piece) for piece in pieces]
    if len(text) > _LONGEST_NAME or len(pieces) > _MOST_WORDS or "://" in text or _TELEPHONE.search(text) or _names_person(pieces, strange):
        return [*pieces, *"????"]
    return [piece for piece, is_strange in zip(pieces, strange, strict=True) if is_strange]


def _is_strange(piece: str) -> bool:
    """Whether a word is in no list, and in no dictionary of Dutch or English; given names are in none."""
    is_listed = len(piece) <= 2 or piece.casefold() in _ORDINARY or (piece.isupper() and len(piece) <= 4)
    return not (is_listed or is_plain(piece))


def _names_person(pieces: list[str], strange: list[bool]) -> bool:
    """Whether two unknown words with capitals follow each other, with at most small words of a surname between them."""
    large = [(is_strange and piece[0].isupper()) for piece, is_strange in zip(pieces, strange, strict=True) if piece not in _SMALL]
    return any(one and other for one, other in pairwise(large))
