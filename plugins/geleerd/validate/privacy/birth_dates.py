"""Dates of birth: a day in any of the ways in which people write one, beside a word that says what it is."""

import re
from collections.abc import Iterator
from functools import cache

from geleerd.validate.privacy.expressions import AnyCase, expression
from geleerd.validate.privacy.other_numbers import before

_MONTH, _DAY_WORD, YEAR_WORD = (f"(?:{expression(key)})" for key in ("month", "day-word", "year-word"))
_NUMBER = r"\d{1,2}(?:e|de|ste|en|den|sten|st|nd|rd|th)?"
_YEAR = rf"(?:['’]?(?:\d{{4}}|\d{{2}})|{YEAR_WORD})"
_ROMAN = "(?:i{1,3}|i?v|vi{1,3}|i?x|xi{1,2})"
_OF_THE_YEAR = r"[-/._,\s]{0,3}(?:(?:van|in|of)?\s?(?:het|the)\s(?:jaar|year)\s)?"

DAY = (
    r"(?<!\d)(?:"
    rf"(?:{_NUMBER}|{_DAY_WORD})[-/._\s]{{0,3}}(?:(?:van|of)\s(?:de\smaand\s)?)?{_MONTH}\.?{_OF_THE_YEAR}{_YEAR}"
    rf"|(?:{_NUMBER}|{_DAY_WORD})(?:[-/._\s]{{1,3}}|\svan\sde\s)(?:\d{{1,2}}e?|{_ROMAN}|{_DAY_WORD}\smaand)[-/._,\s]{{1,3}}{_OF_THE_YEAR}{_YEAR}"
    rf"|(?:19|20)\d{{2}},?\s(?:op\s)?(?:de\s)?{_NUMBER}\s{_MONTH}\b"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2}"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r")(?!\d)"
)
BORN_ON, WAS_BORN, A_THING = (expression(key) for key in ("born-on", "was-born", "thing"))
"""What shows a date of birth, where `<day>` stands for the day; the same, unless it is that of a thing; and what shows the latter, since
a network is born too, in a manner of speaking."""

_A_THING = re.compile(A_THING, re.IGNORECASE)
_A_DAY = AnyCase(DAY)


def birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where dates of birth begin and end, with the words that tell so, in a text in plain signs."""
    if not _A_DAY.is_in(text):
        return
    yield from (found.span() for found in _with_a_day(BORN_ON).finditer(text))
    for found in _with_a_day(WAS_BORN).finditer(text):
        if not (_A_THING.search(before(text, found.start())) or _A_THING.search(found[0])):
            yield found.span()


@cache
def _with_a_day(words: str) -> re.Pattern[str]:
    """The expression, made for the first text that holds a day: that takes a tenth of a second, and most runs see no such text."""
    return re.compile(words.replace("<day>", DAY), re.IGNORECASE)
