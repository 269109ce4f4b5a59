"""The margin of a frame entry's page: other entries that belong to it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geleerd.model.declarations.field_specs import FieldSpec, named_by, named_in, naming
from geleerd.model.declarations.frame_types import FrameEntry
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
    """A group of links in the margin, under its heading."""

    title: str
    links: tuple[Counted, ...]


def sides_of(entry: Entry[FrameEntry], library: Library, address: Address) -> Iterator[Side]:
    """The groups in the margin of an entry: the entries below it, those that refer to it, and those that its items name most."""
    declarations = library.declarations
    say = library.catalogue.say
    key = entry.fields.KEY
    yield Side(say(f"children-{key}"), tuple(_counted(s, library, address) for s in library.children[key].get(entry.slug, ())))
    told = {kind: tuple(spec for spec in naming(declared, key) if spec.margin) for kind, declared in declarations.frame_types.items()}
    referring: dict[str, list[Shelf]] = defaultdict(list)
    for kind, specs in told.items():
        for spec in specs:
            referring[str(spec.margin)] += _referring(kind, spec, entry.slug, key, library)
    yield from (Side(say(title), tuple(_counted(shelf, library, address) for shelf in found)) for title, found in referring.items())
    for other in declarations.named:
        if other != key and not told[other]:
            yield Side(say(f"{declarations.lists[other]}-here"), _named_by(library.shelves[key][entry.slug].items, other, library, address))


def _referring(kind: str, spec: FieldSpec, slug: str, target: str, library: Library) -> Iterator[Shelf]:
    """The entries of a type that name another in a field."""
    for other, entry in library.collection.frame[kind].items():
        if slug in named_in(entry.fields, spec, target):
            yield library.shelves[kind][other]


_MOST_NAMED = 8


def _named_by(items: Iterable[ItemEntry], kind: str, library: Library, address: Address) -> tuple[Counted, ...]:
    """The entries of a kind that most of the items name, each with the number of these items."""
    counts = Counter(slug for item in items for slug in named_by(item.fields, kind))
    best = sorted(counts, key=lambda slug: (-counts[slug], slug))[:_MOST_NAMED]
    shelves = library.shelves[kind]
    return tuple(Counted(shelves[s].name, relative(address, library.addresses.shelf(kind, s)), counts[s]) for s in best)


def _counted(shelf: Shelf, library: Library, address: Address) -> Counted:
    return Counted(shelf.name, relative(address, library.addresses.shelf(shelf.kind, shelf.slug)), len(shelf.items))
