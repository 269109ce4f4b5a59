"""From a reference in a field to the link that a page shows."""

from dataclasses import dataclass

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class LinksFrom:
    """The links from one page to the entries that its fields name."""

    library: Library
    page: Address

    def to(self, target: str, word: str) -> Link | None:
        """The link for a reference; None for a reference to an entry that is not shown."""
        if target == "item":
            return self._to_item(word)
        if target in self.library.collection.words.vocabularies:
            choice = self.library.collection.words.vocabularies[target].get(word)
            return Link(choice.name, "", plain(choice.description or "") or None) if choice else None
        shelf = self.library.shelves[target].get(word)
        return Link(shelf.name, relative(self.page, self.library.addresses.shelf(target, word))) if shelf else None

    def _to_item(self, word: str) -> Link | None:
        item = self.library.by_id.get(word)
        if item is None:
            return None
        href = relative(self.page, self.library.addresses.entry(item))
        if item.fields.status == "withdrawn":
            return Link(self.library.catalogue.say("withdrawn"), href)
        return Link(item.fields.title or "", href, item.fields.summary)
