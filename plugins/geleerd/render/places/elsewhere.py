"""The pages with all that knowledge bases elsewhere learned, on a site whose owner names some."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.elsewhere import LearnedElsewhere
from geleerd.relate.library import Library
from geleerd.render.parts.cards import ForeignCard, foreign_cards
from geleerd.render.parts.list_context import ListContext
from geleerd.render.parts.pager import Pager, pager, sheets


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """The view for the template: the knowledge bases, each with a note of how much is of which day, and the cards of one page."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    bases: tuple[Link, ...]
    cards: tuple[ForeignCard, ...]
    pager: Pager


def elsewhere_pages(found: Sequence[LearnedElsewhere], library: Library, context: ListContext) -> Iterator[Page]:
    """The pages, newest first; none where nothing was fetched."""

    def address(page: int) -> Address:
        return library.addresses.place("elsewhere", page)

    if not library.collection.elsewhere:
        return
    catalogue = library.catalogue
    introduction = context.introductions.at(address(1))
    title = introduction.title or catalogue.say("elsewhere")
    parts = sheets(tuple(found), address)
    for part in parts:
        first = part.number == 1
        view = ElsewhereView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(catalogue.say("home"), relative(part.address, "")),),
            bases=tuple(_bases(library)) if first else (),
            cards=foreign_cards(part.entries, library),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else catalogue.say("page-of", title=title, number=part.number),
            description=introduction.description or catalogue.say("elsewhere-description"),
            shown=Shown("pages/elsewhere.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            breadcrumbs=view.breadcrumbs,
            feeds=context.feeds.get(part.address, ()),
        )


def _bases(library: Library) -> Iterator[Link]:
    catalogue = library.catalogue
    for snapshot in library.collection.elsewhere:
        told = catalogue.say("elsewhere-as-of", count=len(snapshot.items), date=catalogue.date(snapshot.fetched))
        yield Link(snapshot.base.name, snapshot.base.site, told)
