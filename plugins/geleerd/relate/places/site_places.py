"""The list of all places on the site, and the questions that the stages ask of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.collection import Collection
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.places.addresses import Addresses, feeds_of
from geleerd.relate.places.redirect import Redirect
from geleerd.relate.places.redirects import agenda_redirects, deck_redirects, item_redirects, synonym_redirects
from geleerd.relate.places.site_place import Kind, SitePlace
from geleerd.relate.shelves import Shelves


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """All places of a site, and its redirects. Where two places have one address, the later one counts."""

    listed: tuple[SitePlace, ...]
    redirects: tuple[Redirect, ...]

    def linkable(self) -> frozenset[Address]:
        """The addresses that a text may link to by their path."""
        return frozenset(place.address for place in self.listed if place.is_linkable)

    def introducible(self) -> frozenset[Address]:
        """The addresses at which the product makes a page that the staff may introduce."""
        return frozenset(place.address for place in self.listed if place.is_introducible)

    def introductions(self) -> Mapping[Address, SourcePath]:
        """The file in which the staff write or may write a page, by its address. Such a page stays, whatever happens to the items."""
        return Frozen({place.address: place.introduction for place in self.listed if place.introduction})

    def lasting(self) -> Mapping[Address, SourcePath | None]:
        """Every address that must not vanish because somebody may link to it, with the file that owns it.

        Further pages of a list are not included, since they may shift, nor are files, since they move with their pages.
        """
        found: dict[Address, SourcePath | None] = dict.fromkeys(sorted(self.linkable()))
        return Frozen(found | {place.address: place.owner for place in self.listed if not place.is_file})


def site_places(
    places: Iterable[SitePlace], collection: Collection, addresses: Addresses, shelves: Shelves, aliases: Iterable[Redirect]
) -> SitePlaces:
    """The list of `places`, completed with the redirects from old addresses."""
    places, aliases = tuple(places), tuple(aliases)
    redirects = (*item_redirects(collection, addresses), *synonym_redirects(collection, addresses, shelves), *aliases)
    decks = tuple(deck_redirects(collection, addresses, shelves, redirects))
    agendas = tuple(agenda_redirects(collection, addresses, redirects))
    moved = (
        *(SitePlace(deck.address, Kind.MOVED_DECK, deck.source) for deck in decks),
        *(SitePlace(agenda.address, Kind.MOVED_AGENDA, agenda.source) for agenda in agendas),
    )
    return SitePlaces((*places, *_places_of_aliases(aliases, places, addresses), *moved), (*redirects, *decks, *agendas))


def _places_of_aliases(aliases: Iterable[Redirect], places: Iterable[SitePlace], addresses: Addresses) -> Iterator[SitePlace]:
    """The places of the aliases. Each has its own copies of the files beside a page, because a file cannot redirect.

    Programs keep asking for the feeds and the calendar of a page that is gone, whatever its address redirects to.
    """
    names = {place.address: tuple(file.removeprefix(place.address) for file in place.beside) for place in places if place.beside}
    for alias in aliases:
        page = alias.address
        files = [Address(page + name) for name in names.get(alias.target, ())]
        files += feeds_of(page) if addresses.is_shelf(page, addresses.declarations.followed) else ()
        files += [addresses.calendar(page)] if addresses.is_shelf(page, ("network",)) else ()
        yield SitePlace(page, Kind.ALIAS, alias.source, beside=tuple(dict.fromkeys(files)) if page.endswith("/") else ())
