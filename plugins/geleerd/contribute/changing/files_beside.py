"""The files that a text shows or offers, and those that no other text needs."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from geleerd.commonmark.rewritten import linked
from geleerd.contribute.changing.written_files import text_parts
from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.texts.body_links import file_meant

Files = Mapping[SourcePath, File]


def files_of(path: SourcePath, files: Files) -> frozenset[SourcePath]:
    """The images and documents that a text shows or offers."""
    return frozenset(_meant(path, files))


def used_by_others(beside: frozenset[SourcePath], path: SourcePath, files: Files) -> Mapping[SourcePath, SourcePath]:
    """Of these files of a text, those that other texts show or offer too, each with one of these texts."""
    found: dict[SourcePath, SourcePath] = {}
    names = re.compile("|".join(re.escape(posixpath.basename(one)) for one in sorted(beside)) or "(?!)")
    for other, file in files.items():
        if other != path and other.endswith(".md") and file.text and names.search(file.text):
            found |= {one: other for one in beside & files_of(other, files) if one not in found}
    return found


def _meant(path: SourcePath, files: Files) -> Iterator[SourcePath]:
    parts = text_parts(files[path])
    body = linked(parts.body)
    targets = [target for target, _ in body.targets()] if body else []
    for target in (*targets, *_texts(parts.tree)):
        name = re.split("[?#]", target, maxsplit=1)[0]
        if name and "\n" not in name and "://" not in name and not name.startswith("/"):
            meant = SourcePath(file_meant(path, name))
            if meant in files and not meant.endswith((".md", ".yml")):
                yield meant


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))
