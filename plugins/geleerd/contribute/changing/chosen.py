"""What somebody means by an id, an address of the site or the path of a file."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import parse_qs, urlsplit

from geleerd.contribute.changing.changes import NotPossibleError, Remark
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Entry, ItemEntry, is_item
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.relate.facets import facet_keys, facets_of
from geleerd.relate.library import Library
from geleerd.relate.places.spelling import alias_address
from geleerd.validate.did_you_mean import nearest

AnyEntry = Entry[Item] | Entry[FrameEntry]


def entry_meant(said: str, library: Library) -> AnyEntry:
    """The item or frame entry with this id, address or path, also a draft of an item. Raises `NotPossibleError`."""
    word = _path(said)
    known = _entries(library)
    address = str(alias_address(word)).rstrip("/")
    found = known.get(word) or known.get(address) or known.get(word.removeprefix("l/").strip("/"))
    if found:
        return found
    former = next((alias.target.rstrip("/") for alias in library.aliases if alias.address.rstrip("/") == address), "")
    meant = (former if former in known else "") or nearest(address, known)
    raise NotPossibleError(Remark("change-unknown", None, Frozen({"said": said[:100], "suggestion": meant})))


def item_meant(said: str, library: Library) -> ItemEntry:
    """The item with this id, address or path. Raises `NotPossibleError`."""
    found = entry_meant(said, library)
    if is_item(found):
        return found
    raise NotPossibleError(Remark("change-no-item", found.document.place(), Frozen({"said": said[:100]})))


def frame_entry_meant(said: str, library: Library) -> Entry[FrameEntry]:
    """The frame entry with this address or path. Raises `NotPossibleError`."""
    found = entry_meant(said, library)
    if isinstance(found.fields, FrameEntry):
        return Entry(found.slug, found.fields, found.document)
    raise NotPossibleError(Remark("change-no-entry", found.document.place(), Frozen({"said": said[:100]})))


def items_meant(said: Iterable[str], library: Library) -> tuple[ItemEntry, ...]:
    """The items that somebody selects: by id, address, file or folder, by a page that lists them, or by the address of a search."""
    found = {item.path: item for one in said for item in _selected(one, library)}
    return tuple(found[path] for path in sorted(found))


def _selected(said: str, library: Library) -> tuple[ItemEntry, ...]:
    items = (*library.collection.items, *library.collection.drafts)
    parts = urlsplit(said)
    if parts.query:
        return _searched(said, parse_qs(parts.query), library)
    word = _path(said)
    below = tuple(item for item in items if item.path.startswith(f"{word.rstrip('/')}/"))
    shelf = _shelf(str(alias_address(word)), library)
    if shelf is None and not below:
        return (item_meant(said, library),)
    return below or tuple(item for item in shelf or ())


def _shelf(address: str, library: Library) -> tuple[ItemEntry, ...] | None:
    """The items on the page of an entry or of a type; None for any other address."""
    addresses = library.addresses
    for kind in library.declarations.item_types:
        if address == addresses.index(kind):
            return tuple(item for item in library.published if item.fields.type == kind)
    kinds = ((kind, slug) for kind, shelves in library.shelves.items() for slug in shelves)
    return next((library.shelves[kind][slug].items for kind, slug in kinds if addresses.shelf(kind, slug) == address), None)


def _searched(said: str, asked: Mapping[str, list[str]], library: Library) -> tuple[ItemEntry, ...]:
    """The items that a search would leave, without its words: each facet narrows, more values of one widen."""
    unknown = sorted(asked.keys() - {*facet_keys(library.declarations)})
    if unknown:
        raise NotPossibleError(Remark("change-asked", None, Frozen({"said": said[:200], "value": ", ".join(unknown)[:100]})))
    facets = ((item, facets_of(item, library)) for item in library.published)
    return tuple(item for item, has in facets if all({*values} & {*has.get(key, ())} for key, values in asked.items()))


def _path(said: str) -> str:
    try:
        return urlsplit(said.strip()).path.lstrip("/").removeprefix("./")
    except ValueError:
        return said


def _entries(library: Library) -> Mapping[str, AnyEntry]:
    return Frozen(dict(_named(library)))


def _named(library: Library) -> Iterator[tuple[str, AnyEntry]]:
    collection, addresses = library.collection, library.addresses
    for item in (*collection.drafts, *collection.items):
        address = addresses.shelf(item.fields.type, item.slug)
        yield from ((name, item) for name in (item.path, item.fields.id, str(address).rstrip("/")))
    for entries in collection.frame.values():
        for entry in entries.values():
            yield str(Address(addresses.entry(entry))).rstrip("/"), entry
            if not entry.fields.LISTED:
                yield entry.path, entry
