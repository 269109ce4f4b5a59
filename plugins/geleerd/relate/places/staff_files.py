"""The staff's files that the host shows as they are: no other file of theirs is on the site."""

from collections.abc import Mapping

from geleerd.model.collection import Collection
from geleerd.model.documents import File
from geleerd.model.file_kinds import ending
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.roles import name_meant_for
from geleerd.read.word_lists import MODEL
from geleerd.relate.places.fixed import is_reserved


def staff_files(collection: Collection, folders: Folders) -> tuple[SourcePath, ...]:
    """The pages of the staff, and their other files: neither drafts and notes, nor what tells who made it, nor names that we pass over.

    Nor a drawing (SVG) that could not be written anew: nobody knows what it does; nor the declarations of the owner.
    """
    pages = {page.path for page in collection.staff_pages}
    theirs = (
        (path, file)
        for path, file in collection.files.items()
        if path.startswith(f"{folders.content}/")
        and path not in collection.withheld
        and path != f"{folders.content}/{MODEL}"
        and not is_reserved(path.removeprefix(f"{folders.content}/"))
    )
    return tuple(
        path
        for path, file in theirs
        if _is_safe(file) and (path in pages if path.endswith(".md") else name_meant_for(file, folders, collection.declarations) is None)
    )


def staff_drawings(collection: Collection, folders: Folders) -> Mapping[SourcePath, bytes]:
    """The drawings (SVG) among these files, as they go to the site: without what runs or asks something of another host."""
    drawings = ((path, _drawing(collection.files[path])) for path in staff_files(collection, folders) if ending(path) == "svg")
    return Frozen({path: drawing for path, drawing in drawings if drawing is not None})


def _is_safe(file: File) -> bool:
    return ending(file.path) != "svg" or _drawing(file) is not None


def _drawing(file: File) -> bytes | None:
    return file.contents.drawing if file.contents else None
