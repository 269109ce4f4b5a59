"""The redirects for web servers, which can answer with 301 before a page loads. They are optional: the HTML works without them."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

from geleerd.model.artefacts import TextFile
from geleerd.model.strings import SourcePath
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.places.redirect import Redirect

LONGEST_KEY = 200
"""Most bytes of a path in nginx's map; longer paths do not fit in `map_hash_bucket_size 256` and would keep nginx from starting."""

_FOR_HOSTS = "_redirects"
_FOR_NGINX = "redirects.map"

_QUOTED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
"""The signs with a special meaning between double quotes in nginx (`ngx_conf_read_token`); all others are literal there."""


def redirect_maps(redirects: Sequence[Redirect], library: Library, site_url: str) -> Iterator[TextFile]:
    """All redirects, in a file for static hosts and in one for nginx. The staff's own lines come first: hosts obey the first that fits."""
    base = f"{unquote(urlsplit(site_url).path).rstrip('/')}/"
    pages = frozenset(_as_nginx_compares(address) for address in library.by_path.values())
    ordered = sorted(redirects, key=lambda redirect: redirect.address)
    files = {
        _FOR_HOSTS: "".join(_hosts_line(redirect, base) for redirect in ordered),
        _FOR_NGINX: "".join(_nginx_line(redirect, base) for redirect in ordered if _fits_nginx(redirect.address, base, pages)),
    }
    for name, text in files.items():
        own = library.collection.files.get(SourcePath(f"{library.addresses.content}/{name}"))
        yield TextFile(name, _after((own and own.text) or "", text))


def _after(own: str, lines: str) -> str:
    """The staff's own lines, and then those of ours whose old address is not among them: nginx does not start with one twice."""
    if not own.strip():
        return lines
    taken = {_old(line) for line in own.splitlines()}
    kept = (line for line in lines.splitlines(keepends=True) if _old(line) not in taken)
    return "".join([f"{own.strip()}\n", *kept])


def _old(line: str) -> str:
    """The old address in a line of either file, as nginx compares it."""
    line = line.strip()
    return (line[1:].partition('" ')[0] if line.startswith('"') else line.partition(" ")[0]).lower()


def _hosts_line(redirect: Redirect, base: str) -> str:
    """Both paths, percent-encoded (docs.netlify.com, "Syntax for the _redirects file"), so that none holds a space, comment or pattern."""
    return f"{absolute(quote(base), redirect.address)} {absolute(quote(base), redirect.target)} 301\n"


def _nginx_line(redirect: Redirect, base: str) -> str:
    """A key in the form of nginx's `$uri`, which is decoded. It begins with a slash, so nginx reads it as no expression or keyword."""
    return f'"{(base + redirect.address).translate(_QUOTED)}" {absolute(quote(base), redirect.target)};\n'


def _fits_nginx(address: str, base: str, pages: frozenset[bytes]) -> bool:
    """Whether nginx can hold the address: its map ignores case, so `/Lessen/x/` would catch the page `/lessen/x/` as well."""
    compared = _as_nginx_compares(address)
    return compared == address.encode() and compared not in pages and len((base + address).encode()) <= LONGEST_KEY


def _as_nginx_compares(address: str) -> bytes:
    """The address with A to Z in lower case; nginx knows no case of other letters."""
    return address.encode().lower()
