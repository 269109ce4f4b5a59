"""The common words of a language, so that the search page takes none of them for a misspelt word of the site.

They are data of the package and not looked up, since a build that knows its words opens no word list. `common` says which words they are.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources

from geleerd.find.tokens import folded
from geleerd.locale.frequencies import frequencies

_COMMON = 10 ** (3 - 9)
"""The share of all words from which on a word is common: once in a million. Errors of spelling are rarer."""

_REMARK = "#"


def common(code: str) -> tuple[str, ...]:
    """The common words that the list of a language has now, in plain letters."""
    return tuple(sorted({folded(word) for word, share in frequencies(code).items() if share >= _COMMON and word.isalpha()}))


@cache
def spellings(code: str) -> Mapping[str, str]:
    """The common words by their first letter, with spaces between them; nothing for a language of which the package has none."""
    file = resources.files("geleerd.find").joinpath("spellings", f"{code}.txt")
    if not file.is_file():
        return {}
    found: dict[str, list[str]] = defaultdict(list)
    for word in file.read_text(encoding="utf-8").split("\n"):
        if word and not word.startswith(_REMARK) and word[0].isascii():
            found[word[0]].append(word)
    return {letter: " ".join(words) for letter, words in found.items()}
