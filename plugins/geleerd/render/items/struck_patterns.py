"""The failure patterns in the story of a brilliant failure, by the step at which they struck."""

from collections import defaultdict

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FailurePattern
from geleerd.model.declarations.item_types import BrilliantFailure
from geleerd.model.frozen import Frozen
from geleerd.relate.library import Library
from geleerd.render.parts.linked import LinksFrom

_USUAL = "result"
"""The step for a pattern whose own page does not name one."""


def struck(failure: BrilliantFailure, library: Library, links: LinksFrom) -> Frozen[str, tuple[Link, ...]]:
    """Links to the patterns that strike at each step, by the key of the step, each with its meaning."""
    found: dict[str, list[Link]] = defaultdict(list)
    for slug in failure.patterns:
        link = links.to("failure-pattern", slug)
        fields = library.collection.frame["failure-pattern"][slug].fields
        if link and isinstance(fields, FailurePattern):
            found[fields.strikes or _USUAL].append(Link(link.name, link.href, plain(fields.meaning or "") or None))
    return Frozen({step: tuple(links) for step, links in found.items()})
