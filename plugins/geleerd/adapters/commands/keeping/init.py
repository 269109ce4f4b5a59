"""`geleerd init`: a new knowledge base, from the starter in the package."""

import shutil
from importlib import resources
from pathlib import Path

from geleerd.adapters.output.staging import write_new_folder


def starter_folder() -> Path:
    """The folder of the package with one example of each type and frame type."""
    return Path(str(resources.files("geleerd"))) / "starter"


def init(target: Path) -> tuple[str, ...]:
    """Copy the starter to a new or empty folder, and return the paths of its files.

    Raises `FileExistsError` when the folder is not empty, since nothing is ever overwritten, and `OutputError` when it cannot be written.
    """
    write_new_folder(target, lambda folder: shutil.copytree(starter_folder(), folder))
    return tuple(sorted(path.relative_to(target).as_posix() for path in target.rglob("*.md")))
