"""The rules between the fields of one frame entry."""

import datetime
from collections.abc import Iterator

from geleerd.model.declarations.frame_types import FrameEntry, Network, Programme
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.validate.mending.told import told


def ends_before_start(fields: FrameEntry, document: Document) -> list[Problem]:
    """A problem for every period or meeting that ends before it starts."""
    return [
        told(document, path, Code.ENDS_BEFORE_START, {"start": start, "end": end})
        for path, start, end in _periods(fields)
        if end < start[: len(end)]
    ]


def repeated_meetings(fields: FrameEntry, document: Document) -> list[Problem]:
    """A problem for every meeting whose id, as an anchor, an earlier meeting of the network has already: a link could lead to either."""
    slugs = [meeting.slug for meeting in fields.meetings] if isinstance(fields, Network) else []
    repeated = (number for number, slug in enumerate(slugs) if slug in slugs[:number])
    return [Problem(document.place(("meetings", number, "id")), Code.REPEATED_MEETING, {"value": slugs[number]}) for number in repeated]


def skipped_moments(fields: FrameEntry, document: Document) -> list[Problem]:
    """A problem for every moment that no clock in the Netherlands shows, with the moment an hour later, which it would have been."""
    meetings = enumerate(fields.meetings if isinstance(fields, Network) else ())
    moments = ((("meetings", number, key), moment) for number, m in meetings for key, moment in (("start", m.start), ("end", m.end)))
    return [
        told(document, path, Code.SKIPPED_MOMENT, {"value": moment, "later": moment.replace(" 02:", " 03:")})
        for path, moment in moments
        if moment and _is_skipped(moment)
    ]


def _is_skipped(moment: str) -> bool:
    """Whether summer time skips a moment: the hour from two o'clock on the last Sunday of March (Directive 2000/84/EC)."""
    day = datetime.date.fromisoformat(moment[:10])
    return " 02:" in moment and day.month == 3 and day.day > 24 and day.isoweekday() == 7  # March, its last week, Sunday


def _periods(fields: FrameEntry) -> Iterator[tuple[KeyPath, str, str]]:
    """The path of every end date, with the start and the end in ISO 8601; such dates sort as texts, down to the precision they share."""
    if isinstance(fields, (Network, Programme)) and fields.start and fields.end:
        yield ("end",), str(fields.start), str(fields.end)
    for number, meeting in enumerate(fields.meetings if isinstance(fields, Network) else ()):
        if meeting.end:
            yield ("meetings", number, "end"), meeting.start, meeting.end
