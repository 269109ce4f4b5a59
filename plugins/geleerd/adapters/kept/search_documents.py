"""Keeps the documents of the search, and which index was made of them, so that an edit makes few of either anew."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.adapters.kept.search_index import FOLDER
from geleerd.adapters.kept.ways import ways
from geleerd.adapters.kept.words import key_of_words
from geleerd.find.index_documents import KnownDocuments, SearchDocument
from geleerd.find.pagefind.index import index_files
from geleerd.find.pagefind.revision import Change, paths_of, revised_files
from geleerd.locale.catalogue import Catalogue
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address

SEARCH_FOLDER = Path(".cache", "geleerd", "search")
_NAME = "documents.json"

Write = Callable[[str, bytes], Output]
"""Writes a file of the site, and keeps it."""

Take = Callable[[Output], bool]
"""Puts a file into the site that was kept; whether it was kept whole."""


class KeptSearch:
    """The documents of the last build, by the keys of what they were made from, and the index that was made of them.

    Those in another language than that of the catalogue, or by other programs, count as none.
    """

    def __init__(self, root: Path, words: Catalogue) -> None:
        self._folder = kept_folder(root, SEARCH_FOLDER)
        self._ways = f"{ways()} {key_of_words(words)}"
        self._language = words.language
        self.documents, self._index = self._read()

    def put_index(self, documents: KnownDocuments, kept: KeptMade, take: Take, write: Write) -> None:
        """Put the index of documents into a site: what is new is written, the rest is taken. Keep documents and index for a next time."""
        files = tuple(self._revised(documents, kept, take, write) or self._whole(documents, write))
        key = _digest("".join(sorted(file.checksum for file in files)).encode())
        kept.use(key, files)
        self._keep(documents, key)

    def _whole(self, documents: KnownDocuments, write: Write) -> Iterator[Output]:
        for file in index_files(documents.values(), self._language) if documents else ():
            yield write(f"{FOLDER}/{file.path}", file.content)

    def _revised(self, documents: KnownDocuments, kept: KeptMade, take: Take, write: Write) -> list[Output]:
        """The files when only the texts of some documents changed; nothing when the index must be made whole."""
        former = {output.path.removeprefix(f"{FOLDER}/"): output for output in kept.outputs(self._index) or ()}
        changes = _changes(_in_order(self.documents), _in_order(documents))
        if not former or changes is None:
            return []
        new: dict[str, bytes] = {}
        with suppress(OSError, ValueError, KeyError):  # an index that is not whole, or not that of these documents
            new = {file.path: file.content for file in revised_files(lambda path: kept.read(former[path]), changes)}
        if not new:
            return []
        paths = paths_of(lambda path: new[path] if path in new else kept.read(former[path]))
        if not all(path in new or path in former for path in paths):
            return []
        if not all(take(former[path]) for path in paths if path not in new):
            return []
        return [write(f"{FOLDER}/{path}", new[path]) if path in new else former[path] for path in paths]

    def _keep(self, documents: KnownDocuments, index: str) -> None:
        if self._folder is None:
            return
        told = {key: _told(document) for key, document in documents.items()}
        content = json.dumps({"ways": self._ways, "index": index, "documents": told}, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):  # such as a folder that cannot be written to
            keep(_digest(content).encode() + b"\n" + content, self._folder / _NAME)

    def _read(self) -> tuple[KnownDocuments, str]:
        """What was kept; nothing for a file that is not there, not whole, or of other programs."""
        with suppress(OSError, ValueError):
            if self._folder:
                digest, _, content = (self._folder / _NAME).read_bytes().partition(b"\n")
                if _digest(content).encode() == digest and (told := json.loads(content))["ways"] == self._ways:
                    return Frozen({key: _document(one) for key, one in told["documents"].items()}), told["index"]
        return Frozen(), ""


def _in_order(documents: KnownDocuments) -> Sequence[SearchDocument]:
    """Documents in the order in which an index numbers them."""
    return sorted(documents.values(), key=lambda document: document.address)


def _changes(before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> tuple[Change, ...] | None:
    """The documents whose texts changed; None when more did than texts."""
    if [_stays(document) for document in before] != [_stays(document) for document in after]:
        return None
    pairs = enumerate(zip(before, after, strict=True))
    return tuple(Change(page, old, new) for page, (old, new) in pairs if old is not new and old != new)


def _stays(document: SearchDocument) -> tuple[object, ...]:
    return document.address, document.facets, document.date


def _told(document: SearchDocument) -> list[Any]:
    return [document.address, document.terms, " ".join(document.words), document.shown, document.facets, document.date, document.meaning]


def _document(told: Sequence[Any]) -> SearchDocument:
    address, terms, words, shown, facets, date, meaning = told
    return SearchDocument(
        Address(address),
        Frozen({term: tuple(weights) for term, weights in terms.items()}),
        tuple(words.split()),
        Frozen(shown),
        Frozen({facet: tuple(values) for facet, values in facets.items()}),
        date,
        meaning,
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
