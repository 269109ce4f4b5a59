"""Who else asks a learning question: the networks that share it, and questions that somebody tied to it."""

from dataclasses import dataclass

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import mail_link, relative
from geleerd.relate.library import Library
from geleerd.relate.networks.learning_agenda import alike

ASKING_SHOWN = 12
"""Most networks, and most questions tied to this one, on the page of a question."""


@dataclass(frozen=True, slots=True)
class AskedElsewhere:
    """The learning agendas that a question stands on, questions that resemble it with their networks, and how to join in."""

    networks: tuple[Link, ...]
    more_networks: int
    questions: tuple[tuple[Link, tuple[Link, ...]], ...]
    join_href: str


def asked_elsewhere(item: ItemEntry, library: Library, page: Address, desk: str) -> AskedElsewhere | None:
    """Who asks a question; None for an item that is no question."""
    if not isinstance(item.fields, LearningQuestion):
        return None
    agendas = _agendas(item, library, page)
    near = [other for other, _ in zip(alike(item, library), range(ASKING_SHOWN), strict=False)]
    return AskedElsewhere(
        networks=agendas[:ASKING_SHOWN],
        more_networks=len(agendas[ASKING_SHOWN:]),
        questions=tuple((_question(other, library, page), _agendas(other, library, page)[:ASKING_SHOWN]) for other in near),
        join_href=_join(item, library, page, desk),
    )


def _agendas(item: ItemEntry, library: Library, page: Address) -> tuple[Link, ...]:
    shelves, addresses = library.shelves[Network.KEY], library.addresses
    return tuple(Link(shelves[slug].name, relative(page, addresses.learning_agenda(slug))) for slug in item.fields.networks)


def _question(item: ItemEntry, library: Library, page: Address) -> Link:
    return Link(item.fields.title or "", relative(page, library.addresses.entry(item)))


def _join(item: ItemEntry, library: Library, page: Address, desk: str) -> str:
    """A mail to the desk, or else the form for a question of one's own."""
    if not desk:
        return relative(page, library.addresses.form("new", item.fields.type))
    subject = library.catalogue.say("asked-join-subject", title=item.fields.title, address=library.addresses.permalink(item.fields.id))
    return mail_link(desk, subject)
