"""Examines each file by itself: its content, and the problems that do not depend on other files or on the day."""

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Generic

from geleerd.guard import each
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Document, Entry, FieldsT_co
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.read.sources import Sources
from geleerd.validate.advice import advice
from geleerd.validate.entries import found_item, frame_entry
from geleerd.validate.habits.habits import habits_of
from geleerd.validate.privacy.texts import private, reviewed_texts
from geleerd.validate.unmeant.hidden_characters import hidden_characters
from geleerd.validate.unmeant.links_as_text import footnotes_alone, links_as_text
from geleerd.validate.unmeant.placeholders import placeholders


@dataclass(frozen=True, slots=True)
class Examined(Generic[FieldsT_co]):
    """One document, examined by itself.

    `entry` is None when there is no entry, or none that can be shown; `partial` is then what is right of it. `problems` are about form and
    fields, `personal` about personal data. `hints` matter only if the entry is shown. `reviewed` are words that look like personal data and
    that somebody allowed.
    """

    document: Document
    entry: Entry[FieldsT_co] | None
    problems: tuple[Problem, ...]
    personal: tuple[Problem, ...]
    reviewed: frozenset[str]
    hints: tuple[Problem, ...] = ()
    partial: Entry[FieldsT_co] | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """All documents, examined, by their role; those of frame entries by the key of their type. `declarations` are their possible types."""

    items: tuple[Examined[Item], ...]
    frame: Mapping[str, tuple[Examined[FrameEntry], ...]]
    staff_pages: tuple[Examined[Item | FrameEntry], ...]
    other_texts: tuple[Examined[Item | FrameEntry], ...]
    declarations: Declarations

    @property
    def problems(self) -> Iterator[Problem]:
        """All problems that a file has by itself."""
        for examined in (*self._told, *self.other_texts):
            yield from (*examined.problems, *examined.personal)

    @property
    def reviewed(self) -> Mapping[str, frozenset[str]]:
        """The words that somebody allowed, by folder. Broken files count too: one mistake should not bring back other problems."""
        texts: dict[str, frozenset[str]] = defaultdict(frozenset)
        for examined in self._told:
            texts[posixpath.dirname(examined.document.path)] |= examined.reviewed
        return Frozen(texts)

    @property
    def _told(self) -> Iterator[Examined[Item | FrameEntry]]:
        return chain(self.items, *self.frame.values(), self.staff_pages)


def examine(sources: Sources, own_mailboxes: Collection[str] = ()) -> Examination:
    """Examine every document by itself: no other document and no date plays a part. `own_mailboxes` are no personal data."""
    types = sources.declarations.folders
    return Examination(
        items=each(lambda document: examine_item(document, sources.declarations, own_mailboxes), sources.items),
        frame=Frozen(
            {
                types[folder].KEY: _entries(folder, documents, sources.declarations, own_mailboxes)
                for folder, documents in sources.frame.items()
            }
        ),
        staff_pages=each(lambda document: examine_text(document, own_mailboxes), sources.staff_pages),
        other_texts=each(lambda document: examine_text(document, own_mailboxes), sources.other_texts),
        declarations=sources.declarations,
    )


def examine_item(document: Document, declarations: Declarations = DECLARATIONS, own_mailboxes: Collection[str] = ()) -> Examined[Item]:
    """Examine the document of an item."""
    found = found_item(document, declarations)
    entry, right = found.entry, found.entry or found.partial
    hints = tuple(advice(entry)) if entry and entry.fields.status != "withdrawn" else ()
    told = (*found.problems, *_unmeant(document), *habits_of(document, right.fields if right else None))
    personal = tuple(private(document, own_mailboxes))
    return Examined(document, entry, told, personal, frozenset(reviewed_texts(document)), hints, found.partial)


def examine_frame_entry(
    document: Document, folder: str, declarations: Declarations = DECLARATIONS, own_mailboxes: Collection[str] = ()
) -> Examined[FrameEntry]:
    """Examine the document of a frame entry. The entry is shown even with problems, at least with its name."""
    entry, problems = frame_entry(document, folder, declarations)
    told = (*problems, *_unmeant(document), *habits_of(document, entry.fields if entry else None))
    return Examined(document, entry, told, tuple(private(document, own_mailboxes)), frozenset(reviewed_texts(document)))


def examine_text(document: Document, own_mailboxes: Collection[str] = ()) -> Examined[Item | FrameEntry]:
    """Examine the document of a staff page, or of a text that no page shows."""
    told = tuple(hidden_characters(document))
    return Examined(document, None, told, tuple(private(document, own_mailboxes)), frozenset(reviewed_texts(document)))


def _entries(
    folder: str, documents: Iterable[Document], declarations: Declarations, own_mailboxes: Collection[str]
) -> tuple[Examined[FrameEntry], ...]:
    return each(lambda document: examine_frame_entry(document, folder, declarations, own_mailboxes), documents)


def _unmeant(document: Document) -> Iterator[Problem]:
    """What nobody meant to publish in an entry."""
    yield from chain(hidden_characters(document), placeholders(document), links_as_text(document), footnotes_alone(document))
