"""Addresses that worked online before and no longer do, although newsletters and other people's documents link to them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from geleerd.model.declarations.registry import LISTS_AND_MONTHS
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath, slug_from
from geleerd.model.urls import file_of
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.aliases import documents_with_aliases
from geleerd.relate.places.spelling import alias_of
from geleerd.relate.shelves import Shelf
from geleerd.validate.entries import slug_of

Gone = Mapping[SourcePath | None, list[Address]]
"""Addresses that no longer work, by the file that they came from; None for an address without a file of its own, such as a tag's."""

Sorted = dict[SourcePath, list[Address]]
"""Addresses that no longer work, by the file that could list them as aliases."""


def vanished(before: Library, after: Library) -> tuple[Problem, ...]:
    """A problem for every id and address that was online `before` and does not work `after`, with the lines that mend it.

    Drafts were never online. The further pages of a list may shift. Files that are broken `after` are passed over: they have problems of
    their own, and their addresses work again once these are mended.
    """
    return tuple(_Comparison(before, after).problems())


class _Comparison:
    """Sorts the lost addresses by the file that can redirect them, so that one problem gives a file all its aliases."""

    def __init__(self, before: Library, after: Library) -> None:
        self._before = before
        self._after = after
        self._alive = frozenset(map(file_of, after.places.lasting()))
        self._items = {item.path: item for item in before.collection.items}
        self._old = {document.path: document for document, _ in documents_with_aliases(before.collection, before.addresses)}
        self._new = {document.path: document for document, _ in documents_with_aliases(after.collection, after.addresses)}
        self._aliases = {document.path: aliases for document, aliases in documents_with_aliases(after.collection, after.addresses)}
        self._shelves = _shelves_by_address(before)
        self._introductions = after.places.introductions()
        self._lost: list[Problem] = []
        self._moved: Sorted = defaultdict(list)
        self._lists: Sorted = defaultdict(list)
        self._tags: Sorted = defaultdict(list)
        self._pages: Sorted = defaultdict(list)
        self._places: dict[SourcePath, SourcePath] = {}

    def problems(self) -> Iterator[Problem]:
        for source, addresses in self._gone().items():
            if source is None:
                self._sort_of_no_file(addresses)
            elif source in self._items and self._is_forgotten(self._items[source]):
                continue
            elif source in self._items:
                self._sort_of_item(self._items[source], addresses)
            else:
                heir = source if source in self._new else self._moved_to(source)
                self._sort_of_page(source, addresses, heir)
        yield from self._lost
        yield from (self._told(Code.VANISHED_ADDRESS, self._place(path), path, found) for path, found in self._moved.items())
        yield from (self._told(Code.VANISHED_LIST, self._place(path), path, found) for path, found in self._lists.items())
        yield from (self._told(Code.VANISHED_PAGE, Place(self._places[path]), path, found) for path, found in self._pages.items())
        glossary = Place(self._after.collection.words.glossary)
        for path, found in self._tags.items():
            yield self._told(Code.VANISHED_TAG, glossary, path, found, tags=", ".join(f"“{self._tag(address)}”" for address in found))

    def _gone(self) -> Gone:
        gone: dict[SourcePath | None, list[Address]] = defaultdict(list)
        words = "|".join(re.escape(self._before.catalogue.word(key)) for key in ("deck", "learning-agenda"))
        below = re.compile(rf"(.+/)(?:{words})/")
        missing = {address: source for address, source in self._before.places.lasting().items() if file_of(address) not in self._alive}
        for address, source in missing.items():
            # Cards to print and a learning agenda follow the page that they belong to.
            if not ((part := below.fullmatch(address)) and part[1] in missing):
                gone[source].append(address)
        return gone

    def _sort_of_item(self, item: ItemEntry, addresses: list[Address]) -> None:
        heir = self._after.by_id.get(item.fields.id)
        if self._is_broken(item):
            return
        if heir:
            self._moved[heir.path] += addresses
        elif self._before.addresses.permalink(item.fields.id) in addresses:
            self._lost.append(self._without_id(item, addresses))
        else:
            self._sort_of_page(item.path, addresses, None)

    def _without_id(self, item: ItemEntry, addresses: list[Address]) -> Problem:
        collection = self._after.collection
        draft = next((draft for draft in collection.drafts if draft.fields.id == item.fields.id), None)
        successor = next((new for new in (*collection.items, *collection.drafts) if new.path == item.path), None)
        if not draft and successor and successor.fields.id not in self._before.by_id:
            return Problem(successor.document.place(("id",)), Code.CHANGED_ID, {"value": item.fields.id})
        place = draft.document.place(("status",)) if draft else Place(self._free_path(item))
        words = {
            "value": item.fields.id,
            "address": f"/{self._before.addresses.entry(item)}",
            "file": place.file,
            "lines": _tombstone(item, SourcePath(place.file), addresses, self._after.addresses),
        }
        return Problem(place, Code.VANISHED_ID, words)

    def _free_path(self, item: ItemEntry) -> SourcePath:
        """A path for a lost item: its old path, or one with its id when another file has that path or its address."""
        address = self._after.addresses.shelf(item.fields.type, item.slug)
        is_taken = item.path in self._after.collection.files or file_of(address) in self._alive
        return SourcePath(f"{item.path.removesuffix('.md')}-{item.fields.id}.md") if is_taken else item.path

    def _is_broken(self, item: ItemEntry) -> bool:
        """Whether an item is left out because of a problem that is reported already."""
        files, broken = self._after.collection.files, self._after.collection.broken
        own_id = re.compile(rf"^id:[ \t]*[\"']?{item.fields.id}\b", re.MULTILINE)
        return item.path in broken or any(own_id.search(files[path].text or "") for path in broken if path in files)

    def _is_forgotten(self, item: ItemEntry) -> bool:
        """Whether an item was withdrawn with all its addresses but the permalink: its file says so by an empty list of aliases."""
        heir = self._after.by_id.get(item.fields.id)
        return heir is not None and heir.fields.status == "withdrawn" and (heir.document.tree or {}).get("aliases") == []

    def _moved_to(self, source: SourcePath) -> SourcePath | None:
        """The new file that continues an old one: it has the same name or the same text."""
        old, known = self._old[source], self._before.collection.files
        return next((path for path, new in sorted(self._new.items()) if path not in known and _is_same(old, new)), None)

    def _sort_of_page(self, source: SourcePath, addresses: list[Address], heir: SourcePath | None) -> None:
        if heir:
            self._moved[heir] += addresses
            return
        nearest = self._nearest(addresses[0])
        self._pages[nearest] += addresses
        self._places.setdefault(nearest, source)

    def _sort_of_no_file(self, addresses: list[Address]) -> None:
        tags = self._before.addresses.index("tag")
        for address in addresses:
            shelf = self._shelves.get(address)
            if shelf and (any(map(self._is_broken, shelf.items)) or all(map(self._is_forgotten, shelf.items))):
                continue
            own = self._tags if address.startswith(tags) and address != tags else self._lists
            own[self._nearest(address)].append(address)

    def _tag(self, address: Address) -> str:
        """A tag as its items spelt it; the slug of a synonym."""
        slug = address.removeprefix(self._before.addresses.index("tag")).rstrip("/")
        shelf = self._before.shelves["tag"].get(slug)
        return shelf.name if shelf else slug

    def _nearest(self, address: Address) -> SourcePath:
        """The file of the nearest page above an address that the staff write or may introduce; in the end, that of the home page."""
        parts = address.rstrip("/").split("/")
        above = (Address("".join(f"{part}/" for part in parts[:count])) for count in range(len(parts) - 1, -1, -1))
        return next(self._introductions[page] for page in above if page in self._introductions)

    def _place(self, path: SourcePath) -> Place:
        return self._new[path].place(("aliases",)) if path in self._new else Place(path)

    def _told(self, code: Code, place: Place, path: SourcePath, addresses: list[Address], **words: object) -> Problem:
        """One problem about some addresses, with all aliases that their file must list: mending one problem never undoes another."""
        told = {"value": ", ".join(map(alias_of, addresses)), "other": path, "lines": self._lines(path), **words}
        return Problem(place, code, told)

    def _lines(self, path: SourcePath) -> tuple[str, ...]:
        """The line with the old and new aliases of a file; within a whole front matter when the file has none."""
        new = (address for sort in (self._moved, self._lists, self._pages, self._tags) for address in sort.get(path, ()))
        line = _aliases_line(dict.fromkeys((*self._aliases.get(path, ()), *map(alias_of, new))))
        return (line,) if path in self._new and self._new[path].lines else ("---", line, "---")


