"""The staff's files that the site leaves out: MkDocs' `exclude_docs`, whose patterns are those of a `.gitignore`."""

from collections.abc import Callable
from pathlib import Path

import click
from pathspec import GitIgnoreSpec

from geleerd.adapters.settings.configuration import CONFIG, read_configuration


def left_out(root: Path) -> Callable[[str], bool]:
    """A test whether the site leaves out a path in the staff's folder. Invalid patterns are ignored: MkDocs reports them itself."""
    try:
        patterns = GitIgnoreSpec.from_lines(_written(root).splitlines())
    except ValueError:
        return lambda _: False
    return patterns.match_file


def _written(root: Path) -> str:
    """The patterns of a knowledge base; none when its `mkdocs.yml` does not exist or cannot be read."""
    try:
        return str(read_configuration(root / CONFIG).get("exclude_docs") or "")
    except (OSError, click.UsageError):
        return ""
