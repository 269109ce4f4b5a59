"""An item or a frame entry gets another name in its address; its old address, and all that names it, follow."""

import posixpath

from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.contribute.changing.chosen import AnyEntry
from geleerd.contribute.changing.following import follow
from geleerd.contribute.changing.targets import NewNames
from geleerd.contribute.changing.written_files import WrittenFiles
from geleerd.locale.catalogue import reserved_slugs
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import is_item
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath, is_slug, slug_from
from geleerd.relate.library import Library
from geleerd.relate.places.spelling import alias_of
from geleerd.texts.wiki_links import name_key


def renamed(entry: AnyEntry, said: str, library: Library) -> Plan:
    """The plan by which an entry has another name in its address. Raises `NotPossibleError`."""
    old = page_of(entry, library)
    new = _slug(said, old)
    page = Address(f"{old.rstrip('/').rpartition('/')[0]}/{new}/")
    files = WrittenFiles(library.collection.files)
    if entry.fields.LISTED if not isinstance(entry.fields, Item) else False:
        _free(new in library.collection.frame[str(_kind(entry))], page)
        files.set_value(entry.path, (*entry.document.front.root, "id"), new)
        path = entry.path
    else:
        path = SourcePath(posixpath.join(posixpath.dirname(entry.path), f"{new}.md"))
        _free(path in library.collection.files, path)
        files.move(entry.path, path)
    add_aliases(files, entry, (alias_of(old),))
    follow(files, library, _new_names(entry, new, (old, page), path))
    return Plan(tuple(files.changes()))


def page_of(entry: AnyEntry, library: Library) -> Address:
    """The address of an entry, by its type and slug; also of a draft, which has none yet."""
    return library.addresses.shelf(_kind(entry), entry.slug)


def add_aliases(files: WrittenFiles, entry: AnyEntry, aliases: tuple[str, ...]) -> None:
    """More old addresses behind those that an entry has. One that it has stays in its place: the first tells calendars who it is."""
    path, key = entry.path, (*entry.document.front.root, "aliases")
    is_online = not isinstance(entry.fields, Item) or entry.fields.status != "draft"
    new = [alias for alias in dict.fromkeys(aliases) if alias not in entry.fields.aliases and is_online]
    if not entry.fields.aliases and new:
        if "aliases" in (entry.document.tree or {}):
            files.remove(path, key)
        keys = keys_of(type(entry.fields))
        files.add_key(path, key, new, keys[: keys.index("aliases")])
        return
    for alias in new:
        files.add_element(path, key, alias)


def _kind(entry: AnyEntry) -> str:
    return str(entry.fields.type or entry.fields.KEY)


def _slug(said: str, old: Address) -> str:
    folder, _, before = old.rstrip("/").rpartition("/")
    new = said.strip().strip("/").removeprefix(f"{folder}/")
    if new == before:
        raise NotPossibleError(Remark("rename-same", None, Frozen({"value": new})))
    if not is_slug(new) or new in reserved_slugs():
        meant = slug_from(new)
        suggestion = meant if meant and meant not in reserved_slugs() else ""
        raise NotPossibleError(Remark("rename-bad", None, Frozen({"value": new[:100], "suggestion": suggestion})))
    return new


def _free(taken: object, path: str) -> None:
    if taken:
        raise NotPossibleError(Remark("change-exists", None, Frozen({"path": path})))


def _new_names(entry: AnyEntry, new: str, pages: tuple[Address, Address], path: SourcePath) -> NewNames:
    old, page = pages
    is_called = name_key(entry.slug) != name_key(str(getattr(entry.fields, "name", None) or getattr(entry.fields, "title", None) or ""))
    return NewNames(
        files=Frozen({entry.path: path} if path != entry.path else {}),
        names=Frozen({} if is_item(entry) else {(_kind(entry), entry.slug): new}),
        addresses=Frozen({old: page}),
        called=Frozen({name_key(entry.slug): new} if is_called else {}),
    )
