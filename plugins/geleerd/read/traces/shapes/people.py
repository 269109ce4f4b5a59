"""The forms that tell of somebody by themselves: a surname beside what people write with it, a telephone, and the place of a house."""

import re
from collections.abc import Iterator

from geleerd.read.traces.given_names import GIVEN_NAMES
from geleerd.read.traces.shapes.surnames import ALL_SURNAMES, SURNAMES

_SMALL = r"(?:(?:van|von|de|der|den|ten|ter|te|el|al)[ ._-]?){1,3}"
_END = r"(?![^\W\d_])"
_START = r"(?<![^\W\d_])"
_ALONE = rf"(?:{'|'.join(sorted(SURNAMES))}){_END}"
_ALL = rf"(?:{'|'.join(sorted(ALL_SURNAMES))}){_END}"

_GIVEN = re.compile(rf"{_START}([^\W\d_]{{2,20}})[ ._-]{{1,2}}(?:{_SMALL})?{_ALL}", re.IGNORECASE)
_TURNED = re.compile(rf"{_START}(?:{_SMALL}{_ALL}|{_ALL}), ?([^\W\d_]{{2,20}}|(?-i:[A-Z])(?=\.)){_END}", re.IGNORECASE)
_INITIALS = re.compile(rf"(?<![^\W\d_.])(?:[A-Z]\.[ -]?){{1,4}}(?i:(?:{_SMALL})?{_ALL})")
_LETTER = re.compile(rf"{_START}[A-Z] (?i:{_SMALL}{_ALL}|{_ALONE})")
_USER = re.compile(rf"{_START}[a-z](?:{_SMALL.replace('[ ._-]?', '')}{_ALL}|(?!\w{{0,4}}(?:\W|_|$)){_ALONE})", re.IGNORECASE)
_TITLE = re.compile(rf"{_START}(?i:dhr|mevr|mw|mevrouw|meneer)\.? (?i:{_SMALL})?[A-Z][^\W\d_]{{2,30}}")

_TELEPHONE = re.compile(
    r"(?<![\w.{-])\(?(?:(?:\+|00)[1-9](?:[ ()./-]{0,2}\d){9,11}|0[1-9](?:[ ()./-]{0,2}\d){8})(?![\w.:]|-\d)"
    r"|_0[1-9]\d{8}(?!\w)|(?i:(?<![a-z])(?:tel|mob|gsm)[a-z]{0,6}[ _.:-]{0,2}\d[\d -]{6,12}\d)"
)
_HOUSE = re.compile(
    r"\b[A-Z][a-z]{2,20}(?:straat|laan|gracht|singel|plantsoen) \d{1,4}(?!\d)|[a-z] \d{1,4}(?: ?[a-z]{1,3})?, ?[1-9]\d{3} ?[A-Z]{2}\b"
)


def people(text: str) -> Iterator[str]:
    """The parts of a text that have the form of somebody's name, as often as they stand there."""
    for form in (_GIVEN, _TURNED):
        yield from (found[0] for found in form.finditer(text) if len(found[1]) == 1 or found[1].casefold() in GIVEN_NAMES)
    for form in (_INITIALS, _LETTER, _USER, _TITLE):
        yield from (found[0] for found in form.finditer(text))


def has_telephone_or_house(text: str) -> bool:
    """Whether a text has the number of a telephone, or a street with the number of a house."""
    return bool(_TELEPHONE.search(text) or _HOUSE.search(text))
