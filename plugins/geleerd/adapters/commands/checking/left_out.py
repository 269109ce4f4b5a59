"""What the site leaves out of the staff's folder: MkDocs' `exclude_docs`, which has patterns as a `.gitignore` has."""

from collections.abc import Callable
from pathlib import Path

import click
from pathspec import GitIgnoreSpec

from geleerd.adapters.settings.configuration import CONFIG, read_configuration


def left_out(root: Path) -> Callable[[str], bool]:
    """Tells of a path from the staff's folder whether the site leaves it out. What is no pattern is MkDocs' own to report."""
    try:
        patterns = GitIgnoreSpec.from_lines(_written(root).splitlines())
    except ValueError:
        return lambda _: False
    return patterns.match_file


def _written(root: Path) -> str:
    """The patterns of a knowledge base; none where its `mkdocs.yml` is not there or cannot be read."""
    try:
        return str(read_configuration(root / CONFIG).get("exclude_docs") or "")
    except (OSError, click.ClickException):
        return ""
