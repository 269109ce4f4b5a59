"""The role of a file in the folders of a knowledge base, from its name and its folder."""

import posixpath

from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import File
from geleerd.model.file_kinds import ending
from geleerd.model.settings import Folders
from geleerd.model.strings import slug_from
from geleerd.read.word_lists import VOCABULARY

STAFF_PAGE = "."
"""The role of a page that is no entry: what the staff write themselves."""


_MARKDOWN = frozenset({"md", "markdown", "mdown", "mkdn", "mkd"})
MEANT_FOR_ITEMS = _MARKDOWN | {"mdx", "txt"}
"""The extensions of files in which people write items, whether we read them or not."""

_ABOUT_THE_FOLDER = frozenset({"README", "LICENSE", "LICENCE"})


def is_item_file(file: File, lessons: str) -> bool:
    """Whether a file among the lessons holds an item: Markdown, and neither a README nor a note (`_…`, or in a folder `_…`)."""
    return file.path.endswith(".md") and posixpath.basename(file.path) != "README.md" and not is_note(file.path, lessons)


def is_note(path: str, lessons: str) -> bool:
    """Whether a file among the lessons is a note: its name, or that of a folder around it, begins with `_`."""
    return any(part.startswith("_") for part in _below(path, lessons).split("/"))


def is_about_the_folder(path: str) -> bool:
    """Whether a file tells of its folder, like a README."""
    return posixpath.splitext(posixpath.basename(path))[0].upper() in _ABOUT_THE_FOLDER


def name_meant_for(file: File, folders: Folders, declarations: Declarations) -> str | None:
    """The name under which a file would be read; None for a file whose name is right, and for one that holds no text of ours."""
    path, name = file.path, posixpath.basename(file.path)
    stem, kind = posixpath.splitext(name)[0], ending(name)
    if is_about_the_folder(path) or is_note(path, folders.lessons):
        return None
    folder = posixpath.dirname(_below(path, folders.content))
    if not path.startswith(f"{folders.content}/"):
        return None if kind not in MEANT_FOR_ITEMS or name.endswith(".md") else f"{slug_from(stem.removesuffix('.md')) or stem}.md"
    listed = (*(folder for folder, declared in declarations.folders.items() if declared.LISTED), *declarations.glossaries)
    lists = {posixpath.splitext(VOCABULARY)[0]: VOCABULARY, **{each: f"{each}.yml" for each in listed}}
    if not folder and kind in {"yml", "yaml"}:
        wanted = lists.get(stem.lower(), name)
    elif kind in (MEANT_FOR_ITEMS if folder in declarations.folders else _MARKDOWN) or (file.contents and file.contents.is_page):
        wanted = f"{stem.removesuffix('.md')}.md"
    else:
        return None
    return wanted if wanted != name else None


def _below(path: str, folder: str) -> str:
    """The path from a folder; the name alone of a file that lies elsewhere."""
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else posixpath.basename(path)


def role_of(path: str, content: str, declarations: Declarations) -> str | None:
    """The role of a file in the folder `content`: the frame folder of an entry, or `STAFF_PAGE`.

    None for a file that is not Markdown, and for a note among entries: its name begins with `_`.
    """
    folder, name = posixpath.split(posixpath.relpath(path, content))
    if not path.endswith(".md") or (folder in declarations.folders and name.startswith("_")):
        return None
    return folder if folder in declarations.folders and name not in {"index.md", "README.md"} else STAFF_PAGE


def frame_folder_above(path: str, content: str, declarations: Declarations) -> str | None:
    """The frame folder above a Markdown file that lies too deep to be an entry or an introduction; None for any other file."""
    folder = posixpath.dirname(_below(path, content))
    top = folder.split("/")[0]
    return top if path.endswith(".md") and folder not in declarations.folders and top in declarations.folders else None
