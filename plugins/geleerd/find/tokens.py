"""Splits a text into the words that a search compares. The search page splits a query in the same way (`scripts/search/words.js`)."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"([^\W_]+)(?:['’][^\W_]+)*")


def folded(word: str) -> str:
    """A word in lower case without accents: `Cliënt` becomes `client`."""
    if word.isascii():
        return word.lower()
    # Decomposing a letter can give a capital again: the mathematical 𝓐 becomes A.
    apart = unicodedata.normalize("NFKD", word.lower()).lower()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_in(text: str) -> Iterator[str]:
    """The words of a text in lower case, with accents, but without the ending after an apostrophe: `DSV's` becomes `dsv`."""
    return (word for word in _WORD.findall(text.lower()) if len(word) > 1 or word.isdecimal())
