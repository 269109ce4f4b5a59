"""What is known of the words of a site: their terms and forms. A word is looked up once, and can be kept from build to build."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.find.language import Language
from geleerd.find.tokens import counted, folded, words_in
from geleerd.model.frozen import Frozen


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word that tells something: its term, those of its parts, and for each of these the plain words that lead to it, in order."""

    term: str
    parts: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]


KnownWords = Mapping[str, KnownWord]
"""Words in lower case, with accents. They are plain data, which only the language and the program decide."""


class WordLookup(dict[str, KnownWord]):
    """The words that were asked for, inside one function; those that were known `before` are not looked up again."""

    def __init__(self, language: Language, before: KnownWords) -> None:
        super().__init__()
        self._language = language
        self._before = before

    def __missing__(self, word: str) -> KnownWord:
        """Look a word up, and remember it."""
        found = self[word] = self._before.get(word) or _word(word, self._language)
        return found

    @property
    def language(self) -> str:
        """The code of the language."""
        return self._language.code

    def in_order(self, text: str) -> Iterator[str]:
        """The words of a text, without those that say nothing about a subject."""
        return filter(self.tells, words_in(text))

    def telling(self, text: str) -> dict[str, int]:
        """The same words, each with how often it is there."""
        return {word: count for word, count in counted(text).items() if self.tells(word)}

    def tells(self, word: str) -> bool:
        """Whether a word says something about a subject."""
        return folded(word) not in self._language.stop

    def known(self) -> KnownWords:
        """All words that were asked for."""
        return Frozen(sorted(self.items()))


def _word(word: str, language: Language) -> KnownWord:
    parts = tuple(part for part in language.parts(word) if part not in language.stop)
    return KnownWord(language.term(word), parts, tuple(map(_in_order, (language.forms(word), *map(language.known, parts)))))


def _in_order(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(forms))
