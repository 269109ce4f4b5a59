"""Pages of the staff in very easy words: each says with `easy_for` of which page, and both lead to the other."""

import posixpath
from collections.abc import Iterable, Mapping

from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath

EASY_FOR = "easy_for"
"""The key with the file of the page that says the same in ordinary words, from the folder of the easy one."""


def ordinary_page(page: Document) -> SourcePath | None:
    """The file of the page that an easy one goes with; None for a page that is no easy one."""
    written = (page.tree or {}).get(EASY_FOR)
    return SourcePath(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), written))) if isinstance(written, str) else None


def links_between(pages: Iterable[Document], to_easy: str, to_ordinary: str) -> Mapping[SourcePath, str]:
    """What the text of each page of a pair begins with, in Markdown: a link in these words to the other one."""
    every = {page.path: page for page in pages}
    links: dict[SourcePath, str] = {}
    for page in every.values():
        if (other := ordinary_page(page)) in every and other is not None:
            links.setdefault(other, _link(to_easy, other, page.path))
            links[page.path] = _link(to_ordinary, page.path, other)
    return Frozen(links)


def _link(words: str, at: SourcePath, to: SourcePath) -> str:
    return f"[{words}]({posixpath.relpath(to, posixpath.dirname(at))})\n\n"
