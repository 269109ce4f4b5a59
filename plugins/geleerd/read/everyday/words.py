"""The words with which people write dates, times and lengths of time, in all languages, and texts taken apart into such words.

A form in a browser has the same lexicons and does the same with them: `theme/assets/scripts/form/everyday.js`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from geleerd.locale.catalogue import LANGUAGES, Catalogue, catalogues
from geleerd.model.frozen import Frozen

LONGEST_PHRASE = 200
"""Most characters of a text that can be a date or a length of time."""

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_MOST_PIECES = 5
"""Most pieces of one entry of a lexicon: "quarter of an hour" has four."""

_DASHES = "-‐‑–—"
"""Dashes between numbers; a word processor puts one there that breaks no line."""

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

Meaning = tuple[str, float]
"""What an entry of a lexicon is, by a letter, and its value, where it has one."""

Lexicon = Mapping[str, Meaning]


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign of a text: what it is (`kind`), its value, its place in the text, and whether a space stands before it.

    Of a number the kind is `n`, the value that number; of anything that no lexicon holds, the kind is `?`.
    """

    kind: str
    value: float
    text: str
    start: int
    end: int
    is_apart: bool


def phrases_in(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a text. The longest entry of the lexicon counts, so that "t/m" is one word."""
    pieces = list(_PIECE.finditer(text))
    found: list[Word] = []
    at = 0
    while at < len(pieces):
        word, size = _word(pieces[at : at + _MOST_PIECES], lexicon)
        found.append(word)
        at += size
    return tuple(found)


def telling(words: tuple[Word, ...]) -> list[Word]:
    """The words without those that say nothing (`_`), and without the dots behind abbreviations."""
    before = (None, *words)
    return [word for word, last in zip(words, before, strict=False) if word.kind != "_" and not _ends(last, word)]


def _ends(last: Word | None, word: Word) -> bool:
    """Whether a word is the dot behind an abbreviation."""
    return word.kind == "." and last is not None and not last.text[0].isdecimal()


def _word(pieces: list[re.Match[str]], lexicon: Lexicon) -> tuple[Word, int]:
    first = pieces[0]
    is_apart = first.start() > 0 and first.string[first.start() - 1].isspace()
    if first[0].isdecimal():
        return Word("n", int(first[0][:15]), first[0], first.start(), first.end(), is_apart), 1
    for size in range(len(pieces), 0, -1):
        phrase = " ".join(piece[0].casefold() for piece in pieces[:size])
        if phrase in lexicon:
            return Word(*lexicon[phrase], phrase, first.start(), pieces[size - 1].end(), is_apart), size
    return Word("?", 0, first[0], first.start(), first.end(), is_apart), 1


@cache
def date_words() -> Lexicon:
    """The words of dates and times.

    They are months (`M`), what stands behind a time (`u`), halves of the day (`a`, `p`), signs, and words that say nothing (`_`).
    """
    signs = {**dict.fromkeys(f"{_DASHES}/", "-"), ".": ".", ":": ":", ",": "_", "t": "T"}
    entries = {sign: (kind, 0.0) for sign, kind in signs.items()}
    for words in catalogues():
        for name, kind in (("before-dates", "_"), ("ordinals", "_"), ("clock", "u"), ("before-noon", "a"), ("after-noon", "p")):
            entries |= dict.fromkeys(map(_phrase, words.everyday.get(name, ())), (kind, 0.0))
    for language in LANGUAGES:
        entries |= dict.fromkeys(_days(language), ("_", 0.0)) | {name: ("M", float(month)) for name, month in _months(language)}
    return Frozen(entries)


def for_scripts() -> Mapping[str, Mapping[str, Meaning]]:
    """Both lexicons, for the forms."""
    return {"dates": dict(date_words()), "lengths": dict(length_words())}


@cache
def length_words() -> Lexicon:
    """The words of lengths of time and numbers of people: numbers (`N`), units, and the words between and around them."""
    signs = {
        **dict.fromkeys(_DASHES, "b"),
        **dict.fromkeys("'’′", "m"),
        **dict.fromkeys(("±", "~", "+ / -"), "_"),
        "/": "/",
        ".": ".",
        ",": ",",
        ":": ":",
        "+": "+",
    }
    entries: dict[str, Meaning] = {sign: (kind, 0.0) for sign, kind in signs.items()} | {
        sign: ("f", part) for sign, part in _FRACTIONS.items()
    }
    for words in catalogues():
        entries |= {phrase: (kind, 0.0) for phrase, kind in _units(words)}
        for name, kind in _AROUND:
            entries |= dict.fromkeys(map(_phrase, words.everyday.get(name, ())), (kind, 0.0))
        entries |= {_phrase(name): ("N", float(number)) for name, number in words.everyday.get("numbers", {}).items()}
    return Frozen(entries)


_AROUND = (
    *(("between-numbers", "b"), ("about", "_"), ("and", "&"), ("at-least", ">"), ("at-most", "<"), ("or-more", "+")),
    *(("quarters", "q"), ("half-hours", "H"), ("people", "p"), ("not-a-length-before", "!")),
)

_UNITS = {"minutes": "m", "hours": "h", "days": "d", "ongoing": "o"}


def _units(words: Catalogue) -> Iterator[tuple[str, str]]:
    yield _phrase(words.say("people")), "p"
    for unit, kind in _UNITS.items():
        shown = words.entries["values"]["unit"].get(unit, {})
        yield from ((_phrase(str(name)), kind) for name in (*shown.values(), *words.everyday.get(unit, ())))


def _phrase(text: str) -> str:
    """A phrase as the pieces of a text are joined."""
    return " ".join(piece[0] for piece in _PIECE.finditer(text.casefold()))


def _months(language: str) -> Iterator[tuple[str, int]]:
    """The names of the months, also cut to three or four letters."""
    from babel.dates import get_month_names  # noqa: PLC0415  # its import takes longer than most commands, which read no such date

    for width in ("wide", "abbreviated"):
        for month, name in islice(get_month_names(width, locale=language).items(), 12):
            plain = name.casefold().rstrip(".")
            yield from ((cut, month) for cut in (plain, plain[:3], plain[:4]))


def _days(language: str) -> Iterator[str]:
    from babel.dates import get_day_names  # noqa: PLC0415  # as for the months

    for width in ("wide", "abbreviated"):
        yield from (name.casefold().rstrip(".") for name in get_day_names(width, locale=language).values())
