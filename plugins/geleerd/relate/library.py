"""The library: a collection with everything that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.collection import Collection
from geleerd.model.declarations.registry import LISTS_AND_MONTHS
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.backlinks import Backlink, backlinks_of
from geleerd.relate.places.addresses import Addresses, addresses_by_path
from geleerd.relate.places.aliases import Redirect, alias_redirects, page_clashes
from geleerd.relate.related import Resemblance, related_of
from geleerd.relate.remarks import remarks
from geleerd.relate.shelves import Shelf, Shelves, children_of, joined_synonyms, shelves_of, standing_of, synonyms_of, tags_of


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that pages are made of. Nothing in it is filled in later."""

    collection: Collection
    addresses: Addresses
    by_path: Mapping[SourcePath, Address]
    by_id: Mapping[str, ItemEntry]
    shelves: Shelves
    backlinks: Mapping[str, tuple[Backlink, ...]]
    related: Mapping[str, tuple[Resemblance, ...]]
    aliases: tuple[Redirect, ...]
    synonyms: Mapping[str, str]
    children: Mapping[str, Mapping[str, tuple[Shelf, ...]]]
    standing: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def published(self) -> tuple[ItemEntry, ...]:
        """The items that lists show."""
        return tuple(entry for entry in self.collection.items if entry.fields.status == "published")

    @property
    def joined_synonyms(self) -> Mapping[str, str]:
        """For the slug of every synonym that leads to a tag, the slug of that tag."""
        return joined_synonyms(self.shelves, self.synonyms)

    @property
    def contribute(self) -> Address | None:
        """Where a reader learns how to share something; None where the staff wrote no such page."""
        address = self.addresses.place("contribute")
        return address if address in self.by_path.values() else None

    def is_of_the_staff(self, path: str) -> bool:
        """Whether the staff keep a file themselves that stands at this place on the site; theirs wins. Markdown is no such file."""
        return not path.endswith(".md") and SourcePath(f"{self.addresses.content}/{path}") in self.collection.files

    def every_address(self) -> frozenset[Address]:
        """Every address that somebody can write out: pages, shelves, indices, old addresses, and the pages that the product makes."""
        found = {Address(""), *self.by_path.values(), *(redirect.address for redirect in self.aliases)}
        for kind, shelves in self.shelves.items():
            found.add(self.addresses.index(kind))
            found.update(self.addresses.shelf(kind, slug) for slug in shelves if slug)
        return frozenset(found | {*self.addresses.made()})

    def tags(self, item: ItemEntry) -> Mapping[str, str]:
        """The tags of an item by slug, in the spelling of the site."""
        shelves = self.shelves["tag"]
        return {slug: shelves[slug].name for slug in tags_of(item, self.synonyms) if slug in shelves}


def relate(collection: Collection, catalogue: Catalogue, content: str) -> tuple[Library, tuple[Problem, ...]]:
    """The library of a collection, and what is wrong with its addresses."""
    addresses = Addresses(catalogue, content)
    shelves = shelves_of(collection, catalogue)
    synonyms = Frozen(synonyms_of(collection))
    lists = [addresses.shelf(kind, slug) for kind in LISTS_AND_MONTHS for slug in shelves[kind]]
    lists += [addresses.shelf("tag", synonym) for synonym in joined_synonyms(shelves, synonyms)]
    aliases, problems = alias_redirects(collection, addresses, lists)
    backlinks = backlinks_of(collection.items)
    return (
        Library(
            collection=collection,
            addresses=addresses,
            by_path=Frozen(addresses_by_path(collection, addresses)),
            by_id=Frozen({entry.fields.id: entry for entry in collection.items}),
            shelves=shelves,
            backlinks=backlinks,
            related=related_of(collection.items, backlinks),
            aliases=aliases,
            synonyms=synonyms,
            children=children_of(shelves),
            standing=standing_of(shelves),
        ),
        (*problems, *page_clashes(collection, addresses), *remarks(collection, shelves)),
    )
