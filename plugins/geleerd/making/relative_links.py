"""Links in the frame: written from the root of the site, and shown from a page. The rules are those of MkDocs, which templates count on."""

import posixpath
from itertools import zip_longest
from urllib.parse import urlsplit


def shown_from(page: str, written: str) -> str:
    """The link from the page at a URL to what is written from the root; whole addresses, paths from `/` and anchors stay."""
    written = _plain(written)
    if _is_whole(written):
        return written
    above = f"{posixpath.normpath(written)}/".split("/").count("..")
    return "../" * above + _from(page, written)


def shown_below(base: str, written: str) -> str:
    """The link to what is written from the root where there is no page: below the URL of the root."""
    written = _plain(written)
    return written if _is_whole(written) else posixpath.join(base, written)


def _plain(written: str) -> str:
    return written.replace("\\", "/") or "."


def _is_whole(written: str) -> bool:
    parts = urlsplit(written)
    return bool(parts.scheme or parts.netloc) or written.startswith(("/", "#"))


def _from(page: str, target: str) -> str:
    folder, _, name = page.rpartition("/")
    here, there = _parts(folder if "." in name else page), _parts(target)
    common = next((at for at, pair in enumerate(zip_longest(here, there)) if pair[0] != pair[1]), len(here))
    link = "/".join([*[".."] * (len(here) - common), *there[common:]]) or "."
    return f"{link}/" if target.endswith("/") else link


def _parts(url: str) -> list[str]:
    """The names in a path; what leads above the root leads to the root."""
    names = posixpath.normpath(f"/{url.lstrip('/')}").lstrip("/")
    return names.split("/") if names else []
