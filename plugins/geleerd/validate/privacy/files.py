"""Images and documents that tell who made them or where: an error for each, used or not, since git keeps what it once got."""

import posixpath
from collections.abc import Callable, Iterator, Set

from geleerd.model.collection import Collection
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.traces.files import LARGEST_LOOKED_INTO, traces
from geleerd.read.traces.xmp import Trace

_NOBODY = {
    *("", "admin", "administrator", "anoniem", "anonymous", "auteur", "author", "beheerder", "gebruiker", "none", "onbekend", "owner"),
    *("microsoft office user", "microsoft office-gebruiker", "python-docx", "unknown", "user", "windows user", "windows-gebruiker"),
}
"""What programs write when they do not know who is at the keyboard."""


def private_files(collection: Collection, read: Callable[[SourcePath], bytes]) -> Iterator[Problem]:
    """A problem for every file that tells about people. The sentence does not repeat what it found.

    What may stay is written in the front matter of an item or page beside the file, under `reviewed`: the name of the file, or of
    the maker.
    """
    for path, file in collection.files.items():
        if file.text is None:
            beside = collection.reviewed.get(posixpath.dirname(path), frozenset())
            if posixpath.basename(path) not in beside:
                codes = _codes(path, read, beside) if file.size <= LARGEST_LOOKED_INTO else {"unreadable-metadata"}
                yield from (Problem(Place(path), code) for code in sorted(codes))


def _codes(path: SourcePath, read: Callable[[SourcePath], bytes], reviewed: Set[str]) -> set[str]:
    try:
        data = read(path)
    except OSError:
        return {"unreadable-file"}
    return {_CODES[trace.kind] for trace in traces(data) if _tells(trace, reviewed)}


def _tells(trace: Trace, reviewed: Set[str]) -> bool:
    return trace.kind != "author" or not (trace.text.casefold() in _NOBODY or trace.text in reviewed)


_CODES = {"author": "author-in-file", "location": "location-in-file", "unreadable": "unreadable-metadata"}
