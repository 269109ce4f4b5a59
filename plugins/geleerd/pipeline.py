"""The stages in order: from folders to everything that a site is made of."""

import datetime
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from geleerd.find.documents import SearchDocument, documents_of
from geleerd.find.language import Language
from geleerd.find.lexicon import lexicon_files
from geleerd.find.records import records_of
from geleerd.locale.catalogue import catalogue
from geleerd.model.problems import Problem, in_order
from geleerd.model.values import File
from geleerd.read.folders import read_bytes
from geleerd.read.repository import Folders, read_repository
from geleerd.relate.library import Library, library
from geleerd.render.artefacts import Artefact
from geleerd.render.site import SiteFacts, render_site
from geleerd.render.templates import environment
from geleerd.render.texts import Texts, render_texts
from geleerd.validate.collection import collect


@dataclass(frozen=True, slots=True)
class Settings:
    """What a knowledge base is built with. `today` is passed in: nothing below reads a clock."""

    folders: Folders
    today: datetime.date
    language: str = "nl"
    site_name: str = "Geleerd"
    site_url: str = ""
    desk: str = ""
    overrides: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A knowledge base read, checked and related, with all that is wrong with it."""

    library: Library
    texts: Texts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything to write, what to hand to the search engine, and the reading it was made from."""

    artefacts: tuple[Artefact, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading


def read(settings: Settings, extra_items: tuple[File, ...] = ()) -> Reading:
    """Read, validate, relate, and render the bodies; the problems of all stages in the order of their places."""
    repository, in_files = read_repository(settings.folders, extra_items)
    collection, in_entries = collect(repository)
    related, in_addresses = library(collection, catalogue(settings.language), settings.folders.content)
    texts, in_texts = render_texts(related, partial(read_bytes, settings.folders.root))
    return Reading(related, texts, in_order(chain(in_files, in_entries, in_addresses, in_texts)))


def build(settings: Settings) -> Site:
    """Every artefact of the site."""
    reading = read(settings)
    env = environment(catalogue(settings.language), settings.overrides)
    facts = SiteFacts(settings.site_name, settings.site_url, settings.desk, settings.today)
    language = Language(settings.language, catalogue(settings.language).stop_words)
    records = tuple(records_of(reading.library, reading.texts))
    pages = render_site(reading.library, reading.texts, env, facts)
    lexicon = lexicon_files(records, reading.library.collection.words.terms, language)
    return Site((*pages, *lexicon), tuple(documents_of(records, language)), reading)
