"""The items that are due for review, and who looks after them."""

import datetime

from geleerd.model.declarations.frame_types import Network
from geleerd.model.documents import ItemEntry
from geleerd.relate.library import Library


def is_past_review(item: ItemEntry, day: datetime.date) -> bool:
    """Whether an item's date of review (a day, a month or a year) is over on a day."""
    review_by = item.fields.review_by
    return review_by is not None and review_by.last_day < day


def past_review(library: Library, day: datetime.date) -> tuple[ItemEntry, ...]:
    """The published items whose date of review is over on a day, the oldest date first."""
    waiting = [(item.fields.review_by.last_day, item.fields.id, item) for item in library.published if item.fields.review_by]
    return tuple(item for last, _, item in sorted(waiting, key=lambda found: found[:2]) if last < day)


def owners_of(item: ItemEntry, library: Library) -> tuple[str, ...]:
    """The roles that look after the networks of an item, each once, as far as the networks name them."""
    networks = [library.collection.frame["network"][slug].fields for slug in item.fields.networks]
    return tuple(dict.fromkeys(network.owner for network in networks if isinstance(network, Network) and network.owner))
