"""What an item or frame entry cites: its sources, each as readers know it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import SourceEntry
from geleerd.model.declarations.part_types import Source
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as readers know it, and the place in it. `slug` is that of its entry in the list of sources; None for any other source."""

    title: str
    maker: str | None = None
    url: str | None = None
    date: PartialDate | None = None
    where: str | None = None
    slug: str | None = None

    @property
    def named(self) -> str:
        """Its title and its maker, unless the title names the maker itself."""
        return f"{self.title}, {self.maker}" if self.maker and self.maker not in self.title else self.title


def cited(sources: Iterable[Source], library: Library) -> Iterator[Cited]:
    """The sources with what the list of sources says of them. An earlier check removed those that the list does not have."""
    entries = library.collection.frame.get(SourceEntry.KEY, {})
    for source in sources:
        entry = entries.get(source.source or "")
        if entry and isinstance(known := entry.fields, SourceEntry):
            yield Cited(known.name or entry.slug, known.maker, known.url, known.date, source.where, entry.slug)
        elif source.title:
            yield Cited(source.title, None, source.url, source.date, source.where)
