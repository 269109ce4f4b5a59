"""A brilliant failure as a story: at which step its patterns struck."""

from collections import defaultdict
from collections.abc import Mapping

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FailurePattern
from geleerd.model.declarations.item_types import BrilliantFailure
from geleerd.relate.library import Library
from geleerd.render.parts.linked import LinksFrom

_USUAL = "result"
"""Where a pattern shows when its page does not say at which step it strikes."""


def struck(failure: BrilliantFailure, library: Library, links: LinksFrom) -> Mapping[str, tuple[Link, ...]]:
    """By the key of a step, links to the patterns that strike there, each with its meaning."""
    found: dict[str, list[Link]] = defaultdict(list)
    for slug in failure.patterns:
        link = links.to("failure-pattern", slug)
        fields = library.collection.frame["failure-pattern"][slug].fields
        if link and isinstance(fields, FailurePattern):
            found[fields.strikes or _USUAL].append(Link(link.name, link.href, fields.meaning))
    return {step: tuple(links) for step, links in found.items()}
