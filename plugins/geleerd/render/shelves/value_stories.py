"""What a network yielded: its items by the value that they tell of, from what people had at once to what they came to see anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from geleerd.model.artefacts import Link
from geleerd.model.declarations.item_types import Value
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library

STORIES_SHOWN = 4
"""Most items told of one value on the page of a network; all stand in the list of its items."""


@dataclass(frozen=True, slots=True)
class ValueStories:
    """The items of a network that tell of one value: its name, the first of them, and how many there are besides."""

    name: str
    stories: tuple[Link, ...]
    more: int


def value_stories(items: Iterable[ItemEntry], library: Library, here: Address) -> Iterator[ValueStories]:
    """What some items tell of each value, in the order of the values; none of a value that no item tells of."""
    told = [item for item in items if item.fields.value]
    for value in get_args(Value):
        found = [item for item in told if value in item.fields.value]
        links = (Link(item.fields.title or "", relative(here, library.addresses.entry(item)), item.fields.summary) for item in found)
        if found:
            yield ValueStories(library.catalogue.value("value", value), tuple(links)[:STORIES_SHOWN], len(found[STORIES_SHOWN:]))
