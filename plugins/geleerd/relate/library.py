"""The library: a collection with everything that is derived from it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from geleerd.locale.catalogue import Catalogue
from geleerd.locale.format_facts import facts_in_words
from geleerd.model.collection import Collection
from geleerd.model.declarations.frame_types import FailurePattern, FrameEntry, Theme
from geleerd.model.declarations.item_types import BrilliantFailure, Item, WorkFormat
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.model.strings import Address, SourcePath, slug_from, word_of
from geleerd.model.urls import relative
from geleerd.read.drawings.family import own_drawings
from geleerd.relate.backlinks import Backlink, DiscussedAt, backlinks_of, discussed_at
from geleerd.relate.crowned import CONFIRMED_BY, learned_in, with_evidence
from geleerd.relate.places.addresses import Addresses, addresses_by_path
from geleerd.relate.places.aliases import alias_redirects
from geleerd.relate.places.all_places import places_of
from geleerd.relate.places.file_clashes import file_clashes
from geleerd.relate.places.ownership import page_clashes
from geleerd.relate.places.redirect import Redirect
from geleerd.relate.places.site_places import SitePlaces, site_places
from geleerd.relate.places.terms import pages_of_terms
from geleerd.relate.remarks import dead_addresses, dead_pairs, remarks, unfinished_pages
from geleerd.relate.shelves import Referring, Shelf, Shelves, children_of, referring_of, shelf_slugs_of, shelves_of
from geleerd.relate.synonyms import joined_synonyms, synonyms_of, tags_of


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that pages are made of, complete from the start."""

    collection: Collection
    addresses: Addresses
    by_path: Mapping[SourcePath, Address]
    by_id: Mapping[str, ItemEntry]
    shelves: Shelves
    backlinks: Mapping[str, tuple[Backlink, ...]]
    discussed_at: DiscussedAt
    aliases: tuple[Redirect, ...]
    places: SitePlaces
    synonyms: Mapping[str, str]
    children: Mapping[str, Mapping[str, tuple[Shelf, ...]]]
    shelf_slugs: Mapping[str, Mapping[str, tuple[str, ...]]]
    own_drawings: Mapping[str, Address]
    referring: Referring
    term_pages: Mapping[str, Address]

    @property
    def published(self) -> tuple[ItemEntry, ...]:
        """The items that lists show."""
        return tuple(entry for entry in self.collection.items if entry.fields.status == "published")

    @property
    def joined_synonyms(self) -> Mapping[str, str]:
        """For the slug of every synonym that leads to a tag, the slug of that tag."""
        return joined_synonyms(self.shelves["tag"], self.synonyms)

    @property
    def contribute(self) -> Address | None:
        """The page on which a reader learns how to contribute; None where the staff wrote no such page."""
        address = self.addresses.place("contribute")
        return address if address in self.by_path.values() else None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in the language of the site."""
        return self.addresses.catalogue

    @property
    def declarations(self) -> Declarations:
        """The types of its entries."""
        return self.collection.declarations

    def is_of_the_staff(self, path: str) -> bool:
        """Whether the staff keep a file for this place on the site; theirs wins over ours. Markdown does not count: it becomes a page."""
        return not path.endswith(".md") and SourcePath(f"{self.addresses.content}/{path}") in self.collection.files

    def crown_of(self, item: ItemEntry) -> str:
        """How many networks learned what a crown lesson says, in words; empty for any other item."""
        count = len(learned_in(item, self.by_id, self.collection.frame))
        return self.catalogue.say("crown", number=self.catalogue.counted(count)) if count >= CONFIRMED_BY else ""

    def format_facts(self, item: ItemEntry) -> str:
        """What a work format takes, in words: how long, how many people, where, at which moment; empty for any other item."""
        return facts_in_words(item.fields, self.catalogue) if isinstance(item.fields, WorkFormat) else ""

    def drawing_of(self, fields: Item | FrameEntry, page: Address = Address("")) -> str:  # noqa: B008  # an address is a text
        """The drawing of an entry: its own, or for an item that of its first pattern or theme with one; empty for one without.

        It is the name of one of the package, or the link from a page to the file of one of the knowledge base itself.
        """
        around = self.drawn_by(fields)
        name = around.fields.shown_drawing if around else fields.shown_drawing
        return relative(page, self.own_drawings[name]) if name in self.own_drawings else name

    def drawn_by(self, fields: Item | FrameEntry) -> Entry[FrameEntry] | None:
        """The pattern or theme whose drawing an item has that has none of its own."""
        if fields.shown_drawing or not isinstance(fields, Item):
            return None
        struck = fields.patterns if isinstance(fields, BrilliantFailure) else ()
        named = (*((FailurePattern.KEY, slug) for slug in struck), *((Theme.KEY, slug) for slug in fields.themes))
        entries = (self.collection.frame.get(key, Frozen()).get(slug) for key, slug in named)
        return next((entry for entry in entries if entry and entry.fields.shown_drawing), None)

    def tags(self, item: ItemEntry) -> Mapping[str, str]:
        """The slugs of the tags of an item, by the names in the spelling that the site uses."""
        shelves = self.shelves["tag"]
        found = ((word_of(tag), slug_from(tag)) for tag in tags_of(item, self.synonyms))
        return {shelves[slug].words[word]: slug for word, slug in found if slug in shelves and word in shelves[slug].words}


def relate(collection: Collection, catalogue: Catalogue, content: str) -> tuple[Library, tuple[Problem, ...]]:
    """The library of a collection, and the problems with its addresses."""
    collection = replace(collection, items=with_evidence(collection.items, collection.frame))
    addresses = Addresses(catalogue, content, collection.declarations)
    shelves = shelves_of(collection, catalogue)
    synonyms = Frozen(synonyms_of(collection))
    places = tuple(places_of(collection, addresses, shelves))
    aliases, problems = alias_redirects(collection, addresses, places)
    return (
        Library(
            collection=collection,
            addresses=addresses,
            by_path=Frozen(addresses_by_path(collection, addresses)),
            by_id=Frozen({entry.fields.id: entry for entry in collection.items}),
            shelves=shelves,
            backlinks=backlinks_of(collection.items),
            discussed_at=discussed_at(collection.frame),
            aliases=aliases,
            places=site_places(places, collection, addresses, shelves, aliases),
            synonyms=synonyms,
            children=children_of(shelves),
            shelf_slugs=shelf_slugs_of(shelves),
            own_drawings=_own_drawings(collection, content),
            referring=referring_of(collection, shelves),
            term_pages=pages_of_terms(collection.words.explained, addresses),
        ),
        (
            *problems,
            *page_clashes(collection.staff_pages, places, addresses),
            *file_clashes(collection, places, addresses),
            *remarks(collection, shelves),
            *dead_pairs(collection),
            *unfinished_pages(collection, addresses.catalogue.say("to-fill-in")),
            *dead_addresses(collection, places),
        ),
    )


def without_files(library: Library, gone: Set[SourcePath]) -> Library:
    """The library of a site without some of the staff's pages and files."""
    collection = replace(
        library.collection,
        files=Frozen({path: file for path, file in library.collection.files.items() if path not in gone}),
        staff_pages=tuple(page for page in library.collection.staff_pages if page.path not in gone),
    )
    pages = {page.path for page in library.collection.staff_pages} & gone
    aliases = tuple(redirect for redirect in library.aliases if redirect.source not in pages)
    places = places_of(collection, library.addresses, library.shelves)
    return replace(
        library,
        collection=collection,
        by_path=Frozen({path: address for path, address in library.by_path.items() if path not in pages}),
        aliases=aliases,
        places=site_places(places, collection, library.addresses, library.shelves, aliases),
        own_drawings=_own_drawings(collection, library.addresses.content),
    )


def _own_drawings(collection: Collection, content: str) -> Mapping[str, Address]:
    """The drawings of a knowledge base itself that are on the site, by name."""
    found = {name: path for name, path in own_drawings(collection.files, content).items() if path not in collection.withheld}
    looked_into = {name: (path, collection.files[path].contents) for name, path in found.items()}
    return Frozen({name: Address(path.removeprefix(f"{content}/")) for name, (path, seen) in looked_into.items() if seen and seen.drawing})
