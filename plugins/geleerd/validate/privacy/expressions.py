"""The expressions and words of the catalogues by which texts are searched. A text may be in any language, so all catalogues count."""

from geleerd.locale.catalogue import catalogues

_NOTHING = "(?!)"


def expression(key: str) -> str:
    """An expression from all catalogues. It finds nothing when no catalogue has the key."""
    return "|".join(piece for words in catalogues() for piece in words.privacy.get(key, ())) or _NOTHING


def words_under(key: str) -> tuple[str, ...]:
    """The words that the catalogues have under a key of `[privacy]`."""
    return tuple(word for words in catalogues() for word in words.privacy.get(key, "").split())


def any_of(words: tuple[str, ...]) -> str:
    """An expression for one of these words."""
    return "|".join(words) or _NOTHING
