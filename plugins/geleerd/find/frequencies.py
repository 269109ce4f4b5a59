"""How common words are, from the word lists of wordfreq."""

import math
from collections.abc import Mapping
from functools import cache


@cache
def frequencies(code: str) -> Mapping[str, float]:
    """The words of a language, each with its share of all words in texts; none for a language without a list.

    wordfreq itself would use the list of the nearest language instead.
    """
    import wordfreq  # noqa: PLC0415  # takes a tenth of a second, and only new words need it

    return wordfreq.get_frequency_dict(code, "best") if code in wordfreq.available_languages("best") else {}


def zipf(word: str, code: str) -> float:
    """The Zipf frequency of a word: 3 is once in a million words, 6 once in a thousand, 0 unknown (van Heuven et al. 2014)."""
    share = frequencies(code).get(word, 0.0)
    return math.log10(share) + 9 if share else 0.0
