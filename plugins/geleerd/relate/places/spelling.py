"""How people write an address of the site in a list of aliases or in a link, and which address they mean."""

import posixpath
import re
from urllib.parse import quote, unquote

from geleerd.model.strings import Address

_PLAIN = re.compile(r"[\w.~+/-]")
"""The characters that an alias holds without encoding."""


def alias_address(alias: str) -> Address:
    """The address that an old path of the site means: a folder, unless the path names a file."""
    path = re.sub(r"(?:^|(?<=/))index\.html$", "", unquote(alias).lstrip("/"))
    is_whole = not path or path.endswith("/") or "." in posixpath.basename(path)
    return Address(path if is_whole else f"{path}/")


def alias_of(address: Address) -> str:
    """The address as a list of aliases has it."""
    return "/" + "".join(char if _PLAIN.fullmatch(char) else quote(char, safe="") for char in address)
