"""The stages in order: read → validate → relate → texts → render | find | contribute. Each takes the value of the one before."""

from collections.abc import Iterable
from dataclasses import dataclass

from geleerd.contribute.offered import contribute
from geleerd.find.findable import find
from geleerd.find.index_documents import SearchDocument
from geleerd.locale.catalogue import catalogue
from geleerd.model.artefacts import Artefact
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
    """A knowledge base read, checked and related, with all that is wrong with it in the order of places."""

    library: Library
    texts: SafeTexts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything to write, what to hand to the search engine, and the reading and the settings it was made from."""

    artefacts: tuple[Artefact, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading
    settings: Settings


def build(settings: Settings) -> Site:
    """The whole site: all stages."""
    reading = reading_of(settings)
    library, texts = reading.library, reading.texts
    env = environment(catalogue(settings.language, settings.declarations), settings.overrides)
    offered = contribute(library, settings, env)
    artefacts = render(library, texts, offered.forms, settings, env)
    findable = find(library, texts)
    return Site((*artefacts, *findable.lexicon, *offered.schemas), findable.documents, reading, settings)


def reading_of(settings: Settings, extra_items: Iterable[File] = ()) -> Reading:
    """The stages up to the texts, which find all problems. `extra_items` count as if they stood among the lessons."""
    library, problems = _related(settings, extra_items, inside=True)
    texts, in_texts = write_texts(library)
    return Reading(library, texts, in_order((*problems, *in_texts)))


def library_of(settings: Settings) -> Library:
    """The stages up to the library, for those who need no texts and ask for no problems: no image or document is looked into."""
    return _related(settings, (), inside=False)[0]


def _related(settings: Settings, extra_items: Iterable[File], *, inside: bool) -> tuple[Library, tuple[Problem, ...]]:
    sources, in_files = read_sources(settings.folders, extra_items, settings.declarations, inside=inside)
    collection, in_entries = validate(sources, settings.today)
    library, in_addresses = relate(collection, catalogue(settings.language, settings.declarations), settings.folders.content)
    return library, (*in_files, *in_entries, *in_addresses)
