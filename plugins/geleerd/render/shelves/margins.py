"""What else belongs to a frame entry, in the margin of its page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Counted:
    """A link to an entry with the number of items that belong to it."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Side:
    """What else belongs to an entry."""

    title: str
    links: tuple[Counted, ...]


def sides_of(entry: Entry[FrameEntry], library: Library, address: Address) -> Iterator[Side]:
    """What else belongs there: entries below it, and the entries of other kinds that its items name most."""
    say = library.addresses.catalogue.say
    key = entry.fields.KEY
    yield Side(say(f"children-{key}"), tuple(_counted(s, library, address) for s in library.children[key].get(entry.slug, ())))
    if key == "programme":
        networks = [n for n in library.collection.frame["network"].values() if _of_programme(n.fields, entry.slug)]
        yield Side(say("networks-here"), tuple(_counted(library.shelves["network"][n.slug], library, address) for n in networks))
    if key == "success-factor":
        yield Side(say("strengthened-by"), tuple(_counted(s, library, address) for s in _strengthening(entry.slug, library)))
    for other in ("network", "theme", "success-factor", "failure-pattern"):
        if other != key and (other, key) != ("network", "programme"):
            yield Side(say(f"{other}s-here"), _named_by(library.shelves[key][entry.slug].items, other, library, address))


def _of_programme(fields: FrameEntry, slug: str) -> bool:
    return isinstance(fields, Network) and slug in fields.programmes


def _strengthening(slug: str, library: Library) -> Iterator[Shelf]:
    for other, entry in library.collection.frame["success-factor"].items():
        if any(influence.slug == slug for influence in getattr(entry.fields, "strengthens", ())):
            yield library.shelves["success-factor"][other]


_MOST_NAMED = 8
_NAMES = {"network": "networks", "theme": "themes", "success-factor": "success_factors", "failure-pattern": "patterns"}


def _named_by(items: Iterable[ItemEntry], kind: str, library: Library, address: Address) -> tuple[Counted, ...]:
    """The entries of a kind that most of the items name, with how many of them do."""
    counts = Counter(slug for item in items for slug in getattr(item.fields, _NAMES[kind], ()))
    best = sorted(counts, key=lambda slug: (-counts[slug], slug))[:_MOST_NAMED]
    shelves = library.shelves[kind]
    return tuple(Counted(shelves[s].name, relative(address, library.addresses.shelf(kind, s)), counts[s]) for s in best)


def _counted(shelf: Shelf, library: Library, address: Address) -> Counted:
    return Counted(shelf.name, relative(address, library.addresses.shelf(shelf.kind, shelf.slug)), len(shelf.items))
