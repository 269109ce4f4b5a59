"""Words that explain themselves: the first use of a term on a page carries its meaning and leads to the glossary."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
class ExplainedTerms:
    """The terms that a text explains. `pattern` matches every term and abbreviation, `terms` tells which term was meant.

    `glossary` is the link to the page on which all of them stand.
    """

    pattern: re.Pattern[str] | None
    terms: Mapping[str, Term]
    glossary: str

    def seen_from(self, page: Address) -> "ExplainedTerms":
        """The same terms, with the link to the glossary as it is on a page."""
        return replace(self, glossary=relative(page, self.glossary))

    def explained_in(self, html: str) -> Markup:
        """The HTML in which the first use of each term explains itself."""
        return Markup("".join(self._parts(html, set())))  # noqa: S704  # its input is escaped, and what it adds is escaped below

    def _parts(self, html: str, seen: set[str]) -> Iterable[str]:
        depth = 0
        for part in _TAG.split(html):
            if part.startswith("<"):
                depth += _step(part)
                yield part
            elif depth or part.startswith("&") or not self.pattern:
                yield part
            else:
                yield self.pattern.sub(lambda match: self._explained(match, seen), part)

    def _explained(self, match: re.Match[str], seen: set[str]) -> str:
        term = self.terms.get(match[0]) or self.terms.get(match[0].casefold())
        if term is None:  # letters that match whatever their case, but fold otherwise, such as the dotless i
            return match[0]
        anchor = term.anchor
        if anchor in seen:
            return match[0]
        seen.add(anchor)
        word = match[0]
        if term.abbreviation and word.casefold() == term.abbreviation.casefold():
            word = Markup('<abbr title="{}">{}</abbr>').format(term.term or term.meaning, Markup(match[0]))  # noqa: S704  # a piece of escaped HTML
        href = f"{self.glossary}#{anchor}"
        return Markup('<a class="term" href="{}" title="{}">{}</a>').format(href, term.meaning, Markup(word))  # noqa: S704  # as above


def explained_terms(terms: Iterable[Term], glossary: Address) -> ExplainedTerms:
    """The terms of the glossary, which stands at an address.

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
        return ExplainedTerms(None, {}, glossary)
    return ExplainedTerms(re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?![\w-])"), words, glossary)


def _step(tag: str) -> int:
    """How a tag changes the depth inside closed elements; a card is one link as a whole, and the only <article> in a story."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1
