"""All addresses that lead to another: permalinks, former addresses, synonyms of tags, aliases, and cards that are no longer printed."""

import re
from collections.abc import Iterator

from geleerd.model.strings import Address
from geleerd.relate.decks import WITH_DECK, pages_once_with_deck, pages_with_deck
from geleerd.relate.library import Library
from geleerd.relate.places.aliases import Redirect


def redirects_of(library: Library) -> tuple[Redirect, ...]:
    """Every redirect of the site, each address once."""
    redirects = (*_of_items(library), *_of_synonyms(library), *library.aliases)
    return (*redirects, *_of_decks(library, redirects))


def _of_items(library: Library) -> Iterator[Redirect]:
    """From the permalink of an item to where it stands; a withdrawn one stands at its permalink, and its former address leads there."""
    addresses = library.addresses
    for item in library.collection.items:
        permalink = addresses.permalink(item.fields.id)
        if item.fields.status == "withdrawn":
            former = addresses.shelf(item.fields.type, item.slug)
            yield Redirect(former, permalink, item.path, addresses.catalogue.say("withdrawn"))
        else:
            yield Redirect(permalink, addresses.entry(item), item.path, item.fields.title or "", item.fields.summary or "")


def _of_synonyms(library: Library) -> Iterator[Redirect]:
    for synonym, slug in library.joined_synonyms.items():
        shelf, addresses = library.shelves["tag"][slug], library.addresses
        yield Redirect(addresses.shelf("tag", synonym), addresses.shelf("tag", slug), None, shelf.name)


def _of_decks(library: Library, redirects: tuple[Redirect, ...]) -> Iterator[Redirect]:
    """From where cards to print stood before their page moved, or lost its last work format."""
    addresses, moved = library.addresses, library.addresses.catalogue.say("moved")
    decks = frozenset(pages_with_deck(library))
    taken = {redirect.address for redirect in redirects} | set(library.by_path.values())
    sources = {address: path for path, address in library.by_path.items()}
    words = tuple(f"{addresses.catalogue.word(kind)}/" for kind in ("work-format", *WITH_DECK))
    targets = {page: page for page in pages_once_with_deck(library) if page not in decks}
    targets |= {r.address: r.target for r in redirects if r.address.startswith(words) and re.fullmatch("[^/]+/[^/]+/", r.address)}
    for page, target in targets.items():
        deck = addresses.deck(page)
        if deck not in taken:
            yield Redirect(deck, _deck_or_page(target, decks, library), sources.get(target), moved)


def _deck_or_page(target: Address, decks: frozenset[Address], library: Library) -> Address:
    return library.addresses.deck(target) if target in decks else target
