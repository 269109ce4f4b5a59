"""All that belongs to a frame entry, page by page, when its own page cannot show it all."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.parts.pager import Sheet, pager, sheets
from geleerd.render.shelves.index_pages import PER_INDEX_PAGE, Cluster, IndexView, row_of
from geleerd.render.shelves.margins import BESIDE_SHOWN, belonging_to

InMargin = tuple[str, Shelf]
"""An entry in a margin, under the heading of its group."""


def margin_lists(entry: Entry[FrameEntry], library: Library) -> Iterator[Page]:
    """The pages with all that belongs to an entry; none when its own page shows everything."""
    key = entry.fields.KEY
    belonging = belonging_to(key, entry.slug, library)
    if all(len(shelves) <= BESIDE_SHOWN for shelves in belonging.values()):
        return

    def address(page: int) -> Address:
        return library.addresses.margin(key, entry.slug, page)

    parts = sheets([(title, shelf) for title, shelves in belonging.items() for shelf in shelves], address, per_page=PER_INDEX_PAGE)
    count = sum(map(len, belonging.values()))
    for part in parts:
        yield _page(part, _view(part, count, len(parts), entry, library), library)


def _view(part: Sheet[InMargin], count: int, total: int, entry: Entry[FrameEntry], library: Library) -> IndexView:
    key, catalogue, here = entry.fields.KEY, library.catalogue, part.address
    name, addresses = entry.fields.shown_name, library.addresses
    above = (
        (catalogue.say("home"), Address("")),
        (catalogue.type_name(key, plural=True), addresses.index(key)),
        (name, addresses.entry(entry)),
    )
    groups = groupby(part.entries, key=lambda pair: pair[0])
    return IndexView(
        kind=key,
        title=catalogue.say("all-beside", name=name),
        intro=Markup(),
        breadcrumbs=tuple(Link(words, relative(here, to)) for words, to in above),
        clusters=tuple(Cluster(title, tuple(row_of(shelf, library, here) for _, shelf in found)) for title, found in groups),
        count=count,
        pager=pager(part.number, total, lambda page: addresses.margin(key, entry.slug, page)),
    )


def _page(part: Sheet[InMargin], view: IndexView, library: Library) -> Page:
    say = library.catalogue.say
    return Page(
        address=part.address,
        title=view.title if part.number == 1 else say("page-of", title=view.title, number=part.number),
        description=say("all-beside-description", name=view.breadcrumbs[-1].name, count=view.count),
        shown=Shown("pages/index.html", Frozen({"page": view})),
        breadcrumbs=view.breadcrumbs,
    )
