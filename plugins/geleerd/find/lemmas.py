"""The dictionary form of a word. Where the dictionary takes a common noun for a form of something rarer, the noun is its own."""

from collections.abc import Callable
from functools import cache

from geleerd.locale.frequencies import zipf

Lemma = Callable[[str], str]

_SHORTEST_NOUN = 4


@cache
def lemmas(code: str, plurals: tuple[str, ...]) -> Lemma:
    """What gives the dictionary form of a word; the word itself in a language without a dictionary.

    `plurals` are the endings of plurals.
    """
    import simplemma  # noqa: PLC0415  # takes a tenth of a second, and only new words need it

    if code not in simplemma.strategies.dictionaries.dictionary_factory.SUPPORTED_LANGUAGES:
        return str
    # simplemma spells some compounds with a low line between their parts.
    return lambda word: _lemma(word, lambda asked: simplemma.lemmatize(asked, lang=code).replace("_", ""), code, plurals)


def _lemma(word: str, listed: Lemma, code: str, endings: tuple[str, ...]) -> str:
    """The form in the dictionary, unless it is rarer than a noun of which the word is the singular or the plural.

    The dictionary leads `zonde` to `zenden`, `deelnemer` to `deelneemster` and `verslagen` to `verslaan`.
    """
    lemma = listed(word)
    if lemma == word:
        return word
    nouns = (noun for noun in _nouns(word, listed, code, endings) if zipf(noun, code) > zipf(lemma, code))
    return next(nouns, lemma)


def _nouns(word: str, listed: Lemma, code: str, endings: tuple[str, ...]) -> list[str]:
    """The word, if the dictionary knows its plural, and the noun of which the word is the plural."""
    plurals = (word + ending for ending in endings)
    singulars = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    own = [word] if any(zipf(plural, code) and listed(plural) == word for plural in plurals) else []
    return own + [noun for noun in singulars if len(noun) >= _SHORTEST_NOUN and listed(noun) == noun]
