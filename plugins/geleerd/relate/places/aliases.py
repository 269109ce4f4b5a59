"""Old addresses that lead on, and whose the places on the site are: no two things stand at one."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from geleerd.model.collection import Collection
from geleerd.model.declarations.registry import FRAME_TYPES, ITEM_TYPES, LISTS
from geleerd.model.documents import Document
from geleerd.model.problems import Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import file_of
from geleerd.relate.places.addresses import FEEDS, FIGURES, HOME, INTRODUCED, Addresses, addresses_by_path, followed_pages, markdown_of


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that only leads to another.

    `source` is the file that asks for it, if one file does. `title` and `summary` are what a reader sees of the target on the way.
    """

    address: Address
    target: Address
    source: SourcePath | None
    title: str
    summary: str = ""


def alias_redirects(
    collection: Collection, addresses: Addresses, lists: Iterable[Address]
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """A redirect for every alias, and a problem for each that stands where something else is already.

    `lists` are the addresses of tags, years, months and moments, which no file of the repository has.
    """
    listed = frozenset(map(file_of, lists))
    taken = _Taken(dict.fromkeys(listed, PRODUCT) | _taken(collection, addresses))
    parts = _parts_of_a_page(addresses)
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for document, number, alias, target in _aliases(collection, addresses):
        address = alias_address(alias)
        if address == target or taken.owner(file_of(address)) == document.path:
            continue
        if target and address.startswith(target) and file_of(address) in listed:
            continue  # the list was empty, and its overview took its place for as long as that lasted
        other = taken.in_the_way(file_of(address)) or taken.in_the_way(parts.sub(r"\1\2\3", file_of(address)))
        if other:
            problems.append(Problem(document.place(("aliases", number)), "alias-taken", {"value": alias, "other": other}))
        else:
            taken.take(file_of(address), document.path)
            redirects.append(Redirect(address, target, document.path, addresses.catalogue.say("moved")))
    return tuple(redirects), tuple(problems)


def _parts_of_a_page(addresses: Addresses) -> re.Pattern[str]:
    """The files of the further pages of a list, and of an entry's cards to print; the groups make that of the page itself."""
    deck, page = (re.escape(addresses.catalogue.word(key)) for key in ("deck", "page"))
    return re.compile(rf"^(?:((?:[^/]+/){{2}}){deck}/(?:{page}/\d+/)?|(.+/){page}/\d+/)(index\.html)$")


PRODUCT = "Geleerd"
"""Whose the addresses are that no file of the repository has."""

_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "llms.txt", "_redirects", "redirects.map")


class _Taken:
    """The files of the site and the folders that they lie in, with whose they are."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for file, owner in files.items():
            self.take(file, owner)

    def take(self, file: str, owner: str) -> None:
        self._files[file] = owner
        self._folders |= dict.fromkeys(_above(file), owner)

    def owner(self, file: str) -> str | None:
        """Whose it is that stands there."""
        return self._files.get(file)

    def in_the_way(self, file: str) -> str | None:
        """Whose it is that stands where a file would come, or where a folder above it would have to."""
        if file.startswith(("assets/", "api/", "pagefind/")):
            return PRODUCT
        return next((self._files[path] for path in (*_above(file), file) if path in self._files), self._folders.get(file))


def _above(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _taken(collection: Collection, addresses: Addresses) -> dict[str, str]:
    """The files of the site that are somebody's already, with whose they are."""
    kinds = (*ITEM_TYPES, *FRAME_TYPES, *LISTS)
    own = (HOME, *map(addresses.index, kinds), *addresses.made(), *map(addresses.figure, FIGURES))
    taken = dict.fromkeys((*map(file_of, own), *_FILES), PRODUCT)
    taken |= {f"{page}{name}": PRODUCT for page in followed_pages(collection, addresses) for name in FEEDS}
    for item in collection.items:
        taken[file_of(addresses.permalink(item.fields.id))] = item.path
        taken[file_of(addresses.shelf(item.fields.type, item.slug))] = item.path
    taken |= {addresses.share_image(item.fields.id): PRODUCT for item in collection.items}
    taken |= dict.fromkeys(_for_programs(collection, addresses), PRODUCT)
    return taken | {file_of(address): path for path, address in addresses_by_path(collection, addresses).items()}


def _for_programs(collection: Collection, addresses: Addresses) -> Iterator[str]:
    """The files beside indices, items, entries and the agenda that other programs read."""
    yield from (markdown_of(addresses.index(kind)) for kind in (*ITEM_TYPES, *FRAME_TYPES))
    yield from (markdown_of(addresses.entry(item)) for item in collection.items if item.fields.status != "withdrawn")
    yield from (markdown_of(addresses.entry(entry)) for entries in collection.frame.values() for entry in entries.values())
    yield addresses.calendar(addresses.place("agenda"))
    yield from (addresses.calendar(addresses.entry(network)) for network in collection.frame["network"].values())


def page_clashes(collection: Collection, addresses: Addresses) -> tuple[Problem, ...]:
    """A problem for every page of the staff that stands where an item, an entry or another page is already."""
    first: dict[Address, str] = {addresses.entry(item): item.path for item in collection.items}
    first |= {addresses.permalink(item.fields.id): item.path for item in collection.items}
    first |= {addresses.entry(entry): entry.path for entries in collection.frame.values() for entry in entries.values()}
    introduced = {addresses.place(name) for name in INTRODUCED}
    first |= dict.fromkeys((address for address in addresses.made() if address not in introduced), PRODUCT)
    problems: list[Problem] = []
    for page in collection.staff_pages:
        address = addresses.page(page.path)
        other = first.setdefault(address, page.path)
        if other != page.path:
            problems.append(Problem(page.place(), "page-clash", {"value": f"/{address}", "other": other}))
    return tuple(problems)


def alias_address(alias: str) -> Address:
    """The address that an old path of the site stands for: a folder, unless it names a file."""
    path = re.sub(r"(?:^|(?<=/))index\.html$", "", unquote(alias).lstrip("/"))
    is_whole = not path or path.endswith("/") or "." in posixpath.basename(path)
    return Address(path if is_whole else f"{path}/")


def alias_of(address: Address) -> str:
    """How an address is written in a list of aliases."""
    return "/" + "".join(char if _PLAIN.fullmatch(char) else quote(char, safe="") for char in address)


_PLAIN = re.compile(r"[\w.~+/-]")


def documents_with_aliases(collection: Collection) -> Iterator[tuple[Document, tuple[str, ...]]]:
    """Every document that has an address, with its aliases."""
    for item in collection.items:
        yield item.document, item.fields.aliases
    for entries in collection.frame.values():
        yield from ((entry.document, entry.fields.aliases) for entry in entries.values())
    yield from ((page, collection.page_aliases.get(page.path, ())) for page in collection.staff_pages)


def _aliases(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, int, str, Address]]:
    targets = addresses_by_path(collection, addresses)
    for document, aliases in documents_with_aliases(collection):
        for number, alias in enumerate(aliases):
            yield document, number, alias, targets[document.path]
