"""The words of a text without its marks: for cards, feeds, descriptions, tables and pictures."""

import re
from functools import lru_cache

from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import words_seen

_MAY_MEAN_SOMETHING = re.compile(r"[\\`*_\[\]<>&~|%\n]|^\s*(?:[-+#=]|\d{1,9}[.)])")
"""Signs without which a text of one line is plain text already."""

_MAY_BE_MARKED = re.compile(rf"{_MAY_MEAN_SOMETHING.pattern}|@|://|www\.")
"""The same, and what is a link by itself."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text of a field as one line of plain text; a text that cannot be read comes back as it is, on one line."""
    if not _MAY_MEAN_SOMETHING.search(text):
        return " ".join(text.split())
    tree = parse(text, Dialect.FIELD)
    return " ".join(text.split()) if tree is None else words_seen(tree)


def is_marked(text: str) -> bool:
    """Whether a text may show more than its words: marks, links or more than one paragraph. False is certain, and cheap to know."""
    return _MAY_BE_MARKED.search(text) is not None
