"""How an address of the site is written in a file, in a list of aliases or in a link, and which address that means."""

import posixpath
import re
from urllib.parse import quote, unquote

from geleerd.model.strings import Address

_PLAIN = re.compile(r"[\w.~+/-]")
"""The characters that stand for themselves in an alias."""


def alias_address(alias: str) -> Address:
    """The address that an old path of the site stands for: a folder, unless it names a file."""
    path = re.sub(r"(?:^|(?<=/))index\.html$", "", unquote(alias).lstrip("/"))
    is_whole = not path or path.endswith("/") or "." in posixpath.basename(path)
    return Address(path if is_whole else f"{path}/")


def alias_of(address: Address) -> str:
    """How an address is written in a list of aliases."""
    return "/" + "".join(char if _PLAIN.fullmatch(char) else quote(char, safe="") for char in address)
