"""The attachments and the photograph on the page of an item."""

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

from babel.numbers import format_decimal

from geleerd.locale.catalogue import Catalogue
from geleerd.model.documents import File, ItemEntry
from geleerd.model.file_kinds import DOCUMENTS, IMAGES, MEGABYTE, ending
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.texts.files import file_beside


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment on a page; only a file of the site itself has a `kind` and a `size`."""

    title: str
    href: str
    kind: str | None = None
    size: str | None = None


def attachment_views(item: ItemEntry, library: Library, page: Address, accepted: frozenset[str]) -> tuple[AttachmentView, ...]:
    """The attachments that the page can show: those on other sites, and the `accepted` files."""
    views = []
    files = library.collection.files
    for attachment in item.fields.attachments:
        source = file_beside(item.document, attachment.file or "")
        if attachment.url:
            views.append(AttachmentView(attachment.title, attachment.url))
        elif (placed := page + posixpath.basename(source)) in accepted and source in files:
            href = relative(page, quote(placed))
            views.append(AttachmentView(attachment.title, href, _kind(source), _size(files[source], library.catalogue)))
    return tuple(views)


@dataclass(frozen=True, slots=True)
class PhotographView:
    """A photograph on a page, with its size in pixels, so that nothing on the page moves when it comes."""

    src: str
    alt: str
    credit: str
    width: int
    height: int


def photograph_of(item: ItemEntry, library: Library, page: Address, accepted: frozenset[str]) -> PhotographView | None:
    """The photograph of an item; None when it has none, and when its file may not be on the site."""
    image = item.fields.image
    if image is None:
        return None
    source = file_beside(item.document, image.file)
    placed, file = page + posixpath.basename(source), library.collection.files.get(source)
    size = file.contents.size if file and file.contents else None
    if size is None or placed not in accepted:
        return None
    return PhotographView(relative(page, quote(placed)), image.alt, image.credit, *size)


def _kind(source: SourcePath) -> str:
    return {**IMAGES, **DOCUMENTS}[ending(source)]


def _size(file: File, catalogue: Catalogue) -> str:
    if file.size < MEGABYTE:
        return catalogue.say("kilobytes", size=max(1, round(file.size / 1000)))
    return catalogue.say("megabytes", size=format_decimal(file.size / MEGABYTE, format="0.#", locale=catalogue.language))
