"""Sources that items spell out move to the list of sources.

Only what changes is written anew; comments, order, line ends and every other line stay.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from geleerd.model.declarations.frame_types import SourceEntry
from geleerd.model.documents import Document
from geleerd.model.problems import KeyPath
from geleerd.model.strings import SourcePath, slug_from
from geleerd.read.yaml_mending.lines import holds_comment, with_values, written
from geleerd.relate.library import Library

LONGEST_ID = 50


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A file with its new lines: `lines` instead of those from `first` up to `stop`, counted from 0.

    `count` is the number of sources in it that move, or that the list gains. `left` are the lines, counted from 1, of sources that stay as
    they are since a comment stands in them.
    """

    path: SourcePath
    first: int
    stop: int
    lines: tuple[str, ...]
    count: int
    left: tuple[int, ...] = ()

    def text_after(self, text: str) -> str:
        """The text of the file with the new lines, which end as its lines do. `text` is as it was read, byte for byte."""
        lines = _LINE.findall(text)
        end = next((found[0] for line in lines if (found := _LINE_END.search(line))), "\n")
        before = [*lines[: self.first]]
        if before and self.lines and not _LINE_END.search(before[-1]):
            before[-1] += end
        return "".join([*before, *(f"{line}{end}" for line in self.lines), *lines[self.stop :]])


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_LINE_END = re.compile(r"[\r\n]+$")


@dataclass(frozen=True, slots=True)
class SpeltOut:
    """A source as an item spells it out."""

    title: str
    url: str = ""
    date: str = ""

    @property
    def key(self) -> str:
        """The words by which two of them are the same: the address, or else the title."""
        return self.url.rstrip("/") or " ".join(self.title.casefold().split())


def with_listed_sources(library: Library) -> tuple[Upgraded, ...]:
    """The files that change, the list of sources first: whoever stops halfway has no item that refers to a source which is not there.

    The same knowledge base changes once: after that there is nothing to do.
    """
    moving = _Moving(library)
    files = tuple(moving.files())
    return (*moving.list_of_sources(), *files)


class _Moving:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._own = frozenset(library.catalogue.own_experience)
        entries = library.collection.frame[SourceEntry.KEY]
        known = ((slug, entry.fields) for slug, entry in entries.items() if isinstance(entry.fields, SourceEntry))
        self._ids = {SpeltOut(fields.name or slug, fields.url or "").key: slug for slug, fields in known}
        self._new: dict[str, SpeltOut] = {}
        self._taken = set(entries)

    def files(self) -> Iterator[Upgraded]:
        collection = self._library.collection
        frame = (entry.document for entries in collection.frame.values() for entry in entries.values() if not entry.fields.LISTED)
        items = (entry.document for entry in (*collection.items, *collection.drafts))
        for document in sorted((*items, *frame), key=lambda document: document.path):
            if found := self._moved(document):
                yield found

    def list_of_sources(self) -> Iterator[Upgraded]:
        """The list of sources with those that it gains."""
        if not self._new:
            return
        path = self._library.collection.list_of(SourceEntry.KEY, self._library.addresses.content)
        file = self._library.collection.files.get(path)
        before = len((file.text or "").rstrip("\n").split("\n")) if file and (file.text or "").strip() else 0
        lines = tuple(line for name, source in self._new.items() for line in _entry(name, source))
        yield Upgraded(path, before, max(before, len((file.text or "").split("\n"))) if file else 0, lines, len(self._new))

    def _moved(self, document: Document) -> Upgraded | None:
        sources = document.value_at(("sources",))
        if not isinstance(sources, list) or document.front.is_guessed:
            return None
        spelt = {number: found for number, source in enumerate(sources) if (found := self._spelt_out(source))}
        if not spelt:
            return None
        text = document.front.text
        left = tuple(number for number in spelt if holds_comment(text, ("sources", number)))
        told = tuple(document.place(("sources", number)).line or 1 for number in left)
        moved: dict[KeyPath, object] = {("sources", number): self._id(found) for number, found in spelt.items() if number not in left}
        if not moved:
            return Upgraded(document.path, 0, 0, (), 0, told)
        mended = with_values(text, moved)
        if mended is None:
            return None
        first = document.front.line - 1
        return Upgraded(document.path, first + mended.first, first + mended.last + 1, mended.lines, len(moved), told)

    def _spelt_out(self, source: object) -> SpeltOut | None:
        """A source with a title, and nothing that the list has no place for; None for the contributor's own experience."""
        if not isinstance(source, Mapping) or not set(source) <= {"title", "url", "date"} or not isinstance(source.get("title"), str):
            return None
        found = SpeltOut(*(str(source.get(key) or "").strip() for key in ("title", "url", "date")))
        return None if found.title.casefold().rstrip(".") in self._own else found

    def _id(self, source: SpeltOut) -> str:
        """The id of a source in the list; a new one, from its title, for one that the list lacks. The most precise date wins."""
        name = self._ids.setdefault(source.key, "") or self._free(source.title)
        self._ids[source.key] = name
        self._taken.add(name)
        if name not in self._library.collection.frame[SourceEntry.KEY]:
            before = self._new.get(name, source)
            self._new[name] = replace(before, date=max(before.date, source.date, key=len))
        return name

    def _free(self, title: str) -> str:
        plain = slug_from(title)
        short = plain if len(plain) <= LONGEST_ID else plain[:LONGEST_ID].rpartition("-")[0]
        numbered = (f"{short or 'bron'}-{number}" for number in range(2, len(self._taken) + 3))
        return next(name for name in (short or "bron", *numbered) if name not in self._taken)


def _entry(name: str, source: SpeltOut) -> Iterator[str]:
    yield f"- id: {name}"
    yield f"  title: {written(source.title)}"
    if source.url:
        yield f"  url: {written(source.url)}"
    if source.date:
        yield f"  date: {written(source.date)}"
