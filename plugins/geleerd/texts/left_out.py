"""Texts that no page shows yet, of drafts and of items with a mistake: read for their problems alone, so that all come at once."""

from collections import ChainMap
from collections.abc import Iterator
from itertools import chain

from geleerd.guard import each
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.problems import Problem
from geleerd.model.strings import Address
from geleerd.relate.library import Library
from geleerd.texts.bodies import TextWriter
from geleerd.texts.body_links import broken_anchors
from geleerd.texts.files import asset_of, attached_files


def left_out_problems(library: Library, writer: TextWriter, anchors: dict[Address, frozenset[str]]) -> Iterator[Problem]:
    """All problems with the links and files of what is not online. `anchors` are those of the pages that are."""
    told = each(lambda one: tuple(_problems_of(*one, library, writer, anchors)), _left_out(library), lambda one: one[0].path)
    yield from chain.from_iterable(told)


def _problems_of(
    document: Document, entry: ItemEntry | None, library: Library, writer: TextWriter, anchors: dict[Address, frozenset[str]]
) -> Iterator[Problem]:
    page = Address(f"{document.path}/")  # any address that no page has
    body = writer.entry(entry, page)[0] if entry else writer.body(document, page)
    yield from body.problems
    yield from broken_anchors(body.anchor_links, ChainMap({page: body.anchors}, anchors))
    if entry:
        files = library.collection.files
        attached, missing = attached_files(entry, files, page)
        yield from missing
        for source, path in {**dict(body.assets), **attached}.items():
            yield from asset_of(entry, path, files[source])[1]


def _left_out(library: Library) -> Iterator[tuple[Document, ItemEntry | None]]:
    """The documents of drafts and broken items, each with what is right in it; not those of items that were withdrawn."""
    collection = library.collection
    right = {entry.path: entry for entry in collection.partial}
    yield from ((draft.document, draft) for draft in collection.drafts)
    for path, document in collection.broken.items():
        if (document.tree or {}).get("status") != "withdrawn":
            yield document, right.get(path)
