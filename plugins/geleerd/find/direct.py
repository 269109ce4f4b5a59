"""The pages that are no items, for whoever types the name of one: the search page leads there at once, above what it found."""

import json
from collections.abc import Iterator

from geleerd.commonmark.easy_words import ordinary_page
from geleerd.find.known_words import WordLookup
from geleerd.find.lexicon import LEXICON_FOLDER
from geleerd.find.tokens import folded
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.frame_types import Guide, Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import INTRODUCED

MOST_OFFERED = 1_000
"""Pages in the file, which a visitor of the search page loads: about 100 kB. Of more, the first are in it."""

Named = tuple[str, str, str]
"""The name of a page, what kind of page it is, and its address."""


def direct_file(library: Library, words: WordLookup) -> TextFile:
    """The names of the pages with the terms and plain words in them."""
    rows = ([name, kind, address, _words(name, words)] for name, kind, address in _named(library))
    found = [row for row, _ in zip(rows, range(MOST_OFFERED), strict=False)]
    return TextFile(f"{LEXICON_FOLDER}/direct.json", json.dumps(found, ensure_ascii=False, separators=(",", ":")))


def _words(name: str, words: WordLookup) -> str:
    """The terms and the plain words that tell something, each once."""
    telling = list(words.in_order(name))
    return " ".join(dict.fromkeys([*(words[word].term for word in telling), *map(folded, telling)]))


def _named(library: Library) -> Iterator[Named]:
    """Start paths first, then what is curated, the overviews, and the staff's own pages."""
    catalogue, addresses, declarations = library.catalogue, library.addresses, library.declarations
    for key in sorted(declarations.in_files.keys() & declarations.frame_types.keys(), key=lambda key: (key != Guide.KEY, key)):
        for entry in library.collection.frame[key].values():
            if entry.fields.status == "published":
                yield str(entry.fields.name), catalogue.type_name(key), addresses.entry(entry)
    for key in declarations.types:
        yield catalogue.type_name(key, plural=True), "", addresses.index(key)
    yield from ((catalogue.say(name), "", addresses.place(name)) for name in INTRODUCED if name != "search")
    for slug, shelf in library.shelves[Network.KEY].items():
        if any(item.fields.type == LearningQuestion.KEY for item in shelf.items):
            yield catalogue.say("learning-agenda-of", name=shelf.name), "", addresses.learning_agenda(slug)
    introducible = library.places.introducible()
    for page in library.collection.staff_pages:
        title = (page.tree or {}).get("title")
        if isinstance(title, str) and (address := library.by_path[page.path]) not in introducible:
            yield title, catalogue.say("easy-words") if ordinary_page(page) else "", address
