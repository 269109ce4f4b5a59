"""What a crown lesson is built on: the networks that found the same, each with its own lesson."""

from dataclasses import dataclass

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Network
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class CrownPart:
    """A lesson that a crown lesson is built on, and the names of the networks that learned it."""

    networks: str
    lesson: Link


@dataclass(frozen=True, slots=True)
class Crown:
    """What a crown lesson is built on, under a heading that counts the networks."""

    heading: str
    parts: tuple[CrownPart, ...]

    @property
    def texts(self) -> tuple[str | Link, ...]:
        """Its words."""
        return (self.heading, *(text for part in self.parts for text in (part.networks, part.lesson)))


def crown_of(item: ItemEntry, library: Library, address: Address) -> Crown | None:
    """What an item is built on; None for an item that is built on nothing that readers can see."""
    below = [library.by_id[name] for name in item.fields.built_on if name in library.by_id]
    parts = tuple(_part(found, library, address) for found in below if found.fields.status != "withdrawn")
    return Crown(library.crown_of(item) or library.catalogue.say("crown-parts"), parts) if parts else None


def _part(found: ItemEntry, library: Library, address: Address) -> CrownPart:
    networks = library.shelves[Network.KEY]
    names = ", ".join(networks[slug].name for slug in found.fields.networks)
    href = relative(address, library.addresses.entry(found))
    return CrownPart(names, Link(found.fields.title or "", href, found.fields.summary))
