"""The pages with what members of networks said, each as a tile to print or share."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import mail_link, relative
from geleerd.relate.library import Library
from geleerd.relate.sayings import Saying, sayings_of
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.pager import Pager, pager, sheets
from geleerd.render.pictures.which import SharePictures


@dataclass(frozen=True, slots=True)
class SayingView:
    """A saying: its words, who said it, where it comes from, and the picture to share, if the site has pictures."""

    anchor: str
    text: str
    role: str | None
    source: Link | None
    network: Link
    picture: str | None


@dataclass(frozen=True, slots=True)
class SayingsView:
    """The view for the template of a page with sayings."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    sayings: tuple[SayingView, ...]
    share_href: str
    invite_href: str
    pager: Pager


def sayings_pages(library: Library, introductions: Introductions, pictures: SharePictures, desk: str) -> Iterator[Page]:
    """The pages with the sayings of all networks."""

    def address(page: int) -> Address:
        return library.addresses.place("sayings", page)

    say = library.catalogue.say
    introduction = introductions.at(address(1))
    title = introduction.title or say("sayings")
    parts = sheets(tuple(sayings_of(library.collection)), address)
    for part in parts:
        first = part.number == 1
        view = SayingsView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(say("home"), relative(part.address, "")),),
            sayings=tuple(_view(saying, library, pictures, part.address) for saying in part.entries),
            share_href=relative(part.address, library.addresses.form("new")),
            invite_href=mail_link(desk, say("saying-subject")) if desk else "",
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else say("page-of", title=title, number=part.number),
            description=introduction.description or say("sayings-description"),
            shown=Shown("pages/sayings.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            breadcrumbs=view.breadcrumbs,
        )


def _view(saying: Saying, library: Library, pictures: SharePictures, address: Address) -> SayingView:
    quote, network = saying.quote, saying.network
    picture = relative(address, library.addresses.saying_image(saying.anchor)) if pictures.of_site else None
    return SayingView(
        anchor=saying.anchor,
        text=quote.text,
        role=quote.role,
        source=LinksFrom(library, address).to("source", quote.source) if quote.source else None,
        network=Link(str(network.fields.name), relative(address, library.addresses.entry(network))),
        picture=picture,
    )
