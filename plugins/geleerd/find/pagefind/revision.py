"""From an index and the texts that changed to the files that differ: the same bytes as from all documents, without reading the others."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.cbor import decoded
from geleerd.find.pagefind.chunks import Chunk, chunks_of, terms_in
from geleerd.find.pagefind.index import ENTRY, MAGIC, IndexContents, IndexFile, first_files, fragment, index_file, name_of
from geleerd.find.pagefind.terms import occurrences, pages_told, term_told

Read = Callable[[str], bytes]
"""Gives the bytes of a file of the index, by its path."""

_Row = tuple[str, str, str]
"""The first and last term of a chunk, and the name of its file."""

_Said = Mapping[str, Mapping[int, bytes]]
"""What pages say of terms, by term and page; nothing where a page no longer holds it."""


class UnusableIndexError(ValueError):
    """An index from which no other can be made: a file is not what its name says."""


@dataclass(frozen=True, slots=True)
class Change:
    """A document that said something else before. Its address, facets and date are the same; `page` is its number among all addresses."""

    page: int
    before: SearchDocument
    after: SearchDocument


def revised_files(read: Read, changes: Sequence[Change]) -> Iterator[IndexFile]:
    """The files of an index that differ after changes of texts. Raises `UnusableIndexError`, and what `read` raises."""
    language, _, told = _told(read)
    pages = list(told.pages)
    for change in changes:
        yield (file := fragment(change.after))
        pages[change.page] = (file.name, change.after.length)
    rows: list[_Row] = []
    for row, new in _revised(read, told.chunks, _said(changes)):
        rows.append(row)
        if new:
            yield new
    yield from first_files(IndexContents(tuple(pages), tuple(rows), told.facets, told.by_date), language)


def paths_of(read: Read) -> tuple[str, ...]:
    """The paths of all files of an index. Raises what `read` raises, and `UnusableIndexError`."""
    _, meta, told = _told(read)
    fragments = (f"fragment/{name}.pf_fragment" for name, _ in told.pages)
    chunks = (f"index/{name}.pf_index" for *_, name in told.chunks)
    return (*dict.fromkeys((*fragments, *chunks, *(f"filter/{name}.pf_filter" for _, name in told.facets), meta, ENTRY)),)


def _told(read: Read) -> tuple[str, str, IndexContents]:
    """The language of an index, and the path and the contents of the file that tells what is in it."""
    ((language, facts),) = json.loads(read(ENTRY))["languages"].items()
    meta = f"pagefind.{facts['hash']}.pf_meta"
    held = decoded(_bytes(read, meta))[0]
    pages, chunks, facets = (tuple(map(tuple, listed)) for listed in held[1:4])
    ((_, by_date),) = held[4]
    return language, meta, IndexContents(pages, chunks, facets, tuple(by_date))


def _said(changes: Iterable[Change]) -> _Said:
    """What is said anew, by the pages that changed."""
    said: dict[str, dict[int, bytes]] = defaultdict(dict)
    for change in changes:
        before, after = change.before.terms, change.after.terms
        for term in before.keys() | after.keys():
            if before.get(term) != after.get(term):
                said[term][change.page] = occurrences(term, after[term]) if term in after else b""
    return said


def _revised(read: Read, chunks: Sequence[_Row], said: _Said) -> Iterator[tuple[_Row, IndexFile | None]]:
    """What is told of the chunks, in order, each with its file if that is new. A chunk that no longer ends takes the next one in."""
    todo = dict(said)
    held: dict[str, bytes] = {}
    for row in chunks:
        own = {term: todo.pop(term) for term in sorted(todo) if term <= row[1] or row is chunks[-1]}
        if not own and not held:
            yield row, None
            continue
        held = _with(held | dict(terms_in(_bytes(read, f"index/{row[2]}.pf_index"))), own)
        found = tuple(chunks_of(sorted(held.items())))
        yield from (_new(chunk) for chunk in found if chunk.ends)
        held = {term: told for term, told in held.items() if found and term >= found[-1].first and not found[-1].ends}
    yield from map(_new, chunks_of(sorted(_with(held, todo).items())))


def _with(terms: Mapping[str, bytes], said: _Said) -> dict[str, bytes]:
    """What is told of terms, with what is said anew; a term that no page holds any more is gone."""
    found = dict(terms)
    for term, pages in said.items():
        before = pages_told(found.pop(term)) if term in found else {}
        left = sorted((page, where) for page, where in {**before, **pages}.items() if where)
        if left:
            found[term] = term_told(term, left)
    return found


def _new(chunk: Chunk) -> tuple[_Row, IndexFile]:
    file = index_file("index/", "index", chunk.content)
    return (chunk.first, chunk.last, file.name), file


def _bytes(read: Read, path: str) -> bytes:
    """The bytes of a file that is named after them, behind those with which every file begins."""
    content = read(path)
    if name_of(content) not in path:
        raise UnusableIndexError(path)
    return content.removeprefix(MAGIC)
