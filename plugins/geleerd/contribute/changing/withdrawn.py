"""An item is withdrawn: what stays is that it was there, so that no link to it dies."""

import datetime
import posixpath
from collections.abc import Iterator

from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.contribute.changing.files_beside import files_of, used_by_others
from geleerd.contribute.changing.following import follow
from geleerd.contribute.changing.targets import NewNames
from geleerd.contribute.changing.written_files import FileText, WrittenFiles
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath
from geleerd.read.yaml_mending.lines import written
from geleerd.relate.library import Library
from geleerd.relate.moves.left_lists import lists_left
from geleerd.relate.places.spelling import alias_of
from geleerd.texts.wiki_links import name_key


def withdrawn(item: ItemEntry, library: Library, today: datetime.date, *, reason: str = "", drop_address: bool = False) -> Plan:
    """The plan by which an item is withdrawn: its words go, and with `drop_address` its address too. Raises `NotPossibleError`."""
    if item.fields.status == "draft":
        raise NotPossibleError(Remark("withdraw-draft", item.document.place()))
    if item.fields.status == "withdrawn" and not drop_address:
        raise NotPossibleError(Remark("withdraw-done", item.document.place()))
    files = WrittenFiles(library.collection.files)
    path = _without_words(item, library) if drop_address else item.path
    if path != item.path:
        files.move(item.path, path)
    files.put(FileText(item.path, tombstone(item, library, today, reason=reason, drop_address=drop_address), "", "", ""))
    beside = files_of(item.path, library.collection.files)
    others = used_by_others(beside, item.path, library.collection.files)
    for one in beside - others.keys():
        files.move(one, None)
    follow(files, library, _new_names(item, path, library, drop_address=drop_address))
    kept = (Remark("withdraw-kept", None, Frozen({"path": one, "other": others[one]})) for one in sorted(others))
    return Plan(
        tuple(files.changes()), (*_built_on(item, library), *kept, Remark("withdraw-elsewhere", None, Frozen({"id": item.fields.id})))
    )


def tombstone(item: ItemEntry, library: Library, today: datetime.date, *, reason: str = "", drop_address: bool = False) -> str:
    """The text of the file that stays. An empty list of `aliases` says that nothing leads here any more, and that this is meant."""
    fields = item.fields
    aliases = () if drop_address else (*fields.aliases, *map(alias_of, lists_left(library).get(item.path, ())))
    facts = {
        "id": fields.id,
        "type": fields.type,
        "date": fields.date,
        "status": "withdrawn",
        "withdrawn_on": fields.withdrawn_on or today,
        "reason": reason or fields.reason,
    }
    lines = [f"{key}: {written(str(value))}" for key, value in facts.items() if value]
    told = [f"aliases: {written(list(dict.fromkeys(aliases)))}"] if aliases or drop_address else []
    return "\n".join(["---", *lines, *told, "---", ""])


def _without_words(item: ItemEntry, library: Library) -> SourcePath:
    path = SourcePath(posixpath.join(posixpath.dirname(item.path), f"{item.fields.id}.md"))
    if path != item.path and path in library.collection.files:
        raise NotPossibleError(Remark("change-exists", None, Frozen({"path": path})))
    return path


def _new_names(item: ItemEntry, path: SourcePath, library: Library, *, drop_address: bool) -> NewNames:
    page = library.addresses.shelf(item.fields.type, item.slug)
    permalink = library.addresses.permalink(item.fields.id)
    title = name_key(item.fields.title or "")
    called = {title: item.fields.id if drop_address else item.slug} if title else {}
    return NewNames(
        files=Frozen({item.path: path} if path != item.path else {}),
        addresses=Frozen({page: permalink}),
        called=Frozen(called | ({name_key(item.slug): item.fields.id} if drop_address else {})),
        silent=frozenset({item.path, page.strip("/"), permalink.strip("/")}),
    )


def _built_on(item: ItemEntry, library: Library) -> Iterator[Remark]:
    for other in (*library.collection.items, *library.collection.drafts):
        if item.fields.id in other.fields.built_on and other.fields.status != "withdrawn":
            place = other.document.place(("built_on", other.fields.built_on.index(item.fields.id)))
            yield Remark("withdraw-built-on", place)
