"""The failure patterns in the story of a brilliant failure, by the step at which they struck."""

from collections import defaultdict
from dataclasses import dataclass

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FailurePattern
from geleerd.model.declarations.item_types import BrilliantFailure
from geleerd.model.frozen import Frozen
from geleerd.relate.library import Library
from geleerd.render.parts.linked import LinksFrom

_USUAL = "result"
"""The step for a pattern whose own page does not name one."""


@dataclass(frozen=True, slots=True)
class StruckPattern:
    """A pattern beside a step, with its meaning; `unlike` is the step at which it mostly strikes, where this story tells of another."""

    pattern: Link
    unlike: str


def struck(failure: BrilliantFailure, library: Library, links: LinksFrom) -> Frozen[str, tuple[StruckPattern, ...]]:
    """The patterns that struck at each step, by the key of the step: where the story says so, or else where they mostly strike."""
    found: dict[str, list[StruckPattern]] = defaultdict(list)
    for slug in failure.patterns:
        link = links.to("failure-pattern", slug)
        fields = library.collection.frame["failure-pattern"][slug].fields
        if link and isinstance(fields, FailurePattern):
            pattern = Link(link.name, link.href, plain(fields.meaning or "") or None)
            for step in failure.steps_of(slug) or (fields.strikes or _USUAL,):
                unlike = library.catalogue.value("strikes", fields.strikes) if fields.strikes and fields.strikes != step else ""
                found[step].append(StruckPattern(pattern, unlike))
    return Frozen({step: tuple(patterns) for step, patterns in found.items()})
