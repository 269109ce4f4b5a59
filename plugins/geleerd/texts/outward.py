"""What depends on the body of an item beside its own words: where it leads, and what leads into it.

The problems of all files stay as they are when an item without any changes, has none by itself, and this is the same.
"""

import hashlib
from collections.abc import Collection

from geleerd.commonmark.html import ConvertedText
from geleerd.model.documents import Document
from geleerd.texts.bodies import anchors_in
from geleerd.texts.safe_html import safe_html


def outward_of(document: Document, converted: ConvertedText, anchors: Collection[str]) -> str | None:
    """A digest of the front matter, the links in their order and the anchors; None for a text with HTML or links between brackets.

    How those end depends on more than themselves.
    """
    if converted.pieces or "[[" in document.body.text:
        return None
    links = [(link.tag, link.target) for link in converted.links]
    outward = repr((document.front, bool(document.body.text.strip()), links, sorted(anchors)))
    return hashlib.blake2b(outward.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def anchors_of(converted: ConvertedText) -> frozenset[str]:
    """The anchors in a text, wherever its links lead."""
    return anchors_in(converted, safe_html(converted.html, lambda _, found: found))
