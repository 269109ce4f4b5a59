"""What a search answers to the judged queries, and the table of how good that is, by kind of query."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.relevance.engines import Ask
from benchmarks.relevance.judged import Judged
from benchmarks.relevance.metrics import AT_GAIN, gain, recall, reciprocal_rank

MEASURES = {"recall@5": recall, "MRR": reciprocal_rank, "nDCG@10": gain}
BAD = 0.75

RESAMPLES = 2_000
"""How often the queries of a set are drawn anew, to see how much a difference depends on which they are."""

Answer = tuple[Judged, Sequence[str]]
"""A query, and the ids of what a search found for it, best first."""


def answers_of(ask: Ask, sets: Mapping[str, Sequence[Judged]], ids: Mapping[str, str]) -> dict[str, list[Answer]]:
    """The answers by set. A query that several sets have is asked once."""
    found: dict[str, list[str]] = {}
    for query in (query for queries in sets.values() for query in queries):
        if query.asked not in found:
            found[query.asked] = [ids[path] for path in ask(query) if path in ids]
    return {name: [(query, found[query.asked]) for query in queries] for name, queries in sets.items()}


def print_table(title: str, answers: Sequence[Answer]) -> None:
    """Print the mean of every measure, by kind of query, and how many of the first ten nobody judged."""
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for query, ranking in answers:
        scores = {measure: of(ranking, query.relevant) for measure, of in MEASURES.items()}
        rows[query.kind].append(scores)
        rows["all"].append(scores)
    unjudged = sum(len(query.unjudged(ranking[:AT_GAIN])) for query, ranking in answers)
    print(f"\n{title} ({len(answers)} queries, {unjudged} of their first {AT_GAIN} unjudged)")
    print(f"{'':12}" + "".join(f"{measure:>10}" for measure in MEASURES))
    for kind, found in sorted(rows.items(), key=lambda row: (row[0] == "all", row[0])):
        print(f"{kind:12}" + "".join(f"{_mean(score[measure] for score in found):10.3f}" for measure in MEASURES), flush=True)


def mean_gain(answers: Sequence[Answer]) -> float:
    """The mean nDCG@10."""
    return _mean(gain(ranking, query.relevant) for query, ranking in answers)


def print_difference(title: str, ours: Sequence[Answer], other: Sequence[Answer]) -> None:
    """Print how much nDCG@10 differs for the same queries, with its 95 % interval (paired bootstrap), and for how many it does."""
    differences = [
        gain(mine, query.relevant) - gain(theirs, query.relevant) for (query, mine), (_, theirs) in zip(ours, other, strict=True)
    ]
    low, high = interval(differences)
    better, worse = sum(one > 0 for one in differences), sum(one < 0 for one in differences)
    print(f"{title:30}{_mean(differences):+8.3f} ({low:+.3f}..{high:+.3f}), {better} better, {worse} worse", flush=True)


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """Between what the mean difference lies in 95 of 100 draws of the same queries."""
    chance = random.Random(1)  # noqa: S311  # the same draws every time
    means = sorted(_mean(chance.choices(differences, k=len(differences))) for _ in range(RESAMPLES))
    return means[RESAMPLES // 40], means[-1 - RESAMPLES // 40]


def print_misses(answers: Iterable[Answer]) -> None:
    """Print the queries that rank badly, with what is right and what was found."""
    for query, ranking in answers:
        score, share = gain(ranking, query.relevant), recall(ranking, query.relevant)
        if score < BAD or share < 1:
            print(f"  {score:.2f} {share:.2f} {query.kind}: {query.query} {dict(query.filters)}")
            print(f"       right {dict(query.relevant)}\n       got   {list(ranking[:8])}")


def print_unjudged(answers: Iterable[Answer]) -> None:
    """Print, by query, what is in the first ten of any search and nobody judged, in the order of the ids."""
    missing: dict[str, set[str]] = defaultdict(set)
    for query, ranking in answers:
        missing[query.asked].update(query.unjudged(ranking[:AT_GAIN]))
    for asked, found in missing.items():
        if found:
            print(f"  {asked}: {' '.join(sorted(found))}")


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
