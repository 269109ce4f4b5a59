"""Crown lessons: items that say what several networks found independently. Their evidence follows from what they are built on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from geleerd.model.declarations.field_specs import parent_of
from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.documents import Entry, Frame, ItemEntry
from geleerd.model.strings import Slug

CONFIRMED_BY = 2
"""Networks that must have found the same before it counts as confirmed elsewhere."""


def with_evidence(items: Iterable[ItemEntry], frame: Frame) -> tuple[ItemEntry, ...]:
    """The items; those that are built on items of several networks count as confirmed elsewhere, whatever they say themselves."""
    items = tuple(items)
    by_id: dict[str, ItemEntry] = {item.fields.id: item for item in items}
    return tuple(_confirmed(item) if len(learned_in(item, by_id, frame)) >= CONFIRMED_BY else item for item in items)


def learned_in(item: ItemEntry, by_id: Mapping[str, ItemEntry], frame: Frame) -> tuple[Slug, ...]:
    """The networks that found what an item is built on, each once; a network within another counts as that other."""
    below = (by_id[name] for name in item.fields.built_on if name in by_id)
    tops = (top for found in below for slug in found.fields.networks if (top := _top(slug, frame[Network.KEY])))
    return tuple(dict.fromkeys(tops))


def _top(slug: str, networks: Mapping[str, Entry[FrameEntry]]) -> Slug | None:
    """The network that a network belongs to in the end; None for a source outside the networks."""
    *_, top = _upwards(slug, networks)
    fields = networks[top].fields
    return None if isinstance(fields, Network) and fields.kind == "outside-source" else Slug(top)


def _upwards(slug: str | None, networks: Mapping[str, Entry[FrameEntry]]) -> Iterator[str]:
    """A network and all above it. An earlier check removed all circles."""
    while slug is not None:
        yield slug
        slug = parent_of(networks[slug].fields)


def _confirmed(item: ItemEntry) -> ItemEntry:
    return replace(item, fields=item.fields.model_copy(update={"evidence": "confirmed-elsewhere"}))
