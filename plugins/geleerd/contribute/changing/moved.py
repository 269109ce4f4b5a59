"""An item goes to another folder, with the files beside it; its address stays as it is."""

import posixpath

from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.contribute.changing.files_beside import files_of, used_by_others
from geleerd.contribute.changing.following import follow
from geleerd.contribute.changing.targets import NewNames
from geleerd.contribute.changing.written_files import WrittenFiles
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath, is_slug, slug_from
from geleerd.relate.library import Library


def in_folder(item: ItemEntry, said: str, library: Library, lessons: str) -> Plan:
    """The plan by which an item lies in another folder among the `lessons`. Raises `NotPossibleError`."""
    folder = folder_meant(said, lessons)
    if folder == posixpath.dirname(item.path):
        raise NotPossibleError(Remark("move-there", item.document.place(), Frozen({"folder": folder})))
    files, there = WrittenFiles(library.collection.files), library.collection.files
    beside = files_of(item.path, there)
    others = used_by_others(beside, item.path, there)
    new = {one: _new(one, item.path, folder) for one in (item.path, *sorted(beside))}
    for old, path in new.items():
        if path in there:
            raise NotPossibleError(Remark("change-exists", None, Frozen({"path": path})))
        files.move(old, path, stays=old in others)
    for_others = NewNames(files=Frozen({old: path for old, path in new.items() if old not in others}))
    follow(files, library, for_others, Frozen({item.path: NewNames(files=Frozen(new))}))
    return Plan(tuple(files.changes()))


def folder_meant(said: str, lessons: str) -> str:
    """The folder among the lessons that somebody names, from the root of the knowledge base or from there. Raises `NotPossibleError`."""
    name = said.strip().removeprefix("./").rstrip("/")
    below = name.removeprefix(lessons).lstrip("/") if name == lessons or name.startswith(f"{lessons}/") else name
    parts = below.split("/") if below else []
    if said.startswith(("/", "~")) or not all(map(is_slug, parts)):
        suggestion = posixpath.join(lessons, *filter(None, map(slug_from, parts)))
        raise NotPossibleError(Remark("move-bad", None, Frozen({"value": said[:100], "suggestion": suggestion})))
    return posixpath.join(lessons, *parts)


def _new(path: SourcePath, item: SourcePath, folder: str) -> SourcePath:
    return SourcePath(posixpath.normpath(posixpath.join(folder, posixpath.relpath(path, posixpath.dirname(item)))))
