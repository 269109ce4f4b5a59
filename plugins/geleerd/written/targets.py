"""The file of the site that a link leads to: the one that a server would send."""

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, urljoin, urlsplit

Why = Literal["", "elsewhere", "no-address", "outside", "no-file"]


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a link: a file of the site, and the anchor as the link writes it. Without a file, `why` says why there is none."""

    file: str = ""
    fragment: str = ""
    why: Why = ""


def target_of(address: str, page: str, files: Collection[str], site_url: str) -> Target:
    """The target of an address on a page, in a site with these files; without a `site_url`, the site is at the root of some host."""
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
    """The file that a server sends for a path from the root of the site; for a folder, its index."""
    plain = posixpath.normpath(path) if path else "."
    if plain in files and not path.endswith("/"):
        return plain
    index = posixpath.normpath(posixpath.join(plain, "index.html"))
    return index if index in files else ""
