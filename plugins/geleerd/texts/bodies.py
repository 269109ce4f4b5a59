"""From the Markdown of a body or a field to safe HTML."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape, unescape
from itertools import chain

from geleerd.commonmark.html import NUMBERED, ConvertedText, HtmlInText, convert_body, convert_field
from geleerd.commonmark.plain_text import is_marked
from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Heading
from geleerd.model.declarations.field_specs import markdown_in
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Document, Entry
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.once import Once, now
from geleerd.texts.body_links import AnchorLink, BodyLinks, DeadLink, Destination, LinkTable, unsafe_links
from geleerd.texts.field_texts import FieldTexts, from_root
from geleerd.texts.safe_html import Rewrite, SafeHtml, safe_html
from geleerd.texts.stripped_html import UNCLOSED, stripped_elements
from geleerd.texts.unknown_wiki_links import unknown_wiki_links


@dataclass(frozen=True, slots=True)
class SafeBody:
    """A body that is ready to show. `assets` maps the files that it uses to their places on the site, `written` is its Markdown."""

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    anchor_links: tuple[AnchorLink, ...]
    assets: tuple[tuple[SourcePath, str], ...]
    problems: tuple[Problem, ...]
    written: str = ""


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words that a text gets from the site.

    A screen reader says `to_text` for the link from a footnote back to the text, with the number of the footnote for `{}`, and the two
    `tasks` for an open and a ticked box. `alerts` are the titles of alerts by kind.
    """

    footnotes: str
    to_text: str
    tasks: tuple[str, str]
    alerts: Mapping[str, str]


PlaceOfLine = Callable[[int], Place]
"""Takes a line of a text, counted from 0; returns its place in the file."""

NOTHING = SafeBody("", (), frozenset(), (), (), ())

_MARKED = re.compile(rf"{NUMBERED}(\d{{1,6}})")
_HEADING = re.compile(rf'(<h[2-6])>((?:<[a-z]{{1,10}}>){{0,20}})<a id="{NUMBERED}(\d{{1,6}})"></a>')
"""An element that somebody left open before a heading goes on inside it."""

