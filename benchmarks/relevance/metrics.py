"""Measures of a ranking, each from 0 to 1."""

from collections.abc import Mapping, Sequence
from math import log2

AT_RECALL = 5
AT_GAIN = 10


def recall(ranking: Sequence[str], relevant: Mapping[str, int]) -> float:
    """The right items among the first five, of the five (or fewer) that could stand there."""
    hits = sum(item in relevant for item in ranking[:AT_RECALL])
    return hits / min(AT_RECALL, len(relevant))


def reciprocal_rank(ranking: Sequence[str], relevant: Mapping[str, int]) -> float:
    """One divided by the place of the first right item; 0 when there is none."""
    return next((1 / place for place, item in enumerate(ranking, 1) if item in relevant), 0.0)


def gain(ranking: Sequence[str], relevant: Mapping[str, int]) -> float:
    """nDCG@10 with exponential gain (Burges et al. 2005): how near the first ten are to the best possible ten."""
    best = _discounted(sorted(relevant.values(), reverse=True)[:AT_GAIN])
    return _discounted([relevant.get(item, 0) for item in ranking[:AT_GAIN]]) / best


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))
