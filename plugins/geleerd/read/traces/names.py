"""Whether a short text that nobody sees may name somebody: a label, a remark, the name of a part of a drawing.

It tells nothing when every word of it is one of the language or of programs, or shown in the same file. Who is in no dictionary is told.
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise
from typing import Final

from geleerd.locale.frequencies import words_above
from geleerd.model.limits import LONGEST_CUT
from geleerd.read.traces.drawing_words import DRAWING_WORDS
from geleerd.read.traces.given_names import GIVEN_NAMES
from geleerd.read.traces.paths import is_local_path
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.shapes.people import has_telephone_or_house, people

_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_MAILBOX = re.compile(r"\S@\S")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_AS_NUMBER = re.compile(r"_x([0-9A-Fa-f]{2,5})_")
"""How Illustrator and CorelDRAW write a sign in the name of a layer."""

_BETWEEN = {"van", "de", "der", "den", "ten", "ter", "te", "el", "al", "von", "di", "la", "le", "d", "t", "in", "op"}
_CLOSE = re.compile(r"[\s_.'’\u00ad\u200b-\u200f\u2060\ufeff-]{0,3}")
"""What may stand between the words of one name."""

_DIGITS = re.compile(r"(?<!\d)(?:\+|0\d)[\d ().-]{7,20}\d|(?<!\d)\d{9}(?!\d)|(?<![\d.])\d{1,2}\.\d{4,12}\D{1,3}\d{1,3}\.\d{4}")
"""Numbers of telephones, citizens and accounts, and places on a map."""

_RARE: Final = 3.8
"""How common a word must be when no dictionary has it, as a Zipf frequency."""

_SHORT: Final = 3
"""Letters of a part of a compound, at least; and of what is too short to be anybody."""

_RUN = re.compile(r"[A-Za-z\d]{8,}")
_TURN = re.compile(r"\d[A-Za-z]")
_LONG_KEY: Final = 12


def tells_somebody(text: str, shown: Set[str] = frozenset()) -> bool:
    """Whether a text holds what looks like a person, a mailbox, a number of somebody, or a path on a computer."""
    return (
        bool(_MAILBOX.search(text))
        or is_local_path(text)
        or bool(_DIGITS.search(text))
        or any(_pairs(text, shown))
        or has_form(text, shown)
    )


def has_form(text: str, shown: Set[str] = frozenset()) -> bool:
    """Whether a part of a text has a form that only the name, the house or the telephone of somebody has."""
    return has_telephone_or_house(text) or any(not {word.casefold() for word in words(name)} <= shown for name in people(text))


def is_plain(text: str, shown: Set[str] = frozenset()) -> bool:
    """Whether a text tells nothing about anybody: every word is known, or shown in the same file."""
    return not tells_somebody(text, shown) and all(word.casefold() in shown or _is_ordinary(word.casefold()) for word in words(text))


def words(text: str) -> Iterator[str]:
    """The words of a text, also those that stand glued together in a name (`kaartVanWijk`, `kaart_van_wijk`)."""
    for word, _, _ in _placed(text):
        yield word


def _placed(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word with its place. Keys that chance made have none."""
    text = _COLOUR.sub("#", _AS_NUMBER.sub(lambda sign: chr(min(int(sign[1], 16), 0xFFFF)), text))
    keys = {place for run in _RUN.finditer(text) if _is_by_chance(run[0]) for place in range(*run.span())}
    for run in _WORD.finditer(text):
        if run.start() not in keys:
            cuts = [0, *(cut.start() for cut in _HUMP.finditer(run[0])), len(run[0])]
            for begin, end in pairwise(cuts if len(cuts) < _MANY_HUMPS else (0, len(run[0]))):
                yield run[0][begin:end], run.start() + begin, run.start() + end


_MANY_HUMPS: Final = 6


def _is_by_chance(run: str) -> bool:
    """Whether letters and digits stand in no order, as in a key."""
    return bool(_TURN.search(run)) and (len(run) >= _LONG_KEY or sum(map(str.isdigit, run)) > 1)


def _pairs(text: str, shown: Set[str]) -> Iterator[tuple[str, str]]:
    """Two words beside each other that may be the names of somebody; small words may stand between them."""
    before, end, between = "", -1, False
    for word, start, stop in _placed(text):
        if end >= 0 and not _CLOSE.fullmatch(text, end, start):
            before = ""
        if before and (word in _BETWEEN or (min(len(before), len(word)) > 1 and word.casefold() in _BETWEEN)):
            end, between = stop, True
            continue
        if before and not {before.casefold(), word.casefold()} <= shown and _are_names(before, word, between=between):
            yield before, word
        before, end, between = word, stop, False


def _are_names(first: str, last: str, *, between: bool) -> bool:
    """Whether two words are a given name, or its first letter, and a surname. Small letters make a name of what no dictionary has."""
    given, family = first.casefold(), last.casefold()
    if len(last) < _SHORT or _is_of_program(family) or (_is_of_program(given) and given not in GIVEN_NAMES and len(first) > 1):
        return False
    if not first[0].isupper() or not last[0].isupper():
        return (given in GIVEN_NAMES and len(family) <= LONGEST_CUT and not _is_in_dictionary(family)) or not (
            _is_ordinary(given) or _is_ordinary(family)
        )
    if len(first) == 1:
        return between or not _is_ordinary(family)
    return given in GIVEN_NAMES or not _is_ordinary(given)


def _is_ordinary(word: str) -> bool:
    """Whether a word in lower case is one of the language or of programs, or a compound of two, or too short to be anybody."""
    if len(word) < _SHORT or _is_of_program(word):
        return True
    return len(word) <= LONGEST_CUT and word not in GIVEN_NAMES and (_is_known(word) or _is_compound(word))


def _is_compound(word: str) -> bool:
    return any(
        _is_known(word[cut:]) and (_is_known(word[:cut]) or (word[cut - 1] == "s" and _is_known(word[: cut - 1])))
        for cut in range(_SHORT + 1, len(word) - _SHORT)
    )


def _is_of_program(word: str) -> bool:
    return word in DRAWING_WORDS or is_of_program(word)


@lru_cache(maxsize=50_000)
def _is_known(word: str) -> bool:
    """Whether a dictionary of Dutch or English has a word, or many people write it."""
    return _is_in_dictionary(word) or any(word in words_above(code, _RARE) for code in ("nl", "en"))


@lru_cache(maxsize=50_000)
def _is_in_dictionary(word: str) -> bool:
    import simplemma  # noqa: PLC0415  # its dictionaries take longer than most checks, which meet no such word

    return simplemma.is_known(word, lang="nl") or simplemma.is_known(word, lang="en")
