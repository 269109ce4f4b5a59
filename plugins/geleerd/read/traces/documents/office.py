"""What texts, sheets and presentations tell beside what they show: the zip files of Office Open XML and OpenDocument, part by part."""

from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.read.traces.office.document import parts_of
from geleerd.read.traces.office.kinds import known_name
from geleerd.read.traces.office.package import Budget, Inside


def office_traces(data: bytes, inside: Inside, budget: Budget) -> Iterator[Trace]:
    """What every part of a document tells."""
    for part in parts_of(data, budget):
        yield from part.traces
        if part.is_file:
            yield from inside(part.data, part.name, known_name(part.name))
