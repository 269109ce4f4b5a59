"""All files for other programs, beside the pages: Markdown, calendars, and files for crawlers and language models."""

from collections.abc import Iterable, Iterator
from itertools import chain

from geleerd.guard import each
from geleerd.model.artefacts import Artefact, Page, TextFile, made_from
from geleerd.model.settings import Settings
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.render.calendars.files import calendar_files
from geleerd.render.programs.crawlers import crawler_files
from geleerd.render.programs.llms import llms_file
from geleerd.render.programs.renditions import markdown_files


def files_for_programs(artefacts: Iterable[Artefact], library: Library, settings: Settings) -> Iterator[TextFile]:
    """The files that are made from the pages of a site, and from its meetings."""
    pages = [artefact for artefact in artefacts if isinstance(artefact, Page)]
    companions = Companions(library)
    yield from chain.from_iterable(each(lambda page: tuple(markdown_files(page, library, settings, companions)), pages, made_from))
    yield from calendar_files(library, settings)
    yield from crawler_files(pages, library, settings)
    yield from llms_file(pages, library, settings)
