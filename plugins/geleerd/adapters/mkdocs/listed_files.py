"""MkDocs' list of files, made of what passed the gate: its own walk follows links, out of the folder and without an end."""

import logging
import os
import posixpath
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions

from geleerd.adapters.mkdocs.pages import ArtefactPage
from geleerd.locale.catalogue import Catalogue
from geleerd.model.strings import SourcePath

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_log = logging.getLogger("mkdocs.plugins.geleerd")

NOTHING_TO_WALK: Final = os.devnull
"""Where MkDocs looks for the staff's files while it walks: it finds none."""


def with_drawings(files: Files, drawings: Mapping[SourcePath, bytes], content: str) -> Files:
    """The files, of which the drawings (SVG) have these bytes: those on disk may run or call another host."""
    for path, drawing in drawings.items():
        if file := files.get_file_from_path(posixpath.relpath(path, content)):
            file.content_bytes = drawing
    return files


def with_listed(files: Files, paths: Iterable[SourcePath], content: str, config: "MkDocsConfig", words: Catalogue) -> Files:
    """The files of the theme and of other plugins, behind those of the staff at these paths, which win over them."""
    names = (posixpath.relpath(path, content) for path in paths)
    theirs = [File(name, config.docs_dir, config.site_dir, config.use_directory_urls) for name in names]
    theirs.sort(key=file_sort_key)
    set_exclusions(theirs, config)
    listed = {file.src_uri: file for file in _one_a_place(theirs, words)}
    return Files([*listed.values(), *(file for file in files if file.src_uri not in listed)])


def take_out_unlisted(files: Files, paths: Iterable[SourcePath], content: str, config: "MkDocsConfig") -> None:
    """Remove the staff's files at none of these paths, whoever added them. What a plugin generates is its own."""
    listed = frozenset(paths)
    theirs = [file for file in files if file.src_dir == config.docs_dir and not (file.generated_by or isinstance(file.page, ArtefactPage))]
    for file in theirs:
        if f"{content}/{file.src_uri}" not in listed:
            files.remove(file)


def _one_a_place(files: Iterable[File], words: Catalogue) -> Iterable[File]:
    """The files without those whose place in their folder another one takes: `README.md` beside `index.md`."""
    shown: dict[tuple[str, str], File] = {}
    for file in files:
        place = posixpath.dirname(file.src_uri), file.dest_uri
        former = shown.get(place)
        if former and _is_included(former) and _is_included(file):
            _log.warning(words.console("same-place", left=former.src_uri, kept=file.src_uri))
        if former is None or _is_included(file):
            shown[place] = file
    return shown.values()


def _is_included(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
