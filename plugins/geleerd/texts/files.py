"""Files beside an item: which are allowed, what they are, and whether they are what they say."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from babel.numbers import format_decimal

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Asset
from geleerd.model.declarations.part_types import Attachment
from geleerd.model.documents import Contents, Document, File, ItemEntry
from geleerd.model.file_kinds import DOCUMENTS, IMAGES, LIMITS, MEGABYTE, ending
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.validate.did_you_mean import nearest


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment as a page shows it; `kind` and `size` only for a file of the site itself."""

    title: str
    href: str
    kind: str | None = None
    size: str | None = None


def attachment_views(item: ItemEntry, library: Library, page: Address, accepted: frozenset[str]) -> tuple[AttachmentView, ...]:
    """The attachments of an item that can be shown: those elsewhere, and the `accepted` files."""
    views = []
    files = library.collection.files
    for attachment in item.fields.attachments:
        source = _source(item.document, attachment)
        if attachment.url:
            views.append(AttachmentView(attachment.title, attachment.url))
        elif (placed := page + posixpath.basename(source)) in accepted and source in files:
            href = relative(page, quote(placed))
            views.append(AttachmentView(attachment.title, href, _kind(source), _size(files[source], library.addresses.catalogue)))
    return tuple(views)


def attached_files(item: ItemEntry, files: Mapping[SourcePath, File], page: Address) -> tuple[dict[SourcePath, str], list[Problem]]:
    """The files that an item's attachments need and their place on the site, and those that are not there."""
    found: dict[SourcePath, str] = {}
    problems: list[Problem] = []
    for number, attachment in enumerate(item.fields.attachments):
        if not attachment.file:
            continue
        source = _source(item.document, attachment)
        if source in files and posixpath.dirname(source) == posixpath.dirname(item.path):
            found[source] = page + posixpath.basename(source)
        else:
            problems.append(_missing(item.document, number, attachment.file, files))
    return found, problems


def checked_asset(path: str, file: File, place: Place) -> tuple[Asset | None, list[Problem]]:
    """The asset for a file that an item uses, or why it cannot be placed. A drawing (SVG) is placed without its scripts."""
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


def _source(document: Document, attachment: Attachment) -> SourcePath:
    return SourcePath(posixpath.normpath(posixpath.join(posixpath.dirname(document.path), attachment.file or "")))


def _kind(source: SourcePath) -> str:
    return {**IMAGES, **DOCUMENTS}[ending(source)]


def _size(file: File, catalogue: Catalogue) -> str:
    if file.size < MEGABYTE:
        return catalogue.say("kilobytes", size=max(1, round(file.size / 1000)))
    return catalogue.say("megabytes", size=format_decimal(file.size / MEGABYTE, format="0.#", locale=catalogue.language))


def _missing(document: Document, number: int, name: str, files: Mapping[SourcePath, File]) -> Problem:
    folder = posixpath.dirname(document.path)
    beside = [posixpath.basename(path) for path in files if posixpath.dirname(path) == folder]
    return Problem(
        document.place(("attachments", number, "file")), Code.MISSING_FILE, {"target": name, "suggestion": nearest(name, beside)}
    )
