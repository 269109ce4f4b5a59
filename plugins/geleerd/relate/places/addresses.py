"""The address of every page. Addresses never change without a redirect."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.collection import Collection
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Entry
from geleerd.model.strings import Address, ItemId, SourcePath
from geleerd.model.urls import permalink_of

HOME = Address("")

INTRODUCED = (
    "agenda",
    "downloads",
    "figures",
    "glossary",
    "learning-agenda",
    "networks-in-view",
    "newsletter",
    "planner",
    "sayings",
    "search",
    "selection",
    "self-check",
    "value-questions",
)
"""The product's own pages that the staff may write an introduction to."""

FORMS = ("new", "desk", "did-this")
"""The ways to send something in by a form."""

ATOM, JSON_FEED = FEEDS = ("feed.xml", "feed.json")
"""The names of the feeds beside a page: Atom and JSON Feed."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The rules for addresses in one language. `content` is the folder whose pages keep their place on the site."""

    catalogue: Catalogue
    content: str
    declarations: Declarations = DECLARATIONS

    def index(self, kind: str, page: int = 1) -> Address:
        """A page of the index of a type, or of another kind of list (`tag`, `year`), by its number."""
        return self._paged(f"{self.catalogue.word(kind)}/", page)

    def entry(self, entry: Entry[Item] | Entry[FrameEntry], page: int = 1) -> Address:
        """An item, or a page of a frame entry. A withdrawn item has nothing but its permalink."""
        if isinstance(entry.fields, Item) and entry.fields.status == "withdrawn":
            return self.permalink(entry.fields.id)
        return self.shelf(entry.fields.type or entry.fields.KEY, entry.slug, page)

    def shelf(self, kind: str, slug: str, page: int = 1) -> Address:
        """A page of one entry of an index, such as a tag."""
        return self._paged(f"{self.catalogue.word(kind)}/{slug}/", page)

    def is_shelf(self, page: Address, kinds: Iterable[str]) -> bool:
        """Whether an address has the form of a page of an entry in one of these indices, whether or not that entry exists."""
        folder, _, slug = page.removesuffix("/").rpartition("/")
        return bool(slug) and page.endswith("/") and Address(f"{folder}/") in map(self.index, kinds)

    def deck(self, base: Address, page: int = 1) -> Address:
        """The page with printable cards of the work formats on the page at `base`."""
        return self._paged(f"{base}{self.catalogue.word('deck')}/", page)

    def margin(self, kind: str, slug: str, page: int = 1) -> Address:
        """A page with all that stands in the margin of an entry, where that is too much for its own page."""
        return self._paged(f"{self.shelf(kind, slug)}{self.catalogue.word('margin')}/", page)

    def learning_agenda(self, slug: str, page: int = 1) -> Address:
        """A page of the learning agenda of a network, by the slug of the network."""
        return self._paged(f"{self.shelf('network', slug)}{self.catalogue.word('learning-agenda')}/", page)

    def permalink(self, item_id: ItemId) -> Address:
        """The address of an item that outlives its title, its type and its place."""
        return permalink_of(item_id)

    def share_image(self, item_id: ItemId) -> Address:
        """The picture beside a shared link to an item. It lies below the permalink, since it must last as long."""
        return Address(f"{self.permalink(item_id)}{self.catalogue.word('share-image')}.png")

    def saying_image(self, anchor: str) -> Address:
        """The picture to share of a saying, beside the page with all sayings."""
        return Address(f"{self.place('sayings')}{anchor}.png")

    def place(self, name: str, page: int = 1) -> Address:
        """A page that the product makes itself, such as the agenda, by its number where it has several."""
        return self._paged(f"{self.catalogue.word(name)}/", page)

    def figure(self, key: str) -> Address:
        """The file for spreadsheets with one of the figures."""
        return Address(f"{self.place('figures')}{self.catalogue.word(key)}.csv")

    def calendar(self, page: Address) -> Address:
        """The calendar file beside a page: that of a network has its meetings, that of the agenda has all meetings."""
        return Address(f"{page}{self.catalogue.word('agenda')}.ics")

    def reference(self) -> Address:
        """The contributor's reference of fields and messages."""
        return Address(f"{self.place('contribute')}{self.catalogue.word('reference')}/")

    def form(self, *names: str) -> Address:
        """A page with a form, below the page on contributing: `form("new", "tip")`."""
        return Address(self.place("contribute") + "".join(f"{self.catalogue.word(name)}/" for name in names))

    @property
    def offline(self) -> list[Address]:
        """The beginnings of the addresses that work without internet once somebody opened one of them."""
        return [self.place("planner"), *(self.form(name) for name in ("new", "desk", "did-this"))]

    def page(self, path: SourcePath) -> Address:
        """The address of a staff page: the same path as its file. The `index.md` of a frame folder has the address of the index."""
        inner = posixpath.relpath(path, self.content)
        folder, name = posixpath.split(inner)
        stem = posixpath.splitext(name)[0]
        if folder in self.declarations.folders:
            folder = self.catalogue.word(self.declarations.folders[folder].KEY)
        parts = [folder, "" if stem in {"index", "README"} else stem]
        return Address("".join(f"{part}/" for part in parts if part))

    def _paged(self, start: str, page: int) -> Address:
        return Address(start if page == 1 else f"{start}{self.catalogue.word('page')}/{page}/")


def markdown_of(page: Address) -> Address:
    """The Markdown file of a page, for the pages of entries and indices."""
    return Address(f"{page}index.md")


def feeds_of(page: Address) -> tuple[Address, ...]:
    """The feeds beside a page that readers can follow."""
    return tuple(Address(f"{page}{name}") for name in FEEDS)


def addresses_by_path(collection: Collection, addresses: Addresses) -> Mapping[SourcePath, Address]:
    """The address of every file that becomes a page."""
    result: dict[SourcePath, Address] = {item.path: addresses.entry(item) for item in collection.items}
    alone = (entry for entries in collection.frame.values() for entry in entries.values() if not entry.fields.LISTED)
    result |= {entry.path: addresses.entry(entry) for entry in alone}
    return result | {page.path: addresses.page(page.path) for page in collection.staff_pages}
