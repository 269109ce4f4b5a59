"""An error for each file that tells more than it shows, or that nobody can look into, used or not: git keeps whatever it once got."""

import posixpath
import re
import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from geleerd.model.documents import File, Trace
from geleerd.model.file_kinds import LIMITS, PLAIN_TEXTS, TYPEFACES, ending
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath

_NOBODY = {
    *("", "admin", "administrator", "anoniem", "anonymous", "auteur", "author", "beheerder", "gebruiker", "none", "onbekend", "owner"),
    *("microsoft office user", "microsoft office-gebruiker", "python-docx", "openpyxl", "unknown", "user", "windows user"),
    *("windows-gebruiker",),
}
"""Names that programs write when they do not know who their user is."""

_WORDS = re.compile(r"\w+")


def allowed_beside(path: SourcePath, reviewed: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words that somebody allowed for a file; its own path is one of them when the whole file may stay as it is."""
    return frozenset().union(*_reviewed(path, reviewed))


def private_files(files: Mapping[SourcePath, File], reviewed: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """The problems of every file that tells about people. A sentence names what was found and where, never what it says.

    To allow a file, write its name under `reviewed` in the front matter of an item or page beside it, or its path from an item or page in a
    folder above it. The name of a maker may stand there too.
    """
    for path, file in files.items():
        allowed = allowed_beside(path, reviewed)
        if file.contents and path not in allowed:
            yield from _problems(path, [trace for trace in file.contents.traces if _tells(trace, path, allowed)])


def _reviewed(path: SourcePath, reviewed: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """The words that were allowed beside a file, with the file's own path when a folder above it allows that."""
    yield reviewed.get(posixpath.dirname(path), frozenset())
    if any(path[len(above) :].lstrip("/") in reviewed.get(above, ()) for above in _folders_above(path)):
        yield frozenset({path})


def _folders_above(path: SourcePath) -> Iterator[str]:
    """The folders that a file lies in, from its own to the root, which has no name."""
    above = posixpath.dirname(path)
    yield above
    while above != (above := posixpath.dirname(above)):
        yield above


def _problems(path: SourcePath, traces: Iterable[Trace]) -> Iterator[Problem]:
    found: dict[Code, dict[str, None]] = defaultdict(dict)
    for trace in traces:
        kind = trace.kind if trace.where or trace.kind != "unreadable" else "whole"
        found[_code(trace, ending(path))][f"{kind} {trace.where}".strip()] = None
    for code, facts in sorted(found.items()):
        words = {"found": ", ".join(facts), "target": posixpath.basename(path), "file": shlex.quote(path)}
        yield Problem(Place(path), code, words)


def _code(trace: Trace, kind: str) -> Code:
    if trace.kind == "unreadable" and kind == "svg":
        return Code.UNSAFE_SVG
    if trace.kind == "unseen" and kind in LIMITS.keys() | PLAIN_TEXTS | TYPEFACES:
        return Code.FILE_CONTENT_DIFFERS
    if trace.kind in _OF_DRAWINGS and kind != "svg":
        return Code.HIDDEN_IN_FILE
    return _CODES.get(trace.kind, Code.HIDDEN_IN_FILE)


def _tells(trace: Trace, path: SourcePath, reviewed: Set[str]) -> bool:
    """Whether a trace tells something. A title does not when every word of it stands in the name of the file, which everybody sees."""
    if trace.text in reviewed and trace.text:
        return False
    if trace.kind == "author":
        return trace.text.casefold() not in _NOBODY
    if trace.kind == "title":
        return not {word.casefold() for word in _WORDS.findall(trace.text)} <= set(_WORDS.findall(path.replace("_", " ").casefold()))
    return True


_OF_DRAWINGS = {"calls-out", "runs", "unknown"}
"""Kinds of which the sentence is about a drawing, and says what to do with one. In any other file it is just hidden."""

_CODES: Mapping[str, Code] = {
    "author": Code.AUTHOR_IN_FILE,
    "location": Code.LOCATION_IN_FILE,
    "calls-out": Code.SVG_CALLS_OUT,
    "runs": Code.SVG_RUNS,
    "unknown": Code.SVG_HOLDS_UNKNOWN,
    "unreadable": Code.UNREADABLE_METADATA,
    "unopened": Code.UNREADABLE_FILE,
    "unseen": Code.UNSEEN_FILE_KIND,
    "pixels": Code.TOO_MANY_PIXELS,
}
