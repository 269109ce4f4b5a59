"""Queries with their right items, as people judged them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

SETS = ("tuned", "kept_aside", "v1/tuned", "v1/kept_aside")
"""The sets: the search may be adjusted to `tuned`, and to no other.

`v1` has both as they were before their doubles were replaced and their judgements completed. Nobody changes those.
"""

SINCE = ", judged since"
"""The end of the name of a frozen set with the judgements that came later.

They are those of the same query in the other sets, or in `v1/judged_since.yml`.
"""

COMPLETED = tuple(f"{name}{SINCE}" for name in SETS if name.startswith("v1/"))
"""The frozen sets as they are judged now: beside the first judgements, they show how much of a figure nobody had judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, what kind of difficulty it holds, and how right each item is: 3 exactly, 2 helps, 1 touches it.

    `unrelated` are items that somebody read for this query and found not to help.
    """

    query: str
    kind: str
    relevant: Mapping[str, int]
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unrelated: Sequence[str] = ()

    @property
    def asked(self) -> str:
        """The query as a reader would ask it, with its filters."""
        return " ".join([self.query, *(f"{facet}={value}" for facet, values in self.filters.items() for value in values)])

    def unjudged(self, ranking: Sequence[str]) -> tuple[str, ...]:
        """The items of a ranking that nobody judged for this query."""
        return tuple(item for item in ranking if item not in self.relevant and item not in self.unrelated)


def judged(name: str) -> tuple[Judged, ...]:
    """The queries of one of the sets."""
    if name.endswith(SINCE):
        later = {query.asked: query for other in (*SETS[:2], "v1/judged_since") for query in judged(other)}
        return tuple(later[query.asked] for query in judged(name.removesuffix(SINCE)))
    found = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return tuple(Judged(**query) for query in found)