_BOX = re.compile(r'(<input\b[^>]* type="checkbox"[^>]*)>')
_ADDRESS_IN_HTML = re.compile(r"""(?:href|src)\s*+=\s*+("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_FOOTNOTES = '<div class="footnotes">'
_BACK = re.compile(r'(class="footnote-backref" aria-label=)"Back to reference (\d{1,6})(?:-\d{1,6})?">')


def words_of(catalogue: Catalogue) -> TextWords:
    """The words for texts in the language of the site."""
    say = catalogue.say
    kinds = ("note", "tip", "important", "warning", "caution")
    return TextWords(
        say("footnotes"), say("back-to-text"), (say("task-open"), say("task-done")), Frozen({kind: say(f"alert-{kind}") for kind in kinds})
    )


class TextWriter:
    """Writes texts as safe HTML. It reads no files and runs no code, whatever the text says; what no other file changes is done `once`."""

    def __init__(self, table: LinkTable, words: TextWords, once: Once = now) -> None:
        self.table = table
        self.words = words
        self.once = once

    def entry(self, entry: Entry[Item] | Entry[FrameEntry], page: Address) -> tuple[SafeBody, FieldTexts]:
        """The body of an entry and the texts of its fields; what the fields link to counts among what the body links to."""
        document = entry.document
        marked = ((path, text) for path, text in markdown_in(entry.fields) if is_marked(text))
        fields = {text: self.field(text, document, page, partial(document.place_in, path)) for path, text in marked}
        return with_fields(self.body(document, page), fields.values()), FieldTexts(Frozen({t: field.html for t, field in fields.items()}))

    def body(self, document: Document, page: Address) -> SafeBody:
        """The body of a document, as a page shows it."""
        body = document.body
        if not body.text.strip():
            return replace(NOTHING, written=body.text)
        converted = self._converted(body.text, document.path)
        if converted is None:
            return replace(NOTHING, written=body.text, problems=(Problem(Place(document.path, body.line), Code.BODY_TOO_COMPLEX),))
        links = _LinksOfText(converted, BodyLinks(self.table, document, page))
        safe = self._safe(converted, links, links.rewrite)
        problems = (*safe.problems, *links.stripped(), *unknown_wiki_links(document, converted.unknown, self.table))
        return replace(safe, written=body.text, problems=problems)

    def field(self, text: str, document: Document, page: Address, place: PlaceOfLine) -> SafeBody:
        """A text of a field; `place` tells where its lines stand. Its links within the site lead from the root, for `FieldTexts`."""
        converted = self.once(lambda: convert_field(text, self.words.alerts), "field", text, *self._alerts())
        if converted is None:
            return replace(NOTHING, html=f"<p>{escape(text)}</p>", problems=(Problem(place(0), Code.BODY_TOO_COMPLEX),))
        links = _LinksOfText(converted, BodyLinks(self.table, document, page), place)
        safe = self._safe(converted, links, lambda tag, found: from_root(href, page) if (href := links.rewrite(tag, found)) else href)
        return replace(safe, problems=(*safe.problems, *links.stripped()))

    def resolved(self, converted: ConvertedText, document: Document, page: Address) -> SafeBody:
        """The harmless part of a converted text, with every link resolved: relative to `page`, on this site."""
        links = _LinksOfText(converted, BodyLinks(self.table, document, page))
        return self._safe(converted, links, links.rewrite)

    def _converted(self, text: str, path: SourcePath) -> ConvertedText | None:
        """The HTML of a body. It follows from the text alone, unless something stands there that other files give a meaning."""
        if "[[" in text:
            return convert_body(text, self.words.alerts, self.table.known_from(path))
        return convert_alone(text, self.words, self.once)

    def _alerts(self) -> Iterator[str]:
        return chain.from_iterable(self.words.alerts.items())

    def _safe(self, converted: ConvertedText, links: "_LinksOfText", rewrite: Rewrite) -> SafeBody:
        safe = safe_html(converted.html, rewrite)
        return SafeBody(
            html=self._finished(safe.html, converted.anchors),
            headings=converted.headings,
            anchors=anchors_in(converted, safe),
            anchor_links=tuple(links.to_anchors),
            assets=tuple(links.assets.items()),
            problems=(*links.problems, *links.unsafe()),
        )

    def _finished(self, html: str, anchors: tuple[str, ...]) -> str:
        """The HTML with the anchors of headings, and with the words that a screen reader needs."""
        html = _HEADING.sub(lambda begin: f"{begin[1]}{_id(anchors[int(begin[3]) :])}>{begin[2]}", html)
        html = _BOX.sub(lambda box: f'{box[1]} aria-label="{escape(self.words.tasks[" checked" in box[1]])}">', html)
        html = _BACK.sub(lambda back: f'{back[1]}"{escape(self.words.to_text.format(back[2]))}">', html)
        return html.replace(_FOOTNOTES, f'{_FOOTNOTES[:-1]} role="doc-endnotes" aria-label="{escape(self.words.footnotes)}">')


def convert_alone(text: str, words: TextWords, once: Once) -> ConvertedText | None:
    """The HTML of a body in which no other file gives a meaning to what stands between brackets; None when nobody could read it."""
    return once(lambda: convert_body(text, words.alerts, lambda _: None), "body", text, *chain.from_iterable(words.alerts.items()))


def anchors_in(converted: ConvertedText, safe: SafeHtml) -> frozenset[str]:
    """What links can lead to in a text: the ids that its writer gave, and those of headings."""
    return frozenset(anchor for anchor in (*safe.anchors, *converted.anchors) if not _MARKED.fullmatch(anchor))


def with_fields(body: SafeBody, fields: Iterable[SafeBody]) -> SafeBody:
    """A body with all that the texts of fields in the same file need and lack."""
    parts = (body, *fields)
    return replace(
        body,
        anchor_links=tuple(link for part in parts for link in part.anchor_links),
        assets=tuple(dict(asset for part in parts for asset in part.assets).items()),
        problems=tuple(problem for part in parts for problem in part.problems),
    )


def _id(anchors: tuple[str, ...]) -> str:
    """The attribute with the first anchor; nothing without one, when somebody wrote a number of their own."""
    return f' id="{escape(anchors[0])}"' if anchors else ""


class _LinksOfText:
    """Resolves the links of one text, and gathers what it finds. `place` tells where a line of the text stands."""

    def __init__(self, text: ConvertedText, links: BodyLinks, place: PlaceOfLine | None = None) -> None:
        self.to_anchors: list[AnchorLink] = []
        self.assets: dict[SourcePath, str] = {}
        self.problems: list[Problem] = []
        self._text = text
        self._links = links
        self._place = place or partial(_place_in_body, links.document)
        self._told: Counter[str] = Counter()
        self._lines = _lines_of_addresses(text.pieces)

    def rewrite(self, tag: str, found: str) -> str | None:
        """The link for the page; `found` is the mark of a link in Markdown, or a link in HTML as written."""
        written, line = self._written(found)
        destination = self._links.destination(tag, written)
        self._gather(destination, written, line)
        return destination.href

    def unsafe(self) -> Iterator[Problem]:
        """A problem for each link in HTML that the sanitiser removed."""
        for piece in self._text.pieces:
            for written in unsafe_links(piece.html):
                yield self._links.problem(DeadLink(Code.UNSAFE_LINK, written), self._place(piece.line))

    def stripped(self) -> Iterator[Problem]:
        """A problem for each element that the sanitiser removed, once a line."""
        for line, name in stripped_elements(self._text.pieces):
            is_open = name == UNCLOSED
            yield Problem(self._place(line), Code.UNCLOSED_COMMENT if is_open else Code.STRIPPED_HTML, {} if is_open else {"name": name})

    def _written(self, found: str) -> tuple[str, int]:
        mark = _MARKED.fullmatch(found)
        if mark and int(mark[1]) < len(self._text.links):
            link = self._text.links[int(mark[1])]
            return link.target, link.line
        self._told[found] += 1
        if found not in self._lines:  # some mark of the host, whose addresses look otherwise
            self._lines[found] = [*_lines_with(found, self._text.pieces)]
        lines = self._lines[found]
        return found, lines[min(self._told[found], len(lines)) - 1] if lines else 0

    def _gather(self, destination: Destination, written: str, line: int) -> None:
        if destination.anchor:
            self.to_anchors.append(AnchorLink(self._place(line), written, *destination.anchor))
        if destination.asset:
            self.assets |= dict([destination.asset])
        if destination.dead:
            self.problems.append(self._links.problem(destination.dead, self._place(line)))


def _place_in_body(document: Document, line: int) -> Place:
    return Place(document.path, document.body.line + line)


def _lines_of_addresses(pieces: Iterable[HtmlInText]) -> dict[str, list[int]]:
    """The lines on which each address stands in HTML."""
    lines: dict[str, list[int]] = defaultdict(list)
    for piece in pieces:
        line, done = piece.line, 0
        for match in _ADDRESS_IN_HTML.finditer(piece.html):
            line, done = line + piece.html.count("\n", done, match.start(1)), match.start(1)
            lines[unescape(match[1].strip("\"'"))].append(line)
    return dict(lines)


def _lines_with(written: str, pieces: Iterable[HtmlInText]) -> Iterator[int]:
    for piece in pieces:
        for match in re.finditer(re.escape(written), unescape(piece.html)):
            yield piece.line + piece.html.count("\n", 0, match.start())
