"""The folders and files that have the same address on every site, in every language."""

import re

from geleerd.model.strings import Address
from geleerd.read.gate.names import caseless
from geleerd.relate.places.site_place import Kind, SitePlace

FOLDERS = ("assets/", "api/", "pagefind/")
"""The folders that belong to the product, with everything in them."""

BUILD_RECORD = "build.json"
"""The file that says what a build wrote; a folder with one was made by a build."""

_RESERVED = (BUILD_RECORD, "pagefind/")
"""What no file of the staff may replace: the record of the build, and the search. Everywhere else theirs wins over ours."""

FOR_HOSTS = ("_headers", "_redirects", "nginx.conf", "redirects.map")
"""The files that servers read themselves: no reader asks for them."""

_SERVED = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "worker.js", BUILD_RECORD, *FOR_HOSTS)

FILES = (*(SitePlace(Address(name), Kind.SERVED_FILE) for name in _SERVED), SitePlace(Address("llms.txt"), Kind.FILE))
"""The files at the root."""

_FOR_SEARCHING = ("pagefind/", "assets/search/")
_SCRIPTS = (".js", ".mjs")
_SITEMAP = re.compile(r"sitemap-\d{1,6}\.xml")


def needs_a_server(path: str) -> bool:
    """Whether only servers and scripts read a file of the site: a copy on disk does not need it."""
    return path in _SERVED or path.startswith(_FOR_SEARCHING) or path.endswith(_SCRIPTS) or is_sitemap(path)


def is_sitemap(path: str) -> bool:
    """Whether a path is that of a part of the sitemap of a large site."""
    return _SITEMAP.fullmatch(path) is not None


def is_reserved(path: str) -> bool:
    """Whether a path on the site is the product's alone, in whatever case it is written."""
    return any(f"{caseless(path)}/".startswith(f"{place.rstrip('/')}/") for place in _RESERVED)
