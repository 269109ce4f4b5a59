"""The same items as sites for the searches that we compare with."""

import shutil
import subprocess
import sys
from pathlib import Path

from geleerd import Record

STOCK = """\
site_name: Geleerd
theme: {name: material, language: nl, font: false}
plugins: [{search: {lang: nl}}]
use_directory_urls: true
"""


def stock_material(records: list[Record], folder: Path) -> Path:
    """A site of stock Material with every item as a page at the same address: title, summary, and all words of its fields and body."""
    for record in records:
        path = folder / "docs" / f"{record.address.rstrip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = "\n\n".join(record.texts[place] for place in ("summary", "core", "names", "body"))
        path.write_text(f"# {record.title}\n\n{texts}\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Begin\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)  # our own interpreter
    return folder / "site"


def plain_pagefind(records: list[Record], site: Path, folder: Path) -> Path:
    """The same words as plain pages for Pagefind, with its usual weight for headings, and the facets as its filters."""
    for record in records:
        path = folder / record.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = "".join(f"<p>{record.texts[place]}</p>" for place in ("summary", "core", "names", "body"))
        filters = "".join(f'<i data-pagefind-filter="{key}:{value}"></i>' for key, values in record.facets.items() for value in values)
        html = f'<!doctype html><html lang="nl"><body><main data-pagefind-body><h1>{record.title}</h1>{texts}{filters}</main></body></html>'
        path.write_text(html, encoding="utf-8")
    shutil.copy(site / "404.html", folder / "404.html")
    return folder
