"""One place of the site: its address, what kind of page or file it is, and what may be done with it."""

from dataclasses import dataclass
from enum import Enum

from geleerd.model.strings import Address, SourcePath


class Kind(Enum):
    """The kinds of page and file that a place can be."""

    OVERVIEW = "a page that the product makes whatever the content, and that the staff may introduce: a list, the agenda, the home page"
    TOOL = "a page that the product makes whatever the content, and that the staff may not introduce: a form, the reference"
    SHELF = "the list of a tag, year, month or moment, which comes and goes with its items; the staff may introduce it"
    ITEM = "the page of an item; of a withdrawn one, at its permalink"
    ENTRY = "the page of a frame entry"
    STAFF_PAGE = "a page of the staff that introduces nothing of the product"
    DECK = "work formats as cards to print"
    LEARNING_AGENDA = "the learning agenda of a network, which follows the page of the network"
    PERMALINK = "a redirect to the page of an item"
    WITHDRAWN = "a redirect from where an item stood to its permalink, where it is withdrawn"
    SYNONYM = "a redirect from a synonym in the glossary to the tag that it is joined under"
    ALIAS = "a redirect that a file asks for"
    MOVED_DECK = "a redirect from where cards to print stood"
    MOVED_AGENDA = "a redirect from where the learning agenda of a network stood"
    FILE = "a file for readers or their programs"
    SERVED_FILE = "a file that only servers and crawlers ask for"


@dataclass(frozen=True, slots=True)
class SitePlace:
    """One address of the site, or one file.

    `owner` is the file in the repository that asks for the place; None when the product itself does. `introduction` is the file in which
    the staff write or may write the text of this page. `beside` are the files below the page.
    """

    address: Address
    kind: Kind
    owner: SourcePath | None = None
    introduction: SourcePath | None = None
    beside: tuple[str, ...] = ()

    @property
    def is_file(self) -> bool:
        """Whether this is a file, not a page."""
        return self.kind in {Kind.FILE, Kind.SERVED_FILE}

    @property
    def is_introducible(self) -> bool:
        """Whether the product makes the page, and the staff may write its introduction."""
        return self.kind in {Kind.OVERVIEW, Kind.SHELF}

    @property
    def is_linkable(self) -> bool:
        """Whether a text may link to this place by its path. Permalinks resolve to their items, and other redirects may disappear."""
        return self.kind in _LINKABLE


_LINKABLE = frozenset({Kind.OVERVIEW, Kind.TOOL, Kind.SHELF, Kind.ITEM, Kind.ENTRY, Kind.LEARNING_AGENDA, Kind.STAFF_PAGE, Kind.ALIAS})
