"""The stages in order: read → validate → relate → texts → render | find | contribute. Each takes the result of the stage before it."""

from collections.abc import Iterable
from dataclasses import dataclass

from geleerd.contribute.offered import contribute
from geleerd.find.findable import find
from geleerd.find.index_documents import SearchDocument
from geleerd.locale.catalogue import catalogue
from geleerd.model.artefacts import Artefact
from geleerd.model.causes import without_effects
from geleerd.model.documents import File
from geleerd.model.problems import Problem, in_order
from geleerd.model.settings import Settings
from geleerd.read.sources import read_sources
from geleerd.relate.library import Library, relate
from geleerd.render.parts.templates import environment
from geleerd.render.site import render
from geleerd.texts.texts import SafeTexts, write_texts
from geleerd.validate.collection import validate


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of the stages up to the texts, with all problems in the order of their places."""

    library: Library
    texts: SafeTexts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All artefacts to write, the documents for the search engine, and the reading and the settings that they were made from."""

    artefacts: tuple[Artefact, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading
    settings: Settings


def build(settings: Settings) -> Site:
    """Run all stages: the whole site."""
    reading = reading_of(settings)
    library, texts = reading.library, reading.texts
    env = environment(catalogue(settings.language, settings.declarations), settings.overrides)
    offered = contribute(library, settings, env)
    artefacts = render(library, texts, offered.forms, settings, env)
    findable = find(library, texts)
    return Site((*artefacts, *findable.lexicon, *offered.schemas), findable.documents, reading, settings)


def reading_of(settings: Settings, extra_items: Iterable[File] = ()) -> Reading:
    """Run the stages up to the texts: these find all problems. `extra_items` are read as if they lay among the lessons."""
    library, problems = _related(settings, extra_items, inside=True)
    texts, in_texts = write_texts(library)
    return Reading(library, texts, in_order(without_effects((*problems, *in_texts))))


def library_of(settings: Settings) -> Library:
    """Run the stages up to the library, for callers that need no texts and no problems: images and documents are not read."""
    return _related(settings, (), inside=False)[0]


def _related(settings: Settings, extra_items: Iterable[File], *, inside: bool) -> tuple[Library, tuple[Problem, ...]]:
    sources, in_files = read_sources(settings.folders, extra_items, settings.declarations, inside=inside)
    collection, in_entries = validate(sources, settings.today, settings.own_mailboxes)
    library, in_addresses = relate(collection, catalogue(settings.language, settings.declarations), settings.folders.content)
    return library, (*in_files, *in_entries, *in_addresses)
