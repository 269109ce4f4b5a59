"""Explains terms in texts: the first use of a term on a page shows its meaning and links to the glossary."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup, escape

from geleerd.commonmark.plain_text import plain
from geleerd.model.declarations.part_types import Term
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative

# Tags with their quoted attributes, and character references: nothing inside them is text.
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:\#?\w+);)""")
_NOTHING = "(?!)"
"""A pattern that matches nowhere."""
_NAME = re.compile(r"</?([a-z0-9]+)")
# Inside these, a link would be wrong or in the way.
_CLOSED = {
    "article",
    "a",
    "abbr",
    "button",
    "code",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "script",
    "small",
    "style",
    "summary",
    "svg",
}


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A term or abbreviation as written in the glossary, with the anchor and the meaning of its term.

    `page` is where the glossary has it: an address, or for the words on a page the link to it. `stands_for` is the full form of an
    abbreviation; None for a term.
    """

    word: str
    page: str
    anchor: str
    meaning: str
    stands_for: str | None

    @property
    def exact(self) -> bool:
        """Whether the word matches only as written; a word in lower case also matches with a capital at the start of a sentence."""
        return any(letter.isupper() for letter in self.word)

    @property
    def key(self) -> str:
        """The text that finds this word: as written when exact, otherwise in lower case."""
        return self.word if self.exact else self.word.casefold()


@dataclass(frozen=True, slots=True)
class ExplainedTerms:
    """The words to explain in texts, in the order of the glossary."""

    words: tuple[ExplainedWord, ...]

    def on_page(self, page: Address, texts: Iterable[str]) -> "ExplainedTerms":
        """Only the words that occur in the texts of a page, with links to the glossary that work on that page.

        The texts are plain text, or HTML as `Markup`.
        """
        told = "\n".join(piece for text in texts for piece, is_open in _pieces(escape(text)) if is_open)
        without_case = told.casefold()
        found = (word for word, key, exact, alone in _alone(self.words) if key in (told if exact else without_case) and alone(told))
        return ExplainedTerms(tuple(replace(word, page=relative(page, word.page)) for word in found))

    def explained_in(self, html: str) -> Markup:
        """The HTML with an explanation at the first use of each term."""
        if not self.words:
            return Markup(html)  # noqa: S704  # its input is escaped
        pattern, by_key = _search(self.words)
        seen: set[str] = set()

        def explained(match: re.Match[str]) -> str:
            word = _meant(match[0], by_key)
            if word is None or word.anchor in seen:
                return match[0]
            seen.add(word.anchor)
            return self._link(word, Markup(match[0]))  # noqa: S704  # a piece of escaped HTML

        parts = (pattern.sub(explained, piece) if is_open else piece for piece, is_open in _pieces(html))
        return Markup("".join(parts))  # noqa: S704  # its input is escaped, and so is what `_link` adds

    def _link(self, word: ExplainedWord, shown: Markup) -> Markup:
        if word.stands_for:
            shown = Markup('<abbr title="{}">{}</abbr>').format(word.stands_for, shown)
        return Markup('<a class="term" href="{}" title="{}">{}</a>').format(f"{word.page}#{word.anchor}", word.meaning, shown)


def explained_terms(terms: Iterable[Term], pages: Mapping[str, Address]) -> ExplainedTerms:
    """The terms of the glossary; `pages` tells by its anchor where each stands."""
    words = (_word(word, term, pages[term.anchor]) for term in terms for word in (term.term, term.abbreviation) if word)
    return ExplainedTerms(tuple(words))


def _word(word: str, term: Term, page: Address) -> ExplainedWord:
    meaning = plain(term.meaning or "")
    short = term.abbreviation and word.casefold() == term.abbreviation.casefold()
    return ExplainedWord(word, page, term.anchor, meaning, (term.term or meaning) if short else None)


@lru_cache(maxsize=1)
def _alone(words: tuple[ExplainedWord, ...]) -> tuple[tuple[ExplainedWord, str, bool, Callable[[str], object]], ...]:
    """The words, each with its key, whether it is exact, and what finds it where it is no part of another word."""
    return tuple((word, word.key, word.exact, re.compile(rf"(?<![\w-]){_pattern(word)}(?![\w-])").search) for word in words)


def _pattern(word: ExplainedWord) -> str:
    return re.escape(word.word) if word.exact else f"(?i:{re.escape(word.word)})"


@lru_cache(maxsize=64)
def _search(words: tuple[ExplainedWord, ...]) -> tuple[re.Pattern[str], Mapping[str, ExplainedWord]]:
    """A pattern that matches every word, longer words first, and the words by key; of two words with one key, the first."""
    longest_first = "|".join(sorted(map(_pattern, words), key=len, reverse=True)) or _NOTHING
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])"), Frozen({word.key: word for word in reversed(words)})


def _meant(found: str, by_key: Mapping[str, ExplainedWord]) -> ExplainedWord | None:
    """The word for a match; None when its letters match in both cases but have another lower case, such as the dotless i."""
    return by_key.get(found) or by_key.get(found.casefold())


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The tags, character references and texts of the HTML, and for each whether it is a text in which terms may be explained."""
    depth = 0
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            depth += _step(piece)
        yield piece, not (depth or piece.startswith(("<", "&")))


def _step(tag: str) -> int:
    """The change in depth that a tag makes inside elements without explanations. A card (<article>) is one of these: it is all one link."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1
