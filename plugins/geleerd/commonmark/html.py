"""From Markdown to HTML that nobody has checked yet, with the links and headings in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import comrak
from comrak import AstNode
from markdown.extensions.toc import slugify, unique

from geleerd.commonmark.as_meant import kind_of
from geleerd.commonmark.parsing import Dialect, extensions, parse
from geleerd.commonmark.tree import nodes, of_kind, words_seen
from geleerd.model.artefacts import Heading
from geleerd.model.limits import MOST_ELEMENTS, MOST_HEADINGS

NUMBERED = "~"
"""Stands before the number of a link or heading in the HTML, so that the sanitiser's rewriting knows which one it meets."""


@dataclass(frozen=True, slots=True)
class LinkInText:
    """A link or image as written: `tag` is `a` or `img`, `line` counts from 0."""

    tag: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class HtmlInText:
    """A piece of HTML as written: a tag, a comment or whole lines; `line` counts from 0."""

    html: str
    line: int


@dataclass(frozen=True, slots=True)
class WikiLinkInText:
    """What stands between double brackets: `written` with them, `target` and `words` apart; `line` counts from 0."""

    written: str
    target: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """The HTML of a text.

    A link in it leads to `~n`, the place of its target in `links`; a heading begins with an anchor `~n`, its place in `anchors`. Every
    other link is in one of the `pieces` that were written as HTML. `unknown` are the links between double brackets that lead nowhere.
    """

    html: str
    links: tuple[LinkInText, ...] = ()
    pieces: tuple[HtmlInText, ...] = ()
    anchors: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    unknown: tuple[WikiLinkInText, ...] = ()


MeantBy = Callable[[str], str | None]
"""Takes what stands between double brackets; returns the link that it means, as if it were written as one, or None."""

_FOOTNOTES = '<section class="footnotes" data-footnotes>'
"""The parser's beginning of the footnotes, which come last. Sections are for pages, which have headings in them."""


def convert_body(text: str, alerts: Mapping[str, str], known: MeantBy) -> ConvertedText | None:
    """The HTML of a body; None when nobody could read it. `alerts` are the titles of alerts by kind, such as `note`.

    A page has one title, its own: a first-level heading becomes a second-level one.
    """
    tree = parse(text, Dialect.BODY)
    if tree is None or len(of_kind(tree, comrak.Heading)) > MOST_HEADINGS:
        return None
    dialect = Dialect.BODY
    unknown: tuple[WikiLinkInText, ...] = ()
    if "[[" in text and (linked := parse(text, Dialect.WIKI)):
        unknown = tuple(_unknown_wiki_links(linked, known))
        if _knows_wiki_links(linked, known):
            tree, dialect = linked, Dialect.WIKI
    converted = _converted(tree, dialect, alerts)
    return replace(converted, unknown=unknown) if sum(piece.html.count("<") for piece in converted.pieces) <= MOST_ELEMENTS else None


def convert_field(text: str, alerts: Mapping[str, str]) -> ConvertedText | None:
    """The HTML of a field, which has no headings, images and footnotes: a heading is strong, of an image its description stays."""
    tree = parse(text, Dialect.FIELD)
    if tree is None:
        return None
    for node in nodes(tree):
        if isinstance(node.node_value, comrak.Heading):
            node.node_value = comrak.Paragraph()
            node.children = [AstNode(comrak.Strong(), node.sourcepos, None, node.children)]
        elif isinstance(node.node_value, comrak.Image):
            node.node_value, node.children = comrak.Text(words_seen(node)), []
    return _converted(tree, Dialect.FIELD, alerts)


