"""Eleventy, with the same lists as Hugo."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus.corpus import Corpus, Item
from benchmarks.generators.generator import SITE, File, Generator, template_files
from benchmarks.generators.plain import beside, front_matter, in_yaml, plain

TEMPLATES = Path(__file__).parent / "eleventy_site"


def files(corpus: Corpus) -> Iterator[File]:
    """The items, with the names of networks and themes as data."""
    yield from template_files(TEMPLATES)
    yield "names.yml", in_yaml({**corpus.names("network"), **corpus.names("theme")})
    for item in corpus.items:
        yield f"content/lessen/item-{item.number}.md", f"{front_matter(_fields(item))}{plain(item, _address)}"
        yield from beside(item, f"content/lessen/item-{item.number}")


def _fields(item: Item) -> object:
    lists = {"networks": [*item.networks], "themes": [*item.themes], "words": [*item.tags], "kinds": [item.type], "years": [item.date[:4]]}
    return {"layout": "item.njk", "tags": "items", "title": item.title, "date": item.date, "description": item.summary, **lists}


def _address(number: int) -> str:
    return f"/lessen/item-{number}/"


def address(item: Item) -> str:
    """The page of an item."""
    return f"lessen/item-{item.number}/"


GENERATOR = Generator(
    key="eleventy",
    name="Eleventy",
    makes="lists of types, networks, themes, tags, years; Atom of each; no search",
    files=files,
    build=("eleventy", "--quiet", f"--output={SITE}"),
    serve=("eleventy", "--serve", "--quiet", "--port={port}", f"--output={SITE}"),
    caches=(".cache",),
    address=address,
)
