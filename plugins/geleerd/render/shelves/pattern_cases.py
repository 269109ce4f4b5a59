"""The brilliant failures with a pattern, each with the step at which the pattern struck there, as far as the story tells."""

from collections.abc import Iterator

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FailurePattern
from geleerd.model.declarations.item_types import BrilliantFailure
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library


def pattern_cases(slug: str, library: Library, page: Address) -> Iterator[Link]:
    """The cases of a pattern as links from a page; the note of each is the step, in words."""
    for item in library.shelves[FailurePattern.KEY][slug].items:
        if isinstance(item.fields, BrilliantFailure):
            steps = ", ".join(library.catalogue.value("strikes", step) for step in item.fields.steps_of(slug))
            yield Link(item.fields.title or "", relative(page, library.addresses.entry(item)), steps or None)
