"""The facts that all descriptions of an item for machines share."""

from geleerd.model.documents import ItemEntry
from geleerd.relate.library import Library


def language_of(item: ItemEntry, library: Library) -> str:
    """The language (BCP 47) in which an item is written."""
    return item.fields.language or library.catalogue.language


def foreign_language_of(item: ItemEntry, library: Library) -> str | None:
    """The language of an item, if that is not the language of the site."""
    language = language_of(item, library)
    return language if language != library.catalogue.language else None


def organisations_of(item: ItemEntry) -> tuple[str, ...]:
    """The organisations that shared an item, each once; none for an anonymous item. Names of persons are for readers, not for programs."""
    return tuple(dict.fromkeys(author.organisation for author in item.fields.authors if author.organisation))


def themes_of(item: ItemEntry, library: Library) -> tuple[tuple[str, str], ...]:
    """The themes of an item: slug and name."""
    shelves = library.shelves["theme"]
    return tuple((slug, shelves[slug].name) for slug in item.fields.themes if slug in shelves)
