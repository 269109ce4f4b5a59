"""The folders in which builds keep what they may use again, below `.cache/geleerd`, and how a file gets there whole."""

import tempfile
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.outside.git import GitError, git

UNFINISHED = ".new-"
"""Begins the name of a file that is being written."""


def kept_folder(root: Path, cache: Path) -> Path | None:
    """The folder with what builds here kept, such as drawings; None when it is reached by a link, or when git keeps files in it.

    A key says what a drawing is made of, not what it shows: somebody who can hand in files could put any picture under the key of an item.
    """
    if any((root / folder).is_symlink() for folder in (cache, *cache.parents) if folder.name):
        return None
    with suppress(GitError):  # without git nothing was handed in by it
        if git(root, "ls-files", "-z", "--", cache.as_posix()):
            return None
    return root / cache


def remove_unfinished(folder: Path) -> None:
    """Remove what builds that were killed left half-written in a folder."""
    for file in folder.glob(f"{UNFINISHED}*"):
        file.unlink(missing_ok=True)


def keep(content: bytes, kept: Path) -> None:
    """Write the file and move it into place, so that an interrupted build never leaves half a file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    (kept.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    with tempfile.NamedTemporaryFile(dir=kept.parent, prefix=UNFINISHED, delete=False) as file:
        file.write(content)
    Path(file.name).replace(kept)
