"""What stands at the same place on every site, in every language."""

from geleerd.model.strings import Address
from geleerd.relate.places.site_place import Kind, SitePlace

FOLDERS = ("assets/", "api/", "pagefind/")
"""The folders in which everything is the product's."""

_SERVED = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "_redirects", "redirects.map")

FILES = (*(SitePlace(Address(name), Kind.SERVED_FILE) for name in _SERVED), SitePlace(Address("llms.txt"), Kind.FILE))
"""The files at the root."""

_FOR_SEARCHING = ("pagefind/", "assets/search/")
_SCRIPTS = (".js", ".mjs")


def needs_a_server(path: str) -> bool:
    """Whether only servers and scripts read a file of the site: a copy on disk has no use for it."""
    return path in _SERVED or path.startswith(_FOR_SEARCHING) or path.endswith(_SCRIPTS)
