"""The words of a language: the term that the forms of a word share, and the parts of a compound."""

from dataclasses import dataclass, field
from functools import lru_cache

from geleerd.find.compounds import Compounding
from geleerd.find.inflections import inflections, stemmer_of, terms_of_families
from geleerd.find.lemmas import lemmas
from geleerd.find.tokens import folded
from geleerd.locale.catalogue import Catalogue
from geleerd.locale.frequencies import zipf


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `stemmer` is Snowball's name for its stemmer; empty for a language without one.

    `faint` are the words that say little about a subject: a question is first about its others. `idle` are
    phrases that say nothing, though their words would. `negations` say that something is not so. `particles` are the word before an
    infinitive, and then the parts of verbs that can stand apart. `plurals` are the endings of plurals. `families` are forms of one word
    that share no term with others, whatever the dictionary and the stemmer make of them; the first of them is the term.
    """

    code: str
    stemmer: str = field(hash=False)
    compounding: Compounding = field(hash=False)
    faint: frozenset[str] = field(hash=False, default=frozenset())
    idle: tuple[str, ...] = field(hash=False, default=())
    negations: tuple[str, ...] = field(hash=False, default=())
    particles: tuple[str, ...] = field(hash=False, default=())
    plurals: tuple[str, ...] = ()
    families: tuple[str, ...] = ()

    @property
    def stop(self) -> frozenset[str]:
        """The words that say nothing about a subject."""
        return self.compounding.stop

    def term(self, word: str) -> str:
        """The index term of a word: the stem of its dictionary form. `steden` becomes `stad`, `mislukte` and `mislukking` become `misluk`.

        For a compound in no list, only its last part changes.
        """
        if zipf(word, self.code) > 0:
            return self._term(word)
        head, last = self.compounding.cut(word)
        return folded(head) + self._term(last)

    def parts(self, word: str) -> tuple[str, ...]:
        """The terms of a compound's parts; none for a word that is no compound, or that is too common to be cut."""
        head, last = self.compounding.cut(word)
        if not head:
            return ()
        left = self.compounding.without_linking(head)
        return tuple(part for side in (left, last) for part in (self.parts(side) or (self._term(side),)))

    def forms(self, word: str) -> frozenset[str]:
        """The plain forms that share the term of a word: those that the language knows; for a compound, also forms of its last part."""
        forms = self.known(self._term(word))
        head, last = self.compounding.cut(word)
        if zipf(word, self.code) == 0 and head:
            forms |= {folded(head) + form for form in self.known(self._term(last))}
        return forms | {folded(word)}

    def known(self, term: str) -> frozenset[str]:
        """The plain words of the language that lead to a term; none to a number, for which no dictionary is opened."""
        if not any(map(str.isalpha, term)):
            return frozenset()
        return frozenset(inflections(self.code, self.stemmer, self.plurals, self.families).get(term, "").split())

    def _term(self, word: str) -> str:
        return _term(word, self.code, self.stemmer, self.plurals, self.families)


def searched_language(catalogue: Catalogue) -> Language:
    """The language of a catalogue, as the search knows it."""
    ways = Compounding(catalogue.language, catalogue.stop_words, catalogue.linking)
    return Language(
        catalogue.language,
        catalogue.stemmer,
        ways,
        catalogue.faint_words,
        catalogue.idle_phrases,
        catalogue.negations,
        catalogue.particles,
        catalogue.plurals,
        catalogue.word_families,
    )


@lru_cache(maxsize=200_000)
def _term(word: str, code: str, stemmer: str, plurals: tuple[str, ...], families: tuple[str, ...]) -> str:
    if term := terms_of_families(families).get(folded(word)):
        return term
    lemma = lemmas(code, plurals)(word)
    return folded(stemmer_of(stemmer).stemWord(lemma) if stemmer else lemma)
