"""Queries with their right items, as people judged them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, what kind of difficulty it holds, and how right each item is: 3 exactly, 2 helps, 1 touches it."""

    query: str
    kind: str
    relevant: Mapping[str, int]
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)


def judged(name: str) -> tuple[Judged, ...]:
    """The queries of a set: `tuned`, which the search may be adjusted to, or `kept_aside`, which it may not."""
    found = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return tuple(Judged(**query) for query in found)
