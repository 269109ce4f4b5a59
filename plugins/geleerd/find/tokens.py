"""Splits a text into the words that a search compares. The search page splits a query in the same way (`scripts/search/words.js`)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"([^\W_]+)(?:['’][^\W_]+)*")


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word in lower case without accents: `Cliënt` becomes `client`."""
    if word.isascii():
        return word.lower()
    # Decomposing a letter can give a capital again: the mathematical 𝓐 becomes A.
    apart = unicodedata.normalize("NFKD", word.lower()).lower()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_in(text: str) -> Iterator[str]:
    """The words of a text in lower case, with accents, but without the ending after an apostrophe: `DSV's` becomes `dsv`."""
    return filter(_is_word, _WORD.findall(text.lower()))


def counted(text: str) -> dict[str, int]:
    """The words of a text, each with how often it is there."""
    return {word: count for word, count in Counter(_WORD.findall(text.lower())).items() if _is_word(word)}


def _is_word(found: str) -> bool:
    return len(found) > 1 or found.isdecimal()
