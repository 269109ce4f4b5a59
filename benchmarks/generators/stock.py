"""MkDocs with Material as it comes: search and tags on, items out of the navigation, which would otherwise grow with their square."""

from collections.abc import Iterator, Mapping

from benchmarks.corpus.corpus import Corpus, Item
from benchmarks.generators.generator import File, Generator
from benchmarks.generators.plain import SITE_NAME, SITE_URL, beside, front_matter, in_yaml, plain

PLUGINS: list[object] = [{"search": {"lang": "nl"}}, "tags"]
CONFIG: Mapping[str, object] = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "docs_dir": "content",
    "theme": {"name": "material", "language": "nl", "font": False},
    "nav": ["index.md", "trefwoorden.md"],
    "not_in_nav": "/lessen/**\n",
    "markdown_extensions": ["admonition", "footnotes", "tables", "toc"],
    "plugins": PLUGINS,
}


def files(corpus: Corpus) -> Iterator[File]:
    """Pages with tags: those of the items, and the names of their networks and themes."""
    yield "mkdocs.yml", in_yaml(dict(CONFIG))
    yield "content/index.md", "# Proef\n\nWelkom.\n"
    yield "content/trefwoorden.md", "# Trefwoorden\n\n<!-- material/tags -->\n"
    yield from pages(corpus)


def pages(corpus: Corpus) -> Iterator[File]:
    """The pages of the items, with the files beside them."""
    networks, themes = corpus.names("network"), corpus.names("theme")
    for item in corpus.items:
        tags = [*item.tags, *(networks[slug] for slug in item.networks), *(themes[slug] for slug in item.themes)]
        yield f"content/lessen/item-{item.number}.md", f"{front_matter({'tags': tags})}# {item.title}\n\n{plain(item, _source)}"
        yield from beside(item, "content/lessen")


def _source(number: int) -> str:
    return f"item-{number}.md"


def address(item: Item) -> str:
    """The page of an item."""
    return f"lessen/item-{item.number}/"


GENERATOR = Generator(
    key="stock",
    name="Material for MkDocs",
    makes="one list of tags, search",
    files=files,
    build=("mkdocs", "build", "--quiet"),
    serve=("mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    address=address,
)
