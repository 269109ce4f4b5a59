"""Strings that must not be mixed up, each with its own type."""

import re
from functools import lru_cache
from typing import NewType

from slugify import slugify

from geleerd.model.characters import HIDDEN

Slug = NewType("Slug", str)
"""The last word of an address: lower case letters a-z, digits and single hyphens."""

ItemId = NewType("ItemId", str)
"""Six characters of Crockford's base32 in lower case, the first a letter, so that YAML never reads a number."""

Address = NewType("Address", str)
"""The address of a page, from the root of the site, without a leading slash: `lessen/begin-klein/`; the home page is ``""``."""

SourcePath = NewType("SourcePath", str)
"""A file in the repository, from its root, with forward slashes: `lessons/x.md`."""

ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32 (crockford.com/base32.html): no i, l, o or u."""

ID_LENGTH = 6

_LETTERS = "".join(c for c in ID_ALPHABET if c.isalpha())
ID_PATTERN = f"[{_LETTERS}][{ID_ALPHABET}]{{{ID_LENGTH - 1}}}"
"""The form of an item's id, as an expression."""

_ID = re.compile(ID_PATTERN)
SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A slug, as an expression that means the same in Python and in JavaScript."""

_SLUG = re.compile(SLUG_PATTERN)


_ARTICLE = re.compile(r"^(?:de|het|een|the|an?) (?=\w)", re.IGNORECASE)


def is_slug(text: str) -> bool:
    """Whether the text is a valid slug."""
    return _SLUG.fullmatch(text) is not None


@lru_cache(maxsize=100_000)
def slug_from(text: str) -> Slug:
    """The slug of a title or tag: without accents, other scripts spelt in Latin letters; empty when nothing is left."""
    return Slug(slugify(HIDDEN.sub("", text), max_length=80, word_boundary=True))


_MEANT = re.compile(r"(?<!^)#|(?<!\w)\+|\+(?!\w)|^\.(?=\w)|[*%@=<>€$]")
"""The signs that make another word of a word; a `#` before it is a habit of other programs, and a `+` between two words joins these."""


def word_of(tag: str) -> str:
    """The word that a tag is, in whatever spelling: `Co-creatie` and `co creatie` are one word; `C`, `C#` and `C++` are three."""
    return slug_from(tag) + "".join(_MEANT.findall(tag.strip()))


def is_item_id(text: str) -> bool:
    """Whether the text has the form of an item's id."""
    return _ID.fullmatch(text) is not None


def item_id_from(numbers: tuple[int, ...]) -> ItemId:
    """An id, made from random numbers.

    Takes six whole numbers of any size; the first picks a letter. The caller provides the randomness: the core has none.
    """
    first, *rest = numbers
    return ItemId(_LETTERS[first % len(_LETTERS)] + "".join(ID_ALPHABET[n % len(ID_ALPHABET)] for n in rest))


def without_article(name: str) -> str:
    """A name as it is sorted: without the article at its beginning, in the languages of the catalogues."""
    return _ARTICLE.sub("", name)
