"""The redirects that no file asks for: from permalinks, synonyms of tags, withdrawn items, and decks and learning agendas that moved."""

import re
from collections.abc import Iterator, Sequence

from geleerd.model.collection import Collection
from geleerd.model.declarations.frame_types import Network
from geleerd.model.strings import Address
from geleerd.relate.places.addresses import Addresses, addresses_by_path
from geleerd.relate.places.decks import kinds_with_deck, pages_once_with_deck, pages_with_deck
from geleerd.relate.places.redirect import Redirect
from geleerd.relate.shelves import Shelves
from geleerd.relate.synonyms import joined_synonyms, synonyms_of


def item_redirects(collection: Collection, addresses: Addresses) -> Iterator[Redirect]:
    """From the permalink of an item to its page. A withdrawn item has its page at its permalink, and its former address redirects there."""
    for item in collection.items:
        permalink = addresses.permalink(item.fields.id)
        if item.fields.status == "withdrawn":
            former = addresses.shelf(item.fields.type, item.slug)
            yield Redirect(former, permalink, item.path, addresses.catalogue.say("withdrawn"))
        else:
            yield Redirect(permalink, addresses.entry(item), item.path, item.fields.title or "", item.fields.summary or "")


def synonym_redirects(collection: Collection, addresses: Addresses, shelves: Shelves) -> Iterator[Redirect]:
    """From the address of a synonym in the glossary to the tag that it is joined under."""
    for synonym, slug in joined_synonyms(shelves["tag"], synonyms_of(collection)).items():
        yield Redirect(addresses.shelf("tag", synonym), addresses.shelf("tag", slug), None, shelves["tag"][slug].name)


def deck_redirects(collection: Collection, addresses: Addresses, shelves: Shelves, redirects: Sequence[Redirect]) -> Iterator[Redirect]:
    """From the address of a deck whose page moved, as one of the `redirects` tells, or lost its last work format."""
    moved, by_path = addresses.catalogue.say("moved"), addresses_by_path(collection, addresses)
    decks = frozenset(pages_with_deck(shelves, addresses))
    taken = {redirect.address for redirect in redirects} | set(by_path.values())
    sources = {address: path for path, address in by_path.items()}
    words = tuple(f"{addresses.catalogue.word(kind)}/" for kind in ("work-format", *kinds_with_deck(addresses.declarations)))
    targets = {page: page for page in pages_once_with_deck(collection, shelves, addresses) if page not in decks}
    targets |= {r.address: r.target for r in redirects if r.address.startswith(words) and re.fullmatch("[^/]+/[^/]+/", r.address)}
    for page, target in targets.items():
        deck = addresses.deck(page)
        if deck not in taken:
            yield Redirect(deck, addresses.deck(target) if target in decks else target, sources.get(target), moved)


def agenda_redirects(collection: Collection, addresses: Addresses, redirects: Sequence[Redirect]) -> Iterator[Redirect]:
    """From the learning agenda of a network that moved, as one of the `redirects` tells, to where it stands now."""
    moved, word = addresses.catalogue.say("moved"), addresses.catalogue.word("learning-agenda")
    agendas = {addresses.entry(entry): addresses.learning_agenda(slug) for slug, entry in collection.frame[Network.KEY].items()}
    taken = {redirect.address for redirect in redirects}
    for redirect in redirects:
        agenda = Address(f"{redirect.address}{word}/")
        if addresses.is_shelf(redirect.address, (Network.KEY,)) and redirect.address not in agendas and agenda not in taken:
            yield Redirect(agenda, agendas.get(redirect.target, redirect.target), redirect.source, moved)
