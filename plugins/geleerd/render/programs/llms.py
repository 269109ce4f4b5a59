"""A guide to the site for language models: `llms.txt` (llmstxt.org), with links to Markdown."""

from collections.abc import Iterable, Iterator

from geleerd.commonmark.escaped import escaped_line
from geleerd.model.artefacts import Page, TextFile
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import HOME, markdown_of
from geleerd.render.programs.api_records import API
from geleerd.render.programs.markdown_text import link

MOST_IN_LLMS = 50
"""Most links in a section; the lists of the API have all entries."""


def llms_file(pages: Iterable[Page], library: Library, settings: Settings) -> Iterator[TextFile]:
    """The file, unless the staff wrote their own."""
    if library.is_of_the_staff("llms.txt"):
        return
    summary = next((page.description for page in pages if page.address == HOME), "")
    sections = (f"## {title}\n\n" + "".join(lines) for title, lines in _sections(library, settings) if lines)
    yield TextFile("llms.txt", "\n".join([f"# {escaped_line(settings.site_name)}\n", f"> {escaped_line(summary)}\n", *sections]))


def _sections(library: Library, settings: Settings) -> Iterator[tuple[str, list[str]]]:
    addresses, catalogue = library.addresses, library.catalogue
    kinds = library.declarations.types
    indices = [(catalogue.type_name(kind, plural=True), addresses.index(kind), catalogue.type_description(kind)) for kind in kinds]
    yield catalogue.say("indices"), [_entry(*index, settings) for index in indices]
    for kind in library.declarations.browsed:
        shelves = sorted(library.shelves[kind].values(), key=lambda shelf: -len(shelf.items))[:MOST_IN_LLMS]
        rows = [(shelf.name, addresses.shelf(kind, shelf.slug), catalogue.say("items", count=len(shelf.items))) for shelf in shelves]
        yield catalogue.type_name(kind, plural=True), [_entry(*row, settings) for row in rows]
    for kind in library.declarations.item_types:
        items = library.shelves[kind][""].items[:MOST_IN_LLMS]
        newest = [(item.fields.title or "", addresses.entry(item), item.fields.summary or "") for item in items]
        yield catalogue.type_name(kind, plural=True), [_entry(*row, settings) for row in newest]
    yield "Optional", [f"- {link(name, absolute(settings.site_url, API + name))}\n" for name in ("items.json", "items.csv", "terms.json")]


def _entry(name: str, address: Address, note: str, settings: Settings) -> str:
    return f"- {link(name, absolute(settings.site_url, markdown_of(address)))}: {escaped_line(note)}\n"
