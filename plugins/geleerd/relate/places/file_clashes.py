"""The staff's pages and files at addresses that are another's, on a system that sees no case or where the product alone may write."""

import posixpath
from collections.abc import Iterable, Iterator

from geleerd.model.collection import Collection
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.model.urls import file_of
from geleerd.read.gate.names import caseless
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.fixed import FOLDERS, is_reserved
from geleerd.relate.places.ownership import PRODUCT
from geleerd.relate.places.site_place import Kind, SitePlace


def file_clashes(collection: Collection, places: Iterable[SitePlace], addresses: Addresses) -> Iterator[Problem]:
    """A problem for everything of the staff at a reserved place or where a page of theirs comes to stand, and for twins.

    Twins are addresses that differ only in their case.

    Some system takes two such folders for one, also if no file in them is the same: then the links to one of them break.
    """
    spelt = {caseless(part): part for file in _of_the_product(places) for part in _parts(file)}
    theirs = dict(_of_the_staff(collection, addresses))
    pages = {file: path for path, file in theirs.items() if path.endswith(".md")}
    for path, file in sorted(theirs.items(), key=lambda pair: (pair[1] != caseless(pair[1]), pair)):
        if is_reserved(file):
            yield Problem(Place(path), Code.FILE_CLASH, {"value": f"/{file}", "other": PRODUCT})
        elif pages.get(file, path) != path and not path.endswith(".md"):
            yield Problem(Place(path), Code.PAGE_CLASH, {"value": f"/{file}", "other": pages[file]})
        elif twin := next((spelt[caseless(part)] for part in _parts(file) if spelt.get(caseless(part), part) != part), None):
            yield Problem(Place(path), Code.TWIN_NAME, {"other": f"/{twin}"})
        else:
            spelt |= {caseless(part): part for part in _parts(file)}


def _of_the_product(places: Iterable[SitePlace]) -> Iterator[str]:
    yield from FOLDERS
    for place in places:
        if place.kind is not Kind.STAFF_PAGE:
            yield from (file_of(place.address), *place.beside)


def _of_the_staff(collection: Collection, addresses: Addresses) -> Iterator[tuple[SourcePath, str]]:
    """The files on the site, by those that they come from. Other Markdown is no file on the site."""
    yield from ((page.path, file_of(addresses.page(page.path))) for page in collection.staff_pages)
    for path in collection.files:
        if path.startswith(f"{addresses.content}/") and not path.endswith(".md"):
            yield path, posixpath.relpath(path, addresses.content)


def _parts(file: str) -> Iterator[str]:
    """The folders around a file, and the file."""
    parts = file.rstrip("/").split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
