"""Which items resemble each other, and why: what they share, weighed by how rare it is.

Every feature of an item (a frame entry, a tag, a word of its title or summary) weighs the logarithm of how few items have it
(inverse document frequency; Spärck Jones 1972). Of items that share about as much, those that are nearer in meaning come first.
Work per item is bounded: its rarest features, per feature the items nearest in the order of the site, and the few that share most.
So the whole grows with the number of items, not with its square.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from geleerd.model.declarations.field_specs import named_by
from geleerd.model.declarations.frame_types import Network, Programme
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import word_of
from geleerd.relate.backlinks import Backlink

MOST_RELATED = 4
_RAREST_FEATURES = 16
_NEIGHBOURS = 24
_LEAST_SCORE = 1.0
_SHORTEST_WORD = 5
_SAYS_LESS = {"word": 0.5, Network.KEY: 0.5, Programme.KEY: 0.5}
"""The share of its weight that a feature keeps: what an item is about says more than a word in it, or who learned it."""

_COMPARED = 12
_NEARER = 0.5

Feature = tuple[str, str]
"""The kind of feature that items share (`theme`, `network`, `word` …), and its name."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near items are in meaning: a direction by id, each of the length `unit`."""

    directions: Mapping[str, tuple[int, ...]]
    unit: int

    def between(self, one: str, other: str) -> float:
        """1 for what means the same, 0 for what has nothing to do with each other or is not known, below 0 for less still."""
        product: int = sum(map(mul, self.directions.get(one, ()), self.directions.get(other, ())))
        return product / self.unit**2


NOTHING_NEAR = Nearness(Frozen(), 1)


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An item that resembles another, and what they share, rarest first: something that a person would name, never a stray word."""

    item: ItemEntry
    shared: tuple[Feature, ...]


def related_of(
    items: Sequence[ItemEntry], backlinks: Mapping[str, tuple[Backlink, ...]], kinds: Collection[str], nearness: Nearness = NOTHING_NEAR
) -> "Related":
    """What is needed to find, for every published item, the few that resemble it most and are not linked to it yet.

    `kinds` are the types of frame entry. By `nearness` are compared the few that share most, never one that shares nothing.
    """
    published = [item for item in items if item.fields.status == "published"]
    features = [tuple(dict.fromkeys(_features(item, kinds))) for item in published]
    counts = Counter(feature for own in features for feature in own)
    weights = {f: _weight(f, count, len(published)) for f, count in counts.items() if count > 1}
    postings: dict[Feature, list[int]] = defaultdict(list)
    for position, own in enumerate(features):
        for feature in own:
            if feature in weights:
                postings[feature].append(position)
    positions = Frozen({str(item.fields.id): position for position, item in enumerate(published)})
    found = Frozen({feature: tuple(having) for feature, having in postings.items()})
    return Related(tuple(published), positions, tuple(features), Frozen(weights), found, backlinks, nearness)


@dataclass(frozen=True, slots=True)
class Related:
    """The published items with their `positions` by id and the features by which they resemble each other.

    What resembles an item is found when somebody asks: after most edits few pages do.
    """

    items: tuple[ItemEntry, ...]
    positions: Mapping[str, int]
    features: tuple[tuple[Feature, ...], ...]
    weights: Mapping[Feature, float]
    postings: Mapping[Feature, tuple[int, ...]]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    nearness: Nearness

    def of(self, item_id: str) -> tuple[Resemblance, ...]:
        """The items that resemble an item most; none for one that is not published. Ties keep the order of the site."""
        return self._nearest(self.positions[item_id]) if item_id in self.positions else ()

    def _nearest(self, position: int) -> tuple[Resemblance, ...]:
        scores: dict[int, float] = defaultdict(float)
        shared: dict[int, list[Feature]] = defaultdict(list)
        for feature in self._rarest(position):
            for other in _window(self.postings[feature], position):
                scores[other] += self.weights[feature]
                shared[other].append(feature)
        own = self.items[position].fields
        backwards = (link.source.fields.id for link in self.backlinks.get(own.id, ()))
        linked = {*(relation.id for relation in own.relations), *own.built_on, *backwards}
        reasons = {p: tuple(feature for feature in found if feature[0] != "word") for p, found in shared.items()}
        best = sorted((p for p, score in scores.items() if score >= _LEAST_SCORE and reasons[p]), key=lambda p: (-scores[p], p))
        compared = [p for p in best if self.items[p].fields.id not in linked][:_COMPARED]
        nearer = {p: scores[p] * (1 + _NEARER * self.nearness.between(own.id, self.items[p].fields.id)) for p in compared}
        chosen = sorted(compared, key=lambda p: (-nearer[p], p))[:MOST_RELATED]
        return tuple(Resemblance(self.items[p], reasons[p]) for p in chosen)

    def _rarest(self, position: int) -> list[Feature]:
        known = [feature for feature in self.features[position] if feature in self.weights]
        return sorted(known, key=lambda feature: (-self.weights[feature], feature))[:_RAREST_FEATURES]


def _window(positions: Sequence[int], position: int) -> Iterator[int]:
    """The positions nearest to `position` on both sides, without `position` itself."""
    here = bisect_left(positions, position)
    half = _NEIGHBOURS // 2
    start = max(0, min(here - half, len(positions) - _NEIGHBOURS - 1))
    return (other for other in positions[start : start + _NEIGHBOURS + 1] if other != position)


def _weight(feature: Feature, count: int, total: int) -> float:
    return math.log(1 + total / count) * _SAYS_LESS.get(feature[0], 1.0)


def _features(item: ItemEntry, kinds: Collection[str]) -> Iterator[Feature]:
    fields = item.fields
    yield from ((kind, slug) for kind in kinds for slug in named_by(fields, kind))
    yield from (("tag", word_of(tag)) for tag in fields.tags)
    words = re.findall(r"[^\W\d_]+", f"{fields.title} {fields.summary}".casefold())
    yield from (("word", word) for word in words if len(word) >= _SHORTEST_WORD)
