"""From a reference in a field to the link that a page shows."""

from dataclasses import dataclass

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link
from geleerd.model.declarations.registry import LISTS
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import INTRODUCED


@dataclass(frozen=True, slots=True)
class LinksFrom:
    """The links from one page to the entries that its fields name."""

    library: Library
    page: Address

    def to(self, target: str, word: str) -> Link | None:
        """The link for a reference (`address`: a page of the site by its path); None for one to an entry that is not shown."""
        if target == "address":
            return self._to_address(word)
        if target == "item":
            return self._to_item(word)
        if target in self.library.collection.words.vocabularies:
            choice = self.library.collection.words.vocabularies[target].get(word)
            return Link(choice.name, "", plain(choice.description or "") or None) if choice else None
        shelf = self.library.shelves[target].get(word)
        return Link(shelf.name, relative(self.page, self.library.addresses.shelf(target, word))) if shelf else None

    def _to_address(self, path: str) -> Link:
        """The link to a page of the site by its path, with the name that readers know it by."""
        page, asked, query = path.lstrip("/").partition("?")
        return Link(self._name_of(Address(page)) or path, relative(self.page, Address(page)) + asked + query)

    def _name_of(self, page: Address) -> str:
        """The name of a page that is no item: of an index, an entry in one, a page of the product, or a page of the staff."""
        addresses, catalogue = self.library.addresses, self.library.catalogue
        above, _, slug = page.rstrip("/").rpartition("/")
        for kind in (*self.library.declarations.types, *LISTS):
            if addresses.index(kind) == page:
                return catalogue.type_name(kind, plural=True)
            if addresses.index(kind) == f"{above}/" and (shelf := self.library.shelves[kind].get(slug)):
                return shelf.name
        own = (catalogue.say(name) for name in INTRODUCED if addresses.place(name) == page)
        pages = (found for found in self.library.collection.staff_pages if self.library.by_path[found.path] == page)
        staff = ((found.tree or {}).get("title") for found in pages)
        return next((str(name) for name in (*own, *staff) if name), "")

    def _to_item(self, word: str) -> Link | None:
        item = self.library.by_id.get(word)
        if item is None:
            return None
        href = relative(self.page, self.library.addresses.entry(item))
        if item.fields.status == "withdrawn":
            return Link(self.library.catalogue.say("withdrawn"), href)
        return Link(item.fields.title or "", href, item.fields.summary)
