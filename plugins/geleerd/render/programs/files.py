"""The files for other programs that tell of the whole site: calendars, and files for crawlers and language models."""

from collections.abc import Iterator, Sequence

from geleerd.model.artefacts import Page, TextFile
from geleerd.model.settings import Settings
from geleerd.relate.library import Library
from geleerd.render.calendars.files import calendar_files
from geleerd.render.programs.crawlers import crawler_files
from geleerd.render.programs.llms import llms_file


def files_for_programs(pages: Sequence[Page], library: Library, settings: Settings) -> Iterator[TextFile]:
    """The files that tell of the pages of a site, and of its meetings."""
    yield from calendar_files(library, settings)
    yield from crawler_files(pages, library, settings)
    yield from llms_file(pages, library, settings)
