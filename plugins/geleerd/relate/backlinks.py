"""The other end of every relation: who refers to an item, or is built on it, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geleerd.model.documents import ItemEntry
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
