"""The words of a language: the term that the forms of a word share, and the parts of a compound."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import simplemma
import Stemmer

from geleerd.find.compounds import cut, without_linking
from geleerd.find.frequencies import frequencies, zipf
from geleerd.find.tokens import folded

_STEMMERS: Mapping[str, str] = {"nl": "dutch", "en": "english"}

_RAREST = 10 ** (2.5 - 9)
"""A form with a smaller share is too rare to offer: most of these are typing errors in the corpus."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language; `stop` are the words that say nothing about a subject."""

    code: str
    stop: frozenset[str]

    def term(self, word: str) -> str:
        """The index term of a word: the stem of its dictionary form. `steden` becomes `stad`, `mislukte` and `mislukking` become `misluk`.

        For a compound in no list, only its last part changes.
        """
        if zipf(word, self.code) > 0:
            return _term(word, self.code)
        head, last = cut(word, self.code, self.stop)
        return folded(head) + _term(last, self.code)

    def parts(self, word: str) -> tuple[str, ...]:
        """The terms of a compound's parts; none for a word that is no compound, or that is too common to be cut."""
        head, last = cut(word, self.code, self.stop)
        if not head:
            return ()
        left = without_linking(head, self.code)
        return tuple(part for side in (left, last) for part in (self.parts(side) or (_term(side, self.code),)))

    def forms(self, word: str) -> frozenset[str]:
        """The plain forms that share the term of a word: those that the language knows; for a compound, also forms of its last part."""
        forms = self.known(_term(word, self.code))
        head, last = cut(word, self.code, self.stop)
        if zipf(word, self.code) == 0 and head:
            forms |= {folded(head) + form for form in self.known(_term(last, self.code))}
        return forms | {folded(word)}

    def known(self, term: str) -> frozenset[str]:
        """The plain words of the language that lead to a term."""
        return _forms(self.code).get(term, frozenset())


@lru_cache(maxsize=200_000)  # a language has some 60,000 forms that are not too rare
def _term(word: str, code: str) -> str:
    # simplemma spells some compounds with a low line between their parts.
    lemma = simplemma.lemmatize(word, lang=code).replace("_", "")
    return folded(_stemmer(code).stemWord(lemma))


@cache
def _stemmer(code: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[code])


@cache
def _forms(code: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word, share in frequencies(code).items():
        if share >= _RAREST and word.isalpha():
            found[_term(word, code)].add(folded(word))
    return {term: frozenset(forms) for term, forms in found.items()}
