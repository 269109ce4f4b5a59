"""Examines each file by itself: its content, and the problems that do not depend on other files or on the day."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Generic

from geleerd.guard import each
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Document, Entry, FieldsT_co
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.once import Once, now
from geleerd.read.sources import Sources
from geleerd.validate.advice import advice
from geleerd.validate.entries import FoundItem, found_item, frame_entry
from geleerd.validate.habits.habits import habits_of
from geleerd.validate.privacy.texts import private, reviewed_texts
from geleerd.validate.unmeant.hidden_characters import hidden_characters
from geleerd.validate.unmeant.links_as_text import footnotes_alone, links_as_text
from geleerd.validate.unmeant.placeholders import placeholders


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the words of a document by themselves give rise to: problems of form, personal data, and hints on how they read."""

    problems: tuple[Problem, ...]
    personal: tuple[Problem, ...]
    hints: tuple[Problem, ...] = ()


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


def examine(sources: Sources, own_mailboxes: Collection[str] = (), once: Once = now) -> Examination:
    """Examine every document by itself: no other document and no date plays a part. `own_mailboxes` are no personal data."""
    declarations = sources.declarations
    examiner = Examiner(declarations, own_mailboxes, once)
    frame: dict[str, tuple[Examined[FrameEntry], ...]] = dict.fromkeys(declarations.frame_types, ())
    for folder, documents in sources.frame.items():
        frame[declarations.folders[folder].KEY] += each(partial(examiner.frame_entry, folder=folder), documents)
    return Examination(
        items=each(examiner.item, sources.items),
        frame=Frozen(frame),
        staff_pages=each(examiner.text, sources.staff_pages),
        other_texts=each(examiner.text, sources.other_texts),
        declarations=declarations,
    )


class Examiner:
    """Examines documents one by one. The words of each are looked at `once`; making fields of its front matter takes no time."""

    def __init__(self, declarations: Declarations = DECLARATIONS, own_mailboxes: Collection[str] = (), once: Once = now) -> None:
        self._declarations = declarations
        self._own_mailboxes = own_mailboxes
        self._once = once

    def item(self, document: Document) -> Examined[Item]:
        """Examine the document of an item."""
        found = found_item(document, self._declarations)
        words = self._words("item", document, lambda: self._of_item(document, found))
        told = (*found.problems, *words.problems)
        return Examined(document, found.entry, told, words.personal, _reviewed(document), words.hints, found.partial)

    def frame_entry(self, document: Document, folder: str) -> Examined[FrameEntry]:
        """Examine the document of a frame entry. The entry is shown even with problems, at least with its name."""
        entry, problems = frame_entry(document, folder, self._declarations)
        words = self._words(f"entry in {folder}", document, lambda: self._of_entry(document, entry.fields if entry else None))
        return Examined(document, entry, (*problems, *words.problems), words.personal, _reviewed(document))

    def text(self, document: Document) -> Examined[Item | FrameEntry]:
        """Examine the document of a staff page, or of a text that no page shows."""
        words = self._words("text", document, lambda: OwnWords(tuple(hidden_characters(document)), self._personal(document)))
        return Examined(document, None, words.problems, words.personal, _reviewed(document))

    def _words(self, kind: str, document: Document, look: Callable[[], OwnWords]) -> OwnWords:
        return self._once(look, "words", kind, *sorted(self._own_mailboxes), *document.made_of)

    def _of_item(self, document: Document, found: FoundItem) -> OwnWords:
        entry, right = found.entry, found.entry or found.partial
        words = self._of_entry(document, right.fields if right else None)
        return replace(words, hints=tuple(advice(entry))) if entry and entry.fields.status != "withdrawn" else words

    def _of_entry(self, document: Document, fields: Item | FrameEntry | None) -> OwnWords:
        return OwnWords((*_unmeant(document), *habits_of(document, fields)), self._personal(document))

    def _personal(self, document: Document) -> tuple[Problem, ...]:
        return tuple(private(document, self._own_mailboxes))


def _reviewed(document: Document) -> frozenset[str]:
    return frozenset(reviewed_texts(document))


def _unmeant(document: Document) -> Iterator[Problem]:
    """What nobody meant to publish in an entry."""
    yield from chain(hidden_characters(document), placeholders(document), links_as_text(document), footnotes_alone(document))
