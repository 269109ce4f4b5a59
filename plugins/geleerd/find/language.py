"""What a language knows about words: their dictionary form, their parts, their other forms."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import simplemma
import snowballstemmer
import wordfreq

from geleerd.find.tokens import plain

_STEMMERS: Mapping[str, str] = {"nl": "dutch", "en": "english"}
_LINKING: Mapping[str, tuple[str, ...]] = {"nl": ("s", "en", "e")}
"""The letters that a language puts between the parts of a compound; English writes its compounds apart."""

_FREQUENT = 4.0
"""From this Zipf frequency (occurrences in 10^9 words, as a power of ten) a word stands for itself, whatever its parts."""

_PART = 3.3
"""One part of a compound is a word of at least this Zipf frequency ..."""

_WEAK_PART = 2.6
"""... and the other of at least this one."""

_DOUBT = 0.5
"""What a part loses that is itself a compound which no list knows."""

_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 8
_KNOWN = 2.0
"""Below this Zipf frequency a form is too rare to offer: mostly typing errors in the corpus."""


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
        head, last = self._cut(word)
        return plain(head) + _term(last, self.code)

    def parts(self, word: str) -> tuple[str, ...]:
        """The terms of a compound's parts; none for a word that is no compound, or too common to be read as one."""
        head, last = self._cut(word)
        if not head:
            return ()
        left = self._without_linking(head)
        return tuple(part for side in (left, last) for part in (self.parts(side) or (_term(side, self.code),)))

    def forms(self, word: str) -> frozenset[str]:
        """The plain forms that lead to the same term as a word: those of the language, and of a compound those of its last part."""
        known = _forms(self.code)
        forms = known.get(_term(word, self.code), frozenset())
        head, last = self._cut(word)
        if zipf(word, self.code) == 0 and head:
            forms |= {plain(head) + form for form in known.get(_term(last, self.code), ())}
        return forms | {plain(word)}

    def known(self, term: str) -> frozenset[str]:
        """The plain words of the language that lead to a term."""
        return _forms(self.code).get(term, frozenset())

    def _cut(self, word: str) -> tuple[str, str]:
        """A compound in two: its head with the linking letters, and its last part."""
        if zipf(word, self.code) >= _FREQUENT:
            return "", word
        return _cut(self, word)[1:]

    def _strength(self, part: str) -> float:
        """How sure it is that a part is a word: its frequency, or that of the parts it is made of itself."""
        return max(zipf(part, self.code), _cut(self, part)[0] - _DOUBT)

    def _score(self, head: str, last: str) -> float:
        left = self._without_linking(head)
        if len(left) < _SHORTEST_PART or plain(left) in self.stop or plain(last) in self.stop:
            return 0.0
        weak, strong = sorted((self._strength(left), self._strength(last)))
        return weak if strong >= _PART else 0.0

    def _is_verb_with_particle(self, word: str) -> bool:
        """`meelopen` is `mee` and `lopen`: one word with a meaning of its own, no compound."""
        heads = (word[:at] for at in range(2, 7))
        return any(head in self.stop and zipf(word[len(head) :], self.code) >= _PART for head in heads)

    def _without_linking(self, head: str) -> str:
        """The head as a word of its own: `kwaliteits` is `kwaliteit`."""
        bare = [head[: -len(letters)] for letters in _LINKING[self.code] if head.endswith(letters) and len(head) > len(letters) + 2]
        return max([head, *bare], key=lambda word: (zipf(word, self.code), word))


def zipf(word: str, code: str) -> float:
    """How common a word is: 3 is once in a million words, 6 once in a thousand, 0 unknown."""
    frequency = _frequencies(code).get(word, 0.0)
    return math.log10(frequency) + 9 if frequency else 0.0


@cache
def _cut(language: Language, word: str) -> tuple[float, str, str]:
    """The best cut of a word, with its score: the cut whose rarest part is most common."""
    if len(word) < _SHORTEST_COMPOUND or language.code not in _LINKING or language._is_verb_with_particle(word):
        return 0.0, "", word
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    score, at = max((language._score(word[:at], word[at:]), at) for at in cuts)
    return (score, word[:at], word[at:]) if score >= _WEAK_PART else (0.0, "", word)


@cache
def _frequencies(code: str) -> dict[str, float]:
    return wordfreq.get_frequency_dict(code, "best")


@cache
def _term(word: str, code: str) -> str:
    # simplemma spells some compounds with a low line between their parts.
    lemma = simplemma.lemmatize(word, lang=code).replace("_", "")
    return plain(_stemmer(code).stemWord(lemma))


@cache
def _stemmer(code: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[code])


@cache
def _forms(code: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    rarest = 10 ** (_KNOWN - 9)
    for word, frequency in _frequencies(code).items():
        if frequency >= rarest and word.isalpha():
            found[_term(word, code)].add(plain(word))
    return {term: frozenset(forms) for term, forms in found.items()}
