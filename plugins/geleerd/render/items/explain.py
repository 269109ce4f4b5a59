"""Words that explain themselves: the first use of a term on a page carries its meaning and leads to the glossary."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.declarations.part_types import Term
from geleerd.model.strings import Address
from geleerd.model.urls import relative

# Tags with their quoted attributes, and character references: nothing inside them is text.
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:\#?\w+);)""")
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
class Explainer:
    """Finds terms in text. `pattern` matches every term and abbreviation, `terms` tells which term was meant."""

    pattern: re.Pattern[str] | None
    terms: dict[str, Term]
    glossary: Address

    def on(self, page: Address) -> Callable[[str], Markup]:
        """A filter for the HTML of one page; it remembers which terms the page has explained already."""
        seen: set[str] = set()

        def explain(html: str) -> Markup:
            return Markup("".join(self._parts(html, page, seen)))  # noqa: S704  # its input is escaped, and what it adds is escaped below

        return explain

    def _parts(self, html: str, page: Address, seen: set[str]) -> Iterable[str]:
        depth = 0
        for part in _TAG.split(html):
            if part.startswith("<"):
                depth += _step(part)
                yield part
            elif depth or part.startswith("&") or not self.pattern:
                yield part
            else:
                yield self.pattern.sub(lambda match: self._explained(match, page, seen), part)

    def _explained(self, match: re.Match[str], page: Address, seen: set[str]) -> str:
        term = self.terms.get(match[0]) or self.terms.get(match[0].casefold())
        if term is None:  # letters that match whatever their case, but fold otherwise, such as the dotless i
            return match[0]
        anchor = term.anchor
        if anchor in seen:
            return match[0]
        seen.add(anchor)
        href = relative(page, f"{self.glossary}#{anchor}")
        word = match[0]
        if term.abbreviation and word.casefold() == term.abbreviation.casefold():
            word = Markup('<abbr title="{}">{}</abbr>').format(term.term or term.meaning, Markup(match[0]))  # noqa: S704  # a piece of escaped HTML
        return Markup('<a class="term" href="{}" title="{}">{}</a>').format(href, term.meaning, Markup(word))  # noqa: S704  # as above


def explainer(terms: Iterable[Term], glossary: Address) -> Explainer:
    """An explainer for the terms of the glossary.

    A word in lower case is known at the start of a sentence too, an abbreviation only as written.
    """
    words: dict[str, Term] = {}
    patterns: list[str] = []
    for term in terms:
        for word in filter(None, (term.term, term.abbreviation)):
            exact = any(letter.isupper() for letter in word)
            words.setdefault(word if exact else word.casefold(), term)
            patterns.append(re.escape(word) if exact else f"(?i:{re.escape(word)})")
    if not patterns:
        return Explainer(None, {}, glossary)
    return Explainer(re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?![\w-])"), words, glossary)


def _step(tag: str) -> int:
    """How a tag changes the depth inside closed elements; a card is one link as a whole, and the only <article> in a story."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1
