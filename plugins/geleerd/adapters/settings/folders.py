"""Where the two folders of a knowledge base may lie: apart, and in the folder of its `mkdocs.yml`."""

import os
from pathlib import Path

from geleerd.locale.catalogue import Catalogue
from geleerd.model.settings import Folders


def below(root: Path, written: str) -> str:
    """The path of a folder from the root, however an owner wrote it, with forward slashes. Links stay as they are."""
    try:
        return Path(os.path.relpath(root / written, root)).as_posix()
    except ValueError:  # Windows has no way from one drive to another
        return Path(written).as_posix()


def folders_refusal(folders: Folders, words: Catalogue) -> str | None:
    """The sentence that says why no site can be made of these folders; None for folders that are right.

    A folder may be a link: it is followed, once, to where it leads.
    """
    named = {"lessons_dir": folders.lessons, "docs_dir": folders.content}
    for option, folder in named.items():
        if key := _wrong(folders.root, folder):
            return words.console(key, folder=folder, option=option)
    lessons, content = (Path(os.path.realpath(folders.root / folder)) for folder in named.values())
    touch = lessons.is_relative_to(content) or content.is_relative_to(lessons)
    return words.console("folders-touch", lessons=folders.lessons, content=folders.content) if touch else None


def _wrong(root: Path, folder: str) -> str | None:
    """The key of the sentence that says what is wrong with one folder."""
    if Path(folder).is_absolute() or ".." in Path(folder).parts:
        return "folder-outside"
    top, real = Path(os.path.realpath(root)), Path(os.path.realpath(root / folder))
    if top.is_relative_to(real) or (real.is_relative_to(top) and any(part.startswith(".") for part in real.relative_to(top).parts)):
        return "folder-too-wide"
    return "folder-is-none" if os.path.lexists(root / folder) and not real.is_dir() else None
