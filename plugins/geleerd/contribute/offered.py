"""From a library to the tools for contributors: the pages with forms, and the schemas of the files that people write."""

from dataclasses import dataclass

from geleerd.contribute.forms import form_pages, shared_by_forms
from geleerd.contribute.question_groups import choices_of, long_lists
from geleerd.contribute.schema import schema_files
from geleerd.model.artefacts import Page, TextFile
from geleerd.model.settings import Settings
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class Offered:
    """The pages with forms, before they get the head of every page, and files of the site.

    The files are what forms have in common, their long lists of choices, and the schemas.
    """

    forms: tuple[Page, ...]
    files: tuple[TextFile, ...]


def contribute(library: Library, settings: Settings) -> Offered:
    """All tools that this site offers to contributors."""
    schemas = schema_files(library.catalogue, settings.site_url, library.declarations)
    files = (shared_by_forms(library.catalogue, settings), *long_lists(choices_of(library)), *schemas)
    return Offered(tuple(form_pages(library, settings)), files)
