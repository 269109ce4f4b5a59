"""Turns records into what the search engine is told of an item: terms instead of words, with weights, facets, and the texts of a result."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from geleerd.find.known_words import WordLookup
from geleerd.find.meaning.item_vectors import signs_of, vectors_of
from geleerd.find.meaning.table import table
from geleerd.find.searched import WEIGHTS, Record
from geleerd.guard import each
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address

MARK = "q"
"""The end of every term, so that no search finds it in a longer word. A search for a prefix leaves it out."""

_SEPARATOR = " | "
"""The separator between names in the data of a result."""

_MOST_OF_EACH = 2
"""How often a term counts in a text: more repeats tell nothing new and make the index larger."""

_PARTS = 0.6
"""The weight of a compound's parts, relative to the whole word."""

_ONE = 24
"""The weight 1 as the index has it: whole numbers below 256."""

_WEIGHTS = {place: int(_ONE * weight) for place, weight in WEIGHTS.items()}
_WEIGHTS_OF_PARTS = {place: int(_ONE * round(weight * _PARTS, 6)) for place, weight in WEIGHTS.items()}


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What the search engine is told of the item at an address: plain data, so that it can be kept.

    `terms` has the weight of every occurrence of a term, `words` the words behind them as the item spells them, in lower case. `shown`
    has what a result shows, `facets` has keys and slugs. `date` is empty for an item without one. `meaning` tells the item's vectors;
    it is empty where the language has no table of them.
    """

    address: Address
    terms: Mapping[str, tuple[int, ...]]
    words: tuple[str, ...]
    shown: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    date: str
    meaning: str = ""

    @property
    def length(self) -> int:
        """The number of occurrences of terms."""
        return sum(map(len, self.terms.values()))


KnownDocuments = Mapping[str, SearchDocument]
"""Documents by the keys of the records that they were made from. They are plain data, which only the language and the program decide."""


def documents_of(records: Iterable[Record], words: WordLookup, known: KnownDocuments = Frozen()) -> KnownDocuments:
    """A document for every record, in their order. Those that are `known` are not made again."""

    def document(record: Record) -> tuple[str, SearchDocument]:
        key = hashlib.blake2b(repr(record).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        return key, known.get(key) or _document(record, words)

    return Frozen(each(document, records, lambda record: record.source))


def _document(record: Record, words: WordLookup) -> SearchDocument:
    known = table(words.language)
    found = {place: words.telling(record.texts[place]) for place in WEIGHTS}
    shown = {
        "title": record.title,
        "type": record.type,
        "summary": record.summary,
        "networks": _SEPARATOR.join(record.networks),
        "themes": _SEPARATOR.join(record.themes),
        "text": record.excerpts,
        **({"names": _SEPARATOR.join(names)} if (names := _unshown(record)) else {}),
        **({"crown": record.crown} if record.crown else {}),
        **({"day": record.date} if record.date else {}),
        **({"facts": record.format_facts} if record.format_facts else {}),
        **({"drawing": record.drawing} if record.drawing else {}),
        **({"asked": _SEPARATOR.join(record.asked)} if record.asked else {}),
        **({"elsewhere": record.elsewhere, "lang": record.lang} if record.elsewhere else {}),
        **({"signs": " ".join(signs_of(record, words, known))} if known and record.asked else {}),
    }
    meaning = vectors_of(record, words, known).told() if known else ""
    spelled = tuple(sorted(set().union(*found.values())))
    return SearchDocument(record.address, Frozen(_terms(found, words)), spelled, Frozen(shown), record.facets, record.date, meaning)


def _unshown(record: Record) -> tuple[str, ...]:
    """The names that a result shows only where one of them is why it stands there."""
    return tuple(name for name in record.names if name not in record.networks and name not in record.themes)


def _terms(found: Mapping[str, Mapping[str, int]], words: WordLookup) -> Mapping[str, tuple[int, ...]]:
    terms: dict[str, tuple[int, ...]] = {}
    for place, counts in found.items():
        whole: dict[str, int] = {}
        apart: dict[str, int] = {}
        for spelled, count in counts.items():
            word = words[spelled]
            whole[word.term] = whole.get(word.term, 0) + count
            for part in word.parts:
                apart[part] = apart.get(part, 0) + count
        for counted, weight in ((whole, _WEIGHTS[place]), (apart, _WEIGHTS_OF_PARTS[place])):
            for term, count in counted.items():
                marked = _marked(term)
                terms[marked] = _more(terms.get(marked, ()), weight, min(count, _MOST_OF_EACH))
    return terms


@lru_cache(maxsize=100_000)
def _marked(term: str) -> str:
    """A term with its mark: the same text in every document."""
    return f"{term}{MARK}"


@lru_cache(maxsize=10_000)
def _more(weights: tuple[int, ...], weight: int, times: int) -> tuple[int, ...]:
    """Weights with more behind them: the same values in every document."""
    return weights + (weight,) * times
