"""From a reference in a field to the link that a page shows."""

from geleerd.model.artefacts import Link
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.field_views import LinkTo


def links_from(library: Library, page: Address) -> LinkTo:
    """Follows references as seen from a page; a reference to what is not shown gives None."""

    def _item(word: str) -> Link | None:
        item = library.by_id.get(word)
        if item is None:
            return None
        href = relative(page, library.addresses.entry(item))
        if item.fields.status == "withdrawn":
            return Link(library.addresses.catalogue.say("withdrawn"), href)
        return Link(item.fields.title or "", href, item.fields.summary)

    def link_to(target: str, word: str) -> Link | None:
        if target == "item":
            return _item(word)
        if target in library.collection.words.vocabularies:
            choice = library.collection.words.vocabularies[target].get(word)
            return Link(choice.name, "", choice.description) if choice else None
        shelf = library.shelves[target].get(word)
        return Link(shelf.name, relative(page, library.addresses.shelf(target, word))) if shelf else None

    return link_to
