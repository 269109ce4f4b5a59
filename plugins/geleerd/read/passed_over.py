"""Files that nobody reads though somebody may have meant them: a problem for each, so that none stays offline in silence."""

import posixpath
from collections.abc import Iterable, Iterator

from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Document, File
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import is_item_id
from geleerd.read.roles import frame_folder_above, is_note, name_meant_for


def misplaced(files: Iterable[File], folders: Folders, declarations: Declarations) -> Iterator[Problem]:
    """A problem for every file with a name that we pass over, or that looks like a frame entry but lies too deep to be one."""
    files = tuple(files)
    lists = [f"{folders.content}/{name}.yml" for name in declarations.glossaries]
    second = [file for path in lists for file in files if file.path == path][1:]
    yield from (Problem(Place(file.path), Code.MISNAMED_FILE, {"name": posixpath.basename(lists[0])}) for file in second)
    for file in files:
        if name := name_meant_for(file, folders, declarations):
            yield Problem(Place(file.path), Code.MISNAMED_FILE, {"name": name})
        elif above := frame_folder_above(file.path, folders.content, declarations):
            yield Problem(Place(file.path), Code.NOT_AN_ENTRY, {"folder": above})


def entries_among_pages(pages: Iterable[Document], folders: Folders, declarations: Declarations) -> Iterator[Problem]:
    """A problem for every page of the staff that says to be an item or a frame entry; in its folder it is neither."""
    for page in pages:
        tree = page.tree or {}
        key = str(tree.get("type"))
        if key in declarations.item_types and is_item_id(str(tree.get("id"))):
            yield Problem(page.place(("type",)), Code.MISPLACED_ENTRY, {"type": key, "folder": folders.lessons})
        elif key in declarations.frame_types and "name" in tree:
            folder = f"{folders.content}/{declarations.folder(key)}"
            yield Problem(page.place(("type",)), Code.MISPLACED_ENTRY, {"type": key, "folder": folder})


def items_in_notes(texts: Iterable[Document], lessons: str) -> Iterator[Problem]:
    """A hint for the first file of every folder `_…` that would be online in another folder. Templates, drafts and notes would not."""
    told: set[str] = set()
    for document in texts:
        folder = posixpath.dirname(document.path)
        if folder not in told and is_note(folder, lessons) and _is_ready(document):
            told.add(folder)
            yield Problem(document.place(), Code.ITEM_IN_NOTES, {"folder": folder})


def _is_ready(document: Document) -> bool:
    tree = document.tree or {}
    return is_item_id(str(tree.get("id"))) and "type" in tree and tree.get("status") != "draft"
