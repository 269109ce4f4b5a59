"""From documents to the files of an index. Each is named after its bytes, so that browsers may keep it for ever."""

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.cbor import encoded
from geleerd.find.pagefind.chunks import chunks_of
from geleerd.find.pagefind.terms import terms_of

PAGEFIND = "1.5.2"
"""The version of Pagefind whose form the index has."""

ENTRY = "pagefind-entry.json"

MAGIC = b"pagefind_dcd"
"""The beginning of every file, which says that it is not packed."""

_NAME = 10
"""Letters of a name, of five bits each."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its path in the index, its bytes, and the name by which other files know it."""

    path: str
    content: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class IndexContents:
    """What is in an index: pages by name and length, chunks by ends and name, facets by name, and the numbers of pages by date."""

    pages: tuple[tuple[str, int], ...]
    chunks: tuple[tuple[str, str, str], ...]
    facets: tuple[tuple[str, str], ...]
    by_date: tuple[int, ...]


def index_files(documents: Iterable[SearchDocument], language: str) -> Iterator[IndexFile]:
    """The files of the index, in an order in which no file names a later one. A page has the number of its address among all."""
    pages = sorted(documents, key=lambda document: document.address)
    fragments, chunks, facets = [], [], []
    for page in pages:
        yield (file := fragment(page))
        fragments.append((file.name, page.length))
    for chunk in chunks_of(terms_of(pages)):
        yield (file := index_file("index/", "index", chunk.content))
        chunks.append((chunk.first, chunk.last, file.name))
    for facet, values in sorted(_facets(pages).items()):
        yield (file := index_file("filter/", "filter", encoded((facet, sorted(values.items())))))
        facets.append((facet, file.name))
    yield from first_files(IndexContents(tuple(fragments), tuple(chunks), tuple(facets), _by_date(pages)), language)


def first_files(told: IndexContents, language: str) -> Iterator[IndexFile]:
    """The two files that a browser reads first: what is in the index, and which file tells that, which it asks anew each time."""
    sorts = [("date", told.by_date)]
    yield (file := index_file("pagefind.", "meta", encoded((PAGEFIND, told.pages, told.chunks, told.facets, sorts, ()))))
    # `wasm` would name one of Pagefind's stemmers.
    languages = {language: {"hash": file.name, "page_count": len(told.pages), "wasm": None}}
    entry = {"include_characters": [], "languages": languages, "version": PAGEFIND}
    yield IndexFile(ENTRY, json.dumps(entry, sort_keys=True, separators=(",", ":")).encode())


def index_file(folder: str, kind: str, content: bytes) -> IndexFile:
    """A file with its name."""
    whole = MAGIC + content
    name = name_of(whole)
    return IndexFile(f"{folder}{name}.pf_{kind}", whole, name)


def name_of(content: bytes) -> str:
    """The name of a file with these bytes."""
    return base64.b32encode(hashlib.sha256(content).digest()).decode().lower()[:_NAME]


def fragment(document: SearchDocument) -> IndexFile:
    """What a result shows. The form has other keys too, for which we have no use."""
    unused = {"content": "", "filters": {}, "anchors": []}
    url = document.address if "://" in document.address else f"/{document.address}"  # what was learned elsewhere stands there
    held = {"url": url, "word_count": document.length, "meta": document.shown, **unused}
    return index_file("fragment/", "fragment", json.dumps(held, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())


def _facets(pages: Iterable[SearchDocument]) -> Mapping[str, Mapping[str, list[int]]]:
    """The pages with each value of each facet."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for page, document in enumerate(pages):
        for facet, values in document.facets.items():
            for value in dict.fromkeys(values):
                found[facet][value].append(page)
    return found


def _by_date(pages: Sequence[SearchDocument]) -> tuple[int, ...]:
    """The pages with a date, oldest first; those of one day in the order that reads well from the end."""
    return tuple(sorted((page for page, document in enumerate(pages) if document.date), key=lambda page: (pages[page].date, -page)))
