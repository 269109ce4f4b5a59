"""The shelves with their items: by type, frame entry, tag, year, month, and moment in a meeting."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import get_args

from geleerd.locale.catalogue import Catalogue
from geleerd.model.collection import Collection
from geleerd.model.declarations.field_specs import named_by, named_in, naming, parent_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Phase, WorkFormat
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.strings import slug_from, without_article, word_of
from geleerd.relate.synonyms import synonyms_of, tags_of


@dataclass(frozen=True, slots=True)
class Shelf:
    """One entry of an index and the published items that belong to it, in the order of the site.

    `also` is the name that experts gave it, if readers see another. `words` are the words of a tag, in their usual spelling: `C`, `C#` and
    `C++` have one address, and so one shelf.
    """

    kind: str
    slug: str
    name: str
    items: tuple[ItemEntry, ...]
    parent: str | None = None
    also: str = ""
    words: Mapping[str, str] = Frozen()


Shelves = Mapping[str, Mapping[str, Shelf]]
"""All shelves by kind (the key of a type, or one of `LISTS`), then by slug."""


def shelves_of(collection: Collection, catalogue: Catalogue) -> Shelves:
    """Every index of the site. An item belongs to the shelves that it names, and to all shelves above them."""
    published = [entry for entry in collection.items if entry.fields.status == "published"]
    result: dict[str, Mapping[str, Shelf]] = {key: _type_shelf(key, published) for key in collection.declarations.item_types}
    result |= {key: _frame_shelves(key, collection, published) for key in collection.declarations.frame_types}
    result["tag"] = _tag_shelves(published, synonyms_of(collection))
    result["year"] = _year_shelves(published)
    result["newsletter"] = _month_shelves(published, catalogue)
    result["phase"] = _phase_shelves(published, catalogue)
    return Frozen(result)


def children_of(shelves: Shelves) -> Mapping[str, Mapping[str, tuple[Shelf, ...]]]:
    """For every kind: the shelves below each parent, in the order of their names."""
    children: dict[str, dict[str, list[Shelf]]] = {kind: defaultdict(list) for kind in shelves}
    for kind, by_slug in shelves.items():
        for shelf in by_slug.values():
            if shelf.parent:
                children[kind][shelf.parent].append(shelf)
    return Frozen({kind: Frozen({slug: tuple(found) for slug, found in by_parent.items()}) for kind, by_parent in children.items()})


Referring = Mapping[str, Mapping[str, Mapping[str, tuple[Shelf, ...]]]]
"""For every frame type and slug: the entries that refer to it, by the title under which its margin has them."""


def referring_of(collection: Collection, shelves: Shelves) -> Referring:
    """The entries that refer to each other in a field that shows in the margin, in the order of their types."""
    found: dict[str, dict[str, dict[str, list[Shelf]]]] = {kind: defaultdict(lambda: defaultdict(list)) for kind in collection.frame}
    for kind, declared in collection.declarations.frame_types.items():
        for target, by_slug in found.items():
            for spec in (spec for spec in naming(declared, target) if spec.margin):
                for slug, entry in collection.frame[kind].items():
                    for named in dict.fromkeys(named_in(entry.fields, spec, target)):
                        by_slug[named][str(spec.margin)].append(shelves[kind][slug])
    return Frozen({kind: Frozen({slug: _frozen_lists(sides) for slug, sides in by_slug.items()}) for kind, by_slug in found.items()})


def _frozen_lists(sides: Mapping[str, list[Shelf]]) -> Mapping[str, tuple[Shelf, ...]]:
    return Frozen({title: tuple(shelves) for title, shelves in sides.items()})


LEAST_OF_A_TAG = 3
"""Items that a tag needs before the index lists it."""


def indexed(kind: str, shelves: Shelves) -> list[Shelf]:
    """The shelves at the top of an index: of tags only those with several items, as long as there are any; the others keep their pages."""
    tops = [shelf for shelf in shelves[kind].values() if not shelf.parent]
    return [shelf for shelf in tops if len(shelf.items) >= LEAST_OF_A_TAG] or tops if kind == "tag" else tops


def shelf_slugs_of(shelves: Shelves) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For every kind, and by the id of an item: the slugs of the shelves that the item belongs to."""
    standing: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in shelves}
    for kind, by_slug in shelves.items():
        for slug, shelf in by_slug.items():
            for item in shelf.items:
                standing[kind][item.fields.id].append(slug)
    return Frozen({kind: Frozen({item: tuple(slugs) for item, slugs in found.items()}) for kind, found in standing.items()})


def _type_shelf(key: str, items: Iterable[ItemEntry]) -> Mapping[str, Shelf]:
    return Frozen({"": Shelf(key, "", key, tuple(entry for entry in items if entry.fields.type == key))})


