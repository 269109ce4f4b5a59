"""What programs and devices write of themselves, by the names in `programs.toml`: these and versions tell nothing about a person."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from importlib import resources
from typing import Final
from unicodedata import normalize

LONGEST_SIGNATURE: Final = 250
"""Characters; programs write a line of some thirty, and browsers one of 150."""

_PIECES = re.compile(r"[^\W\d_]+|\d+")
_SIGNS = re.compile(r"[®™©]|\((?:r|tm|c)\)", re.IGNORECASE)
_COMMIT = re.compile(r"\b[0-9a-f]{40}\b|\b\d{1,3}\.[0-9a-f]{7}\b")
_MODEL = re.compile(r"(?<=\d)(?:[A-Z]{1,4}|[a-z]{1,2})(?![a-z])|\b[A-Za-z]{1,2}(?=\d)")
"""Letters around a number, as in the C3325 and the 3253ci."""

_VERSION = re.compile(
    r"v?\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,4}|[A-Z]\d{3}[A-Z]{4}\d[A-Z\d]{4}|HDR\+ [\d.]{1,20}z[a-z]{1,3}|R|Miro"
    r"|Form [YZ][A-Z]{2,4}(?: [A-Z]{2})?"
)
"""A version without a name, of an iPhone, a Samsung and a Pixel; programs that are called as nobody else alone; and a form of SAP."""

_NUMBER = "#"
_OF_PERSON = re.compile(
    r"@|\d{9}|(?<!\d)(?!19|20)\d{8}|(?:\+31|(?<![\d.])0)(?:[ -]?\d){8,9}(?!\d)|\d{2,4} \d{2,4} \d{2,4}"
    r"|\d\.\d{4,}, ?-?\d{1,3}\.\d{3}"
)
"""Marks of an address, of the number of a person or a telephone, and of a place."""

_TABLE = tomllib.loads(resources.files("geleerd.read.traces").joinpath("programs.toml").read_text(encoding="utf-8"))
KNOWN_WORDS: Final[frozenset[str]] = frozenset(_TABLE["words"].split())


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER if piece.isdigit() else piece for piece in _PIECES.findall(text.replace(_NUMBER, "0").casefold()))


def _by_first_piece(lines: str) -> Mapping[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted(map(_pieces, lines.strip().splitlines()), key=len, reverse=True):
        found[phrase[0]].append(phrase)
    return found


_PHRASES: Final = _by_first_piece(_TABLE["phrases"])


def is_of_program(text: str) -> bool:
    """Whether a text says only which program or device made something. One word that we do not know may be a name."""
    if _VERSION.fullmatch(text):
        return True
    text = text.replace("3.141592653", "3").replace("3.14159265", "3")  # as TeX numbers its versions
    if len(text) > LONGEST_SIGNATURE or _OF_PERSON.search(text):
        return False
    plain = _COMMIT.sub("0", normalize("NFKC", _SIGNS.sub(" ", text)))
    pieces, position, is_named = _pieces(_MODEL.sub("", plain)), 0, False
    while position < len(pieces):
        phrase = next((phrase for phrase in _PHRASES.get(pieces[position], ()) if pieces[position : position + len(phrase)] == phrase), ())
        if not (phrase or len(pieces[position]) == 1 or pieces[position] in KNOWN_WORDS):
            return False
        is_named = is_named or bool(phrase) or len(pieces[position]) > (1 if _NUMBER in pieces else 2)
        position += len(phrase) or 1
    return is_named or not pieces
