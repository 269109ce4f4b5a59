"""Files beside an item: which exist, which are allowed, and whether their content fits their name."""

import posixpath
from collections.abc import Iterator, Mapping

from geleerd.model.artefacts import Asset
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Contents, Document, File, ItemEntry
from geleerd.model.file_kinds import LIMITS, MEGABYTE, ending
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.texts.body_links import place_in_body
from geleerd.validate.did_you_mean import nearest
from geleerd.validate.mending.told import told


def attached_files(item: ItemEntry, files: Mapping[SourcePath, File], page: Address) -> tuple[dict[SourcePath, str], list[Problem]]:
    """The files that an item names in its fields with their places on the site, and a problem for each file that does not exist."""
    found: dict[SourcePath, str] = {}
    problems: list[Problem] = []
    for key, name in _named(item.fields):
        source = file_beside(item.document, name)
        if source in files and posixpath.dirname(source) == posixpath.dirname(item.path):
            found[source] = page + posixpath.basename(source)
        else:
            problems.append(_missing(item.document, key, name, files))
    return found, problems


def _named(fields: Item) -> Iterator[tuple[KeyPath, str]]:
    """The names of files in the fields of an item, each with the way to it."""
    if fields.image:
        yield ("image", "file"), fields.image.file
    yield from ((("attachments", number, "file"), one.file) for number, one in enumerate(fields.attachments) if one.file)


def checked_asset(path: str, file: File, place: Place) -> tuple[Asset | None, list[Problem]]:
    """The asset for a file that an item uses, or the problems that keep it off the site. A drawing (SVG) loses its scripts."""
    words = {"target": posixpath.basename(file.path)}
    kind = ending(file.path)
    limit = LIMITS.get(kind)
    contents = file.contents or Contents()
    if limit is None:
        return None, [Problem(place, Code.BAD_FILE_KIND, words)]
    if file.size > limit * MEGABYTE:
        return None, [Problem(place, Code.ATTACHMENT_TOO_LARGE, {**words, "size": round(file.size / MEGABYTE, 1), "limit": limit})]
    if kind == "svg":
        return (
            (Asset(path, file.path, contents.drawing), [])
            if contents.drawing is not None
            else (None, [Problem(place, Code.UNSAFE_SVG, words)])
        )
    if kind not in contents.kinds:
        return None, [Problem(place, Code.FILE_CONTENT_DIFFERS, words)]
    return Asset(path, file.path), []


def asset_of(item: ItemEntry, path: str, file: File) -> tuple[Asset | None, list[Problem]]:
    """The same for a file that an item shows or offers, with the problems at the line that names it."""
    asset, wrong = checked_asset(path, file, Place(item.path))
    return asset, [Problem(_place_of(item, file), problem.code, problem.parameters) for problem in wrong]


def _place_of(item: ItemEntry, file: File) -> Place:
    named = [key for key, name in _named(item.fields) if file.path.endswith(f"/{name}")]
    if named:
        return item.document.place(named[-1])
    return place_in_body(item.document, file.path.rpartition("/")[2])


def file_beside(document: Document, name: str) -> SourcePath:
    """The path of a file that the fields of an item name: it lies beside its item."""
    return SourcePath(posixpath.normpath(posixpath.join(posixpath.dirname(document.path), name)))


def _missing(document: Document, key: KeyPath, name: str, files: Mapping[SourcePath, File]) -> Problem:
    folder = posixpath.dirname(document.path)
    beside = [posixpath.basename(path) for path in files if posixpath.dirname(path) == folder]
    words = {"target": name, "suggestion": nearest(name, beside)}
    return told(document, key, Code.MISSING_FILE, words)
