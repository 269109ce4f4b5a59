"""Renders all bodies of a library, checks their links and headings, and gathers the files that they use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from geleerd.model.artefacts import Asset
from geleerd.model.documents import Document, File, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.moves.renamed import heirs_of
from geleerd.texts.bodies import SafeBody, TextWriter, words_of
from geleerd.texts.body_links import LinkTable, broken_anchors, place_in_body
from geleerd.texts.files import attached_files, checked_asset
from geleerd.texts.staff_pages import StaffPages
from geleerd.texts.unused_files import unused_files
from geleerd.texts.wiki_links import names_of


@dataclass(frozen=True, slots=True)
class SafeTexts:
    """The bodies by file, and the assets that they and the attachments need."""

    bodies: Mapping[SourcePath, SafeBody]
    assets: tuple[Asset, ...]


def write_texts(library: Library) -> tuple[SafeTexts, tuple[Problem, ...]]:
    """Every body as its page shows it, and all problems with links and files."""
    writer = TextWriter(link_table(library), words_of(library.catalogue))
    staff = StaffPages(writer)
    bodies = {d.path: writer.body(d, library.by_path[d.path]) for d in _documents(library)}
    bodies |= {d.path: staff.body(d, library.by_path[d.path]) for d in _left_to_the_host(library)}
    problems = [problem for body in bodies.values() for problem in body.problems]
    anchors = {library.by_path[path]: body.anchors for path, body in bodies.items()}
    problems += broken_anchors([link for body in bodies.values() for link in body.anchor_links], anchors)
    assets, wrong = _assets(library, bodies)
    problems += wrong
    used = (source for item in _told(library) for source in attached_to(item, bodies[item.path], library)[0])
    return SafeTexts(Frozen(bodies), assets), (*problems, *unused_files(library, used, problems))


def link_table(library: Library) -> LinkTable:
    """Everything that a body can link to."""
    return LinkTable(
        by_path=Frozen({**_folders(library), **library.by_path}),
        permalinks=Frozen({item.fields.id: library.addresses.entry(item) for item in library.collection.items}),
        addresses=library.places.linkable(),
        files=library.collection.files,
        silent=library.collection.broken | {draft.path for draft in library.collection.drafts},
        heirs=heirs_of(library),
        rules=library.addresses,
        names=names_of(library),
    )


def _folders(library: Library) -> dict[SourcePath, Address]:
    """The frame folders by path: a link to a folder leads to its index."""
    content = library.addresses.content
    return {
        SourcePath(f"{content}/{t.FOLDER}/index.md"): library.addresses.index(key) for key, t in library.declarations.frame_types.items()
    }


def _documents(library: Library) -> Iterator[Document]:
    """The documents with a body to show: all but withdrawn items, and the staff pages that introduce a page of ours."""
    yield from (item.document for item in _told(library))
    for key in library.declarations.frame_types:
        yield from (entry.document for entry in library.collection.frame[key].values())
    places = library.places.introducible()
    yield from (page for page in library.collection.staff_pages if library.by_path[page.path] in places)


def _left_to_the_host(library: Library) -> Iterator[Document]:
    """The staff pages that the host shows: here only their links are of interest."""
    places = library.places.introducible()
    yield from (page for page in library.collection.staff_pages if library.by_path[page.path] not in places)


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
            asset, wrong = _asset(item, place, library.collection.files[source])
            problems += wrong
            if asset:
                assets |= {path: replace(asset, path=path) for path in companions.of(library.by_path[item.path], place)}
    return tuple(assets.values()), problems


def attached_to(item: ItemEntry, body: SafeBody, library: Library) -> tuple[Mapping[SourcePath, str], list[Problem]]:
    """The files that an item shows, each with its place below the item's page, and a problem for each file that does not exist."""
    page = library.by_path[item.path]
    attached, missing = attached_files(item, library.collection.files, page)
    return {source: path.removeprefix(page) for source, path in {**dict(body.assets), **attached}.items()}, missing


def _asset(item: ItemEntry, path: str, file: File) -> tuple[Asset | None, list[Problem]]:
    place = place_in_body(item.document, file.path.rpartition("/")[2])
    for number, attachment in enumerate(item.fields.attachments):
        if attachment.file and file.path.endswith(f"/{attachment.file}"):
            place = item.document.place(("attachments", number, "file"))
    return checked_asset(path, file, place)
