"""The attachments and the photograph on the page of an item."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from babel.numbers import format_decimal

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Drawing, ScaledPhotograph
from geleerd.model.documents import Contents, File, ItemEntry
from geleerd.model.file_kinds import DOCUMENTS, IMAGES, MEGABYTE, ending
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.look.photographs import scaled_key, widths_of
from geleerd.texts.files import file_beside


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment on a page; only a file of the site itself has a `kind` and a `size`."""

    title: str
    href: str
    kind: str | None = None
    size: str | None = None


def attachment_views(
    item: ItemEntry, library: Library, page: Address, accepted: frozenset[str], here: Address | None = None
) -> tuple[AttachmentView, ...]:
    """The attachments of an item at `page`, as links from that page or from `here`: those on other sites, and the `accepted` files."""
    views = []
    files = library.collection.files
    for attachment in item.fields.attachments:
        source = file_beside(item.document, attachment.file or "")
        if attachment.url:
            views.append(AttachmentView(attachment.title, attachment.url))
        elif (placed := page + posixpath.basename(source)) in accepted and source in files:
            href = relative(page if here is None else here, quote(placed))
            views.append(AttachmentView(attachment.title, href, _kind(source), _size(files[source], library.catalogue)))
    return tuple(views)


@dataclass(frozen=True, slots=True)
class PhotographView:
    """A photograph on a page, with its size in pixels, so that nothing on the page moves when it comes.

    `srcset` offers it to browsers in the widths of screens, as in HTML.
    """

    src: str
    alt: str
    credit: str
    width: int
    height: int
    srcset: str


def photograph_of(item: ItemEntry, library: Library, page: Address, accepted: frozenset[str]) -> PhotographView | None:
    """The photograph of an item; None when it has none, and when its file may not be on the site."""
    image, found = item.fields.image, _file_of_photograph(item, library, page, accepted)
    if image is None or found is None:
        return None
    placed, (width, height) = page + posixpath.basename(found[0]), found[1].size or (0, 0)
    widths = (f"{relative(page, quote(_narrow(placed, narrow)))} {narrow}w" for narrow in widths_of(width))
    return PhotographView(relative(page, quote(placed)), image.alt, image.credit, width, height, ", ".join(widths))


def scaled_photographs(item: ItemEntry, library: Library, accepted: frozenset[str]) -> Iterator[Drawing]:
    """The photograph of an item in the widths of screens, beside its page."""
    page = library.addresses.entry(item)
    if item.fields.status != "withdrawn" and (found := _file_of_photograph(item, library, page, accepted)):
        source, contents = found
        for width in widths_of((contents.size or (0, 0))[0]):
            scaled = ScaledPhotograph(source, contents.digest, width)
            yield Drawing(_narrow(page + posixpath.basename(source), width), scaled_key(scaled), scaled, item.path)


def _file_of_photograph(item: ItemEntry, library: Library, page: Address, accepted: frozenset[str]) -> tuple[SourcePath, Contents] | None:
    if item.fields.image is None:
        return None
    source = file_beside(item.document, item.fields.image.file)
    file = library.collection.files.get(source)
    if not file or not file.contents or not file.contents.size or page + posixpath.basename(source) not in accepted:
        return None
    return source, file.contents


def _narrow(placed: str, width: int) -> str:
    return f"{placed}.{width}.webp"


def _kind(source: SourcePath) -> str:
    return {**IMAGES, **DOCUMENTS}[ending(source)]


def _size(file: File, catalogue: Catalogue) -> str:
    if file.size < MEGABYTE:
        return catalogue.say("kilobytes", size=max(1, round(file.size / 1000)))
    return catalogue.say("megabytes", size=format_decimal(file.size / MEGABYTE, format="0.#", locale=catalogue.language))
