"""The redirects of the site for web servers that can answer with 301 before anything loads. No server needs them: the HTML works alone."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

from geleerd.model.strings import Address, SourcePath
from geleerd.relate.addresses import Redirect
from geleerd.relate.artefacts import TextFile
from geleerd.relate.library import Library

LONGEST_KEY = 200
"""Characters of a path in nginx's map; longer ones do not fit in `map_hash_bucket_size 256` and would keep nginx from starting."""

_FOR_HOSTS = "_redirects"
_FOR_NGINX = "redirects.map"


def redirect_maps(redirects: Sequence[Redirect], library: Library, site_url: str) -> Iterator[TextFile]:
    """All redirects in a file for static hosts, and in one for nginx. The staff's own files of those names win."""
    base = encoded(unquote(urlsplit(site_url).path)) or "/"
    pages = frozenset(address.lower() for address in library.by_path.values())
    ordered = sorted(redirects, key=lambda redirect: redirect.address)
    files = {
        _FOR_HOSTS: "".join(f"{base}{encoded(r.address)} {base}{encoded(r.target)} 301\n" for r in ordered),
        _FOR_NGINX: "".join(_nginx_line(r, base) for r in ordered if _fits_nginx(r.address, base, pages)),
    }
    for name, text in files.items():
        if SourcePath(f"{library.addresses.content}/{name}") not in library.collection.files:
            yield TextFile(name, text)


def encoded(address: str) -> str:
    """The address as it stands in a URL (RFC 3986): letters, digits and `-._~/`, all else in percents."""
    return quote(address, safe="/")


def _nginx_line(redirect: Redirect, base: str) -> str:
    return f"{base}{encoded(redirect.address)} {base}{encoded(redirect.target)};\n"


def _fits_nginx(address: Address, base: str, pages: frozenset[str]) -> bool:
    """Whether nginx can hold the address: its map ignores case, so `/Lessen/x/` would catch the page `/lessen/x/` as well."""
    return address == address.lower() and address not in pages and len(base + encoded(address)) <= LONGEST_KEY
