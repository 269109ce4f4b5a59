"""Everything that passed validation: what the stages after it work with."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.declarations.part_types import Choice, Term
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Document, File, Frame, ItemEntry
from geleerd.model.elsewhere.other_bases import Snapshot
from geleerd.model.problems import Place
from geleerd.model.strings import SourcePath


@dataclass(frozen=True, slots=True)
class WordLists:
    """The content of `content/vocabulary.yml` and of the glossary, `content/begrippen.yml`.

    `is_guessed`: the vocabulary cannot be read as it is, so entries of it may be missing. `glossary` is the file of the terms,
    `places` tells by the anchor of a term where it stands in that file.
    """

    vocabularies: Mapping[str, Mapping[str, Choice]]
    terms: tuple[Term, ...]
    glossary: SourcePath
    places: Mapping[str, Place]
    is_guessed: bool = False

    @property
    def explained(self) -> tuple[Term, ...]:
        """The terms that readers can look up in the glossary; the other terms only help the search."""
        return tuple(term for term in self.terms if term.meaning)


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that passed validation, in the order of the site.

    `items` are published, superseded or withdrawn; drafts are kept apart, since they never reach a public page. `staff_pages` are the
    pages that the staff write themselves, and `page_aliases` the old addresses of those pages that have some. `files` are all files found,
    by path. `broken` are the items of which nothing can be shown, by file; `partial` is what is right in some of them. `reviewed` holds, by
    folder, the words and files that somebody allowed although they look like personal data. `withheld` are the files that tell who made
    them or where: they never reach the site. `declarations` are the types of all entries. `elsewhere` is what others learned.
    """

    items: tuple[ItemEntry, ...]
    drafts: tuple[ItemEntry, ...]
    frame: Frame
    staff_pages: tuple[Document, ...]
    page_aliases: Mapping[SourcePath, tuple[str, ...]]
    words: WordLists
    files: Mapping[SourcePath, File]
    broken: Mapping[SourcePath, Document]
    partial: tuple[ItemEntry, ...]
    reviewed: Mapping[str, frozenset[str]]
    withheld: frozenset[SourcePath]
    declarations: Declarations
    elsewhere: tuple[Snapshot, ...] = ()

    def list_of(self, frame_type: str, content: str) -> SourcePath:
        """The file below `content` with all entries of a frame type that stand in one list; where it belongs, if there is none."""
        named = SourcePath(f"{content}/{self.declarations.folder(frame_type)}.yml")
        known = SourcePath(f"{content}/{self.declarations.frame_types[frame_type].FOLDER}.yml")
        return known if known in self.files and named not in self.files else named


def newest_first(items: list[ItemEntry]) -> tuple[ItemEntry, ...]:
    """The order of items everywhere: date descending, then id."""
    return tuple(sorted(items, key=lambda entry: (-_ordinal(entry.fields.date), entry.fields.id)))


def _ordinal(day: datetime.date | None) -> int:
    return day.toordinal() if day else 0
