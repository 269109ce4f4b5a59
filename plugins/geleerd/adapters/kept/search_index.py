"""Writes the search index, and beside it the scripts of Pagefind that read it in a browser."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.index import PAGEFIND, index_files

FOLDER = "pagefind"

KEPT = Path(".cache", "geleerd", f"pagefind-{PAGEFIND}")
"""The folder beside `mkdocs.yml` with the scripts, which are the same in every build."""

SCRIPTS: Mapping[str, str] = {
    "pagefind.js": "252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009",
    "pagefind-worker.js": "4ca50d25bcab9e1c3afbc00ab5f7761114e83c8fc1b83d38655af1558b650c2a",
    "wasm.unknown.pagefind": "3a74cefceacd066e8d3bc8c52e7bc1c869544ca3d9031b44a9b7136356d5d7f4",
}
"""The scripts, each with its SHA-256: whoever can hand in files could put others in the place where we keep them."""

_TINY = "<!doctype html><html><body data-pagefind-body>x</body></html>"


def other_pagefind() -> str | None:
    """The version of the installed Pagefind, if it is not the version whose index we write."""
    found = {version("pagefind"), version("pagefind-bin")} - {PAGEFIND}
    return min(found, default=None)


def write_search_index(documents: Iterable[SearchDocument], language: str, site: Path, root: Path) -> int:
    """Write the index into the site, and return its size in bytes. `root` is the folder of `mkdocs.yml`, where the scripts are kept.

    Without documents there is no index, and the page says that searching is not possible. Raises `subprocess.CalledProcessError` when
    Pagefind does not give its scripts.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    for folder in ("fragment", "index", "filter") if (documents := tuple(documents)) else ():
        (site / FOLDER / folder).mkdir(parents=True)
    files = ((file.path, file.content) for file in index_files(documents, language))
    written = chain(scripts(kept_folder(root, KEPT)).items(), files) if documents else ()
    return sum((site / FOLDER / path).write_bytes(content) for path, content in written)


def scripts(kept: Path | None) -> Mapping[str, bytes]:
    """The scripts: those in the folder, if they are what we know, and otherwise those that Pagefind itself writes."""
    if kept is None:
        return _written()
    with suppress(OSError):
        found = {name: (kept / name).read_bytes() for name in SCRIPTS}
        if all(hashlib.sha256(content).hexdigest() == SCRIPTS[name] for name, content in found.items()):
            return found
    found = _written()
    with suppress(OSError):  # such as a folder that cannot be written to
        for name, content in found.items():
            keep(content, kept / name)
    return found


def _written() -> dict[str, bytes]:
    """The scripts as Pagefind writes them beside the index of a tiny page."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(_TINY, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--silent"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own interpreter, our own folder
        return {name: Path(folder, "pagefind", name).read_bytes() for name in SCRIPTS}
