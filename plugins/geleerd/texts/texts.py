"""Renders all bodies of a library, checks their links and headings, and gathers the files that they use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from geleerd.commonmark.plain_text import is_marked
from geleerd.guard import each
from geleerd.model.artefacts import Asset
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Body, Document, Entry, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.once import Once, now
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.moves.renamed import heirs_of
from geleerd.texts.bodies import NOTHING, SafeBody, TextWriter, with_fields, words_of
from geleerd.texts.body_links import LinkTable, broken_anchors
from geleerd.texts.field_texts import FieldTexts
from geleerd.texts.files import asset_of, attached_files
from geleerd.texts.left_out import left_out_problems
from geleerd.texts.staff_pages import StaffPages
from geleerd.texts.unused_files import unused_files
from geleerd.texts.wiki_links import names_of


@dataclass(frozen=True, slots=True)
class SafeTexts:
    """The bodies and the texts of fields by file, and the assets that they and the attachments need."""

    bodies: Mapping[SourcePath, SafeBody]
    fields: Mapping[SourcePath, FieldTexts]
    assets: tuple[Asset, ...]

    def body(self, path: SourcePath) -> SafeBody:
        """The body of a file; nothing for a file that shows none."""
        return self.bodies.get(path, NOTHING)

    def of(self, path: SourcePath, page: Address) -> FieldTexts:
        """The texts of fields in a file, for a page."""
        return self.fields.get(path, FieldTexts()).on(page)


def write_texts(library: Library, once: Once = now) -> tuple[SafeTexts, tuple[Problem, ...]]:
    """Every body as its page shows it, and all problems with links and files."""
    writer = TextWriter(link_table(library), words_of(library.catalogue), once)
    staff = StaffPages(writer)
    entries = dict(each(lambda entry: (entry.path, writer.entry(entry, library.by_path[entry.path])), _entries(library)))
    bodies = {path: body for path, (body, _) in entries.items()}
    bodies |= dict(each(lambda page: (page.path, _staff_body(page, library, writer, staff)), library.collection.staff_pages))
    glossary, in_glossary = _glossary(library, writer)
    fields = {**{path: texts for path, (_, texts) in entries.items()}, **glossary}
    problems = [problem for body in (*bodies.values(), in_glossary) for problem in body.problems]
    anchors = {library.by_path[path]: body.anchors for path, body in bodies.items()}
    problems += broken_anchors([link for body in (*bodies.values(), in_glossary) for link in body.anchor_links], anchors)
    problems += left_out_problems(library, writer, anchors)
    assets, wrong = _assets(library, bodies)
    problems += wrong
    used = (source for item in _told(library) for source in attached_to(item, bodies[item.path], library)[0])
    return SafeTexts(Frozen(bodies), Frozen(fields), assets), (*problems, *unused_files(library, used, problems))


def _staff_body(page: Document, library: Library, writer: TextWriter, staff: StaffPages) -> SafeBody:
    address = library.by_path[page.path]
    return (writer if address in library.places.introducible() else staff).body(page, address)


def link_table(library: Library) -> LinkTable:
    """Everything that a body can link to."""
    return LinkTable(
        by_path=Frozen({**_folders(library), **library.by_path}),
        permalinks=Frozen({item.fields.id: library.addresses.entry(item) for item in library.collection.items}),
        addresses=library.places.linkable(),
        files=library.collection.files,
        silent=frozenset(library.collection.broken) | {draft.path for draft in library.collection.drafts},
        heirs=heirs_of(library),
        rules=library.addresses,
        names=names_of(library),
    )


def _folders(library: Library) -> dict[SourcePath, Address]:
    """The frame folders by path: a link to a folder leads to its index."""
    content = library.addresses.content
    return {
        SourcePath(f"{content}/{folder}/index.md"): library.addresses.index(t.KEY) for folder, t in library.declarations.folders.items()
    }


def _entries(library: Library) -> Iterator[Entry[Item] | Entry[FrameEntry]]:
    """All entries with texts of their own: not the items that were withdrawn, and not the entries of a list, which has no texts."""
    yield from _told(library)
    for key, declared in library.declarations.frame_types.items():
        yield from library.collection.frame[key].values() if not declared.LISTED else ()


def _glossary(library: Library, writer: TextWriter) -> tuple[dict[SourcePath, FieldTexts], SafeBody]:
    """The meanings of the terms by the file of the glossary, and what they need and lack."""
    words = library.collection.words
    page = library.addresses.place("glossary")
    document = Document(words.glossary, Frozen(), Frozen(), Body())
    meanings = ((term, term.meaning) for term in words.terms if term.meaning and is_marked(term.meaning))
    found = {text: writer.field(text, document, page, partial(_at, words.places[term.anchor])) for term, text in meanings}
    return {words.glossary: FieldTexts(Frozen({text: field.html for text, field in found.items()}))}, with_fields(NOTHING, found.values())


def _at(place: Place, _line: int) -> Place:
    """The place of a term: its file tells no lines of a meaning."""
    return place


def _told(library: Library) -> Iterator[ItemEntry]:
    """The items that tell something: all but those that were withdrawn."""
    return (item for item in library.collection.items if item.fields.status != "withdrawn")


def _assets(library: Library, bodies: Mapping[SourcePath, SafeBody]) -> tuple[tuple[Asset, ...], list[Problem]]:
    companions = Companions(library)
    assets: dict[str, Asset] = {}
    problems: list[Problem] = []
    for item in _told(library):
        used, missing = attached_to(item, bodies[item.path], library)
        problems += missing
        for source, place in ((source, place) for source, place in used.items() if source not in library.collection.withheld):
            asset, wrong = asset_of(item, place, library.collection.files[source])
            problems += wrong
            if asset:
                assets |= {path: replace(asset, path=path) for path in companions.of(library.by_path[item.path], place)}
    return tuple(assets.values()), problems


def attached_to(item: ItemEntry, body: SafeBody, library: Library) -> tuple[Mapping[SourcePath, str], list[Problem]]:
    """The files that an item shows, each with its place below the item's page, and a problem for each file that does not exist."""
    page = library.by_path[item.path]
    attached, missing = attached_files(item, library.collection.files, page)
    return {source: path.removeprefix(page) for source, path in {**dict(body.assets), **attached}.items()}, missing