def _tombstone(item: ItemEntry, path: SourcePath, addresses: Iterable[Address], rules: Addresses) -> tuple[str, ...]:
    """The lines of a file that withdraws an item and redirects all its addresses to the page that says so."""
    own = {rules.permalink(item.fields.id), rules.shelf(item.fields.type, slug_of(path))}
    old = tuple(alias_of(address) for address in addresses if address not in own)
    facts = (f"id: {item.fields.id}", f"type: {item.fields.type}", f"date: {item.fields.date}", "status: withdrawn")
    return ("---", *facts, *([_aliases_line(old)] if old else []), "---")


def _aliases_line(aliases: Iterable[str]) -> str:
    return f"aliases: [{', '.join(aliases)}]"


def _shelves_by_address(library: Library) -> Mapping[Address, Shelf]:
    """The shelves of tags, years, months and moments, by their addresses; a tag also by the addresses of its synonyms."""
    tags, addresses = library.shelves["tag"], library.addresses
    found = {addresses.shelf("tag", synonym): tags[slug] for synonym, slug in library.joined_synonyms.items()}
    return found | {addresses.shelf(kind, slug): shelf for kind in LISTS_AND_MONTHS for slug, shelf in library.shelves[kind].items()}


def _is_same(old: Document, new: Document) -> bool:
    return any(there and there == here for there, here in zip(_told(old), _told(new), strict=True))


def _told(document: Document) -> tuple[str, str]:
    tree = document.tree or {}
    return slug_from(str(tree.get("name") or tree.get("title") or "")), document.body.text.strip()
