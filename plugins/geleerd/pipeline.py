"""The stages in order: read → validate → relate → texts → contribute → plan → make | find. Each takes the result of the stage before it.

A file with which a stage cannot do its work is left out by all of them, with a problem (`guard`).
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain

from geleerd.contribute.offered import contribute
from geleerd.find.findable import find
from geleerd.find.index_documents import SearchDocument
from geleerd.find.known_words import KnownWords
from geleerd.guard import Failure, StageError, each, name_the_file, stage, without_failing
from geleerd.locale.catalogue import catalogue
from geleerd.making.frame import PageFrame
from geleerd.making.maker import HtmlFile, Made, Maker
from geleerd.model.artefacts import Drawing
from geleerd.model.causes import without_effects
from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem, in_order
from geleerd.model.settings import Settings
from geleerd.once import FoundOnce, KnownFiles, Once
from geleerd.read.sources import Sources, read_sources, without_texts
from geleerd.relate.library import Library, relate
from geleerd.relate.related import related_of
from geleerd.render.jobs import Job, file_behind
from geleerd.render.plan import Related, plan
from geleerd.texts.texts import SafeTexts, write_texts
from geleerd.validate.collection import validate

Failed = Mapping[str, Failure]
"""The files that are left out because something went wrong with them, by path."""

Draw = Callable[[Drawing], bytes]
"""Draws a picture, or takes one that was drawn before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of the stages up to the texts, with all problems in the order of their places.

    `failures` tell programmers about the files that were left out because something went wrong with them. `known_files` is what the files
    showed one by one, for a next time.
    """

    library: Library
    texts: SafeTexts
    problems: tuple[Problem, ...]
    failures: tuple[Failure, ...] = ()
    known_files: KnownFiles = Frozen()


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """What an earlier build found out, and this one need not: about words of the search, and about files by what they hold."""

    words: KnownWords = Frozen()
    files: KnownFiles = Frozen()


NOTHING_YET = EarlierBuild()


@dataclass(frozen=True, slots=True)
class Planned:
    """All that there is to make, in order; the documents for the search engine, the reading they come from, and what is known of words."""

    jobs: tuple[Job, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading
    known_words: KnownWords


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


def build(settings: Settings, draw: Draw | None = None, frame: PageFrame | None = None, known: EarlierBuild = NOTHING_YET) -> Site:
    """Run all stages: the whole site, with whole documents where there is a frame for them. What is `known` is not looked up.

    Raises `StageError` when something goes wrong with no file in particular.
    """
    return without_failing(partial(_site, settings, draw, frame, known))


def reading_of(settings: Settings, extra_items: Iterable[File] = (), known: KnownFiles = Frozen()) -> Reading:
    """Run the stages up to the texts: these find all problems. `extra_items` are read as if they lay among the lessons."""
    return without_failing(partial(_reading, settings, tuple(extra_items), known))


def library_of(settings: Settings, known: KnownFiles = Frozen()) -> Library:
    """Run the stages up to the library, for callers that need no texts and no problems: images and documents are not read."""
    return without_failing(lambda failed: _related(settings, (), FoundOnce(known), failed, inside=False)[0])


def planned(settings: Settings, known: EarlierBuild, failed: Failed = Frozen()) -> Planned:
    """Run the stages up to the plan, without the files that failed. Raises `FailedError` and `StageError`."""
    reading = _reading(settings, (), known.files, failed)
    library, texts = reading.library, reading.texts
    related = _related_items(library)
    with stage("contribute"):
        offered = contribute(library, settings)
    with stage("plan"):
        jobs = tuple(plan(library, texts, related, offered.forms, settings))
    with stage("find"):
        findable = find(library, texts, known.words)
    return Planned((*jobs, *findable.lexicon, *offered.schemas), findable.documents, reading, findable.known_words)


def _related_items(library: Library) -> Related:
    """What resembles what, which only pages show: a check need not know it."""

    def found(gone: Set[str] = frozenset()) -> Related:
        items = [item for item in library.collection.items if item.path not in gone]
        return related_of(items, library.backlinks, tuple(library.collection.frame))

    try:
        with stage("relate"):
            return found()
    except StageError as error:
        raise name_the_file(error, [item.path for item in library.collection.items], found) from error


def _site(settings: Settings, draw: Draw | None, frame: PageFrame | None, known: EarlierBuild, failed: Failed) -> Site:
    found = planned(settings, known, failed)
    maker = Maker(settings, frame)
    with stage("make"):
        artefacts = tuple(chain.from_iterable(each(maker.make, found.jobs, file_behind)))
    with stage("draw"):
        drawings = (artefact for artefact in artefacts if isinstance(artefact, Drawing))
        drawn = Frozen(each(lambda drawing: (drawing.path, draw(drawing)), drawings, file_behind)) if draw else Frozen[str, bytes]()
    return Site(artefacts, found.documents, found.reading, settings, drawn, found.known_words)


def _reading(settings: Settings, extra_items: Iterable[File], known: KnownFiles, failed: Failed) -> Reading:
    once = FoundOnce(known)
    library, problems = _related(settings, extra_items, once, failed, inside=True)
    with stage("texts"):
        texts, in_texts = write_texts(library, once)
    left_out = (Problem(Place(path), Code.CANNOT_BUILD) for path in failed)
    everything = in_order(without_effects((*problems, *in_texts, *left_out)))
    return Reading(library, texts, everything, tuple(failed.values()), once.found())


def _related(
    settings: Settings, extra_items: Iterable[File], once: Once, failed: Failed, *, inside: bool
) -> tuple[Library, tuple[Problem, ...]]:
    with stage("read"):
        sources, in_files = read_sources(settings.folders, extra_items, settings.declarations, once, inside=inside, failed=failed.keys())
    try:
        library, problems = _library_of(sources, settings, once)
    except StageError as error:
        paths = [document.path for document in sources.entries]
        raise name_the_file(error, paths, lambda gone: _library_of(without_texts(sources, gone), settings, once)) from error
    return library, (*in_files, *problems)


def _library_of(sources: Sources, settings: Settings, once: Once) -> tuple[Library, tuple[Problem, ...]]:
    """The library of what was read, and all problems of its entries and their addresses."""
    with stage("validate"):
        collection, in_entries = validate(sources, settings.today, settings.own_mailboxes, once)
    with stage("relate"):
        library, in_addresses = relate(collection, catalogue(settings.language, settings.declarations), settings.folders.content)
    return library, (*in_entries, *in_addresses)
