"""Links between double brackets that lead nowhere: what their writer most likely meant, as an ordinary link."""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

from geleerd.commonmark.html import WikiLinkInText
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.texts.body_links import LinkTable
from geleerd.texts.wiki_links import name_key
from geleerd.validate.did_you_mean import name_meant


def unknown_wiki_links(document: Document, unknown: Iterable[WikiLinkInText], table: LinkTable) -> Iterator[Problem]:
    """A hint for each line with such links, with the line as it should be: a link to what has nearly that name, or the words alone."""
    written = document.body.text.split("\n")
    for number, links in groupby(unknown, attrgetter("line")):
        first, *_ = found = list(links)
        line = written[number]
        for link in found:
            line = line.replace(link.written, _instead(link, document, table), 1)
        words = {"value": first.written[:80], **({"lines": (line,), "line": document.body.line + number} if line.strip() else {})}
        yield Problem(Place(document.path, document.body.line + number), Code.UNKNOWN_WIKI_LINK, words)


def _instead(link: WikiLinkInText, document: Document, table: LinkTable) -> str:
    folder = posixpath.dirname(document.path)
    if link.written.startswith("!"):
        beside = (posixpath.basename(path) for path in table.files if posixpath.dirname(path) == folder and not path.endswith(".md"))
        meant = name_meant(posixpath.basename(link.target), beside)
        return f"![{posixpath.splitext(link.words)[0]}]({quote(meant)})" if meant else link.words
    address = table.names.get(name_meant(name_key(link.target.partition("#")[0]), table.names))
    path = next((path for path, other in table.by_path.items() if other == address), None) if address else None
    return f"[{link.words}]({quote(posixpath.relpath(path, folder))})" if path else link.words
