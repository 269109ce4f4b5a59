"""The role of a file in the folders of a knowledge base, from its name and its folder."""

import posixpath

from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import File

STAFF_PAGE = "."
"""The role of a page that is no entry: what the staff write themselves."""


def is_item_file(file: File) -> bool:
    """Whether a file among the lessons holds an item: Markdown, and neither a README nor a note (`_…`)."""
    name = posixpath.basename(file.path)
    return name.endswith(".md") and name != "README.md" and not name.startswith("_")


def role_of(path: str, content: str, declarations: Declarations) -> str | None:
    """The role of a file in the folder `content`: the frame folder of an entry, or `STAFF_PAGE`; None for a file that is not Markdown."""
    if not path.endswith(".md"):
        return None
    folder, name = posixpath.split(posixpath.relpath(path, content))
    return folder if folder in declarations.folders and name not in {"index.md", "README.md"} else STAFF_PAGE


def frame_folder_above(path: str, content: str, declarations: Declarations) -> str | None:
    """The frame folder above a Markdown file that lies too deep to be an entry or an introduction; None for any other file."""
    folder = posixpath.dirname(posixpath.relpath(path, content))
    top = folder.split("/")[0]
    return top if path.endswith(".md") and folder not in declarations.folders and top in declarations.folders else None
