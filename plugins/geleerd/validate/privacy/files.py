"""An error for each image or document that tells who made it or where, used or not: git keeps every file that it once got."""

import posixpath
from collections.abc import Iterator, Mapping, Set

from geleerd.model.documents import File, Trace
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath

_NOBODY = {
    *("", "admin", "administrator", "anoniem", "anonymous", "auteur", "author", "beheerder", "gebruiker", "none", "onbekend", "owner"),
    *("microsoft office user", "microsoft office-gebruiker", "python-docx", "unknown", "user", "windows user", "windows-gebruiker"),
}
"""Names that programs write when they do not know who their user is."""


def private_files(files: Mapping[SourcePath, File], reviewed: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """A problem for every file that tells about people. The sentence does not repeat what it found.

    To allow a file, write the name of the file or of its maker under `reviewed`, in the front matter of an item or page beside it.
    """
    for path, file in files.items():
        beside = reviewed.get(posixpath.dirname(path), frozenset())
        if file.contents and posixpath.basename(path) not in beside:
            codes = {_CODES[trace.kind] for trace in file.contents.traces if _tells(trace, beside)}
            yield from (Problem(Place(path), code) for code in sorted(codes))


def _tells(trace: Trace, reviewed: Set[str]) -> bool:
    return trace.kind != "author" or not (trace.text.casefold() in _NOBODY or trace.text in reviewed)


_CODES = {
    "author": Code.AUTHOR_IN_FILE,
    "location": Code.LOCATION_IN_FILE,
    "unreadable": Code.UNREADABLE_METADATA,
    "unopened": Code.UNREADABLE_FILE,
}
