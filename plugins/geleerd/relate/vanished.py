"""What stood online before and leads nowhere now: links to it are in newsletters and in other people's documents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from geleerd.model.problems import Place, Problem
from geleerd.model.registry import LISTS_AND_MONTHS
from geleerd.model.strings import Address, ItemId, SourcePath, file_of, slug_from
from geleerd.model.values import Document, ItemEntry
from geleerd.relate.addresses import alias_of, documents_with_aliases
from geleerd.relate.indices import Shelf
from geleerd.relate.library import Library
from geleerd.relate.redirects import redirects_of

Gone = Mapping[SourcePath | None, list[Address]]
"""Addresses that lead nowhere any more, by the file that they came from; None for what no single file had, such as a tag."""


def vanished(before: Library, after: Library) -> tuple[Problem, ...]:
    """A problem for every id and address that stood online `before` and leads nowhere `after`, with the line that mends it.

    Drafts were never online. The further pages of a list may shift. What is broken `after` is passed over: it has problems of its own,
    and comes back when they are mended.
    """
    return tuple(_Comparison(before, after).problems())


def standing(library: Library) -> Mapping[Address, SourcePath | None]:
    """Every address that somebody can have linked to, with the file that it comes from, if it comes from one."""
    found: dict[Address, SourcePath | None] = dict.fromkeys(sorted(library.every_address()))
    found |= {redirect.address: redirect.source for redirect in redirects_of(library)}
    return found | {address: path for path, address in library.by_path.items()}


class _Comparison:
    def __init__(self, before: Library, after: Library) -> None:
        self._before = before
        self._after = after
        self._items = {item.path: item for item in before.collection.items}
        self._old = {document.path: document for document, _ in documents_with_aliases(before.collection)}
        self._new = {document.path: document for document, _ in documents_with_aliases(after.collection)}
        self._aliases = {document.path: aliases for document, aliases in documents_with_aliases(after.collection)}
        self._heirs: dict[SourcePath, list[Address]] = defaultdict(list)
        self._shelves = _shelves_by_address(before)

    def problems(self) -> Iterator[Problem]:
        for source, addresses in self._gone().items():
            if source is None:
                yield from self._of_no_file(addresses)
            elif source in self._items:
                yield from self._of_item(self._items[source], addresses)
            else:
                yield from self._of_page(source, addresses)
        for path, addresses in self._heirs.items():
            words = {"value": _listed(addresses), "line": self._line(addresses, path)}
            yield Problem(self._new[path].place(("aliases",)), "vanished-address", words)

    def _gone(self) -> Gone:
        alive = {file_of(address) for address in standing(self._after)}
        gone: dict[SourcePath | None, list[Address]] = defaultdict(list)
        decks = re.compile(rf"(.+/){re.escape(self._before.addresses.catalogue.word('deck'))}/")
        missing = {address: source for address, source in standing(self._before).items() if file_of(address) not in alive}
        for address, source in missing.items():
            # Cards to print follow the page that they belong to.
            if not ((part := decks.fullmatch(address)) and part[1] in missing):
                gone[source].append(address)
        return gone

    def _of_item(self, item: ItemEntry, addresses: list[Address]) -> Iterator[Problem]:
        heir = self._after.by_id.get(item.fields.id)
        if self._is_broken(item):
            return
        if heir:
            self._heirs[heir.path] += addresses
        elif self._before.addresses.permalink(ItemId(item.fields.id)) in addresses:
            yield self._lost(item)
        else:
            yield self._page_gone(item.path, addresses)

    def _lost(self, item: ItemEntry) -> Problem:
        collection = self._after.collection
        words = {"value": item.fields.id, "address": f"/{self._before.addresses.entry(item)}"}
        draft = next((draft for draft in collection.drafts if draft.fields.id == item.fields.id), None)
        if draft:
            return Problem(draft.document.place(("status",)), "vanished-id", words)
        successor = next((new for new in (*collection.items, *collection.drafts) if new.path == item.path), None)
        if successor and successor.fields.id not in self._before.by_id:
            return Problem(successor.document.place(("id",)), "changed-id", words)
        return Problem(Place(item.path), "vanished-id", words)

    def _is_broken(self, item: ItemEntry) -> bool:
        """Whether an item is left out because of something that is reported already."""
        files, broken = self._after.collection.files, self._after.collection.broken
        own_id = re.compile(rf"^id:[ \t]*[\"']?{item.fields.id}\b", re.MULTILINE)
        return item.path in broken or any(own_id.search(files[path].text or "") for path in broken if path in files)

    def _of_page(self, source: SourcePath, addresses: list[Address]) -> Iterator[Problem]:
        heir = source if source in self._new else self._moved_to(source)
        if heir:
            self._heirs[heir] += addresses
        else:
            yield self._page_gone(source, addresses)

    def _moved_to(self, source: SourcePath) -> SourcePath | None:
        """The new file that holds what an old one held: the same name or the same text."""
        old, known = self._old[source], self._before.collection.files
        return next((path for path, new in sorted(self._new.items()) if path not in known and _is_same(old, new)), None)

    def _of_no_file(self, addresses: list[Address]) -> Iterator[Problem]:
        tags = self._before.addresses.index("tag")
        for address in addresses:
            nearest, shelf = self._nearest(address), self._shelves.get(address)
            if shelf and any(map(self._is_broken, shelf.items)):
                continue
            if address.startswith(tags) and address != tags:
                yield self._tag_gone(address, tags)
            elif nearest in self._new:
                self._heirs[nearest].append(address)
            else:
                yield self._page_gone(nearest, [address])

    def _tag_gone(self, address: Address, index: Address) -> Problem:
        slug = address.removeprefix(index).rstrip("/")
        shelf = self._before.shelves["tag"].get(slug)
        nearest = self._nearest(address)
        words = {"value": shelf.name if shelf else slug, "address": f"/{address}", "other": nearest, "line": self._line([address], nearest)}
        return Problem(Place(f"{self._after.addresses.content}/begrippen.yml"), "vanished-tag", words)

    def _page_gone(self, source: SourcePath, addresses: list[Address]) -> Problem:
        words = {"value": _listed(addresses), "other": self._nearest(addresses[0]), "line": self._line(addresses)}
        return Problem(Place(source), "vanished-page", words)

    def _nearest(self, address: Address) -> SourcePath:
        """The page of the staff nearest above an address; where there is none, where the home page would be."""
        above = {page.path: at for page in self._after.collection.pages if address.startswith(at := self._after.by_path[page.path])}
        return max(sorted(above), key=lambda path: len(above[path]), default=SourcePath(f"{self._after.addresses.content}/index.md"))

    def _line(self, addresses: list[Address], path: SourcePath | None = None) -> str:
        """The line for the front matter of a file, with the aliases that it has."""
        own = self._aliases.get(path, ()) if path else ()
        return f"aliases: [{', '.join((*own, *map(alias_of, addresses)))}]"


def _shelves_by_address(library: Library) -> Mapping[Address, Shelf]:
    """The tags, years, months and moments by the addresses that lead to them."""
    tags, addresses = library.shelves["tag"], library.addresses
    found = {addresses.shelf("tag", synonym): tags[slug] for synonym, slug in library.joined_synonyms.items()}
    return found | {addresses.shelf(kind, slug): shelf for kind in LISTS_AND_MONTHS for slug, shelf in library.shelves[kind].items()}


def _is_same(old: Document, new: Document) -> bool:
    return any(there and there == here for there, here in zip(_told(old), _told(new), strict=True))


def _told(document: Document) -> tuple[str, str]:
    tree = document.tree or {}
    return slug_from(str(tree.get("name") or tree.get("title") or "")), document.body.text.strip()


def _listed(addresses: list[Address]) -> str:
    return ", ".join(f"/{address}" for address in addresses)
