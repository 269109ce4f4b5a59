"""The sayings of networks: what their members said, literally, as their files have it."""

from collections.abc import Iterator
from dataclasses import dataclass

from geleerd.model.collection import Collection
from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.declarations.part_types import Quote
from geleerd.model.documents import Entry
from geleerd.model.strings import slug_from

LONGEST_ANCHOR = 60


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that members of a network said. `anchor` is its place on the page with all sayings, and the name of its picture."""

    quote: Quote
    network: Entry[FrameEntry]
    anchor: str


def sayings_of(collection: Collection) -> Iterator[Saying]:
    """The sayings of all networks that are shown, in the order of the networks' names; of equal ones the first keeps the plain anchor."""
    taken: set[str] = set()
    networks = sorted(collection.frame[Network.KEY].values(), key=lambda entry: (str(entry.fields.name).casefold(), entry.slug))
    for network in networks:
        for quote in network.fields.quotes if isinstance(network.fields, Network) else ():
            anchor = _anchor(quote.text, taken)
            taken.add(anchor)
            yield Saying(quote, network, anchor)


def _anchor(text: str, taken: set[str]) -> str:
    plain = slug_from(text)[:LONGEST_ANCHOR].strip("-") or "saying"
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(anchor for anchor in (plain, *numbered) if anchor not in taken)
