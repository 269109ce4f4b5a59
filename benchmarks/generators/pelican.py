"""Pelican, with categories for types and with networks and themes among the tags."""

from collections.abc import Iterator

from benchmarks.corpus.corpus import Corpus, Item
from benchmarks.generators.generator import SITE, File, Generator
from benchmarks.generators.plain import SITE_NAME, SITE_URL, beside, plain

CONFIG = f"""\
SITENAME, SITEURL, PATH, OUTPUT_PATH = "{SITE_NAME}", "{SITE_URL.rstrip("/")}", "content", "{SITE}"
TIMEZONE, DEFAULT_LANG, AUTHOR, DEFAULT_PAGINATION = "Europe/Amsterdam", "nl", "Redactie", 24
ARTICLE_URL, ARTICLE_SAVE_AS = "lessen/{{slug}}/", "lessen/{{slug}}/index.html"
YEAR_ARCHIVE_SAVE_AS, AUTHOR_SAVE_AS, STATIC_PATHS = "jaren/{{date:%Y}}/index.html", "", ["lessen"]
FEED_ALL_ATOM, CATEGORY_FEED_ATOM, TAG_FEED_ATOM = "feed.xml", "category/{{slug}}/feed.xml", "tag/{{slug}}/feed.xml"
TRANSLATION_FEED_ATOM, AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS, FEED_MAX_ITEMS = None, None, None, 50
"""


def files(corpus: Corpus) -> Iterator[File]:
    """The items as articles."""
    yield "pelicanconf.py", CONFIG
    networks, themes = corpus.names("network"), corpus.names("theme")
    for item in corpus.items:
        tags = ", ".join([*item.tags, *(networks[slug] for slug in item.networks), *(themes[slug] for slug in item.themes)])
        lines = [f"Title: {item.title}", f"Date: {item.date}", f"Category: {item.type}", f"Tags: {tags}", f"Slug: item-{item.number}"]
        yield f"content/lessen/item-{item.number}.md", "\n".join([*lines, f"Summary: {item.summary}", "", plain(item, _source)])
        yield from beside(item, "content/lessen")


def _source(number: int) -> str:
    return f"{{filename}}item-{number}.md"


def address(item: Item) -> str:
    """The page of an item."""
    return f"lessen/item-{item.number}/"


GENERATOR = Generator(
    key="pelican",
    name="Pelican",
    makes="lists of types, tags (networks and themes among them), years; Atom of each; no search",
    files=files,
    build=("pelican", "--quiet", "--settings", "pelicanconf.py"),
    serve=("pelican", "--quiet", "--autoreload", "--listen", "--bind", "127.0.0.1", "--port", "{port}", "--settings", "pelicanconf.py"),
    caches=("cache",),
    address=address,
)
