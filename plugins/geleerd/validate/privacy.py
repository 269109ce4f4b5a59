"""Personal data in files: an error for each, unless somebody looked at it and wrote down why it may stay."""

from collections.abc import Iterator, Mapping

from geleerd.model.problems import Place, Problem
from geleerd.model.values import Document, KeyPath
from geleerd.validate.personal_data import personal_data

_NOT_LOOKED_AT = {"id", "reviewed", "aliases", "superseded_by"}
"""Keys that hold no running text, and the exceptions themselves."""


def private(document: Document) -> Iterator[Problem]:
    """A problem for all personal data in a front matter and a body. The sentence does not repeat what it found: logs are public."""
    reviewed = set(_reviewed(document))
    for place, text in _texts(document):
        for found in personal_data(text):
            if found.text.strip() not in reviewed:
                yield Problem(place, found.kind)


def _reviewed(document: Document) -> Iterator[str]:
    exceptions = (document.tree or {}).get("reviewed")
    for exception in exceptions if isinstance(exceptions, list) else ():
        if isinstance(exception, Mapping) and exception.get("reason"):
            yield str(exception.get("text")).strip()


def _texts(document: Document) -> Iterator[tuple[Place, str]]:
    for key, value in (document.tree or {}).items():
        if key not in _NOT_LOOKED_AT:
            for path, text in _scalars((key,), value):
                yield document.place(path), text
    for number, line in enumerate(document.body.text.splitlines()):
        yield Place(document.path, document.body.line + number), line


def _scalars(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _scalars((*path, str(key)), part)
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from _scalars((*path, number), part)
