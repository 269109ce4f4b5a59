"""The page with what members of networks said, each as a tile to print or share."""

from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.sayings import Saying, sayings_of
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.linked import LinksFrom
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
    """The view for the template of the sayings."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    sayings: tuple[SayingView, ...]
    share_href: str


def sayings_page(library: Library, introductions: Introductions, pictures: SharePictures) -> Page:
    """The page with the sayings of all networks."""
    catalogue = library.catalogue
    address = library.addresses.place("sayings")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("sayings")
    view = SayingsView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        sayings=tuple(_view(saying, library, pictures, address) for saying in sayings_of(library.collection)),
        share_href=relative(address, library.addresses.form("new")),
    )
    shown = Shown("pages/sayings.html", Frozen({"page": view}))
    description = introduction.description or catalogue.say("sayings-description")
    return Page(address, title, description, shown, introduction.source, breadcrumbs=view.breadcrumbs)


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
