"""What a language knows about words: the term that their forms share, and their parts."""

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
"""Below this share a form is too rare to offer: mostly typing errors in the corpus."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language; `stop` are the words that say nothing about a subject."""

    code: str
    stop: frozenset[str]

    def term(self, word: str) -> str:
        """What a word is indexed as: the stem of its dictionary form. `steden` is `stad`, `mislukte` and `mislukking` are `misluk`.

        A compound that no list knows ends as its last part does.
        """
        if zipf(word, self.code) > 0:
            return _term(word, self.code)
        head, last = cut(word, self.code, self.stop)
        return folded(head) + _term(last, self.code)

    def parts(self, word: str) -> tuple[str, ...]:
        """The terms of a compound's parts; none for a word that is no compound, or too common to be read as one."""
        head, last = cut(word, self.code, self.stop)
        if not head:
            return ()
        left = without_linking(head, self.code)
        return tuple(part for side in (left, last) for part in (self.parts(side) or (_term(side, self.code),)))

    def forms(self, word: str) -> frozenset[str]:
        """The plain forms that lead to the same term as a word: those of the language, and of a compound those of its last part."""
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
