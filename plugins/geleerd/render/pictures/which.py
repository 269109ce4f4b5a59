"""Which pictures there are to share, and where they stand: one of every item that can be read, and one of the site for all other pages.

That of the site also takes the place of the picture of a withdrawn item, so that no shared link loses its picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from geleerd.model.artefacts import Drawing, ShareImage
from geleerd.model.documents import ItemEntry
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.render.pictures.painting import key_of

_OF_THE_SITE = Address("assets/share-image.png")

_LONGEST_NETWORK = 90
_LONGEST_SITE = 60
_VERSION = 8
"""Characters of the key in a link: enough to tell one picture of an item from the next."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """A picture at the absolute address `url`, and what it says for whoever does not see it."""

    url: str
    alt: str


def share_images(library: Library, settings: Settings) -> Iterator[Drawing]:
    """The pictures as files. There are none when the owner wants none, or the site has no address: then nothing can point to them."""
    if not _are_wanted(settings):
        return
    yield _drawing(_OF_THE_SITE, _of_site(settings))
    for item in library.collection.items:
        yield _drawing(
            _address(item, library), _of_site(settings) if item.fields.status == "withdrawn" else _of_item(item, library, settings)
        )


def share_image(item: ItemEntry | None, library: Library, settings: Settings) -> Sharing | None:
    """The picture of an item, or of the site for what is no item or withdrawn.

    Its address outlives every change, as the permalink does in whose folder it stands; the version behind it changes with the picture,
    since platforms keep a picture by its whole address and would never ask for the new one.
    """
    if not _are_wanted(settings):
        return None
    if item is None or item.fields.status == "withdrawn":
        address, image = _OF_THE_SITE, _of_site(settings)
    else:
        address, image = _address(item, library), _of_item(item, library, settings)
    return Sharing(
        f"{absolute(settings.site_url, address)}?v={key_of(image)[:_VERSION]}", ": ".join(filter(None, (image.kind, image.title)))
    )


def _are_wanted(settings: Settings) -> bool:
    return settings.cards and bool(settings.site_url)


def _drawing(address: Address, image: ShareImage) -> Drawing:
    return Drawing(address, key_of(image), image)


def _address(item: ItemEntry, library: Library) -> Address:
    return library.addresses.share_image(item.fields.id)


def _of_item(item: ItemEntry, library: Library, settings: Settings) -> ShareImage:
    fields = item.fields
    kind = library.addresses.catalogue.type_name(fields.type)
    return ShareImage(fields.type, kind, fields.title or "", _networks(item, library), _shortened(settings.site_name, _LONGEST_SITE))


def _of_site(settings: Settings) -> ShareImage:
    return ShareImage(
        "accent", "", _shortened(settings.site_name, _LONGEST_NETWORK), _shortened(urlsplit(settings.site_url).netloc, _LONGEST_SITE), ""
    )


def _networks(item: ItemEntry, library: Library) -> str:
    """The first network, and that there are more."""
    names = [library.shelves["network"][slug].name for slug in item.fields.networks]
    first = _shortened(names[0], _LONGEST_NETWORK) if names else ""
    return library.addresses.catalogue.say("and-others", name=first) if len(names) > 1 else first


def _shortened(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
