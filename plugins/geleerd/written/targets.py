"""Which file of the site a link leads to, as a server would give it."""

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, urljoin, urlsplit

Why = Literal["", "elsewhere", "no-address", "outside", "no-file"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: a file of the site, and the anchor in it as the link has it. Without a file, `why` says why there is none."""

    file: str = ""
    fragment: str = ""
    why: Why = ""


def target_of(address: str, page: str, files: Collection[str], site_url: str) -> Target:
    """Where an address on a page leads, in a site of these files that stands at `site_url`, or at the root of some host."""
    try:
        written, home = urlsplit(address), urlsplit(site_url or "https://site.invalid/")
        base = f"{unquote(home.path).rstrip('/')}/"
        target = urlsplit(urljoin(f"{home.scheme}://{home.netloc}{quote(base + page)}", address))
    except ValueError:
        return Target(why="no-address")
    path = unquote(target.path) or "/"
    is_inside = f"{path}/".startswith(base)
    if written.scheme or written.netloc:
        is_own = bool(site_url) and (target.scheme, target.netloc.lower()) == (home.scheme, home.netloc.lower())
        if not (is_own and is_inside):
            return Target(why="elsewhere")
    if not is_inside:
        return Target(why="outside")
    file = _file(path[len(base) :], files)
    return Target(file, target.fragment) if file else Target(why="no-file")


def _file(path: str, files: Collection[str]) -> str:
    """The file that a server gives for a path from the root of the site: a folder gives its index."""
    plain = posixpath.normpath(path) if path else "."
    if plain in files and not path.endswith("/"):
        return plain
    index = posixpath.normpath(posixpath.join(plain, "index.html"))
    return index if index in files else ""
