"""What works on what: the arrows between success factors, as sources tell them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from geleerd.model.declarations.frame_types import FrameEntry, SuccessFactor
from geleerd.model.documents import Entry

Effect = Literal["strengthens", "weakens", "affects"]
"""What a cause does to what it works on; `affects` where the source does not tell."""

EFFECTS: tuple[Effect, ...] = get_args(Effect)


@dataclass(frozen=True, slots=True)
class Arrow:
    """The statement of sources that one factor works on another. Both are slugs; `sources` are as the files have them."""

    cause: str
    effect: Effect
    on: str
    sources: tuple[str, ...]


def arrows_of(entries: Mapping[str, Entry[FrameEntry]]) -> tuple[Arrow, ...]:
    """The arrows in the order of the entries, each once with all its sources; none leads from a factor to itself."""
    found: dict[tuple[str, Effect, str], dict[str, None]] = {}
    for slug, entry in entries.items():
        for effect in EFFECTS if isinstance(entry.fields, SuccessFactor) else ():
            for influence in getattr(entry.fields, effect):
                if influence.slug != slug and influence.slug in entries:
                    told = found.setdefault((slug, effect, influence.slug), {})
                    told.update({influence.source: None} if influence.source else {})
    return tuple(Arrow(cause, effect, on, tuple(told)) for (cause, effect, on), told in found.items())
