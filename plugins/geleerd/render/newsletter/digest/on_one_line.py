"""A contributor's text outside a page, where no HTML contains it: in a message, a plain text, the subject of a mail."""

import unicodedata

from geleerd.model.characters import TURNING

_BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of characters that end a line, steer a terminal, or are no text at all."""


def on_one_line(text: str) -> str:
    """The text on one line, without characters that would reorder or break the text around it."""
    kept = (" " if unicodedata.category(char) in _BREAKING else char for char in TURNING.sub("", text))
    return " ".join("".join(kept).split())
