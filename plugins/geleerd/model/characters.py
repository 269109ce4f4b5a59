"""Characters that no editor shows: what is no text at all, and what turns the text around it."""

import re

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))

CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")
"""Controls other than tab and line ends, halves of characters, and what Unicode will never make a character (chapter 23.7)."""

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of all that follows (Unicode Standard Annex 9); the weaker marks of right-to-left scripts are text."""


def without_unseen(text: str) -> str:
    """The text without all of these: what is left can stand in any document, and leaves what stands around it in its order."""
    return TURNING.sub("", CONTROL.sub("", text))