def nested(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    """Headings in the order of a text, each with those under it as its children."""
    to_do = list(reversed(list(headings)))

    def under(level: int) -> tuple[Heading, ...]:
        found = []
        while to_do and to_do[-1].level > level:
            heading = to_do.pop()
            found.append(replace(heading, children=under(heading.level)))
        return tuple(found)

    return under(0)


def _converted(tree: AstNode, dialect: Dialect, alerts: Mapping[str, str]) -> ConvertedText:
    _give_titles(tree, alerts)
    pieces = tuple(_pieces(tree))
    links = tuple(_numbered_links(tree))
    headings = tuple(_anchored_headings(tree))
    html = comrak.format_html(tree, extensions(dialect), comrak.ParseOptions(), _as_html())
    if _FOOTNOTES in html:
        html = html.replace(_FOOTNOTES, '<div class="footnotes">').removesuffix("</section>\n") + "</div>"
    return ConvertedText(html, links, pieces, tuple(heading.anchor for heading in headings), nested(headings))


@cache
def _as_html() -> comrak.RenderOptions:
    """HTML in a text stays: the sanitiser, which comes next, keeps what is harmless."""
    return comrak.RenderOptions(tasklist_classes=True, unsafe_=True)


def _unknown_wiki_links(tree: AstNode, known: MeantBy) -> Iterator[WikiLinkInText]:
    for node, wiki in of_kind(tree, comrak.WikiLink):
        if known(wiki.value.url) is None:
            words = words_seen(node)
            yield WikiLinkInText(_as_written(wiki.value, words), wiki.value.url, words, node.sourcepos.start.line - 1)


def _knows_wiki_links(tree: AstNode, known: MeantBy) -> bool:
    """Turn what stands between double brackets into a link, or leave it as written; whether anything was known."""
    found = [(node, wiki.value, known(wiki.value.url)) for node, wiki in of_kind(tree, comrak.WikiLink)]
    for node, wiki, target in found:
        if target is None:
            node.node_value, node.children = comrak.Text(_as_written(wiki, words_seen(node))), []
        else:
            link = comrak.NodeLink(target, "")
            node.node_value = comrak.Image(link) if wiki.embed else comrak.Link(link)
    return any(target is not None for _, _, target in found)


def _as_written(wiki: comrak.NodeWikiLink, words: str) -> str:
    return f"{'!' * wiki.embed}[[{wiki.url if words == wiki.url else f'{wiki.url}|{words}'}]]"


def _pieces(tree: AstNode) -> Iterator[HtmlInText]:
    for node in nodes(tree):
        if isinstance(node.node_value, comrak.HtmlBlock):
            yield HtmlInText(node.node_value.value.literal, node.sourcepos.start.line - 1)
        elif isinstance(node.node_value, comrak.HtmlInline):
            yield HtmlInText(node.node_value.value, node.sourcepos.start.line - 1)


def _give_titles(tree: AstNode, alerts: Mapping[str, str]) -> None:
    for node, value in of_kind(tree, comrak.Alert):
        alert = value.value
        if alert.title is None:
            titled = comrak.NodeAlert(alert.alert_type, alerts[kind_of(alert)], alert.multiline, alert.fence_length, alert.fence_offset)
            node.node_value = comrak.Alert(titled)


def _numbered_links(tree: AstNode) -> Iterator[LinkInText]:
    linked = [(node, value) for node in nodes(tree) if isinstance(value := node.node_value, (comrak.Link, comrak.Image))]
    for number, (node, value) in enumerate(linked):
        is_image = isinstance(value, comrak.Image)
        link = comrak.NodeLink(f"{NUMBERED}{number}", value.value.title)
        node.node_value = comrak.Image(link) if is_image else comrak.Link(link)
        yield LinkInText("img" if is_image else "a", value.value.url, node.sourcepos.start.line - 1)


def _anchored_headings(tree: AstNode) -> Iterator[Heading]:
    """Every heading, with an anchor of its own; in the tree it begins with the number of that anchor."""
    used: set[str] = set()
    for number, (node, value) in enumerate(of_kind(tree, comrak.Heading)):
        title, level = words_seen(node), max(2, value.value.level)
        node.node_value = comrak.Heading(comrak.NodeHeading(level, setext=False, closed=False))
        mark = comrak.HtmlInline(f'<a id="{NUMBERED}{number}"></a>')
        node.children = [AstNode(mark, node.sourcepos, None, []), *node.children]
        yield Heading(title, unique(slugify(title, "-"), used), level)
