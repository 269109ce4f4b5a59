"""The rules between the fields of one frame entry."""

from collections.abc import Iterator

from geleerd.model.declarations.frame_types import FrameEntry, Network, Programme
from geleerd.model.documents import Document, KeyPath
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem


def ends_before_start(fields: FrameEntry, document: Document) -> list[Problem]:
    """A problem for every period or meeting that ends before it starts."""
    return [
        Problem(document.place(path), Code.ENDS_BEFORE_START, {"start": start, "end": end})
        for path, start, end in _periods(fields)
        if end < start[: len(end)]
    ]


def repeated_meetings(fields: FrameEntry, document: Document) -> list[Problem]:
    """A problem for every meeting whose id, as an anchor, an earlier meeting of the network has already: a link could lead to either."""
    slugs = [meeting.slug for meeting in fields.meetings] if isinstance(fields, Network) else []
    repeated = (number for number, slug in enumerate(slugs) if slug in slugs[:number])
    return [Problem(document.place(("meetings", number, "id")), Code.REPEATED_MEETING, {"value": slugs[number]}) for number in repeated]


def _periods(fields: FrameEntry) -> Iterator[tuple[KeyPath, str, str]]:
    """The path of every end date, with the start and the end in ISO 8601; such dates sort as texts, down to the precision they share."""
    if isinstance(fields, (Network, Programme)) and fields.start and fields.end:
        yield ("end",), str(fields.start), str(fields.end)
    for number, meeting in enumerate(fields.meetings if isinstance(fields, Network) else ()):
        if meeting.end:
            yield ("meetings", number, "end"), meeting.start, meeting.end
