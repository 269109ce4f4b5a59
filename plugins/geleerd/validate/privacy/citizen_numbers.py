"""Numbers of citizens of the Netherlands (BSN): nine digits that pass the eleven-test, in whatever language a text is written."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from geleerd.validate.privacy.other_numbers import AN_AMOUNT, OTHER_NUMBER, before

NINE = re.compile(r"(?<![\w.,/-])(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?!\w|[.,/-]\d)")
"""Nine digits by themselves, in the groups in which people write such a number."""

SPREAD = re.compile(r"(?<!\d)(?:\d(?:[ ._/-]{0,3}\d){8}|(?<!\d[ ._/-])\d{8})(?!\d)")
"""Nine digits in any groups, or eight where somebody left out the first zero: one only beside a word that says so."""

_WORD = r"(?:\bb[. ]{0,2}s[. ]{0,2}n\b|bsn|burger[ -]?service|sofi|\bperso+ns?[ -]?(?:nummer|nr))"
SAID_BEFORE = re.compile(rf"{_WORD}(?:[^\d.;!?]|(?<!\d)\d(?!\d)|\.(?:(?<=nr\.)|(?!\s))){{0,44}}$", re.IGNORECASE)
SAID_AFTER = re.compile(rf"\W{{0,4}}[^\d.;!?]{{0,30}}{_WORD}", re.IGNORECASE)


def citizen_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of citizens begin and end in a text in plain signs."""
    for found in SPREAD.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", found[0])) and _is_of_a_citizen(text, *found.span()):
            yield found.span()


def _is_of_a_citizen(text: str, start: int, end: int) -> bool:
    """Whether the digits stand as such a number does, and the words around them say nothing else."""
    said, follows = before(text, start), text[end : end + 40]
    if OTHER_NUMBER.search(said) or AN_AMOUNT.match(follows):
        return False
    alone = NINE.match(text, start)
    return (alone is not None and alone.end() == end) or bool(SAID_BEFORE.search(said) or SAID_AFTER.match(follows))
