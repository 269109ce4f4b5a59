"""Looks at all files of a knowledge base: the check itself, when what was kept of the last one does not tell already."""

from collections.abc import Iterator, Sequence

from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.kept.last_check import Findings
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.outside.mishap import to_programmers
from geleerd.adapters.outside.progress import with_bars
from geleerd.locale.catalogue import catalogue
from geleerd.model.collection import Collection
from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.once import FoundOnce
from geleerd.reading import Reading, reading_of
from geleerd.texts.bodies import convert_alone, words_of
from geleerd.texts.outward import outward_of


def read_all(settings: Settings, extra: Sequence[File] = ()) -> Reading:
    """The reading of all files, and of `extra` files as if they lay among the lessons. What was found in each file is kept."""
    with rarely_collecting(), with_bars(catalogue(settings.language)):
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
    drafts, others = _drafts_and_others(collection)
    frame = sum(map(len, collection.frame.values()))
    return Findings(reading.problems, items, frame, drafts, others, Frozen(_outward(reading)))


def _outward(reading: Reading) -> Iterator[tuple[str, str]]:
    """What others depend on in each item that is shown and has no problem. Its text was converted just now."""
    words, once = words_of(reading.library.catalogue), FoundOnce(reading.known_files)
    wrong = {problem.place.file for problem in reading.problems}
    for item in reading.library.collection.items:
        if item.path not in wrong and item.fields.status != "withdrawn":
            converted = convert_alone(item.body.text, words, once)
            if converted and (outward := outward_of(item.document, converted, reading.texts.body(item.path).anchors)):
                yield item.path, outward


def _drafts_and_others(collection: Collection) -> tuple[tuple[SourcePath, ...], tuple[SourcePath, ...]]:
    """The files of the drafts, and of everything else that should become a page, also if it is broken."""
    frame = (entry.path for entries in collection.frame.values() for entry in entries.values())
    pages = (page.path for page in collection.staff_pages)
    broken = [path for path, document in collection.broken.items() if (document.tree or {}).get("status") == "draft"]
    drafts = (*(entry.path for entry in collection.drafts), *broken)
    return drafts, (*(entry.path for entry in collection.items), *frame, *pages, *sorted(collection.broken.keys() - broken))
