"""The stages in order: from folders to everything that a site is made of."""

from dataclasses import dataclass
from itertools import chain

from geleerd.contribute.forms import form_pages
from geleerd.contribute.schema import schema_files
from geleerd.find.index_documents import SearchDocument, documents_of
from geleerd.find.language import Language
from geleerd.find.lexicon import lexicon_files
from geleerd.find.searched import records_of
from geleerd.locale.catalogue import catalogue
from geleerd.model.artefacts import Artefact
from geleerd.model.documents import File
from geleerd.model.problems import Problem, in_order
from geleerd.model.settings import Settings
from geleerd.read.sources import read_sources
from geleerd.relate.library import Library, library
from geleerd.render.heads.head import with_head
from geleerd.render.parts.templates import environment
from geleerd.render.programs.api_records import record_files
from geleerd.render.programs.files import files_for_programs
from geleerd.render.programs.record_schemas import record_schema_files
from geleerd.render.site import render_site
from geleerd.texts.all_bodies import Texts, render_texts
from geleerd.validate.collection import collect


@dataclass(frozen=True, slots=True)
class Reading:
    """A knowledge base read, checked and related, with all that is wrong with it."""

    library: Library
    texts: Texts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything to write, what to hand to the search engine, and the reading and the settings it was made from."""

    artefacts: tuple[Artefact, ...]
    documents: tuple[SearchDocument, ...]
    reading: Reading
    settings: Settings


def relate(settings: Settings, extra_items: tuple[File, ...] = (), *, inside: bool = False) -> tuple[Library, tuple[Problem, ...]]:
    """Read, validate and relate: all that stands on the site and where, without its texts. `inside` looks into images and documents too."""
    sources, in_files = read_sources(settings.folders, extra_items, inside=inside)
    collection, in_entries = collect(sources, settings.today)
    related, in_addresses = library(collection, catalogue(settings.language), settings.folders.content)
    return related, (*in_files, *in_entries, *in_addresses)


def read(settings: Settings, extra_items: tuple[File, ...] = ()) -> Reading:
    """As `relate`, and render the bodies; the problems of all stages in the order of their places."""
    related, problems = relate(settings, extra_items, inside=True)
    texts, in_texts = render_texts(related)
    return Reading(related, texts, in_order(chain(problems, in_texts)))


def build(settings: Settings) -> Site:
    """Every artefact of the site."""
    reading = read(settings)
    env = environment(catalogue(settings.language), settings.overrides)
    language = Language(settings.language, catalogue(settings.language).stop_words)
    records = tuple(records_of(reading.library, reading.texts))
    lexicon = lexicon_files(records, reading.library.collection.words.terms, language)
    schemas = schema_files(catalogue(settings.language), settings.site_url)
    forms = form_pages(reading.library, settings, env)
    pages = (*render_site(reading.library, reading.texts, env, settings), *(with_head(form, reading.library, settings) for form in forms))
    data = (*record_files(reading.library, settings), *record_schema_files(settings.site_url))
    others = files_for_programs(pages, reading.library, settings)
    return Site((*pages, *others, *data, *lexicon, *schemas), tuple(documents_of(records, language)), reading, settings)
