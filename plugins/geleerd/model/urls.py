"""Arithmetic on URLs and addresses: which characters one may hold, and the relative link from one to another."""

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

from geleerd.model.strings import Address, ItemId

_NOT_IN_URL = re.compile(r"""[\s"<>\\^`{|}#\[\]]|%(?![0-9A-Fa-f]{2})""")

_OWN_LINK = re.compile(r"((?:\.\./){0,20})((?:[a-z0-9_-]+/)+(?:[a-z0-9_-]+\.[a-z0-9]+)?(?:#[a-z0-9_-]+)?)")
"""A link as the product writes most: up to a folder, and down again to a page or a file."""

_OWN_DISK = re.compile(r"file:|[a-z]:[\\/]|\\{1,2}[^\\/]+\\|~/|/(?:users|home|volumes)/[^/]+/", re.IGNORECASE)


def is_on_own_disk(target: str) -> bool:
    """Whether a link leads into the computer of its writer or into their network, as paths of Windows, macOS and Linux do."""
    return _OWN_DISK.match(target) is not None


def sound_url(written: str) -> str:
    """The URL with every character encoded that may not follow the host (RFC 3986), except letters; encoded characters stay as they are.

    Raises `ValueError` for a text that is no URL.
    """
    parts = urlsplit(written)
    return parts._replace(path=_encoded(parts.path), query=_encoded(parts.query), fragment=_encoded(parts.fragment)).geturl()


def _encoded(part: str) -> str:
    return _NOT_IN_URL.sub(lambda found: quote(found[0]), part)


def file_of(address: Address) -> str:
    """The file of a page: `lessen/x/` is `lessen/x/index.html`."""
    return address if address and not address.endswith("/") else f"{address}index.html"


PERMALINKS = "l"
"""The folder of the permalinks."""


def permalink_of(item_id: ItemId) -> Address:
    """The address of an item that outlives its title, its type and its place."""
    return Address(f"{PERMALINKS}/{item_id}/")


def id_in_permalink(path: str) -> str | None:
    """The item id in a permalink, given as a path from the root of the site; None for any other path."""
    folder, _, name = path.strip("/").partition("/")
    return name if folder == PERMALINKS and name and "/" not in name else None


def relative(origin: Address, target: str) -> str:
    """The link from one address to another (with or without an anchor), so that the site works under any path."""
    return href_below(up_from(origin), target)


def up_from(origin: Address) -> str:
    """The link from an address to the root of the site; empty at the root."""
    return "../" * origin.count("/")


def href_below(up: str, target: str) -> str:
    """The link to an address from a page whose link to the root is `up`."""
    return up + target or "./"


def absolute(site_url: str, address: str) -> str:
    """The URL of an address (RFC 3986); its path from the root when the owner set no address for the site."""
    path = quote(address, safe="/")
    return f"{site_url.rstrip('/')}/{path}" if site_url else path


def joined(page: str, written: str) -> str:
    """The URL of a link on the page at a whole URL, as `urljoin` gives it; links as the product writes them take a fraction of its time.

    Raises `ValueError` for a link that is no URL.
    """
    found = _OWN_LINK.fullmatch(written)
    return f"{_folder(page, found[1])}{found[2]}" if found else urljoin(page, written)


@lru_cache(maxsize=64)
def _folder(page: str, up: str) -> str:
    """The folder to which `up` leads from a page."""
    return urljoin(page, up or "./")


def mail_link(box: str, subject: str) -> str:
    """The link to a mail with this subject, and nothing else: mail programs cut off longer links, and the text is the reader's."""
    return f"mailto:{quote(box, safe='@')}?subject={quote(subject)}"
