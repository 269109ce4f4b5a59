"""The lists that have no page any more once an item is withdrawn: those that it alone is in, such as that of a tag."""

from collections import defaultdict
from collections.abc import Mapping

from geleerd.model.declarations.registry import LISTS_AND_MONTHS
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.library import Library


def lists_left(library: Library) -> Mapping[SourcePath, tuple[Address, ...]]:
    """The addresses of the lists that have one item alone, by the file of that item; of a tag, those of its synonyms too."""
    found: dict[SourcePath, list[Address]] = defaultdict(list)
    for kind in LISTS_AND_MONTHS:
        for slug, shelf in library.shelves[kind].items():
            if len(shelf.items) == 1:
                found[shelf.items[0].path].append(library.addresses.shelf(kind, slug))
    tags = library.shelves["tag"]
    for synonym, slug in library.joined_synonyms.items():
        if slug in tags and len(tags[slug].items) == 1:
            found[tags[slug].items[0].path].append(library.addresses.shelf("tag", synonym))
    return Frozen({path: tuple(addresses) for path, addresses in found.items()})
