"""Turns records into documents for Pagefind: terms instead of words, with weights, facets, and the texts of a result."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from geleerd.find.language import Language
from geleerd.find.searched import WEIGHTS, Record
from geleerd.find.tokens import folded, words_in
from geleerd.guard import each
from geleerd.model.urls import file_of

MARK = "q"
"""The end of every term, so that Pagefind neither stems it nor finds it in a longer word. A search for a prefix leaves it out."""

EVERY = f"item1{MARK}"
"""A term in every document. For a query without words Pagefind loads its whole index; for a query with this term, one piece."""

_SEPARATOR = " | "
"""The separator between names in the data of a result; Pagefind joins lines."""

_MOST_OF_EACH = 2

_PARTS = 0.6
"""The weight of a compound's parts, relative to the whole word."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A document to index; `path` is the path of its page, from the root of the site."""

    path: str
    html: str


def documents_of(records: Iterable[Record], language: Language) -> Iterator[SearchDocument]:
    """A document for every record."""
    yield from each(lambda record: SearchDocument(file_of(record.address), _html(record, language)), records, lambda record: record.source)


@lru_cache(maxsize=100_000)
def terms_of(word: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The terms to index for a word: its own, and those of its parts."""
    return language.term(word), tuple(part for part in language.parts(word) if part not in language.stop)


def _html(record: Record, language: Language) -> str:
    blocks = "".join(block for place, weight in WEIGHTS.items() for block in _blocks(record.texts[place], weight, language))
    shown = {
        "title": record.title,
        "type": record.type,
        "summary": record.summary,
        "networks": _SEPARATOR.join(record.networks),
        "themes": _SEPARATOR.join(record.themes),
        "text": record.excerpts,
    }
    meta = "".join(f'<i data-pagefind-meta="{key}[data-v]" data-v="{escape(value)}"></i>' for key, value in shown.items())
    facets = ((key, value) for key, values in record.facets.items() for value in values)
    filters = "".join(f'<i data-pagefind-filter="{key}[data-v]" data-v="{escape(value)}"></i>' for key, value in facets)
    sort = f'<i data-pagefind-sort="date[data-v]" data-v="{record.date}"></i>'
    every = f'<p data-pagefind-weight="0.1">{EVERY}</p>'
    main = f"<main data-pagefind-body>{every}{blocks}{meta}{filters}{sort}</main>"
    return f'<!doctype html><html lang="{language.code}"><body>{main}</body></html>\n'


def _blocks(text: str, weight: float, language: Language) -> Iterator[str]:
    whole: list[str] = []
    apart: list[str] = []
    for word in words_in(text):
        if folded(word) in language.stop:
            continue
        term, parts = terms_of(word, language)
        whole.append(f"{term}{MARK}")
        apart.extend(f"{part}{MARK}" for part in parts)
    for terms, share in ((whole, 1.0), (apart, _PARTS)):
        if terms:
            yield f'<p data-pagefind-weight="{weight * share:g}">{escape(" ".join(_few_of_each(terms)))}</p>'


def _few_of_each(terms: Iterable[str]) -> Iterator[str]:
    """The terms, each at most a few times: more repeats tell nothing new and make the index larger."""
    seen: Counter[str] = Counter()
    for term in terms:
        seen[term] += 1
        if seen[term] <= _MOST_OF_EACH:
            yield term
