"""The margin of a frame entry's page: other entries that belong to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.model.declarations.field_specs import named_by, naming
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf

BESIDE_SHOWN = 24
"""Most entries of one group in the margin; the others stand on pages of their own."""

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A link to an entry with the number of items that belong to it."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Side:
    """A group of links in the margin, under its heading. `more` is the number of links that it leaves out, `all_href` where those are."""

    title: str
    links: tuple[Counted, ...]
    more: int = 0
    all_href: str = ""


def sides_of(entry: Entry[FrameEntry], library: Library, address: Address) -> Iterator[Side]:
    """The groups in the margin of an entry: the entries below it, those that refer to it, and those that its items name most."""
    key = entry.fields.KEY
    found = belonging_to(key, entry.slug, library)
    for title, shelves in found.items():
        links = tuple(_counted(shelf, library, address) for shelf in shelves[:BESIDE_SHOWN])
        to_all = relative(address, library.addresses.margin(key, entry.slug))
        yield Side(title, links, len(shelves) - len(links), to_all if len(shelves) > BESIDE_SHOWN else "")
    for other in _counted_here(key, library):
        title = library.catalogue.say(f"{library.declarations.lists[other]}-here")
        yield Side(title, _named_by(library.shelves[key][entry.slug].items, other, library, address))


def belonging_to(kind: str, slug: str, library: Library) -> Mapping[str, Sequence[Shelf]]:
    """The entries below an entry, and those that refer to it, by the heading of their group."""
    say = library.catalogue.say
    below = {say(f"children-{kind}"): library.children[kind].get(slug, ())}
    return below | {say(title): found for title, found in library.referring[kind].get(slug, {}).items()}


def _counted_here(kind: str, library: Library) -> Iterator[str]:
    """The types of which an entry counts what its items name: those that do not refer to it themselves."""
    declarations = library.declarations
    for other in declarations.named:
        if other != kind and not any(spec.margin for spec in naming(declarations.frame_types[other], kind)):
            yield other


def _named_by(items: Iterable[ItemEntry], kind: str, library: Library, address: Address) -> tuple[Counted, ...]:
    """The entries of a kind that most of the items name, each with the number of these items."""
    counts = Counter(slug for item in items for slug in named_by(item.fields, kind))
    best = sorted(counts, key=lambda slug: (-counts[slug], slug))[:_MOST_NAMED]
    shelves = library.shelves[kind]
    return tuple(Counted(shelves[s].name, relative(address, library.addresses.shelf(kind, s)), counts[s]) for s in best)


def _counted(shelf: Shelf, library: Library, address: Address) -> Counted:
    return Counted(shelf.name, relative(address, library.addresses.shelf(shelf.kind, shelf.slug)), len(shelf.items))
