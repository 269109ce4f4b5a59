"""Which questions a network worked on at a meeting: those whose history or actions tell of the days on which it met."""

import datetime
from collections.abc import Iterable, Iterator

from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.documents import ItemEntry
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library


def worked_on(meeting: Meeting, items: Iterable[ItemEntry]) -> Iterator[ItemEntry]:
    """The questions among some items that changed, or for which something was done, on the days of a meeting."""
    for item in items:
        if isinstance(item.fields, LearningQuestion) and any(is_at(day, meeting) for day in _days(item.fields)):
            yield item


def meetings_at(day: PartialDate, item: ItemEntry, library: Library) -> Iterator[tuple[str, Meeting]]:
    """The meetings of an item's networks that were held on a day, each after the slug of its network; a month or a year is no day."""
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
