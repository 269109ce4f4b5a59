"""Puts the owner's own words in the pages of the staff, so that a mailbox or a name is written once, in the settings."""

import re
from collections.abc import Mapping

_NAME = re.compile(r"(?<![`{])\{\{ ?([A-Za-z]\w*) ?\}\}(?![`}])")
_MAILBOX = re.compile(r"[^@\s<>()\[\]]+@[^@\s<>()\[\]]+")
_WEB = re.compile(r"https?://[^\s<>()\[\]]+")


def filled(text: str, words: Mapping[str, str], mark: str) -> str:
    """The text with words for every `{{ name }}` that is known, or with the mark for what is still to be said; other names stay.

    A mailbox and an address of the web become links.
    """
    return _NAME.sub(lambda found: _said(found[1], words[found[1]], mark) if found[1] in words else found[0], text)


def _said(name: str, value: str, mark: str) -> str:
    if not value:
        return f"**{mark}: {name}**"
    if _MAILBOX.fullmatch(value):
        return f"[{value}](mailto:{value})"
    return f"[{value}]({value})" if _WEB.fullmatch(value) else value
