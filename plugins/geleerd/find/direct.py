"""The pages that are no items, and the terms of the glossary, for whoever types a name: the search page leads there at once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from geleerd.commonmark.easy_words import ordinary_page
from geleerd.find.known_words import WordLookup
from geleerd.find.lexicon import LEXICON_FOLDER, spellings_of
from geleerd.find.tokens import folded
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.frame_types import Guide, Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.strings import Address
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import INTRODUCED

MOST_OFFERED = 1_000
"""Pages in the file, which a visitor of the search page loads: about 100 kB. Of more, the first are in it."""

_TOOLS = frozenset({"newsletter", "planner", "selection", "self-check", "value-questions"})
"""Of the product's own pages those with which somebody makes something; the others show what there is."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page, or a place on one, by its name: what `kind` it is, and in which other words people ask for it."""

    name: str
    kind: str
    address: str
    otherwise: tuple[str, ...] = ()


def direct_file(library: Library, words: WordLookup) -> TextFile:
    """The names of the pages with the terms and plain words in them."""
    rows = ([one.name, one.kind, one.address, _words(one, words)] for one in _named(library))
    found = [row for row, _ in zip(rows, range(MOST_OFFERED), strict=False)]
    return TextFile(f"{LEXICON_FOLDER}/direct.json", json.dumps(found, ensure_ascii=False, separators=(",", ":")))


def _words(one: Named, words: WordLookup) -> str:
    """The terms and the plain words that tell something, each once."""
    telling = [word for text in (one.name, *one.otherwise) for word in words.in_order(text)]
    return " ".join(dict.fromkeys([*(words[word].term for word in telling), *map(folded, telling)]))


def _named(library: Library) -> Iterator[Named]:
    """Start paths first, then what is curated, the overviews and tools, the staff's own pages, and the glossary."""
    yield from _entries(library)
    yield from _overviews(library)
    yield from _staff_pages(library)
    term = library.catalogue.say("a-term")
    for entry in library.collection.words.explained:
        name, *otherwise = spellings_of(entry)
        yield Named(name, term, f"{library.term_pages[entry.anchor]}#{entry.anchor}", tuple(otherwise))


def _entries(library: Library) -> Iterator[Named]:
    declarations = library.declarations
    for key in sorted(declarations.in_files.keys() & declarations.frame_types.keys(), key=lambda key: (key != Guide.KEY, key)):
        for entry in library.collection.frame[key].values():
            if entry.fields.status == "published":
                otherwise = (str(entry.fields.name),) if entry.fields.name != entry.fields.shown_name else ()
                yield Named(entry.fields.shown_name, library.catalogue.type_name(key), library.addresses.entry(entry), otherwise)


def _overviews(library: Library) -> Iterator[Named]:
    catalogue, addresses = library.catalogue, library.addresses
    overview, tool = catalogue.say("an-overview"), catalogue.say("a-tool")
    for key in library.declarations.types:
        yield Named(catalogue.type_name(key, plural=True), overview, addresses.index(key))
    for name in INTRODUCED:
        if name != "search":
            yield Named(catalogue.say(name), tool if name in _TOOLS else overview, addresses.place(name))
    for slug, shelf in library.shelves[Network.KEY].items():
        if any(item.fields.type == LearningQuestion.KEY for item in shelf.items):
            yield Named(catalogue.say("learning-agenda-of", name=shelf.name), overview, addresses.learning_agenda(slug))


def _staff_pages(library: Library) -> Iterator[Named]:
    introducible = library.places.introducible()
    for page in library.collection.staff_pages:
        title = (page.tree or {}).get("title")
        address: Address = library.by_path[page.path]
        if isinstance(title, str) and address not in introducible:
            yield Named(title, library.catalogue.say("easy-words" if ordinary_page(page) else "a-page"), address)
