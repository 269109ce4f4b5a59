"""Which file of the repository owns which file of the site, so that no two pages or files have one address."""

import re
from collections.abc import Iterable, Iterator

from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.model.urls import file_of
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.fixed import FOLDERS
from geleerd.relate.places.site_place import Kind, SitePlace

PRODUCT = "Geleerd"
"""The owner of every place that no file of the repository asks for."""


class Ownership:
    """The owners of the files of the site, and of the folders that these lie in."""

    def __init__(self, places: Iterable[SitePlace], addresses: Addresses) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        deck, margin, self._page = (re.escape(addresses.catalogue.word(key)) for key in ("deck", "margin", "page"))
        self._below = f"(?:{deck}|{margin})"
        for place in places:
            if place.kind is not Kind.DECK:  # the owner of a page also owns the address of its deck, even while there is no deck
                self.take(file_of(place.address), place.owner or PRODUCT)
            for file in place.beside:
                self.take(file, PRODUCT)

    def take(self, file: str, owner: str) -> None:
        """Note the owner of one more file."""
        self._files[file] = owner
        self._folders |= dict.fromkeys(_above(file), owner)

    def owner(self, file: str) -> str | None:
        """The owner of exactly this file."""
        return self._files.get(file)

    def in_the_way(self, file: str) -> str | None:
        """The owner of the file or folder that keeps a file from being added; None if nothing does.

        In the way can be: a file at the same path, a file where this one needs a folder, a folder at this path, a list that could have
        this file as a further page, or a page that could have it as its deck or as the rest of its margin.
        """
        return self._stands_at(file) or self._stands_at(self._page_above(self._first_page(file)))

    def _stands_at(self, file: str) -> str | None:
        if file.startswith(FOLDERS):
            return PRODUCT
        return next((self._files[path] for path in (*_above(file), file) if path in self._files), self._folders.get(file))

    def _first_page(self, file: str) -> str:
        """The first page of a list for one of its further pages; any other file unchanged."""
        further = re.fullmatch(rf"(.+/){self._page}/\d+/index\.html", file)
        return f"{further[1]}index.html" if further else file

    def _page_above(self, file: str) -> str:
        """The page of an entry for its deck, and for the rest of its margin; any other file unchanged."""
        below = re.fullmatch(rf"((?:[^/]+/){{2}}){self._below}/index\.html", file)
        return f"{below[1]}index.html" if below else file


def _above(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def page_clashes(pages: Iterable[Document], places: Iterable[SitePlace], addresses: Addresses) -> tuple[Problem, ...]:
    """A problem for every staff page at an address that an item, a frame entry, a tool or another staff page has already."""
    first = {place.address: place.owner or PRODUCT for place in places if place.kind in _NOT_FOR_STAFF}
    problems: list[Problem] = []
    for page in pages:
        address = addresses.page(page.path)
        other = first.setdefault(address, page.path)
        if other != page.path:
            problems.append(Problem(page.place(), Code.PAGE_CLASH, {"value": f"/{address}", "other": other}))
    return tuple(problems)


_NOT_FOR_STAFF = frozenset({Kind.TOOL, Kind.ITEM, Kind.ENTRY, Kind.LEARNING_AGENDA, Kind.PERMALINK})
