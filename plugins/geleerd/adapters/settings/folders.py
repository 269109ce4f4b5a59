"""Where the two folders of a knowledge base may lie: apart, and in the folder of its `mkdocs.yml`."""

import os
from pathlib import Path

from geleerd.locale.catalogue import Catalogue
from geleerd.model.problems import Problem
from geleerd.model.settings import Folders
from geleerd.read.gate.names import escaped_path, name_problem, twins


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
        if key := _outside(folder):
            return words.console(key, folder=escaped_path(folder), option=option)
        if problem := _wrong_name(folder):
            return words.console("folder-name", folder=escaped_path(folder), option=option, why=words.problem(problem))
        if key := _wrong(folders.root, folder):
            return words.console(key, folder=folder, option=option)
    if _touch(*(Path(os.path.realpath(folders.root / folder)) for folder in named.values())) or twins(named.values()):
        return words.console("folders-touch", lessons=folders.lessons, content=folders.content)
    return None


def _outside(folder: str) -> str | None:
    return "folder-outside" if Path(folder).is_absolute() or ".." in Path(folder).parts else None


def _wrong_name(folder: str) -> Problem | None:
    """What is wrong with the name of a folder or of one above it, as with the names of what lies in it."""
    parts = Path(folder).parts
    found = (name_problem("/".join(parts[:count]), name) for count, name in enumerate(parts, start=1))
    return next((problem for problem in found if problem), None)


def _wrong(root: Path, folder: str) -> str | None:
    """The key of the sentence that says what is wrong with the place of one folder."""
    top, real = Path(os.path.realpath(root)), Path(os.path.realpath(root / folder))
    if top.is_relative_to(real) or (real.is_relative_to(top) and any(part.startswith(".") for part in real.relative_to(top).parts)):
        return "folder-too-wide"
    return "folder-is-none" if os.path.lexists(root / folder) and not real.is_dir() else None


def _touch(lessons: Path, content: Path) -> bool:
    return lessons.is_relative_to(content) or content.is_relative_to(lessons)
