"""The knowledge base as it was in an earlier revision, read from git beside the files of today."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import click

from geleerd.adapters.outside.git import GitError, RevisionError, contents_of, git
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_at
from geleerd.model.documents import File
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.read.contents import with_contents
from geleerd.texts.vanished_files import LookInto

_TEXTS = {".md", ".yml", ".yaml"}
_FILES = {b"100644", b"100755"}
"""The modes of plain files in git; links and submodules are passed over, as they are on disk."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier knowledge base. Its texts and settings are on disk. Its other files are empty there; `look_into` reads their contents."""

    settings: Settings
    look_into: LookInto


@contextmanager
def earlier(settings: Settings, ref: str) -> Iterator[Revision]:
    """The knowledge base at the commit where the present work branched off from `ref`, in a temporary folder.

    So files that others added to `ref` since then do not count as vanished. Raises `RevisionError`.
    """
    try:
        root = settings.root
        objects = _objects(root, _fork(root, ref))
        texts = {path: identifier for path, identifier in objects.items() if PurePosixPath(path).suffix in _TEXTS}
        with tempfile.TemporaryDirectory(prefix="geleerd-") as name:
            folder = Path(name).resolve()
            for path, content in (*dict.fromkeys(objects, b"").items(), *zip(texts, _blobs(root, [*texts.values()]), strict=True)):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            yield Revision(_settings_in(folder, settings), lambda path: _file(path, next(_blobs(root, [objects[path]]))))
    except GitError as error:
        raise RevisionError("base-no-git", str(error)) from None


def _file(path: SourcePath, data: bytes) -> File:
    return with_contents(File(path, len(data)), data)


def _settings_in(folder: Path, now: Settings) -> Settings:
    """The settings of that revision; the present settings when those cannot be read."""
    try:
        return settings_at(folder)
    except (OSError, click.ClickException):
        return replace(now, root=folder)


def _fork(root: Path, ref: str) -> str:
    """The last commit that `ref` and the present work share; `ref` itself if they share none.

    A shallow copy may lack the commit that they share. It is refused: files that others added to `ref` would seem to have vanished.
    """
    git(root, "rev-parse", "--git-dir")
    shallow = _said(root, "rev-parse", "--is-shallow-repository") == "true"
    commit = _said(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if not commit:
        raise RevisionError("base-shallow" if shallow else "base-unknown")
    fork = _said(root, "merge-base", commit, "HEAD")
    if not fork and shallow:
        raise RevisionError("base-shallow")
    return fork or commit


def _objects(root: Path, commit: str) -> dict[str, bytes]:
    """The names of git's objects for the files of the knowledge base at a commit, by path from its folder.

    The folder may have been elsewhere in the repository.
    """
    here = _tree(root, commit)
    if CONFIG in here:
        return here
    everything = _tree(root, f"{commit}:", "--full-tree")
    folders = [path.removesuffix(CONFIG) for path in everything if PurePosixPath(path).name == CONFIG]
    return _tree(root, f"{commit}:{folders[0]}", "--full-tree") if len(folders) == 1 else here


def _tree(root: Path, *words: str) -> dict[str, bytes]:
    """Read the tree itself: `git archive` leaves out files that a `.gitattributes` names, and could hide published files."""
    found: dict[str, bytes] = {}
    for row in filter(None, git(root, "ls-tree", "-r", "-z", *words).split(b"\0")):
        facts, _, name = row.partition(b"\t")
        mode, _, identifier = facts.split()
        path = os.fsdecode(name)
        if mode in _FILES and _stays_inside(path):
            found[path] = identifier
    return found


def _stays_inside(path: str) -> bool:
    """Whether a path of a tree stays below its root. Git itself writes no other paths, but it reads trees from other programs."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def _blobs(root: Path, identifiers: Sequence[bytes]) -> Iterator[bytes]:
    """The contents of objects, in their order. A shallow copy may lack some."""
    for content in contents_of(root, [os.fsdecode(identifier) for identifier in identifiers]):
        if content is None:
            raise RevisionError("base-shallow")
        yield content


def _said(root: Path, *words: str) -> str:
    """One line of output from git; empty when git fails."""
    try:
        return git(root, *words).decode("utf-8", "replace").strip()
    except GitError:
        return ""
