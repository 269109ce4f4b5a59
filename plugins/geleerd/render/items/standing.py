"""How an item stands: how often it was done, who learned it, who else did it, and its first source. Each leads to more."""

from dataclasses import dataclass

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import SourceEntry
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address, slug_from
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.cards import is_to_judge
from geleerd.render.parts.cited import cited
from geleerd.render.parts.field_views import LADDER


@dataclass(frozen=True, slots=True)
class Standing:
    """The lines below the title of an item. `level` is the number of steps of the bar; None where nobody judged.

    `evidence` is None for items of which the question makes no sense, such as a failure. `others` leads to those who did it too, or else to
    where a reader can tell that; it is None for a crown lesson, which several networks learned. `source` is the first one, and
    `more_sources` says how many there are besides.
    """

    label: str
    evidence: Link | None
    level: int | None
    others: Link | None
    source: Link | None
    more_sources: str


def standing_of(item: ItemEntry, library: Library, address: Address, desk: str) -> Standing:
    """How an item stands, with links that work on the page at `address`. Without a mailbox of the desk nobody can tell more."""
    catalogue, fields = library.catalogue, item.fields
    label = catalogue.label("evidence", fields.type)
    told = catalogue.value("evidence", fields.evidence) if fields.evidence else catalogue.say("not-judged")
    is_done = is_to_judge(item)
    sources = tuple(cited(fields.sources, library))
    more = catalogue.say("and-more", count=len(sources) - 1) if len(sources) > 1 else ""
    return Standing(
        label=label,
        evidence=Link(told, _meaning(label, library, address)) if is_done else None,
        level=LADDER.index(fields.evidence) if fields.evidence else None,
        others=_others(item, library, address, desk) if is_done and (fields.applied_by or not fields.built_on) else None,
        source=_source(item, library, address),
        more_sources=more,
    )


def _meaning(label: str, library: Library, address: Address) -> str:
    """Where a reader learns what the words of a field mean: in the glossary, if it has the name of the field, or else in the reference."""
    for term in library.collection.words.explained:
        if slug_from(label) in map(slug_from, (term.term or "", *term.synonyms)):
            return f"{relative(address, library.term_pages[term.anchor])}#{term.anchor}"
    return relative(address, library.addresses.reference())


def _others(item: ItemEntry, library: Library, address: Address, desk: str) -> Link:
    """The link to those who did the same, on the page itself, or else to the form in which a reader tells it."""
    if count := len(item.fields.applied_by):
        return Link(library.catalogue.say("done-by", count=count), "#applied_by")
    form = relative(address, library.addresses.form("did-this"))
    return Link(library.catalogue.say("done-by-none"), f"{form}?l={item.fields.id}" if desk else "")


def _source(item: ItemEntry, library: Library, address: Address) -> Link | None:
    """The first source: its page here, or else its own address, or else the list of sources below."""
    for source in cited(item.fields.sources, library):
        page = relative(address, library.addresses.shelf(SourceEntry.KEY, source.slug)) if source.slug else ""
        return Link(source.title, page or source.url or "#sources")
    return None
