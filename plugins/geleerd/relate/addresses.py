"""Where every page stands. Addresses never change without a redirect."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from geleerd.locale.catalogue import Catalogue
from geleerd.model.frame_types import FrameEntry
from geleerd.model.item_types import Item
from geleerd.model.problems import Problem
from geleerd.model.registry import FRAME_FOLDERS, FRAME_TYPES, ITEM_TYPES, LISTS
from geleerd.model.strings import Address, ItemId, SourcePath, file_of
from geleerd.model.values import Collection, Document, Entry

HOME = Address("")

INTRODUCED = ("agenda", "figures", "glossary", "newsletter", "search")
"""The product's own pages that the staff may write an introduction to."""

FIGURES = ("type", "programme", "network", "theme", "year", "learning-question", "applied", "review")
"""What is counted, each with a file for spreadsheets."""

FORMS = ("new", "desk", "did-this")
"""The ways to send something in by a form."""

FOLLOWED = ("network", "theme", "programme")
"""The types of frame entry that can be followed, as the site and every type of item can."""

FEEDS = ("feed.xml", "feed.json")
"""The files for those who follow, beside the page: Atom and JSON Feed."""

DESK_FORMS = (*ITEM_TYPES, *FRAME_TYPES, "term")
"""What the desk has a form for."""


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

    def share_image(self, item_id: ItemId) -> Address:
        """The picture that stands beside a link to an item; below the permalink, since it must last as long."""
        return Address(f"{self.permalink(item_id)}{self.catalogue.word('share-image')}.png")

    def place(self, name: str) -> Address:
        """A page that the product makes itself, such as the agenda."""
        return Address(f"{self.catalogue.word(name)}/")

    def figure(self, key: str) -> Address:
        """The file for spreadsheets with one of the figures."""
        return Address(f"{self.place('figures')}{self.catalogue.word(key)}.csv")

    def calendar(self, page: Address) -> Address:
        """The file for calendars with the meetings of a network, or below the agenda with all."""
        return Address(f"{page}{self.catalogue.word('agenda')}.ics")

    def reference(self) -> Address:
        """The contributor's reference of fields and messages."""
        return Address(f"{self.place('contribute')}{self.catalogue.word('reference')}/")

    def form(self, *names: str) -> Address:
        """A page with a form, below the page on contributing: `form("new", "tip")`."""
        return Address(self.place("contribute") + "".join(f"{self.catalogue.word(name)}/" for name in names))

    def made(self) -> Iterator[Address]:
        """The pages that the product makes at a place of their own, whatever the content."""
        yield from map(self.place, INTRODUCED)
        yield self.reference()
        yield from (self.form(way) for way in FORMS)
        yield from (self.form("new", kind) for kind in ITEM_TYPES)
        yield from (self.form("desk", kind) for kind in DESK_FORMS)

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


def markdown_of(page: Address) -> Address:
    """The same page as Markdown, for pages that are entries or indices."""
    return Address(f"{page}index.md")


def addresses_by_path(collection: Collection, addresses: Addresses) -> Mapping[SourcePath, Address]:
    """The address of every file that becomes a page."""
    result: dict[SourcePath, Address] = {item.path: addresses.entry(item) for item in collection.items}
    result |= {entry.path: addresses.entry(entry) for entries in collection.frame.values() for entry in entries.values()}
    return result | {page.path: addresses.page(page.path) for page in collection.pages}


def followed_pages(collection: Collection, addresses: Addresses) -> Iterator[Address]:
    """The pages that can be followed."""
    yield HOME
    yield from map(addresses.index, ITEM_TYPES)
    yield from (addresses.entry(entry) for kind in FOLLOWED for entry in collection.frame[kind].values())


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
        taken[file_of(addresses.permalink(ItemId(item.fields.id)))] = item.path
        taken[file_of(addresses.shelf(item.fields.type, item.slug))] = item.path
    taken |= {addresses.share_image(ItemId(item.fields.id)): PRODUCT for item in collection.items}
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
    first |= {addresses.permalink(ItemId(item.fields.id)): item.path for item in collection.items}
    first |= {addresses.entry(entry): entry.path for entries in collection.frame.values() for entry in entries.values()}
    introduced = {addresses.place(name) for name in INTRODUCED}
    first |= dict.fromkeys((address for address in addresses.made() if address not in introduced), PRODUCT)
    problems: list[Problem] = []
    for page in collection.pages:
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
    yield from ((page, collection.page_aliases.get(page.path, ())) for page in collection.pages)


def _aliases(collection: Collection, addresses: Addresses) -> Iterator[tuple[Document, int, str, Address]]:
    targets = addresses_by_path(collection, addresses)
    for document, aliases in documents_with_aliases(collection):
        for number, alias in enumerate(aliases):
            yield document, number, alias, targets[document.path]
