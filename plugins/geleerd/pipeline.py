"""The stages in order: read → validate → relate → texts → contribute → plan → make | find. Each takes the result of the stage before it.

The first four, which find all problems, stand in `reading`.

A file with which a stage cannot do its work is left out by all of them, with a problem (`guard`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from geleerd.contribute.offered import contribute
from geleerd.find.findable import Findable, find
from geleerd.find.index_documents import KnownDocuments, SearchDocument
from geleerd.find.known_words import KnownWords
from geleerd.find.meaning.nearness import nearness_of
from geleerd.guard import StageError, each, name_the_file, stage, without_failing
from geleerd.making.maker import HtmlFile, Made, Maker
from geleerd.model.artefacts import Drawing
from geleerd.model.frozen import Frozen, Noted
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.once import FoundOnce, KnownFiles, Once
from geleerd.reading import Failed, Reading, reading_without
from geleerd.relate.library import Library
from geleerd.relate.related import Related, related_of
from geleerd.render.jobs import Job, file_behind
from geleerd.render.plan import PlanPart, plan
from geleerd.texts.bodies import SafeBody

Draw = Callable[[Drawing], bytes]
"""Draws a picture, or takes one that was drawn before."""

Make = Callable[[Job], tuple[Made, ...]]
"""Makes the artefacts of a job, or takes those that were made of the same job before."""

Unchanged = Callable[[Reading], Set[str]]
"""Tells by their names which parts of the plan for a reading are as an earlier build planned them."""


def nothing_unchanged(_: Reading) -> Set[str]:
    """No part counts as planned before: all of them are planned."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """What an earlier build found out, and this one need not: words and documents of the search, and what stands in each file by itself."""

    words: KnownWords = Frozen()
    files: KnownFiles = Frozen()
    documents: KnownDocuments = Frozen()


NOTHING_YET = EarlierBuild()


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part of a plan with its jobs, in order, and the files whose bodies they follow from; without jobs, the part is unchanged."""

    name: str
    bodies: frozenset[SourcePath] = frozenset()
    jobs: tuple[Job, ...] | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """All that there is to make, in order, but for the files of the search; and the reading it comes from."""

    parts: tuple[PlannedPart, ...]
    reading: Reading

    @property
    def jobs(self) -> Iterator[Job]:
        """The jobs of all parts that were planned."""
        return chain.from_iterable(part.jobs or () for part in self.parts)


@dataclass(frozen=True, slots=True)
class Site:
    """All artefacts to write, the documents for the search engine, and the reading and the settings that they were made from.

    `drawn` holds the bytes of the drawings, by path, where somebody draws them; `known_words` what is known of the words of the search.
    """

    artefacts: tuple[Made, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading
    settings: Settings
    drawn: Mapping[str, bytes] = Frozen()
    known_words: KnownWords = Frozen()

    @property
    def secured(self) -> Mapping[str, HtmlFile]:
        """The documents that have their policy, by path."""
        return {artefact.path: artefact for artefact in self.artefacts if isinstance(artefact, HtmlFile)}


def build(settings: Settings, draw: Draw | None = None, make: Make | None = None, known: EarlierBuild = NOTHING_YET) -> Site:
    """Run all stages: the whole site. Articles have no frame unless `make` puts one around them. What is `known` is not looked up.

    Raises `StageError` when something goes wrong with no file in particular.
    """
    return without_failing(partial(_site, settings, draw, make or Maker(settings).make, known))


def planned(settings: Settings, known: EarlierBuild, failed: Failed = Frozen(), unchanged: Unchanged = nothing_unchanged) -> Planned:
    """Run the stages up to the plan, without the files that failed. Raises `FailedError` and `StageError`.

    Parts that an earlier build planned, and that are `unchanged`, are not planned again.
    """
    return planned_pages(settings, known, failed, unchanged)[1]()


def planned_pages(
    settings: Settings, known: EarlierBuild, failed: Failed = Frozen(), unchanged: Unchanged = nothing_unchanged
) -> tuple[Planned, Callable[[], Planned]]:
    """A plan of the pages that people read, and what plans all else too, which can follow. Both raise what `planned` raises."""
    once = FoundOnce(known.files)
    reading = reading_without(failed, settings, known.files)
    library, texts = reading.library, reading.texts
    related = _related_items(library, known.words, once)
    reading = reading.knowing(once)
    with stage("contribute"):
        offered = contribute(library, settings)
    with stage("plan"):
        read = Noted(texts.bodies)
        parts = tuple(plan(library, replace(texts, bodies=read), related, offered.forms, settings))
        planning = _planning(read, unchanged(reading))
        pages = planning(part for part in parts if not part.follows)
    files = PlannedPart("files of forms", frozenset(texts.bodies), offered.files)

    def whole() -> Planned:
        with stage("plan"):
            return Planned((*pages, *planning(part for part in parts if part.follows), files), reading)

    return Planned(pages, reading), whole


def with_search(found: Planned, known: EarlierBuild) -> tuple[Planned, Findable]:
    """A plan with the files of the search, and what the search engine is told. Raises `FailedError` and `StageError`."""
    reading, once = found.reading, FoundOnce(known.files)
    with stage("find"):
        findable = find(reading.library, reading.texts, known.words, known.documents, once)
    files = PlannedPart("files of search", frozenset(reading.texts.bodies), findable.lexicon)
    return Planned((*found.parts, files), reading.knowing(once)), findable


def _planning(read: Noted[SourcePath, SafeBody], unchanged: Set[str]) -> Callable[[Iterable[PlanPart]], tuple[PlannedPart, ...]]:
    """What plans the jobs of parts. What was read before all of them is read for each."""
    for_all = read.taken()

    def planned_part(part: PlanPart) -> PlannedPart:
        if part.name in unchanged:
            return PlannedPart(part.name)
        jobs = tuple(part.jobs())
        return PlannedPart(part.name, for_all | read.taken(), jobs)

    return lambda parts: each(planned_part, parts, lambda part: part.about)


def _related_items(library: Library, words: KnownWords, once: Once) -> Related:
    """What resembles what, which only pages show: a check need not know it."""

    def found(gone: Set[str] = frozenset()) -> Related:
        items = [item for item in library.collection.items if item.path not in gone]
        return related_of(items, library.backlinks, library.declarations.named, nearness_of(items, library.catalogue, words, once))

    try:
        with stage("relate"):
            return found()
    except StageError as error:
        raise name_the_file(error, [item.path for item in library.collection.items], found) from error


def _site(settings: Settings, draw: Draw | None, make: Make, known: EarlierBuild, failed: Failed) -> Site:
    found, findable = with_search(planned(settings, known, failed), known)
    with stage("make"):
        artefacts = tuple(chain.from_iterable(each(make, found.jobs, file_behind)))
    with stage("draw"):
        drawings = (artefact for artefact in artefacts if isinstance(artefact, Drawing))
        drawn = Frozen(each(lambda drawing: (drawing.path, draw(drawing)), drawings, file_behind)) if draw else Frozen[str, bytes]()
    return Site(artefacts, tuple(findable.documents.values()), found.reading, settings, drawn, findable.known_words)
