"""Keeps drawings between builds, so that only new drawings take time. A build without them gives the same site."""

import re
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.outside.git import GitError, git
from geleerd.model.artefacts import Drawing, ShareImage

CACHE = Path(".cache", "geleerd", "cards")
"""The folder beside `mkdocs.yml` with the kept drawings; its own `.gitignore` tells git to ignore it."""

_KEPT = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".new-"


def kept_folder(root: Path, cache: Path = CACHE) -> Path | None:
    """The folder with what builds here kept, such as drawings; None when it is reached by a link, or when git keeps files in it.

    A key says what a drawing is made of, not what it shows: somebody who can hand in files could put any picture under the key of an item.
    """
    if any((root / folder).is_symlink() for folder in (cache, *cache.parents) if folder.name):
        return None
    with suppress(GitError):  # without git nothing was handed in by it
        if git(root, "ls-files", "-z", "--", cache.as_posix()):
            return None
    return root / cache


def drawn(drawing: Drawing, folder: Path | None, draw: Callable[[ShareImage], bytes]) -> bytes:
    """The bytes of a drawing: those kept under its key, or else drawn now, and then kept if possible."""
    if folder is None:
        return draw(drawing.image)
    kept = folder / drawing.key
    with suppress(OSError):  # another build may remove the file meanwhile
        if kept.is_file() and not kept.is_symlink():
            return kept.read_bytes()
    content = draw(drawing.image)
    with suppress(OSError):  # such as a folder that cannot be written to
        keep(content, kept)
    return content


def forget_others(drawings: Iterable[Drawing], folder: Path | None) -> None:
    """Remove the files that no drawing of this build used, and those that a killed build left, so that the folder does not grow."""
    keys = {drawing.key for drawing in drawings}
    for file in folder.glob("*") if folder else ():
        if file.name.startswith(_UNFINISHED) or (_KEPT.fullmatch(file.name) and file.name not in keys):
            file.unlink(missing_ok=True)


def keep(content: bytes, kept: Path) -> None:
    """Write the file and move it into place, so that an interrupted build never leaves half a file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    (kept.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    with tempfile.NamedTemporaryFile(dir=kept.parent, prefix=_UNFINISHED, delete=False) as file:
        file.write(content)
    Path(file.name).replace(kept)
