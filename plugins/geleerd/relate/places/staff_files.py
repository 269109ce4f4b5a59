"""The staff's files that the host shows as they are: no other file of theirs is on the site."""

from geleerd.model.collection import Collection
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.roles import name_meant_for
from geleerd.relate.places.fixed import is_reserved


def staff_files(collection: Collection, folders: Folders) -> tuple[SourcePath, ...]:
    """The pages of the staff, and their other files: neither drafts and notes, nor what tells who made it, nor names that we pass over."""
    pages = {page.path for page in collection.staff_pages}
    theirs = (
        (path, file)
        for path, file in collection.files.items()
        if path.startswith(f"{folders.content}/")
        and path not in collection.withheld
        and not is_reserved(path.removeprefix(f"{folders.content}/"))
    )
    return tuple(
        path
        for path, file in theirs
        if (path in pages if path.endswith(".md") else name_meant_for(file, folders, collection.declarations) is None)
    )
