"""Characters that no editor shows: those that are no text, and those that change the direction of the text around them."""

import re

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))

CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")
"""Controls other than tab and line ends, halves of characters, and code points that Unicode never makes characters (chapter 23.7)."""

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of all text after them (Unicode Standard Annex 9); right-to-left scripts need their weaker marks."""

HIDDEN = re.compile("[\u00ad\u180e\u200b\u2060\ufeff\ufffc]")
"""Signs that take no room inside a word, such as the soft hyphen: a reader sees one word, a search finds two, or none."""


def all_seen(text: str) -> bool:
    """Whether every sign of a text shows, line ends and tabs apart. Then it has none of these characters, and this is cheap to know."""
    return text.replace("\n", "").replace("\t", "").isprintable()


def without_unseen(text: str) -> str:
    """The text without these characters. Any document can hold the result, and it does not reorder the text around it."""
    return text if all_seen(text) else TURNING.sub("", CONTROL.sub("", text))
