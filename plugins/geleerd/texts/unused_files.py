"""Files among the lessons that no item shows or offers, so that no reader ever sees them."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from geleerd.model.file_kinds import ending
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.roles import MEANT_FOR_ITEMS, is_about_the_folder
from geleerd.relate.library import Library

_LEFT_BY_PROGRAMS = ("~$", "Thumbs.db", "desktop.ini")


def unused_files(library: Library, used: Iterable[SourcePath], problems: Iterable[Problem]) -> Iterator[Problem]:
    """A hint for every image, document or other file that lies among the lessons for nobody.

    What an item that is not online names is used, too, and so is what one of the problems already suggests. Notes (`_…`) and files that
    tell of their folder are for colleagues.
    """
    known = frozenset(used)
    silent = (*_silent_texts(library), *(str(problem.parameters.get("suggestion", "")) for problem in problems))
    for path in library.collection.files:
        if path not in known and _is_for_readers(path, library) and not _is_named(posixpath.basename(path), silent):
            yield Problem(Place(path), Code.UNUSED_FILE)


def _is_for_readers(path: SourcePath, library: Library) -> bool:
    """Whether a file lies among the lessons of this knowledge base, and is no text, no note and nothing of a program."""
    folder, name = posixpath.split(path)
    is_elsewhere = posixpath.isabs(path) or path.startswith(f"{library.addresses.content}/")
    is_note = any(part.startswith("_") for part in (*folder.split("/"), name))
    is_apart = is_note or is_about_the_folder(path) or name.startswith(_LEFT_BY_PROGRAMS)
    return not (is_elsewhere or is_apart or ending(path) in MEANT_FOR_ITEMS)


def _silent_texts(library: Library) -> Iterator[str]:
    """The files of items that are not online: broken ones, drafts, and what was withdrawn."""
    collection = library.collection
    silent = (*collection.drafts, *(item for item in collection.items if item.fields.status == "withdrawn"))
    for path in (*collection.broken, *(item.path for item in silent)):
        yield collection.files[path].text or ""


def _is_named(name: str, texts: Iterable[str]) -> bool:
    return any(name in text or quote(name) in text for text in texts)
