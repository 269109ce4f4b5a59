"""From a reference in a field to the link that a page shows."""

from geleerd.model.strings import Address
from geleerd.relate.library import Library
from geleerd.render.artefacts import relative
from geleerd.render.field_views import Follow, Link


def follower(library: Library, page: Address) -> Follow:
    """Follows references as seen from a page; a reference to what is not shown gives None."""

    def follow(target: str, word: str) -> Link | None:
        if target == "item":
            item = library.by_id.get(word)
            return Link(item.fields.title or "", relative(page, library.addresses.entry(item)), item.fields.summary) if item else None
        if target in library.collection.words.vocabularies:
            choice = library.collection.words.vocabularies[target].get(word)
            return Link(choice.name, "", choice.description) if choice else None
        shelf = library.shelves[target].get(word)
        return Link(shelf.name, relative(page, library.addresses.shelf(target, word))) if shelf else None

    return follow