def _frame_shelves(key: str, collection: Collection, items: list[ItemEntry]) -> Mapping[str, Shelf]:
    entries = collection.frame[key]
    on_shelf: dict[str, list[ItemEntry]] = defaultdict(list)
    for item in items:
        for slug in _with_ancestors(_named(key, item, collection), entries):
            on_shelf[slug].append(item)
    return Frozen({e.slug: _frame_shelf(e, tuple(on_shelf[e.slug])) for e in sorted(entries.values(), key=place_in_lists)})


def _frame_shelf(entry: Entry[FrameEntry], items: tuple[ItemEntry, ...]) -> Shelf:
    fields, shown = entry.fields, entry.fields.shown_name
    also = "" if fields.name in {None, shown} else str(fields.name)
    return Shelf(fields.KEY, entry.slug, shown, items, parent_of(fields), also)


def place_in_lists(entry: Entry[FrameEntry]) -> tuple[float, str, str]:
    """The place among the entries of its type: by the order of its source, if its file tells that, and then by name."""
    order = getattr(entry.fields, "order", None)
    return order or inf, without_article(entry.fields.shown_name).casefold(), entry.slug


def _named(key: str, item: ItemEntry, collection: Collection) -> Iterator[str]:
    """The entries of a type that an item belongs to: those it names, and those that the other entries it names pass it on to."""
    yield from named_by(item.fields, key)
    for kind, declared in collection.declarations.frame_types.items():
        for spec in naming(declared, key):
            if spec.passes_on:
                entries = collection.frame[kind]
                for slug in _with_ancestors(named_by(item.fields, kind), entries):
                    yield from named_in(entries[slug].fields, spec)


def _with_ancestors(slugs: Iterable[str], entries: Mapping[str, Entry[FrameEntry]]) -> tuple[str, ...]:
    """The slugs and those of all their ancestors, each once. An earlier check removed all circles."""
    found: dict[str, None] = {}
    for slug in slugs:
        here: str | None = slug
        while here is not None and here not in found:
            found[here] = None
            here = parent_of(entries[here].fields)
    return tuple(found)


def _tag_shelves(items: Iterable[ItemEntry], synonyms: Mapping[str, str]) -> Mapping[str, Shelf]:
    """A shelf for every address of a tag; its name has all words with that address, each in its usual spelling."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    on_shelf: dict[str, dict[str, ItemEntry]] = defaultdict(dict)
    for item in items:
        for name in tags_of(item, synonyms):
            spellings[slug_from(name)][name] += 1
            on_shelf[slug_from(name)][item.fields.id] = item
    words = {slug: usual_spellings(counted) for slug, counted in spellings.items()}
    ordered = sorted(words, key=lambda slug: (tuple(name.casefold() for name in words[slug].values()), slug))
    return Frozen(
        {slug: Shelf("tag", slug, ", ".join(words[slug].values()), tuple(on_shelf[slug].values()), words=words[slug]) for slug in ordered}
    )


def usual_spellings(counted: Counter[str]) -> Mapping[str, str]:
    """The usual spelling of each word among the spellings of tags with one address, by the word; the usual word first."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in counted.items():
        words[word_of(name)][name] = count
    ordered = sorted(words, key=lambda word: (-words[word].total(), word))
    return Frozen({word: min(words[word], key=lambda name: (-words[word][name], name)) for word in ordered})


def _year_shelves(items: Iterable[ItemEntry]) -> Mapping[str, Shelf]:
    by_year: dict[str, list[ItemEntry]] = defaultdict(list)
    for item in items:
        if item.fields.date:
            by_year[str(item.fields.date.year)].append(item)
    return Frozen({year: Shelf("year", year, year, tuple(by_year[year])) for year in sorted(by_year, reverse=True)})


def _month_shelves(items: Iterable[ItemEntry], catalogue: Catalogue) -> Mapping[str, Shelf]:
    by_month: dict[str, list[ItemEntry]] = defaultdict(list)
    for item in items:
        if item.fields.date:
            by_month[f"{item.fields.date:%Y-%m}"].append(item)
    ordered = sorted(by_month, reverse=True)
    return Frozen(
        {month: Shelf("newsletter", month, catalogue.date(PartialDate.parse(month)), tuple(by_month[month])) for month in ordered}
    )


def _phase_shelves(items: Iterable[ItemEntry], catalogue: Catalogue) -> Mapping[str, Shelf]:
    """A shelf for every moment in a meeting, with the work formats for it; an empty one keeps its address."""
    formats = [item for item in items if isinstance(item.fields, WorkFormat)]
    held = {phase: tuple(item for item in formats if getattr(item.fields, "phase", None) == phase) for phase in get_args(Phase)}
    shelves = (Shelf("phase", catalogue.moment(phase), catalogue.value("phase", phase), found) for phase, found in held.items())
    return Frozen({shelf.slug: shelf for shelf in shelves})
