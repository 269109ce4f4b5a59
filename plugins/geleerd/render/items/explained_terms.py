"""Explains terms in texts: the first use of a term on a page shows its meaning and links to the glossary."""

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
    """The terms to explain in texts. `pattern` matches every term and abbreviation; `terms` gives the term for a match.

    `glossary` is the link to the page with all terms.
    """

    pattern: re.Pattern[str] | None
    terms: Mapping[str, Term]
    glossary: str

    def seen_from(self, page: Address) -> "ExplainedTerms":
        """The same terms, with a link to the glossary that works on a page."""
        return replace(self, glossary=relative(page, self.glossary))

    def explained_in(self, html: str) -> Markup:
        """The HTML with an explanation at the first use of each term."""
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
        if term is None:  # some letters match in both cases but have another lower case, such as the dotless i
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
    """The terms of the glossary, whose page has the address `glossary`.

    A term in lower case also matches with a capital at the start of a sentence, an abbreviation only as written.
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
    """The change in depth that a tag makes inside elements without explanations. A card (<article>) is one of these: it is all one link."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1
