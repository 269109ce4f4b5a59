"""Reads the aliases of staff pages."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from geleerd.model.declarations.staff_pages import StaffPage
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.model.strings import SourcePath
from geleerd.validate.field_problems import complaints


def page_aliases(pages: Iterable[Document]) -> tuple[Mapping[SourcePath, tuple[str, ...]], tuple[Problem, ...]]:
    """The old addresses of every page that lists some, and the problems with invalid ones."""
    aliases: dict[SourcePath, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for page in pages:
        try:
            found = StaffPage.model_validate(page.tree or {}).aliases
        except ValidationError as error:
            problems += complaints(error, StaffPage, page)
            continue
        if found:
            aliases[page.path] = found
    return Frozen(aliases), tuple(problems)
