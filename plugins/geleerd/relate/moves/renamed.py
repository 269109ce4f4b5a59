"""Files and choices that were renamed, for links that still use the old names."""

from collections.abc import Collection, Iterator, Mapping

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import file_of
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.aliases import documents_with_aliases
from geleerd.relate.places.spelling import alias_address
from geleerd.validate.entries import slug_of


def heirs_of(library: Library) -> Mapping[str, SourcePath]:
    """For the old place of every page that moved: the file that lists its old address as an alias."""
    return Frozen({file_of(redirect.address): redirect.source for redirect in library.aliases if redirect.source})


def heir_of(path: SourcePath, heirs: Mapping[str, SourcePath], addresses: Addresses) -> SourcePath | None:
    """For a deleted file: the file that lists its old address as an alias; None when no file does."""
    return next((heir for address in _once_at(path, addresses) if (heir := heirs.get(file_of(address)))), None)


def _once_at(path: SourcePath, addresses: Addresses) -> Iterator[Address]:
    """The addresses at which the page of a deleted file may have stood: for an item, one for each type, since its type is not known."""
    if not path.endswith(".md"):
        return
    if path.startswith(f"{addresses.content}/"):
        yield addresses.page(path)
    else:
        yield from (addresses.shelf(kind, slug_of(path)) for kind in addresses.declarations.item_types)


def first_addresses(library: Library) -> Mapping[Address, Address]:
    """The first address of every page that moved, by its present one, as far as aliases tell. Feeds and calendars identify a page by it.

    A file lists its aliases from the oldest to the newest (`check --base` writes them so). The first alias counts that redirects to the
    page and lies in the same folder. A network that absorbs another keeps its own first address by listing it before the other's addresses.
    """
    leading = {(redirect.source, redirect.address) for redirect in library.aliases}
    found: dict[Address, Address] = {}
    for document, aliases in documents_with_aliases(library.collection, library.addresses):
        page = library.by_path.get(document.path, Address(""))
        stood = (address for address in map(alias_address, aliases) if address == page or (document.path, address) in leading)
        if first := next((address for address in stood if address.endswith("/") and _folder(address) == _folder(page)), None):
            found[page] = first
    return found


def _folder(page: Address) -> str:
    return page.removesuffix("/").rpartition("/")[0]


def choices_since(library: Library, facets: Collection[str]) -> Mapping[str, str]:
    """The present form of every choice with an old name in the address of a search, such as `theme=oud`. So links to a selection last.

    It is derived from the aliases of entries and the synonyms of tags, so it does not grow with the number of items.
    """
    addresses = library.addresses
    named = [facet for facet in facets if facet in {*library.declarations.frame_types, "tag"}]
    present = {addresses.shelf(facet, slug): f"{facet}={slug}" for facet in named for slug in library.shelves[facet]}
    leading = {redirect.address: redirect.target for redirect in library.aliases}
    leading |= {addresses.shelf("tag", synonym): addresses.shelf("tag", slug) for synonym, slug in library.joined_synonyms.items()}
    facet_of = {library.catalogue.word(facet): facet for facet in named}
    found: dict[str, str] = {}
    for address, target in sorted(leading.items()):
        word, *names = file_of(address).removesuffix("/index.html").split("/")
        if target in present and word in facet_of and len(names) == 1:
            found[f"{facet_of[word]}={names[0]}"] = present[target]
    return found
