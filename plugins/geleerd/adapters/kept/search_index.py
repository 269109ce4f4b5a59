"""Writes the search index, which the search page reads in a browser."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.index import index_files

FOLDER = "pagefind"


def write_search_index(documents: Iterable[SearchDocument], language: str, site: Path) -> int:
    """Write the index into the site, and return its size in bytes.

    Without documents there is no index, and the page says that searching is not possible.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    for folder in ("fragment", "index", "filter") if (documents := tuple(documents)) else ():
        (site / FOLDER / folder).mkdir(parents=True)
    files = index_files(documents, language) if documents else ()
    return sum((site / FOLDER / file.path).write_bytes(file.content) for file in files)
