"""Soft hyphens in what stands large or narrow on a page: a long word then breaks where its language breaks it, and with a hyphen."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"

_OPENING = re.compile(r'<(h[1-4]|dt|th|label|legend|caption|dd(?= class="fact"))(?=[\s>])')
"""The headings, labels, heads of tables and facts of a page; a card's title is a heading."""

_PIECE = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:\#?\w+);)""")
"""A tag with its quoted attributes, or a character reference: nothing inside them is text."""

_AS_WRITTEN = re.compile(r"<(/?)(?:code|svg|textarea|option)\b")
"""Where every character counts, or where browsers break no word."""

_LANGUAGE = re.compile(r'\slang="([\w-]+)"')

_FEWEST = 4
"""Fewest letters on either side of a hyphen."""

_WORD = re.compile(r"(?<![\w.@:/])[^\W\d_]{12,}(?![\w@/]|[.:][\w/])")
"""A word long enough for a hyphen, and no part of a mailbox or a file's name."""

_ADDRESS_OR_WORD = re.compile(rf"(?<![^\s(])(?:[a-z]+://|www\.)\S*|({_WORD.pattern})")
"""A web address, in which every word stays as it is, or such a word."""

_SPOKEN = re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûü]", re.IGNORECASE)


def with_soft_hyphens(html: str, language: str) -> str:
    """A document with soft hyphens in its headings, labels and facts, and nowhere else. Takes time in proportion to its length."""
    out, done, never_closed = list[str](), 0, set[str]()
    for opening in _OPENING.finditer(html):
        tag = opening[1]
        if opening.start() < done or tag in never_closed:
            continue
        end = html.find(f"</{tag}", opening.end())
        if end < 0:
            never_closed.add(tag)
            continue
        if _WORD.search(html, opening.end(), end):
            out += (html[done : opening.start()], *_pieces(html[opening.start() : end], language))
            done = end
    return "".join((*out, html[done:]))


def _pieces(html: str, language: str) -> Iterator[str]:
    """The pieces of an element, its texts with soft hyphens."""
    depth = 0
    for piece in _PIECE.split(html):
        if piece.startswith("<"):
            if found := _AS_WRITTEN.match(piece):
                depth += -1 if found[1] else 1
            if told := _LANGUAGE.search(piece):
                language = told[1]
        yield piece if depth or piece.startswith(("<", "&")) else _broken(piece, language)


def _broken(text: str, language: str) -> str:
    """A text with soft hyphens in its long words, but for those in web addresses."""
    return _ADDRESS_OR_WORD.sub(lambda found: hyphenated(found[1], language) if found[1] else found[0], text)


@lru_cache(maxsize=20_000)
def hyphenated(word: str, language: str) -> str:
    """A word with soft hyphens where its language may break it; as it is in a language without patterns."""
    places = [0, *(place for place in _breaks(language)(word) if _FEWEST <= place <= len(word) - _FEWEST), len(word)]
    syllables = [word[start:end] for start, end in pairwise(places)]
    return "".join(_joined(syllables))


def _joined(syllables: list[str]) -> Iterator[str]:
    """The syllables with soft hyphens between them; what no vowel is in belongs to the next (`tegel-tjes`), as patterns may not know."""
    for number, syllable in enumerate(syllables):
        yield SOFT_HYPHEN + syllable if number and _SPOKEN.search(syllables[number - 1]) else syllable


@cache
def _breaks(language: str) -> Callable[[str], list[int]]:
    """Finds the places in a word where the patterns of a language allow a hyphen without another spelling."""
    import pyphen  # noqa: PLC0415  # takes a tenth of a second, and only long words need it

    known = pyphen.language_fallback(language)
    if known is None:
        return lambda _: []
    patterns = pyphen.Pyphen(lang=known)
    return lambda word: [int(place) for place in patterns.positions(word) if not place.data]
