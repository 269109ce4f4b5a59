"""Redirects from the old addresses that a file lists as its aliases to the page of that file."""

from collections.abc import Iterator, Sequence

from geleerd.model.collection import Collection
from geleerd.model.declarations.registry import LISTS_AND_MONTHS
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.model.strings import Address
from geleerd.model.urls import file_of
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.ownership import Ownership
from geleerd.relate.places.redirect import Redirect
from geleerd.relate.places.site_place import Kind, SitePlace
from geleerd.relate.places.spelling import alias_address


def alias_redirects(
    collection: Collection, addresses: Addresses, places: Sequence[SitePlace]
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """A redirect for every alias, and a problem for every alias whose address one of the `places` has already."""
    ownership = Ownership(places, addresses)
    lists = frozenset(file_of(place.address) for place in places if place.kind in {Kind.SHELF, Kind.SYNONYM})
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for document, number, alias, target in _aliases(collection, addresses):
        address = alias_address(alias)
        file = file_of(address)
        if address == target or ownership.owner(file) == document.path:
            continue
        if target and address.startswith(target) and file in lists:
            continue  # an empty list has no page: this alias redirected its address to the overview until the list had items again
        if other := ownership.in_the_way(file):
            problems.append(Problem(document.place(("aliases", number)), Code.ALIAS_TAKEN, {"value": alias, "other": other}))
        else:
            ownership.take(file, document.path)
            redirects.append(Redirect(address, target, document.path, addresses.catalogue.say("moved")))
    return tuple(redirects), tuple(problems)


def documents_with_aliases(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, tuple[str, ...]]]:
    """Every document that has an address, with its aliases."""
    return ((document, aliases) for document, aliases, _ in _targets(collection, addresses))


def _aliases(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, int, str, Address]]:
    withdrawn = {item.path for item in collection.items if item.fields.status == "withdrawn"}
    for document, aliases, target in _targets(collection, addresses):
        for number, alias in enumerate(aliases):
            yield document, number, alias, _overview(alias, addresses) or target if document.path in withdrawn else target


def _overview(alias: str, addresses: Addresses) -> Address | None:
    """The overview of the lists that an alias is one of, such as that of a tag; None for any other alias.

    Whoever looks for a list that only a withdrawn item was in does not look for that item.
    """
    page = alias_address(alias)
    return next((addresses.index(kind) for kind in LISTS_AND_MONTHS if addresses.is_shelf(page, (kind,))), None)


def _targets(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, tuple[str, ...], Address]]:
    """Every document that has an address, with its aliases and that address."""
    for item in collection.items:
        yield item.document, item.fields.aliases, addresses.entry(item)
    for entries in collection.frame.values():
        yield from ((entry.document, entry.fields.aliases, addresses.entry(entry)) for entry in entries.values())
    for page in collection.staff_pages:
        yield page, collection.page_aliases.get(page.path, ()), addresses.page(page.path)
