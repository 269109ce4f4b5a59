"""From sources to a collection: everything that may be shown, and all problems of all files together."""

import datetime
import posixpath
from collections.abc import Iterator, Mapping

from geleerd.model.collection import Collection, WordLists, newest_first
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.registry import FRAME_FOLDERS
from geleerd.model.documents import Document, Entry, Frame, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem, has_errors
from geleerd.model.strings import SourcePath
from geleerd.read.sources import Sources
from geleerd.validate.advice import advice
from geleerd.validate.between_entries import without_bad_parents, without_circular_successors, without_twins
from geleerd.validate.entries import frame_entry, item_entry, slug_of
from geleerd.validate.old_names import former_names
from geleerd.validate.privacy.files import private_files
from geleerd.validate.privacy.identifiable import identifiable
from geleerd.validate.privacy.texts import consent_to_come, private, reviewed_texts
from geleerd.validate.references import Known, resolved
from geleerd.validate.staff_pages import page_aliases
from geleerd.validate.word_lists import word_lists


def validate(sources: Sources, today: datetime.date) -> tuple[Collection, tuple[Problem, ...]]:
    """All entries that may be shown, with references that lead somewhere, and every problem that was found."""
    words, problems = word_lists(sources.vocabulary, sources.glossary, list(sources.terms))
    whole_frame, wrong_frame = _frame(sources)
    frame, drafts = _split(whole_frame)
    found, wrong_items = _items(sources.items, today)
    hints = (hint for entry in found if entry.fields.status != "withdrawn" for hint in advice(entry, words, today))
    known = _known(sources, frame, drafts, found, words)
    frame, wrong_references = _resolved_frame(frame, known)
    frame, bad_parents = without_bad_parents(frame)
    items, wrong_links = _resolved_items(found, known)
    items, loops = without_circular_successors(items)
    aliases, wrong_pages = page_aliases(sources.staff_pages)
    reviewed = _reviewed(sources)
    telling = tuple(private_files(sources.files, reviewed))
    collection = Collection(
        items=newest_first([entry for entry in items if entry.fields.status != "draft"]),
        drafts=newest_first([entry for entry in items if entry.fields.status == "draft"]),
        frame=frame,
        staff_pages=sources.staff_pages,
        page_aliases=aliases,
        words=words,
        files=sources.files,
        broken=_broken(sources, found),
        reviewed=reviewed,
        withheld=frozenset(SourcePath(problem.place.file) for problem in telling if has_errors([problem])),
    )
    personal = (problem for document in (*_of_the_staff(sources), *sources.other_texts) for problem in private(document))
    wrong = (*wrong_frame, *wrong_items, *wrong_pages, *wrong_references, *bad_parents, *wrong_links, *loops)
    return collection, (*problems, *personal, *telling, *hints, *identifiable(items, frame), *wrong)


def _items(documents: tuple[Document, ...], today: datetime.date) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    results = [item_entry(document) for document in documents]
    personal = {d.path: wrong for d, (entry, _) in zip(documents, results, strict=True) if (wrong := tuple(_personal(d, entry, today)))}
    problems = [problem for wrong in (*(wrong for _, wrong in results), *personal.values()) for problem in wrong]
    entries, twins = without_twins([entry for entry, _ in results if entry and entry.path not in personal])
    return entries, (*problems, *twins)


def _reviewed(sources: Sources) -> Mapping[str, frozenset[str]]:
    """Also what stands in a file of which nothing can be shown: one mistake should not bring back others."""
    texts: dict[str, frozenset[str]] = {}
    for document in (*sources.items, *_of_the_staff(sources)):
        folder = posixpath.dirname(document.path)
        texts[folder] = texts.get(folder, frozenset()).union(reviewed_texts(document))
    return Frozen(texts)


def _personal(document: Document, entry: ItemEntry | None, today: datetime.date) -> Iterator[Problem]:
    yield from private(document)
    if entry:
        yield from consent_to_come(entry, today)


def _of_the_staff(sources: Sources) -> Iterator[Document]:
    for documents in sources.frame.values():
        yield from documents
    yield from sources.staff_pages


def _frame(sources: Sources) -> tuple[Frame, tuple[Problem, ...]]:
    problems: list[Problem] = []
    frame: dict[str, Mapping[str, Entry[FrameEntry]]] = {}
    for folder, documents in sources.frame.items():
        entries: dict[str, Entry[FrameEntry]] = {}
        for document in documents:
            entry, wrong = frame_entry(document, folder)
            problems += wrong
            if entry:
                entries[entry.slug] = entry
        frame[FRAME_FOLDERS[folder].KEY] = Frozen(entries)
    return Frozen(frame), tuple(problems)


def _split(frame: Frame) -> tuple[Frame, Mapping[str, frozenset[str]]]:
    """The frame that is shown, and the slugs of its drafts."""
    shown = Frozen({key: Frozen({s: e for s, e in entries.items() if e.fields.status != "draft"}) for key, entries in frame.items()})
    return shown, Frozen({key: frozenset(entries).difference(shown[key]) for key, entries in frame.items()})


def _known(sources: Sources, frame: Frame, drafts: Mapping[str, frozenset[str]], items: tuple[ItemEntry, ...], words: WordLists) -> Known:
    shown = frozenset(entry.fields.id for entry in items if entry.fields.status != "draft")
    written = frozenset(str((document.tree or {}).get("id")) for document in sources.items)
    in_files = {FRAME_FOLDERS[folder].KEY: frozenset(slug_of(d.path) for d in documents) for folder, documents in sources.frame.items()}
    return Known(
        targets=Frozen({**frame, **words.vocabularies, "item": shown}),
        broken=Frozen({"item": written - {entry.fields.id for entry in items}, **in_files}),
        drafts=Frozen({**drafts, "item": frozenset(entry.fields.id for entry in items if entry.fields.status == "draft")}),
        former=former_names(frame, (entry for entry in items if entry.fields.status != "draft")),
    )


def _resolved_frame(frame: Frame, known: Known) -> tuple[Frame, tuple[Problem, ...]]:
    problems: list[Problem] = []
    result: dict[str, Mapping[str, Entry[FrameEntry]]] = {}
    for key, entries in frame.items():
        pairs = {slug: resolved(entry, known) for slug, entry in entries.items()}
        problems += [problem for _, wrong in pairs.values() for problem in wrong]
        result[key] = Frozen({slug: entry for slug, (entry, _) in pairs.items()})
    return Frozen(result), tuple(problems)


def _resolved_items(items: tuple[ItemEntry, ...], known: Known) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    pairs = [resolved(entry, known) for entry in items]
    return tuple(entry for entry, _ in pairs), tuple(problem for _, wrong in pairs for problem in wrong)


def _broken(sources: Sources, items: tuple[ItemEntry, ...]) -> frozenset[SourcePath]:
    """Item files of which nothing is shown, and frame files whose name cannot be an address."""
    return frozenset(document.path for document in sources.items) - {entry.path for entry in items}
