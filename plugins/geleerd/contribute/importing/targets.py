"""What the links of a page that was written elsewhere mean here."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

from geleerd.commonmark.first_heading import anchor_of
from geleerd.contribute.importing.pages import page_at
from geleerd.contribute.importing.templates import has_template
from geleerd.model.file_kinds import LIMITS, ending
from geleerd.model.frozen import Frozen
from geleerd.model.urls import id_in_permalink, is_on_own_disk
from geleerd.read.foreign.writings import Note

_PARTS = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
_UNSOUND = re.compile(r"""[\s()<>"\\`]""")


@dataclass(frozen=True, slots=True)
class NewPage:
    """The file that a page becomes, and the anchor of the heading that became its title."""

    path: str
    top: str = ""


class FilesElsewhere(Protocol):
    """The pictures and documents of a collection."""

    def copied(self, path: str) -> str | Note | None:
        """The copy of a file; a note when it cannot come along, None when there is no such file."""

    def anywhere(self, name: str) -> str:
        """The path of the file with this name, wherever it lies; empty when there is none."""


class PageTargets:
    """The targets of one page, by the file that it was and the file that it becomes; `left` are those that could not be rewritten.

    `pages` are all pages of this import and earlier ones. `root` is the folder of the collection: an address from the root of its site may
    begin at any folder from there to the page.
    """

    def __init__(self, source: str, new: NewPage, root: str, pages: Mapping[str, NewPage], files: FilesElsewhere) -> None:
        self.left: dict[str, Note] = {}
        self._known: dict[str, str | None] = {}
        self._source = source
        self._new = new
        self._root = root
        self._pages = pages
        self._files = files

    def __call__(self, target: str) -> str | None:
        """The new target of a link; None when it stays as it was written."""
        if target not in self._known:
            self._known[target] = self._found(target)
        return self._known[target]

    def wiki(self, name: str) -> str | None:
        """The target of a link between double brackets: a page by its name or title, or a file anywhere in the collection."""
        page, sign, anchor = name.partition("#")
        if found := self._pages.get(wiki_name(page)):
            return f"{self._from_here(found.path)}{sign}{anchor_of(anchor)}"
        new = self.file(page) or self._file(self._files.anywhere(posixpath.basename(page)))
        if new is None:
            self.left[f"[[{name}"] = Note("link-left", Frozen({"target": f"[[{name}]]"[:200]}))
        return new

    def file(self, name: str) -> str | None:
        """The copy of a file that a field names; None for any other text."""
        if not name or "\n" in name or ending(name) not in LIMITS:
            return None
        if not _is_relative(name):
            self._leave_if_on_own_disk(name)
            return None
        return next((new for place in self._places(name) if (new := self._file(place))), None)

    def _found(self, target: str) -> str | None:
        parts = _PARTS.fullmatch(target)
        if parts is None or not _is_relative(target) or has_template(target):
            self._leave_if_on_own_disk(target)
            return None
        path, query, anchor = unquote(parts[1]), parts[2] or "", parts[3] or ""
        if not path:
            return posixpath.basename(self._new.path) if anchor and anchor == f"#{self._new.top}" else None
        reasons = []
        for place in self._places(path):
            if page := self._pages.get(page_at(place)):
                anchor = "" if anchor == f"#{page.top}" else anchor
                return self._from_here(page.path) + _sound(query + anchor)
            copy = self._files.copied(place)
            if isinstance(copy, str):
                return self._from_here(copy) + _sound(query + anchor)
            reasons += [copy] if copy else []
        self.left[target] = reasons[0] if reasons else Note("link-left", Frozen({"target": target[:200]}))
        return None

    def _leave_if_on_own_disk(self, target: str) -> None:
        if is_on_own_disk(unquote(target)):
            self.left[target] = Note("own-disk", Frozen({"target": target[:200]}))

    def _places(self, path: str) -> Iterator[str]:
        """The files that a path may mean: from the file, from its address, which may be a folder deeper, or from the root of the site."""
        folder = posixpath.dirname(self._source)
        if not path.startswith("/"):
            yield posixpath.normpath(posixpath.join(folder, path))
            yield posixpath.normpath(posixpath.join(page_at(self._source), path))
            return
        yield address_key(path)
        below = [name for name in posixpath.relpath(folder, self._root).split("/") if name != "."]
        yield from (posixpath.normpath(posixpath.join(self._root, *below[:depth]) + path) for depth in range(len(below) + 1))

    def _file(self, place: str) -> str | None:
        copy = self._files.copied(place) if place else None
        return self._from_here(copy) if isinstance(copy, str) else None

    def _from_here(self, path: str) -> str:
        return quote(posixpath.relpath(path, posixpath.dirname(self._new.path)))


def address_key(path: str) -> str:
    """The key of a page among `pages` by its address on its former site, which no path can be."""
    return f"//{page_at(path)}"


def wiki_name(name: str) -> str:
    """The key of a page among `pages` by a name that people call it, which no path can be."""
    return "[[" + " ".join(name.casefold().removesuffix(".md").split())


def _is_relative(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc or id_in_permalink(parts.path))


def _sound(written: str) -> str:
    return _UNSOUND.sub(lambda sign: quote(sign[0]), written)
