"""Which file of the repository owns which file of the site: no two things stand at one address."""

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
"""The owner of what no file of the repository asks for."""


class Ownership:
    """The owners of the files of the site, and of the folders that these lie in."""

    def __init__(self, places: Iterable[SitePlace], addresses: Addresses) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._deck, self._page = (re.escape(addresses.catalogue.word(key)) for key in ("deck", "page"))
        for place in places:
            if place.kind is not Kind.DECK:  # a deck is its page's, whether there is one today or not
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
        """The owner of what keeps a file from being added; None if nothing does.

        That is the file itself, a file in the place of one of its folders, a folder in its own place, the list of which it would be
        a further page, or the page of which it would be the deck.
        """
        return self._stands_at(file) or self._stands_at(self._page_of_deck(self._first_page(file)))

    def _stands_at(self, file: str) -> str | None:
        if file.startswith(FOLDERS):
            return PRODUCT
        return next((self._files[path] for path in (*_above(file), file) if path in self._files), self._folders.get(file))

    def _first_page(self, file: str) -> str:
        """For a further page of a list, the first page of it; any other file as it is."""
        further = re.fullmatch(rf"(.+/){self._page}/\d+/index\.html", file)
        return f"{further[1]}index.html" if further else file

    def _page_of_deck(self, file: str) -> str:
        """For the deck of an entry of an index, the page of that entry; any other file as it is."""
        deck = re.fullmatch(rf"((?:[^/]+/){{2}}){self._deck}/index\.html", file)
        return f"{deck[1]}index.html" if deck else file


def _above(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def page_clashes(pages: Iterable[Document], places: Iterable[SitePlace], addresses: Addresses) -> tuple[Problem, ...]:
    """A problem for every page of the staff that stands where an item, an entry, a tool or another page of theirs is already."""
    first = {place.address: place.owner or PRODUCT for place in places if place.kind in _NOT_FOR_STAFF}
    problems: list[Problem] = []
    for page in pages:
        address = addresses.page(page.path)
        other = first.setdefault(address, page.path)
        if other != page.path:
            problems.append(Problem(page.place(), Code.PAGE_CLASH, {"value": f"/{address}", "other": other}))
    return tuple(problems)


_NOT_FOR_STAFF = frozenset({Kind.TOOL, Kind.ITEM, Kind.ENTRY, Kind.PERMALINK})
