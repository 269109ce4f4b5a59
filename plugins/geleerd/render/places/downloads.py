"""The pages with everything to take along: the documents beside all items, with what they are and how large."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.items.attachments import AttachmentView, attachment_views
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, pager, sheets


@dataclass(frozen=True, slots=True)
class DownloadsOfItem:
    """The documents of one item, with the item itself."""

    item: Link
    summary: str
    documents: tuple[AttachmentView, ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """The view for the template of a page with documents to take along."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    items: tuple[DownloadsOfItem, ...]
    pager: Pager


def downloads_pages(library: Library, introductions: Introductions, accepted: frozenset[str]) -> Iterator[Page]:
    """The pages with the documents of all published items, in the order of lists; `accepted` are the files that are on the site."""

    def address(page: int) -> Address:
        return library.addresses.place("downloads", page)

    say = library.catalogue.say
    introduction = introductions.at(address(1))
    title = introduction.title or say("downloads")
    parts = sheets(tuple(item for item in library.published if item.fields.attachments), address)
    for part in parts:
        first = part.number == 1
        shown = (_documents(item, library, part.address, accepted) for item in part.entries)
        view = DownloadsView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(say("home"), relative(part.address, "")),),
            items=tuple(one for one in shown if one.documents),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else say("page-of", title=title, number=part.number),
            description=introduction.description or say("downloads-description"),
            shown=Shown("pages/downloads.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            breadcrumbs=view.breadcrumbs,
        )


def _documents(item: ItemEntry, library: Library, here: Address, accepted: frozenset[str]) -> DownloadsOfItem:
    return DownloadsOfItem(
        Link(item.fields.title or "", relative(here, library.addresses.entry(item))),
        item.fields.summary or "",
        attachment_views(item, library, library.addresses.entry(item), accepted, here),
    )
