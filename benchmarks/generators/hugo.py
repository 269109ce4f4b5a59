"""Hugo, with the pages and lists of this product as far as a template can make them."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus.corpus import Corpus, Item
from benchmarks.generators.generator import SITE, File, Generator, template_files
from benchmarks.generators.plain import beside, front_matter, plain

TEMPLATES = Path(__file__).parent / "hugo_site"


def files(corpus: Corpus) -> Iterator[File]:
    """The items, with a page for every network and theme that gives its name and text."""
    yield from template_files(TEMPLATES)
    for entry in corpus.frame:
        if entry.type in {"network", "theme"}:
            yield f"content/{entry.type}s/{entry.slug}/_index.md", f"{front_matter({'title': entry.name})}{entry.body}"
    for item in corpus.items:
        yield f"content/lessen/item-{item.number}.md", f"{front_matter(_fields(item))}{plain(item, _address)}"
        yield from beside(item, f"static/lessen/item-{item.number}")


def _fields(item: Item) -> object:
    shown = {"title": item.title, "date": item.date, "description": item.summary, "aliases": item.fields.get("aliases", [])}
    lists = {"networks": [*item.networks], "themes": [*item.themes], "tags": [*item.tags], "kinds": [item.type], "years": [item.date[:4]]}
    return {**shown, **lists}


def _address(number: int) -> str:
    return f"/lessen/item-{number}/"


def address(item: Item) -> str:
    """The page of an item."""
    return f"lessen/item-{item.number}/"


GENERATOR = Generator(
    key="hugo",
    name="Hugo",
    makes="lists of types, networks, themes, tags, years; RSS of each; redirects; no search",
    files=files,
    build=("hugo", "--quiet", "--destination", SITE),
    serve=("hugo", "server", "--quiet", "--bind", "127.0.0.1", "--port", "{port}"),
    caches=("resources",),
    address=address,
)
