"""The knowledge base as it was in an earlier revision, read from git beside the files of today."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click
import yaml
from mkdocs.exceptions import ConfigurationError

from geleerd.adapters.project import CONFIG, Project, project_at

_TEXTS = {".md", ".yml", ".yaml"}
_FILES = {b"100644", b"100755"}
"""The modes of plain files in git; links and submodules are passed over, as they are in the folders."""


class RevisionError(Exception):
    """There is nothing to compare with. `key` names the sentence that says why, `detail` is what git said."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.detail = detail


@contextmanager
def earlier(project: Project, ref: str) -> Iterator[Project]:
    """The knowledge base where the work of today left `ref`, in a folder that is gone afterwards: its texts and settings only.

    What others added to `ref` since then has not vanished here. Raises `RevisionError`.
    """
    root = project.folders.root
    commit = _fork(root, ref)
    with tempfile.TemporaryDirectory(prefix="geleerd-") as name:
        folder = Path(name).resolve()
        for path, content in _texts(root, commit):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        yield _project_in(folder, project)


def _project_in(folder: Path, today: Project) -> Project:
    """The settings of that revision; those of today where it had none that can be read."""
    try:
        if (folder / CONFIG).is_file():
            return project_at(folder)
    except (yaml.YAMLError, ConfigurationError, click.UsageError):
        pass
    return Project(replace(today.folders, root=folder), today.language)


def _fork(root: Path, ref: str) -> str:
    """The commit from which both `ref` and the present work come; `ref` itself if they share nothing."""
    git(root, "rev-parse", "--git-dir")
    commit = _said(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if not commit:
        shallow = _said(root, "rev-parse", "--is-shallow-repository") == "true"
        raise RevisionError("base-shallow" if shallow else "base-unknown")
    return _said(root, "merge-base", commit, "HEAD") or commit


def _texts(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """The texts under a folder as they were, by their path from there.

    Read object by object: `git archive` leaves out what a `.gitattributes` names, and could so hide what was published.
    """
    listed = git(root, "ls-tree", "-r", "-z", commit)
    found: list[tuple[str, bytes]] = []
    for row in filter(None, listed.split(b"\0")):
        facts, _, name = row.partition(b"\t")
        mode, _, identifier = facts.split()
        path = os.fsdecode(name)
        if mode in _FILES and PurePosixPath(path).suffix in _TEXTS and _stays_inside(path):
            found.append((path, identifier))
    return zip((path for path, _ in found), _blobs(root, [identifier for _, identifier in found]), strict=True)


def _stays_inside(path: str) -> bool:
    """Whether a path of a tree names a place under its root; git forbids others, but reads trees that were made without it."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def _blobs(root: Path, identifiers: Sequence[bytes]) -> Iterator[bytes]:
    """The contents of objects, in their order: each comes after a line with its name, its kind and its size in bytes."""
    data = git(root, "cat-file", "--batch", given=b"".join(identifier + b"\n" for identifier in identifiers))
    position = 0
    for _ in identifiers:
        start = data.index(b"\n", position) + 1
        if data.endswith(b" missing\n", position, start):
            raise RevisionError("base-shallow")
        size = int(data[position:start].split()[-1])
        yield data[start : start + size]
        position = start + size + 1


def _said(root: Path, *words: str) -> str:
    """One line of git's; nothing when git has no answer."""
    try:
        return git(root, *words).decode("utf-8", "replace").strip()
    except RevisionError:
        return ""


def git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers. Raises `RevisionError` when it fails or is not there."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        result = subprocess.run(["git", *words], cwd=root, input=given, capture_output=True, check=False, env=environment)  # noqa: S603, S607  # whichever git the person uses; every word is ours or was checked
    except FileNotFoundError as error:
        raise RevisionError("base-no-git", str(error)) from None
    if result.returncode:
        raise RevisionError("base-no-git", result.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
    return result.stdout
