"""What knowledge bases elsewhere learned, beside ours: below which of our themes it belongs, and which of our items it confirms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import Theme
from geleerd.model.elsewhere.other_bases import ForeignItem, OtherBase
from geleerd.model.frozen import Frozen
from geleerd.model.urls import absolute, id_in_permalink
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class LearnedElsewhere:
    """An item of another knowledge base, with the slugs of our themes that it belongs to, those above them included."""

    item: ForeignItem
    base: OtherBase
    themes: tuple[str, ...]


def learned_elsewhere(library: Library) -> tuple[LearnedElsewhere, ...]:
    """All that was learned elsewhere, newest first."""
    found = (
        LearnedElsewhere(item, snapshot.base, tuple(_themes(item, snapshot.base, library)))
        for snapshot in library.collection.elsewhere
        for item in snapshot.items
    )
    in_order = sorted(found, key=lambda one: (one.base.slug, one.item.id))
    return tuple(sorted(in_order, key=lambda one: one.item.date, reverse=True))


def by_theme(found: Iterable[LearnedElsewhere]) -> Mapping[str, tuple[LearnedElsewhere, ...]]:
    """What was learned elsewhere, by the slugs of our themes."""
    shelves: dict[str, list[LearnedElsewhere]] = defaultdict(list)
    for one in found:
        for slug in one.themes:
            shelves[slug].append(one)
    return Frozen({slug: tuple(ones) for slug, ones in shelves.items()})


def also_learned(found: Iterable[LearnedElsewhere], library: Library, sites: Iterable[str]) -> Mapping[str, tuple[LearnedElsewhere, ...]]:
    """By the ids of our items what names them as a source: the same was learned there. `sites` are the addresses of our site."""
    pages = {library.addresses.entry(item): item.fields.id for item in library.collection.items}
    ids = {absolute(site, address): item_id for site in sites if site for address, item_id in pages.items()}
    starts = tuple(f"{site.rstrip('/')}/" for site in sites if site)
    confirming: dict[str, list[LearnedElsewhere]] = defaultdict(list)
    for one in found:
        for item_id in dict.fromkeys(_named(one.item.cites, ids, starts)):
            if item_id in library.by_id:
                confirming[item_id].append(one)
    return Frozen({item_id: tuple(ones) for item_id, ones in confirming.items()})


def _named(cites: Iterable[str], ids: Mapping[str, str], starts: Iterable[str]) -> Iterator[str]:
    for address in cites:
        plain = address.partition("#")[0]
        named = (id_in_permalink(plain.removeprefix(start)) for start in starts if plain.startswith(start))
        if item_id := ids.get(plain) or next(filter(None, named), None):
            yield item_id


def _themes(item: ForeignItem, base: OtherBase, library: Library) -> Iterator[str]:
    shelves, seen = library.shelves[Theme.KEY], set[str]()
    for slug in item.themes:
        ours = base.themes.get(slug, slug)
        while ours in shelves and ours not in seen:
            seen.add(ours)
            yield ours
            ours = shelves[ours].parent or ""
