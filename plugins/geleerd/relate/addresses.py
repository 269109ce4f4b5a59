"""Where every page stands. Addresses never change without a redirect."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from geleerd.locale.catalogue import Catalogue
from geleerd.model.frame_types import FrameEntry
from geleerd.model.item_types import Item
from geleerd.model.problems import Problem
from geleerd.model.registry import FRAME_FOLDERS, FRAME_TYPES, ITEM_TYPES, LISTS
from geleerd.model.strings import Address, ItemId, SourcePath, file_of
from geleerd.model.values import Collection, Document, Entry

HOME = Address("")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The rules for addresses in one language. `content` is the folder whose pages keep their place on the site."""

    catalogue: Catalogue
    content: str

    def index(self, kind: str, page: int = 1) -> Address:
        """A page of the index of a type, or of another kind of list (`tag`, `year`)."""
        return self._paged(f"{self.catalogue.word(kind)}/", page)

    def entry(self, entry: Entry[Item] | Entry[FrameEntry], page: int = 1) -> Address:
        """An item, or a page of a frame entry. A withdrawn item has nothing but its permalink."""
        if isinstance(entry.fields, Item) and entry.fields.status == "withdrawn":
            return self.permalink(ItemId(entry.fields.id))
        return self.shelf(entry.fields.type or entry.fields.KEY, entry.slug, page)

    def shelf(self, kind: str, slug: str, page: int = 1) -> Address:
        """A page of one entry of an index, such as a tag."""
        return self._paged(f"{self.catalogue.word(kind)}/{slug}/", page)

    def deck(self, base: Address, page: int = 1) -> Address:
        """The work formats of the page at `base` as cards to print."""
        return self._paged(f"{base}{self.catalogue.word('deck')}/", page)

    def permalink(self, item_id: ItemId) -> Address:
        """The address of an item that outlives its title, its type and its place."""
        return Address(f"l/{item_id}/")

    def place(self, name: str) -> Address:
        """A page that the product makes itself, such as the agenda."""
        return Address(f"{self.catalogue.word(name)}/")

    def reference(self) -> Address:
        """The contributor's reference of fields and messages."""
        return Address(f"{self.place('contribute')}{self.catalogue.word('reference')}/")

    def page(self, path: SourcePath) -> Address:
        """Where a page of the staff stands: where its file lies. A frame folder's `index.md` stands at the index."""
        inner = posixpath.relpath(path, self.content)
        folder, name = posixpath.split(inner)
        stem = posixpath.splitext(name)[0]
        if folder in FRAME_FOLDERS:
            folder = self.catalogue.word(FRAME_FOLDERS[folder].KEY)
        parts = [folder, "" if stem in {"index", "README"} else stem]
        return Address("".join(f"{part}/" for part in parts if part))

    def _paged(self, start: str, page: int) -> Address:
        return Address(start if page == 1 else f"{start}{self.catalogue.word('page')}/{page}/")


def addresses_by_path(collection: Collection, addresses: Addresses) -> Mapping[SourcePath, Address]:
    """The address of every file that becomes a page."""
    result: dict[SourcePath, Address] = {item.path: addresses.entry(item) for item in collection.items}
    result |= {entry.path: addresses.entry(entry) for entries in collection.frame.values() for entry in entries.values()}
    return result | {page.path: addresses.page(page.path) for page in collection.pages}


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that only leads to another."""

    address: Address
    target: Address


def alias_redirects(collection: Collection, addresses: Addresses) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """A redirect for every alias, and a problem for each that stands where something else is already."""
    taken = _taken(collection, addresses)
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for document, number, alias, target in _aliases(collection, addresses):
        address = alias_address(alias)
        if address == target:
            continue
        other = _in_the_way(file_of(address), taken)
        if other:
            problems.append(Problem(document.place(("aliases", number)), "alias-taken", {"value": alias, "other": other}))
        else:
            taken[file_of(address)] = document.path
            redirects.append(Redirect(address, target))
    return tuple(redirects), tuple(problems)


PRODUCT = "Geleerd"
"""Whose the addresses are that no file of the repository has."""


def _in_the_way(file: str, taken: Mapping[str, str]) -> str | None:
    """What stands where a file would come, or where a folder above it would have to."""
    if file.startswith(("assets/", "api/", "pagefind/")):
        return PRODUCT
    parts = file.split("/")
    above = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return next((taken[path] for path in above if path in taken), None)


def _taken(collection: Collection, addresses: Addresses) -> dict[str, str]:
    """The files of the site that are somebody's already, with whose they are."""
    kinds = (*ITEM_TYPES, *FRAME_TYPES, *LISTS)
    own = (HOME, *map(addresses.index, kinds), *map(addresses.place, ("agenda", "glossary", "search")), addresses.reference())
    taken = dict.fromkeys((*map(file_of, own), "404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"), PRODUCT)
    for item in collection.items:
        taken[file_of(addresses.permalink(ItemId(item.fields.id)))] = item.path
        taken[file_of(addresses.shelf(item.fields.type, item.slug))] = item.path
    return taken | {file_of(address): path for path, address in addresses_by_path(collection, addresses).items()}


def page_clashes(collection: Collection, addresses: Addresses) -> tuple[Problem, ...]:
    """A problem for every page of the staff that stands where an item, an entry or another page is already."""
    first: dict[Address, str] = {addresses.entry(item): item.path for item in collection.items}
    first |= {addresses.permalink(ItemId(item.fields.id)): item.path for item in collection.items}
    first |= {addresses.entry(entry): entry.path for entries in collection.frame.values() for entry in entries.values()}
    first[addresses.reference()] = PRODUCT
    problems: list[Problem] = []
    for page in collection.pages:
        address = addresses.page(page.path)
        other = first.setdefault(address, page.path)
        if other != page.path:
            problems.append(Problem(page.place(), "page-clash", {"value": f"/{address}", "other": other}))
    return tuple(problems)


def alias_address(alias: str) -> Address:
    """The address that an old path of the site stands for: a folder, unless it names a file."""
    path = unquote(alias).lstrip("/")
    is_whole = not path or path.endswith("/") or "." in posixpath.basename(path)
    return Address(path if is_whole else f"{path}/")


def _aliases(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, int, str, Address]]:
    entries: list[Entry[Item] | Entry[FrameEntry]] = [*collection.items]
    entries += [entry for frame in collection.frame.values() for entry in frame.values()]
    for entry in entries:
        for number, alias in enumerate(entry.fields.aliases):
            yield entry.document, number, alias, addresses.entry(entry)
