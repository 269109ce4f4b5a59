"""From documents to the files of an index. Each is named after its bytes, so that browsers may keep it for ever."""

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.cbor import list_of, number, text
from geleerd.find.pagefind.chunks import chunks_of

PAGEFIND = "1.5.2"
"""The version of Pagefind whose index this is."""

_MAGIC = b"pagefind_dcd"
"""The beginning of every file. Where a file begins so, the browser takes it as it is; where not, it unpacks it first."""

_NAME = 10
"""Letters of a name, of five bits each."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its path in the index, its bytes, and the name by which other files know it."""

    path: str
    content: bytes
    name: str = ""


def index_files(documents: Iterable[SearchDocument], language: str) -> Iterator[IndexFile]:
    """The files of the index, in an order in which no file names a later one. A page has the number of its address among all."""
    pages = sorted(documents, key=lambda document: document.address)
    rows: dict[str, list[bytes]] = {"pages": [], "chunks": [], "facets": []}
    for page in pages:
        yield (file := _file("fragment/", "fragment", _fragment(page)))
        rows["pages"].append(list_of(2) + text(file.name) + number(page.length))
    for chunk in chunks_of(pages):
        yield (file := _file("index/", "index", chunk.content))
        rows["chunks"].append(list_of(3) + text(chunk.first) + text(chunk.last) + text(file.name))
    for facet, values in sorted(_facets(pages).items()):
        yield (file := _file("filter/", "filter", list_of(2) + text(facet) + _values(values)))
        rows["facets"].append(list_of(2) + text(facet) + text(file.name))
    meta = (text(PAGEFIND), *map(_list, rows.values()), _list([_by_date(pages)]), _list([]))
    yield (file := _file("pagefind.", "meta", _list(meta)))
    yield _entry(file.name, language, len(pages))


def _file(folder: str, kind: str, content: bytes) -> IndexFile:
    whole = _MAGIC + content
    name = base64.b32encode(hashlib.sha256(whole).digest()).decode().lower()[:_NAME]
    return IndexFile(f"{folder}{name}.pf_{kind}", whole, name)


def _entry(name: str, language: str, count: int) -> IndexFile:
    """The file that the browser reads first, anew each time. `wasm` would name a stemmer; without one, words are what they are."""
    languages = {language: {"hash": name, "page_count": count, "wasm": None}}
    entry = {"include_characters": [], "languages": languages, "version": PAGEFIND}
    return IndexFile("pagefind-entry.json", json.dumps(entry, sort_keys=True, separators=(",", ":")).encode())


def _fragment(document: SearchDocument) -> bytes:
    """What a result shows. The browser's half wants the other keys too, and we have no use for those."""
    unused = {"content": "", "filters": {}, "anchors": []}
    held = {"url": f"/{document.address}", "word_count": document.length, "meta": document.shown, **unused}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _facets(pages: Iterable[SearchDocument]) -> Mapping[str, Mapping[str, list[int]]]:
    """The pages with each value of each facet."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for page, document in enumerate(pages):
        for facet, values in document.facets.items():
            for value in dict.fromkeys(values):
                found[facet][value].append(page)
    return found


def _values(values: Mapping[str, Sequence[int]]) -> bytes:
    return _list([list_of(2) + text(value) + _list(list(map(number, pages))) for value, pages in sorted(values.items())])


def _by_date(pages: Sequence[SearchDocument]) -> bytes:
    """The pages with a date, oldest first; those of one day in the order that reads well from the end."""
    dated = sorted((page for page, document in enumerate(pages) if document.date), key=lambda page: (pages[page].date, -page))
    return list_of(2) + text("date") + _list(list(map(number, dated)))


def _list(items: Sequence[bytes]) -> bytes:
    return list_of(len(items)) + b"".join(items)
