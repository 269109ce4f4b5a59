"""The pictures to share, and their addresses: one for every item that can be read, and one of the site for all other pages.

The picture of the site also replaces that of a withdrawn item, so that no shared link loses its picture.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from geleerd.guard import each
from geleerd.locale.catalogue import catalogue
from geleerd.model.artefacts import Drawing, ShareImage
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address, ItemId
from geleerd.model.urls import absolute
from geleerd.read.drawings.family import family
from geleerd.relate.library import Library
from geleerd.relate.sayings import sayings_of
from geleerd.render.pictures.painting import picture_key

_OF_THE_SITE = Address("assets/share-image.png")

_LONGEST_NETWORK = 90
_LONGEST_SITE = 60
_LONGEST_DETAIL = 125
"""Characters of the sentence: as many as fit on three lines of 32 pixels beside a drawing."""
_VERSION = 8
"""Characters of the key in a link: enough to tell one picture of an item from the next."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture at the absolute address `url`, its text for people who do not see it, and the file to draw."""

    url: str
    alt: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class SharePictures:
    """All pictures of a site, with each key computed once. There are none when the owner wants none or the site has no address."""

    of_site: SharePicture | None = None
    of_items: Mapping[ItemId, SharePicture] = Frozen()
    of_sayings: tuple[Drawing, ...] = ()

    def of(self, item: ItemEntry | None) -> SharePicture | None:
        """The picture of an item; that of the site for a withdrawn item, and for None."""
        return self.of_items.get(item.fields.id, self.of_site) if item else self.of_site

    def drawings(self, library: Library) -> Iterator[Drawing]:
        """The pictures as files."""
        if self.of_site:
            yield self.of_site.drawing
            for item in library.collection.items:
                picture = self.of_items.get(item.fields.id, self.of_site)
                yield replace(picture.drawing, path=library.addresses.share_image(item.fields.id), source=item.path)
            yield from self.of_sayings


def share_pictures(library: Library, settings: Settings) -> SharePictures:
    """The pictures of a site."""
    of_site = picture_of_site(settings)
    if of_site is None:
        return SharePictures()
    shown = (item for item in library.collection.items if item.fields.status != "withdrawn")
    of_items = Frozen(each(lambda item: (item.fields.id, picture_of_item(item, library, settings)), shown))
    return SharePictures(of_site, of_items, tuple(_of_sayings(library, settings)))


def _of_sayings(library: Library, settings: Settings) -> Iterator[Drawing]:
    """A picture of every saying of a network: the words, who said them, and the network."""
    site = _shortened(settings.site_name, _LONGEST_SITE)
    for saying in sayings_of(library.collection):
        network = _shortened(str(saying.network.fields.name), _LONGEST_NETWORK)
        image = ShareImage("accent", saying.quote.role or "", saying.quote.text, network, site)
        yield Drawing(library.addresses.saying_image(saying.anchor), picture_key(image), image, saying.network.path)


def picture_of_site(settings: Settings) -> SharePicture | None:
    """The picture for all pages without one of their own; None when there are no pictures: links to them need the site's address."""
    if not (settings.cards and settings.site_url):
        return None
    name, host = _shortened(settings.site_name, _LONGEST_NETWORK), _shortened(urlsplit(settings.site_url).netloc, _LONGEST_SITE)
    return _picture(
        _OF_THE_SITE,
        ShareImage("accent", "", name, host, "", _shortened(catalogue(settings.language).say("home-description"), _LONGEST_DETAIL), "home"),
        settings.site_url,
    )


def picture_of_item(item: ItemEntry, library: Library, settings: Settings) -> SharePicture:
    """The picture of an item that can be read."""
    fields = item.fields
    kind = library.catalogue.type_name(fields.type)
    image = ShareImage(
        settings.look.light.get(type(fields).COLOUR, type(fields).COLOUR),
        kind,
        fields.title or "",
        _networks(item, library),
        _shortened(settings.site_name, _LONGEST_SITE),
        _shortened(library.format_facts(item) or fields.summary or "", _LONGEST_DETAIL),
        drawn if (drawn := library.drawing_of(fields)) in family() else library.declarations.icons.get(fields.type, fields.type),
    )
    return _picture(library.addresses.share_image(fields.id), image, settings.site_url)


def _picture(address: Address, image: ShareImage, site_url: str) -> SharePicture:
    """A picture with its address.

    Its address never changes, since it lies below the permalink. The version after the `?` changes with the picture: platforms keep
    a picture by its whole address, and would otherwise never ask for the new one.
    """
    key = picture_key(image)
    url = f"{absolute(site_url, address)}?v={key[:_VERSION]}"
    return SharePicture(url, ": ".join(filter(None, (image.kind, image.title))), Drawing(address, key, image))


def _networks(item: ItemEntry, library: Library) -> str:
    """The first network, and a sign when there are more."""
    names = [library.shelves["network"][slug].name for slug in item.fields.networks]
    first = _shortened(names[0], _LONGEST_NETWORK) if names else ""
    return library.catalogue.say("and-others", name=first) if len(names) > 1 else first


def _shortened(name: str, most: int) -> str:
    """The name, or its first words and a sign that there is more."""
    if len(name) <= most:
        return name
    begin = name[: most - 1]
    return f"{(begin.rpartition(' ')[0] if ' ' in begin[most // 2 :] else begin).rstrip(' ,;:·')}…"
