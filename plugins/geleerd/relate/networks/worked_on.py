"""Which questions a network worked on at a meeting: those that it names, and those whose history or actions tell of its days."""

import datetime
from collections.abc import Iterator

from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.documents import ItemEntry
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library


def worked_on(meeting: Meeting, network: str, library: Library) -> tuple[ItemEntry, ...]:
    """The questions that a meeting names, and those of its network that changed, or for which something was done, on its days."""
    named = (library.by_id[name] for name in meeting.discussed if name in library.by_id)
    found = {item.fields.id: item for item in named if isinstance(item.fields, LearningQuestion) and item.fields.status != "withdrawn"}
    for item in library.shelves[Network.KEY][network].items:
        if isinstance(item.fields, LearningQuestion) and any(is_at(day, meeting) for day in _days(item.fields)):
            found.setdefault(item.fields.id, item)
    return tuple(found.values())


def meetings_at(day: PartialDate, item: ItemEntry, library: Library) -> Iterator[tuple[str, Meeting]]:
    """The meetings that name an item, and those of its networks, that were held on a day, each after the slug of its network.

    A month or a year is no day.
    """
    yield from ((slug, meeting) for slug, meeting in library.discussed_at.get(item.fields.id, ()) if is_at(day, meeting))
    for slug in item.fields.networks:
        fields = library.collection.frame[Network.KEY][slug].fields
        if isinstance(fields, Network) and fields.status != "withdrawn":
            yield from ((slug, meeting) for meeting in fields.meetings if is_at(day, meeting))


def is_at(day: PartialDate, meeting: Meeting) -> bool:
    """Whether a date is one of the days of a meeting."""
    first, last = (datetime.date.fromisoformat(moment[:10]) for moment in (meeting.start, meeting.end or meeting.start))
    return day.first_day == day.last_day and first <= day.first_day <= last


def _days(asked: LearningQuestion) -> Iterator[PartialDate]:
    yield from (turn.date for turn in asked.history)
    yield from (action.done for action in asked.actions if action.done)
