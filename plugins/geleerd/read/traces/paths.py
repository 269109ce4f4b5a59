"""Paths on somebody's own computer, which often hold their name."""

import re

_LOCAL = re.compile(
    r"""file:/|\b[a-z]:[\\/]|^\\\\\w|/(?:users|home|volumes)/\w|(?:^|[\s"'(<=])(?:~\w{0,32}|/(?:mnt|media|root))/\w""", re.IGNORECASE
)


def is_local_path(text: str) -> bool:
    """Whether a text leads to a file on a computer or in an office, not on the web."""
    return ("/" in text or "\\" in text) and bool(_LOCAL.search(text[:500])) and not text.startswith(("http:", "https:"))
