"""From the Markdown of a body to safe HTML with its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from geleerd.model.artefacts import Heading
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.texts.body_links import AnchorLink, BodyLinks, Destination, LinkTable, unsafe_links
from geleerd.texts.safe_html import SafeHtml, safe_html


@dataclass(frozen=True, slots=True)
class SafeBody:
    """A body that is ready to show. `assets` maps the files that it uses to their places on the site."""

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    anchor_links: tuple[AnchorLink, ...]
    assets: tuple[tuple[SourcePath, str], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ConvertedBody:
    """The result of Markdown: unchecked HTML, with links as they were written, and the headings."""

    html: str
    headings: tuple[Heading, ...]


LONGEST_BODY = 150_000
"""Characters in one body; a long article has 50,000."""

MOST_BRACKETS = 3_000
"""Opening brackets of a kind in one body; found by measuring: this many unclosed ones take about a second."""

_BOX = re.compile(r'(<input\b[^>]* type="checkbox"[^>]*)>')

NOTHING = SafeBody("", (), frozenset(), (), (), ())


class BodyRenderer:
    """Renders bodies one by one with the same parser. It reads no files and runs no code, whatever the text says.

    A screen reader says `backlink_title` for the link from a footnote back to the text, with the number of the footnote for `{}`. It says
    the two `tasks` for an open and a ticked box of a task.
    """

    def __init__(self, table: LinkTable, backlink_title: str, tasks: tuple[str, str] = ("☐", "☑")) -> None:
        self._table = table
        self._tasks = tasks
        self._markdown = _parser(backlink_title)

    def render(self, document: Document, page: Address) -> SafeBody:
        """The body of a document, as a page shows it."""
        if not document.body.text.strip():
            return NOTHING
        converted = self.convert(document.body.text)
        if converted is None:
            return replace(NOTHING, problems=(Problem(Place(document.path, document.body.line), Code.BODY_TOO_COMPLEX),))
        return self.resolve(converted, document, page)

    def convert(self, text: str) -> ConvertedBody | None:
        """The HTML of a text, with its links unresolved; None when the text is too long, or nested too deeply for the parser."""
        if not _is_manageable(text):
            return None
        try:
            html = self._markdown.reset().convert(text)
        except RecursionError:
            return None
        return ConvertedBody(html, _headings(getattr(self._markdown, "toc_tokens", [])))

    def resolve(self, converted: ConvertedBody, document: Document, page: Address) -> SafeBody:
        """The harmless part of a converted text, with every link resolved: relative to `page`, on this site."""
        links = BodyLinks(self._table, document, page)
        safe, found = _followed(converted.html, links)
        return SafeBody(
            html=_BOX.sub(self._named, safe.html),
            headings=converted.headings,
            anchors=safe.anchors,
            anchor_links=tuple(link.anchor for link in found if link.anchor),
            assets=tuple(dict(link.asset for link in found if link.asset).items()),
            problems=tuple(links.problems((*unsafe_links(converted.html), *(link.dead for link in found if link.dead)))),
        )

    def _named(self, box: re.Match[str]) -> str:
        return f'{box[1]} aria-label="{escape(self._tasks[" checked" in box[1]])}">'


def _followed(html: str, links: BodyLinks) -> tuple[SafeHtml, tuple[Destination, ...]]:
    """The harmless part of a body, and the destination of every link in it, in their order."""
    found: list[Destination] = []

    def rewrite(tag: str, written: str) -> str | None:
        found.append(links.destination(tag, written))
        return found[-1].href

    return safe_html(html, rewrite), tuple(found)


def _is_manageable(text: str) -> bool:
    """Whether Markdown's parser can read a text in reasonable time: its time grows with the square of unclosed brackets."""
    return len(text) <= LONGEST_BODY and text.count("[") <= MOST_BRACKETS and text.count("<") <= MOST_BRACKETS


def _parser(backlink_title: str) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            "admonition",
            "footnotes",
            "sane_lists",
            "tables",
            "toc",
            "pymdownx.betterem",
            "pymdownx.superfences",
            "pymdownx.tabbed",
            "pymdownx.tasklist",
            "pymdownx.tilde",
            _OneTitle(),
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": backlink_title},
            "pymdownx.superfences": {"custom_fences": []},
            "pymdownx.tabbed": {"alternate_style": True},
        },
    )


class _OneTitle(Extension):
    """A page has one title, its own: a first-level heading in a body becomes a second-level one."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name is Markdown's
        # Before `toc` (5) reads the headings, after `inline` (20) has filled them.
        md.treeprocessors.register(_LowerTitles(md), "one-title", 15)


class _LowerTitles(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("h1"):
            element.tag = "h2"


def _headings(tokens: Sequence[dict[str, Any]]) -> tuple[Heading, ...]:
    return tuple(Heading(t["name"], t["id"], t["level"], _headings(t["children"])) for t in tokens)
