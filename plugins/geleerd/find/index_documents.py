"""Turns records into what the search engine is told of an item: terms instead of words, with weights, facets, and the texts of a result."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from geleerd.find.language import Language
from geleerd.find.searched import WEIGHTS, Record
from geleerd.find.tokens import folded, words_in
from geleerd.guard import each
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address

MARK = "q"
"""The end of every term, so that Pagefind does not find it in a longer word. A search for a prefix leaves it out."""

EVERY = f"item1{MARK}"
"""A term in every document. For a query without words Pagefind loads its whole index; for a query with this term, one piece."""

_UNTOLD = 25
"""The weight that takes no bytes in the index: nobody asks how well an item holds that term."""

_SEPARATOR = " | "
"""The separator between names in the data of a result."""

_MOST_OF_EACH = 2
"""How often a term counts in a text: more repeats tell nothing new and make the index larger."""

_PARTS = 0.6
"""The weight of a compound's parts, relative to the whole word."""

_ONE = 24
"""The weight 1 as Pagefind has it: whole numbers below 256."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What the search engine is told of the item at an address: plain data, so that it can be kept.

    `terms` has the weight of every occurrence of a term, `words` the words behind them as the item spells them, in lower case. `shown`
    has what a result shows, `facets` has keys and slugs. `date` is empty for an item without one.
    """

    address: Address
    terms: Mapping[str, tuple[int, ...]]
    words: tuple[str, ...]
    shown: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    date: str

    @property
    def length(self) -> int:
        """The number of occurrences of terms."""
        return sum(map(len, self.terms.values()))


def documents_of(records: Iterable[Record], language: Language) -> Iterator[SearchDocument]:
    """A document for every record."""
    yield from each(lambda record: _document(record, language), records, lambda record: record.source)


@lru_cache(maxsize=100_000)
def terms_of(word: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The terms to index for a word: its own, and those of its parts."""
    return language.term(word), tuple(part for part in language.parts(word) if part not in language.stop)


def _document(record: Record, language: Language) -> SearchDocument:
    found = {place: _telling(record.texts[place], language) for place in WEIGHTS}
    shown = {
        "title": record.title,
        "type": record.type,
        "summary": record.summary,
        "networks": _SEPARATOR.join(record.networks),
        "themes": _SEPARATOR.join(record.themes),
        "text": record.excerpts,
    }
    words = tuple(sorted(set().union(*found.values())))
    return SearchDocument(record.address, Frozen(_terms(found, language)), words, Frozen(shown), record.facets, record.date)


def _telling(text: str, language: Language) -> Mapping[str, int]:
    """How often each word is in a text, without those that say nothing about a subject."""
    return {word: count for word, count in Counter(words_in(text)).items() if folded(word) not in language.stop}


def _terms(found: Mapping[str, Mapping[str, int]], language: Language) -> Mapping[str, tuple[int, ...]]:
    terms: defaultdict[str, tuple[int, ...]] = defaultdict(tuple, {EVERY: (_UNTOLD,)})
    for place, words in found.items():
        whole: Counter[str] = Counter()
        apart: Counter[str] = Counter()
        for word, count in words.items():
            term, parts = terms_of(word, language)
            whole[term] += count
            for part in parts:
                apart[part] += count
        for counts, share in ((whole, 1.0), (apart, _PARTS)):
            weight = int(round(WEIGHTS[place] * share, 6) * _ONE)
            for term, count in counts.items():
                terms[f"{term}{MARK}"] += (weight,) * min(count, _MOST_OF_EACH)
    return terms
