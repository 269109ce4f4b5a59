"""The page of a copy that links to what changed since an earlier version, so that whoever looks at a proposal finds it at once."""

import html
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from geleerd.adapters.outside.git import GitError, RevisionError, git
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath, slug_from
from geleerd.model.urls import file_of
from geleerd.reading import library_of
from geleerd.relate.library import Library


def write_changed_pages(settings: Settings, base: str, target: Path) -> Path:
    """Write the page into a copy, and return it. Raises `RevisionError` when there is no such revision to compare with."""
    library, words = library_of(settings), catalogue(settings.language)
    rows = [
        f'<li><a href="{quote(page)}">{html.escape(name)}</a></li>' for page, name in _pages(changed_since(base, settings.root), library)
    ]
    page = target / f"{slug_from(words.console('archive-changed'))}.html"
    page.write_text(_page(rows, words), encoding="utf-8")
    return page


def changed_since(base: str, root: Path) -> tuple[SourcePath, ...]:
    """The files that were added or changed since the present work left `base`. Raises `RevisionError`."""
    try:
        commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    except GitError as error:
        raise RevisionError("base-unknown", str(error)) from None
    try:
        names = git(root, "diff", "-z", "--name-only", "--diff-filter=d", "--relative", f"{commit}...HEAD", "--", ".")
    except GitError as error:
        raise RevisionError("base-shallow", str(error)) from None
    return tuple(SourcePath(os.fsdecode(name)) for name in names.split(b"\0") if name)


def _pages(changed: tuple[SourcePath, ...], library: Library) -> Iterator[tuple[str, str]]:
    """The page of each file that has one, as its file in the copy, and what readers see it called."""
    names = {item.path: item.fields.title for item in library.collection.items}
    names |= {entry.path: entry.fields.shown_name for entries in library.collection.frame.values() for entry in entries.values()}
    for path in changed:
        if path in library.by_path:
            yield file_of(library.by_path[path]), names.get(path) or path


def _page(rows: list[str], words: Catalogue) -> str:
    title = html.escape(words.console("archive-changed"))
    lead = html.escape(words.console("archive-changed-lead" if rows else "archive-changed-none"))
    lines = (
        "<!doctype html>",
        f'<html lang="{words.language}">',
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>',
        f"<body>\n<h1>{title}</h1>\n<p>{lead}</p>",
        *(["<ul>", *rows, "</ul>"] if rows else []),
        '<p><a href="index.html">index.html</a></p>\n</body>\n</html>\n',
    )
    return "\n".join(lines)
