"""The files of a site that nobody makes: those of the theme, of the owner's own theme, and of the staff."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from geleerd.adapters.outside.site_files import files_below
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath
from geleerd.render.parts.templates import theme_folder
from geleerd.render.theme_files import as_served

_NO_FILES = (".*", "*/.*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*", "*.md", "*.mark*", "*.mkd*", "*.mdown")
"""What in a theme is no file of the site (MkDocs, "Custom themes")."""

_PARTS = Frozen({theme_folder(): ("styles/*", "drawings/*")})
"""The parts of our stylesheet, of which the site has the whole, and the drawings, which stand in pages."""

_NEVER = (".*", "/templates/")
"""What in the staff's folder is no file of the site unless the owner says so (MkDocs, `exclude_docs`)."""


def theme_assets(overrides: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of the themes, by their path on the site; the owner's come last and win."""
    for folder in (theme_folder(), *reversed(overrides)):
        for name, path in files_below(folder) if folder.is_dir() else ():
            if not any(fnmatch(name.lower(), pattern) for pattern in (*_NO_FILES, *_PARTS.get(folder, ()))):
                yield name, as_served(path) if folder == theme_folder() else path.read_bytes()


def not_excluded(paths: Iterable[SourcePath], content: str, written: Mapping[str, Any]) -> tuple[SourcePath, ...]:
    """The files of the staff without those that the owner keeps off the site, with `exclude_docs` and `draft_docs` (as in `.gitignore`)."""
    lines = [line for key in ("exclude_docs", "draft_docs") for line in str(written.get(key) or "").splitlines()]
    excluded = GitIgnoreSpec.from_lines([*_NEVER, *lines])
    return tuple(path for path in paths if not excluded.match_file(path.removeprefix(f"{content}/")))


def staff_assets(paths: Sequence[SourcePath], root: Path, content: str) -> Iterator[tuple[str, Path]]:
    """The files of the staff that are no pages, by their path on the site."""
    for path in paths:
        if not path.endswith(".md"):
            yield path.removeprefix(f"{content}/"), root / path
