"""Zensical, by the makers of Material, over the same pages; it knows no plugins of MkDocs but takes search for granted."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.corpus.corpus import Corpus
from benchmarks.generators import stock
from benchmarks.generators.generator import File
from benchmarks.generators.plain import in_yaml


def files(corpus: Corpus) -> Iterator[File]:
    """The pages of stock Material, without a list of tags."""
    yield "mkdocs.yml", in_yaml({**stock.CONFIG, "nav": ["index.md"], "plugins": ["search"]})
    yield "content/index.md", "# Proef\n\nWelkom.\n"
    yield from stock.pages(corpus)


GENERATOR = replace(
    stock.GENERATOR,
    key="zensical",
    name="Zensical",
    makes="search; no lists",
    files=files,
    build=("zensical", "build"),
    serve=("zensical", "serve", "--dev-addr", "127.0.0.1:{port}"),
    caches=(".cache",),
)
