"""Looks at all files of a knowledge base: the check itself, when what was kept of the last one does not tell already."""

from collections.abc import Sequence

from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.kept.last_check import Findings
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.outside.mishap import to_programmers
from geleerd.model.collection import Collection
from geleerd.model.documents import File
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.reading import Reading, reading_of


def read_all(settings: Settings, extra: Sequence[File] = ()) -> Reading:
    """The reading of all files, and of `extra` files as if they lay among the lessons. What was found in each file is kept."""
    with rarely_collecting():
        known = known_files(settings)
        reading = reading_of(settings, extra, known)
        keep_files(reading.known_files, known, settings)
    for failure in reading.failures:
        to_programmers.debug("%s: %s", failure.path, failure.trace)
    return reading


def findings_of(reading: Reading) -> Findings:
    """What a check tells of a reading."""
    collection = reading.library.collection
    items = len(collection.items) + len(collection.drafts)
    return Findings(reading.problems, items, sum(map(len, collection.frame.values())), *_drafts_and_others(collection))


def _drafts_and_others(collection: Collection) -> tuple[tuple[SourcePath, ...], tuple[SourcePath, ...]]:
    """The files of the drafts, and of everything else that should become a page, also if it is broken."""
    frame = (entry.path for entries in collection.frame.values() for entry in entries.values())
    pages = (page.path for page in collection.staff_pages)
    broken = [path for path, document in collection.broken.items() if (document.tree or {}).get("status") == "draft"]
    drafts = (*(entry.path for entry in collection.drafts), *broken)
    return drafts, (*(entry.path for entry in collection.items), *frame, *pages, *sorted(collection.broken.keys() - broken))
