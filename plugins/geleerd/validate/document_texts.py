"""The texts in a document, each with its place: values of the front matter, lines beside these, and lines of the body."""

from collections.abc import Collection, Iterator, Mapping

from geleerd.model.documents import Document
from geleerd.model.problems import KeyPath, Place

Placed = Iterator[tuple[Place, str]]


def values_of(document: Document, but: Collection[str] = ()) -> Placed:
    """Every text in the front matter, but those under some keys at its top."""
    for key, value in (document.tree or {}).items():
        if key not in but:
            for path, text in scalars_of((key,), value):
                yield document.place(path), text


def asides_of(document: Document) -> Placed:
    """The lines of the front matter that hold no values: its comments, or all its lines when it could not be read."""
    return ((Place(document.path, number), line) for number, line in document.asides)


def body_lines(document: Document) -> Placed:
    """The lines of the body."""
    for number, line in enumerate(document.body.text.splitlines()):
        yield Place(document.path, document.body.line + number), line


def scalars_of(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from scalars_of((*path, str(key)), part)
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from scalars_of((*path, number), part)
