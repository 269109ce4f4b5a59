"""The other end of every relation: who refers to an item, or is built on it, and why; and the meetings that name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.documents import Frame, ItemEntry
from geleerd.model.frozen import Frozen


@dataclass(frozen=True, slots=True)
class Backlink:
    """A relation seen from the item it points at: who relates to it, how, and why."""

    source: ItemEntry
    type: str
    note: str | None


def backlinks_of(items: Iterable[ItemEntry]) -> Mapping[str, tuple[Backlink, ...]]:
    """The backlinks of every item by its id, in the order of the items that they come from.

    Withdrawn and superseded items give no backlinks: nobody is led to what is gone, or to what another item says by now.
    """
    links: dict[str, list[Backlink]] = defaultdict(list)
    for item in (item for item in items if item.fields.status not in {"withdrawn", "superseded"}):
        for relation in item.fields.relations:
            links[relation.id].append(Backlink(item, relation.type, relation.note))
        for name in item.fields.built_on:
            links[name].append(Backlink(item, "built-on", None))
    return Frozen({item_id: tuple(found) for item_id, found in links.items()})


DiscussedAt = Mapping[str, tuple[tuple[str, Meeting], ...]]
"""For the id of a learning question: the meetings that say it was discussed there, each after the slug of its network."""


def discussed_at(frame: Frame) -> DiscussedAt:
    """The meetings that name a learning question, but for those of networks that are withdrawn."""
    found: dict[str, list[tuple[str, Meeting]]] = defaultdict(list)
    for slug, meeting in _meetings(frame):
        for name in meeting.discussed:
            found[name].append((slug, meeting))
    return Frozen({item_id: tuple(held) for item_id, held in found.items()})


def _meetings(frame: Frame) -> Iterator[tuple[str, Meeting]]:
    for slug, entry in frame[Network.KEY].items():
        if isinstance(entry.fields, Network) and entry.fields.status != "withdrawn":
            yield from ((slug, meeting) for meeting in entry.fields.meetings)
