"""Where files stand that go with a page: a feed, a calendar, a document of an item."""

from collections import defaultdict
from collections.abc import Iterator

from geleerd.model.strings import Address
from geleerd.relate.library import Library


class Places:
    """The places of such files: below the page, and where that page stood before, since a file cannot lead elsewhere.

    What the staff have at such a place, a file or a redirect, wins.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._taken = {redirect.address for redirect in library.aliases}
        self._former: dict[Address, list[Address]] = defaultdict(list)
        for redirect in library.aliases:
            if redirect.address.endswith("/"):
                self._former[redirect.target].append(redirect.address)

    def of(self, page: Address, name: str) -> Iterator[Address]:
        """The addresses of the file that has a name below a page."""
        places = (Address(at + name) for at in (page, *self._former.get(page, ())))
        return (place for place in places if place not in self._taken and not self._library.is_of_the_staff(place))
