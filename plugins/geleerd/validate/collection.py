"""From sources to a collection: all entries that may be shown, and all problems of all files together."""

import datetime
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Set

from geleerd.model.collection import Collection, WordLists, newest_first
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry, Frame, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem, has_errors
from geleerd.model.strings import SourcePath
from geleerd.once import Once, now
from geleerd.read.drawings.family import family, own_drawings
from geleerd.read.sources import Sources
from geleerd.validate.advice import date_to_come, without_explained
from geleerd.validate.between_entries import (
    repeated_slugs,
    without_bad_parents,
    without_circular_grounds,
    without_circular_successors,
    without_twins,
)
from geleerd.validate.examine import Examination, examine
from geleerd.validate.privacy.file_texts import private_lines
from geleerd.validate.privacy.files import private_files
from geleerd.validate.privacy.identifiable import identifiable
from geleerd.validate.privacy.texts import consent_to_come
from geleerd.validate.references import known_names, resolved_frame, resolved_items
from geleerd.validate.staff.staff_pages import page_aliases
from geleerd.validate.staff.word_lists import word_lists

Problems = tuple[Problem, ...]


def validate(sources: Sources, today: datetime.date, own_mailboxes: Iterable[str] = (), once: Once = now) -> tuple[Collection, Problems]:
    """All entries that may be shown, with only references to entries that exist, and every problem."""
    mailboxes = tuple(own_mailboxes)
    examination = examine(sources, mailboxes, once)
    words, wrong_words = word_lists(sources.vocabulary, sources.glossary, list(sources.terms))
    aliases, wrong_aliases = page_aliases(sources.staff_pages)
    telling = (*private_files(sources.files, examination.reviewed), *private_lines(sources.files, examination.reviewed, mailboxes))
    unique, wrong_items = _unique_items(examination, today)
    own = own_drawings(sources.files, posixpath.dirname(sources.vocabulary.path))
    items, frame, wrong_references = _connected(examination, unique, words, frozenset({*family(), *own}))
    shown = {entry.path for entry in items}
    broken = Frozen({document.path: document for document in sources.items if document.path not in shown})
    collection = Collection(
        items=newest_first([entry for entry in items if entry.fields.status != "draft"]),
        drafts=newest_first([entry for entry in items if entry.fields.status == "draft"]),
        frame=frame,
        staff_pages=sources.staff_pages,
        page_aliases=aliases,
        words=words,
        files=sources.files,
        broken=broken,
        partial=tuple(right for item in examination.items if item.document.path in broken and (right := item.entry or item.partial)),
        reviewed=examination.reviewed,
        declarations=sources.declarations,
        withheld=frozenset(SourcePath(problem.place.file) for problem in telling if has_errors([problem])),
    )
    by_itself = (*examination.problems, *wrong_words, *wrong_aliases, *telling)
    hints = (*_hints(examination, unique, words, today), *identifiable(items, frame))
    return collection, (*by_itself, *wrong_items, *wrong_references, *hints)


def _unique_items(examination: Examination, today: datetime.date) -> tuple[tuple[ItemEntry, ...], Problems]:
    """The items that may be shown today, each with a unique id and address."""
    early = {item.document.path: tuple(consent_to_come(item.entry, today)) for item in examination.items if item.entry}
    ready = [item.entry for item in examination.items if item.entry and not (item.personal or early[item.document.path])]
    unique, twins = without_twins(ready)
    return unique, (*(problem for problems in early.values() for problem in problems), *twins)


def _connected(
    examination: Examination, items: tuple[ItemEntry, ...], words: WordLists, drawings: Set[str]
) -> tuple[tuple[ItemEntry, ...], Frame, Problems]:
    """The items and the frame with only the references to entries that exist, and without circles."""
    frame, drafts = _without_drafts(examination)
    repeated = tuple(repeated_slugs(examination))
    known = known_names(examination, frame, drafts, items, words, drawings)
    frame, wrong_frame = resolved_frame(frame, known)
    frame, bad_parents = without_bad_parents(frame)
    items, wrong_items = resolved_items(items, known)
    items, circles = without_circular_successors(items)
    items, loops = without_circular_grounds(items)
    _, wrong_partly = resolved_items((item.partial for item in examination.items if item.partial), known)
    return items, frame, (*repeated, *wrong_frame, *bad_parents, *wrong_items, *circles, *loops, *wrong_partly)


def _without_drafts(examination: Examination) -> tuple[Frame, Mapping[str, frozenset[str]]]:
    """The frame entries that are shown, and the slugs of the drafts."""
    entries = {key: [one.entry for one in examined if one.entry] for key, examined in examination.frame.items()}
    shown: dict[str, Mapping[str, Entry[FrameEntry]]] = {
        key: Frozen({entry.slug: entry for entry in found if entry.fields.status != "draft"}) for key, found in entries.items()
    }
    return Frozen(shown), Frozen({key: frozenset({entry.slug for entry in found} - set(shown[key])) for key, found in entries.items()})


def _hints(examination: Examination, items: tuple[ItemEntry, ...], words: WordLists, today: datetime.date) -> Iterator[Problem]:
    paths = {entry.path for entry in items}
    yield from without_explained((hint for item in examination.items if item.document.path in paths for hint in item.hints), words)
    yield from (hint for entry in items for hint in date_to_come(entry, today))
