"""The staff's own pages, in the Markdown of the host: it shows them, and here their links and headings are found."""

from dataclasses import replace

import markdown

from geleerd.commonmark.html import ConvertedText, HtmlInText
from geleerd.commonmark.parsing import LONGEST_BODY
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address
from geleerd.texts.bodies import NOTHING, SafeBody, TextWriter

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
        try:
            html = self._parser.reset().convert(text)
        except RecursionError:
            return self._too_complex(document)
        # The parser tells no lines: the whole text is one piece in which a link can be found.
        converted = ConvertedText(html, pieces=(HtmlInText(text, 0),))
        body = self._writer.resolved(converted, document, page)
        return replace(body, problems=tuple(problem for problem in body.problems if problem.code is not Code.EMPTY_LINK))

    def _too_complex(self, document: Document) -> SafeBody:
        return replace(NOTHING, problems=(Problem(Place(document.path, document.body.line), Code.BODY_TOO_COMPLEX),))
