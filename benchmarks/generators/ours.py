"""Geleerd: by MkDocs, and by itself."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.corpus.corpus import Corpus, Item
from benchmarks.corpus.fields import GROUPS, ROLES, Fields
from benchmarks.generators.generator import File, Generator
from benchmarks.generators.plain import SITE_NAME, SITE_URL, beside, front_matter, in_yaml, linked
from geleerd import DECLARATIONS, catalogue

FOLDERS = {key: declared.FOLDER for key, declared in DECLARATIONS.frame_types.items()}
CONFIG = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "docs_dir": "content",
    "theme": {"name": "material", "language": "nl", "font": False},
    "plugins": [{"geleerd": {"desk": "redactie@proef.example"}}],
    "markdown_extensions": ["admonition", "footnotes", "tables", "toc"],
    "exclude_docs": "vocabulary.yml\nbegrippen.yml\nbronnen.yml\n",
}


def files(corpus: Corpus) -> Iterator[File]:
    """The corpus as a knowledge base."""
    yield "mkdocs.yml", in_yaml(CONFIG)
    yield "content/index.md", "---\ntitle: Proef\n---\nWelkom.\n"
    yield "content/begrippen.yml", in_yaml(list(corpus.terms))
    yield "content/vocabulary.yml", in_yaml({"for": [_choice(slug) for slug in ROLES], "about": [_choice(slug) for slug in GROUPS]})
    for key, declared in DECLARATIONS.in_lists.items():
        listed = [{**entry.fields, "title": entry.name} for entry in corpus.frame if entry.type == key]
        yield f"content/{declared.FOLDER}.yml", in_yaml(listed)
    for entry in (entry for entry in corpus.frame if entry.type in DECLARATIONS.in_files):
        fields = front_matter({"type": entry.type, "name": entry.name, **entry.fields})
        yield f"content/{FOLDERS[entry.type]}/{entry.slug}.md", f"{fields}\n{entry.body}"
    for item in corpus.items:
        yield f"{_folder(item.number)}/item-{item.number}.md", f"{front_matter(_fields(item))}\n{linked(item.body, _source)}"
        yield from beside(item, _folder(item.number))


def _choice(slug: str) -> Fields:
    return {"slug": slug, "name": slug.replace("-", " ").capitalize(), "description": "Voor wie het is."}


def _folder(number: int) -> str:
    return f"lessons/{number % 20}"


def _source(number: int) -> str:
    return f"../{number % 20}/item-{number}.md"


def _fields(item: Item) -> Fields:
    lists = {"networks": [*item.networks], "themes": [*item.themes], "tags": [*item.tags]}
    shown = {"title": item.title, "summary": item.summary, "date": item.date, **lists}
    return {"id": item.fields["id"], "type": item.type, **shown, **item.fields}


def address(item: Item) -> str:
    """The page of an item, in the folder of its type."""
    return f"{catalogue('nl').word(item.type)}/item-{item.number}/"


GENERATOR = Generator(
    key="ours",
    name="Geleerd (`mkdocs build`)",
    makes="lists of types, networks, themes, tags, years, phases; own pages; feeds (Atom, JSON), calendars, API, Markdown of every page, "
    "pictures to share, redirects, forms, search in Dutch",
    files=files,
    build=("mkdocs", "build", "--quiet"),
    serve=("mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    caches=(".cache",),
    pictures=".cache/geleerd/cards",
    address=address,
)

BY_ITSELF = replace(
    GENERATOR,
    key="by-itself",
    name="Geleerd (`geleerd build`)",
    makes="the same",
    build=("geleerd", "build"),
    serve=("geleerd", "serve", "--port", "{port}"),
)
