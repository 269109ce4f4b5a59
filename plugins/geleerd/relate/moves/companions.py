"""The addresses of the files beside a page: its feeds, its calendar, the documents of an item."""

from collections import defaultdict
from collections.abc import Iterator

from geleerd.model.strings import Address
from geleerd.relate.library import Library


class Companions:
    """Gives the addresses of the files beside a page: below the page, and below its old addresses, since a file cannot redirect.

    An alias or a file of the staff at such an address wins.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._taken = {redirect.address for redirect in library.aliases}
        self._former: dict[Address, list[Address]] = defaultdict(list)
        for redirect in library.aliases:
            if redirect.address.endswith("/"):
                self._former[redirect.target].append(redirect.address)

    def of(self, page: Address, name: str) -> Iterator[Address]:
        """The addresses of the file `name` beside a page."""
        places = (Address(at + name) for at in (page, *self._former.get(page, ())))
        return (place for place in places if place not in self._taken and not self._library.is_of_the_staff(place))
