"""The staff's own pages, in the Markdown of the host: it shows them, and here their links and headings are found."""

from collections.abc import Iterator
from dataclasses import replace

import markdown

from geleerd.commonmark.html import ConvertedText, HtmlInText
from geleerd.model.documents import Document
from geleerd.model.limits import LONGEST_BODY
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address
from geleerd.texts.bodies import NOTHING, SafeBody, TextWriter
from geleerd.texts.body_links import BodyLinks, DeadLink, place_in_body, unsafe_links

_MOST_BRACKETS = 3_000
"""Opening brackets of a kind in one body. Python-Markdown's time grows with their square: this many unclosed ones take about a second."""


_EXTENSIONS = ("admonition", "attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "pymdownx.tabbed")


class StaffPages:
    """Finds the links and headings of staff pages."""

    def __init__(self, writer: TextWriter) -> None:
        self._writer = writer
        self._parser = markdown.Markdown(extensions=_EXTENSIONS)

    def body(self, document: Document, page: Address) -> SafeBody:
        """The body as the host would make it, with our own extensions of Markdown; an owner may have added more."""
        text = document.body.text
        if len(text) > LONGEST_BODY or max(text.count("["), text.count("<")) > _MOST_BRACKETS:
            return self._too_complex(document)
        html = self._writer.once(lambda: self._html(text), "staff page", text)
        if html is None:
            return self._too_complex(document)
        # The parser tells no lines: the whole text is one piece in which a link can be found.
        converted = ConvertedText(html, pieces=(HtmlInText(text, 0),))
        body = self._writer.resolved(converted, document, page)
        told = tuple(problem for problem in body.problems if problem.code is not Code.EMPTY_LINK)
        return replace(body, problems=(*told, *self._unsafe(html, document, page)))

    def _html(self, text: str) -> str | None:
        try:
            return self._parser.reset().convert(text)
        except RecursionError:
            self._parser = markdown.Markdown(extensions=_EXTENSIONS)  # the former is left in the middle of the text
            return None

    def _unsafe(self, html: str, document: Document, page: Address) -> Iterator[Problem]:
        """A problem for each link in Markdown that the sanitiser removed before anything resolved it."""
        links = BodyLinks(self._writer.table, document, page)
        in_html = frozenset(unsafe_links(document.body.text))
        for written in dict.fromkeys(unsafe_links(html)):
            if written not in in_html:
                yield links.problem(DeadLink(Code.UNSAFE_LINK, written), place_in_body(document, written))

    def _too_complex(self, document: Document) -> SafeBody:
        return replace(NOTHING, problems=(Problem(Place(document.path, document.body.line), Code.BODY_TOO_COMPLEX),))
