"""The redirects of the site for web servers that can answer with 301 before anything loads. No server needs them: the HTML works alone."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

from geleerd.model.artefacts import TextFile
from geleerd.model.strings import SourcePath
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.places.redirect import Redirect

LONGEST_KEY = 200
"""Bytes of a path in nginx's map; longer ones do not fit in `map_hash_bucket_size 256` and would keep nginx from starting."""

_FOR_HOSTS = "_redirects"
_FOR_NGINX = "redirects.map"

_QUOTED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
"""What nginx reads as another sign between double quotes (`ngx_conf_read_token`); all else stands for itself there."""


def redirect_maps(redirects: Sequence[Redirect], library: Library, site_url: str) -> Iterator[TextFile]:
    """All redirects in a file for static hosts, and in one for nginx. The staff's own files of those names win."""
    base = f"{unquote(urlsplit(site_url).path).rstrip('/')}/"
    pages = frozenset(_as_nginx_compares(address) for address in library.by_path.values())
    ordered = sorted(redirects, key=lambda redirect: redirect.address)
    files = {
        _FOR_HOSTS: "".join(_hosts_line(redirect, base) for redirect in ordered),
        _FOR_NGINX: "".join(_nginx_line(redirect, base) for redirect in ordered if _fits_nginx(redirect.address, base, pages)),
    }
    for name, text in files.items():
        if SourcePath(f"{library.addresses.content}/{name}") not in library.collection.files:
            yield TextFile(name, text)


def _hosts_line(redirect: Redirect, base: str) -> str:
    """Both paths in percents (docs.netlify.com, "Syntax for the _redirects file"), so that none holds a space, a comment or a pattern."""
    return f"{absolute(quote(base), redirect.address)} {absolute(quote(base), redirect.target)} 301\n"


def _nginx_line(redirect: Redirect, base: str) -> str:
    """A key as nginx has it in `$uri`, which it has decoded; it begins with a slash, so it is no expression and no word of nginx's own."""
    return f'"{(base + redirect.address).translate(_QUOTED)}" {absolute(quote(base), redirect.target)};\n'


def _fits_nginx(address: str, base: str, pages: frozenset[bytes]) -> bool:
    """Whether nginx can hold the address: its map ignores case, so `/Lessen/x/` would catch the page `/lessen/x/` as well."""
    compared = _as_nginx_compares(address)
    return compared == address.encode() and compared not in pages and len((base + address).encode()) <= LONGEST_KEY


def _as_nginx_compares(address: str) -> bytes:
    """The address with a small A to Z; of other letters nginx knows no cases."""
    return address.encode().lower()
