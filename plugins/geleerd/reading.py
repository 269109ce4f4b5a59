"""The stages up to the texts, in order: read → validate → relate → texts. They find all problems, so a check takes no other.

A file with which a stage cannot do its work is left out by all of them, with a problem (`guard`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from geleerd.commonmark.easy_words import links_between
from geleerd.commonmark.filled import filled
from geleerd.guard import Failure, StageError, name_the_file, stage, without_failing
from geleerd.locale.catalogue import catalogue
from geleerd.model.causes import without_effects
from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem, in_order
from geleerd.model.settings import Folders, Settings
from geleerd.once import FoundOnce, KnownFiles, Once
from geleerd.read.elsewhere.snapshots import problems_of_kept
from geleerd.read.folders import ReadFolder, read_folder
from geleerd.read.sources import Sources, read_sources, without_texts
from geleerd.read.word_lists import read_own_model
from geleerd.relate.library import Library, relate
from geleerd.texts.texts import SafeTexts, write_texts
from geleerd.validate.collection import validate
from geleerd.validate.staff.own_model import own_model

Failed = Mapping[str, Failure]
"""The files that are left out because something went wrong with them, by path."""


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

    def knowing(self, once: FoundOnce) -> Self:
        """The same, with what a later stage found once."""
        return replace(self, known_files=Frozen({**self.known_files, **once.found()}))


def reading_of(
    settings: Settings, extra_items: Iterable[File] = (), known: KnownFiles = Frozen(), read: ReadFolder = read_folder
) -> Reading:
    """Run the stages up to the texts: these find all problems. `extra_items` are read as if they lay among the lessons.

    `read` gives the files of a folder.
    """
    extra = tuple(extra_items)
    return without_failing(lambda failed: reading_without(failed, settings, known, extra, read))


def library_of(settings: Settings, known: KnownFiles = Frozen()) -> Library:
    """Run the stages up to the library, for callers that need no texts and no problems: images and documents are not read."""
    return without_failing(lambda failed: _related(settings, (), FoundOnce(known), failed, read_folder, inside=False)[0])


def reading_without(
    failed: Failed, settings: Settings, known: KnownFiles, extra_items: Iterable[File] = (), read: ReadFolder = read_folder
) -> Reading:
    """Run the stages up to the texts, without the files that failed. Raises `FailedError` and `StageError`."""
    once = FoundOnce(known)
    library, problems = _related(settings, extra_items, once, failed, read, inside=True)
    with stage("texts"):
        texts, in_texts = write_texts(library, once)
    left_out = (Problem(Place(path), Code.CANNOT_BUILD) for path in failed)
    everything = in_order(without_effects((*problems, *in_texts, *left_out)))
    return Reading(library, texts, everything, tuple(failed.values()), once.found())


def _related(
    settings: Settings, extra_items: Iterable[File], once: Once, failed: Failed, read: ReadFolder, *, inside: bool
) -> tuple[Library, tuple[Problem, ...]]:
    with stage("read"):
        sources, in_files = read_sources(
            settings.folders, extra_items, settings.declarations, once, inside=inside, failed=failed.keys(), read=read
        )
        sources = _filled(sources, settings)
    try:
        library, problems = _library_of(sources, settings, once)
    except StageError as error:
        paths = [document.path for document in sources.entries]
        raise name_the_file(error, paths, lambda gone: _library_of(without_texts(sources, gone), settings, once)) from error
    return library, (*in_files, *_of_own_model(settings.folders), *_of_elsewhere(settings), *problems)


def _of_own_model(folders: Folders) -> tuple[Problem, ...]:
    """The problems of what the owner declares; its right parts are in the settings."""
    document, in_file = read_own_model(folders)
    return (*in_file, *own_model(document)[1])


def _of_elsewhere(settings: Settings) -> tuple[Problem, ...]:
    """The problems of what was fetched from other knowledge bases; what is right of it is in the settings."""
    return tuple(problems_of_kept(settings.elsewhere, settings.today))


def _filled(sources: Sources, settings: Settings) -> Sources:
    """The sources, with the owner's own words in the pages of the staff, and links between those that go together."""
    words, say = settings.words_to_fill, catalogue(settings.language).say
    links = links_between(sources.staff_pages, say("easy-words"), say("ordinary-words"))
    pages = []
    for page in sources.staff_pages:
        begin, body = links.get(page.path, ""), page.body
        text = begin + filled(body.text, words, say("to-fill-in"))
        pages.append(replace(page, body=replace(body, text=text, line=body.line - begin.count("\n"))))
    return replace(sources, staff_pages=tuple(pages))


def _library_of(sources: Sources, settings: Settings, once: Once) -> tuple[Library, tuple[Problem, ...]]:
    """The library of what was read, and all problems of its entries and their addresses."""
    with stage("validate"):
        collection, in_entries = validate(sources, settings.today, settings.nobodys_mailboxes, once)
    with stage("relate"):
        collection = replace(collection, elsewhere=tuple(kept.snapshot for kept in settings.elsewhere if kept.snapshot))
        library, in_addresses = relate(collection, catalogue(settings.language, settings.declarations), settings.folders.content)
    return library, (*in_entries, *in_addresses)
