"""The judged queries: what they say must be about items that exist, and what is kept aside must not be in what the search is tuned on."""

import datetime
from pathlib import Path

import pytest

from benchmarks.relevance.__main__ import KEPT, dropped
from benchmarks.relevance.costs import LARGE, MOST_BYTES, MOST_LATER, Cost, Costs, over, print_costs
from benchmarks.relevance.judged import COMPLETED, SETS, SINCE, Judged, judged
from benchmarks.relevance.report import answers_of, interval, print_difference, print_table, print_unjudged
from geleerd import Settings, reading_of

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 27)

KINDS = {"question", "inflection", "compound", "synonym", "typo", "facet"}


@pytest.fixture(scope="module")
def published():
    return {item.fields.id for item in reading_of(Settings(root=ROOT, today=TODAY)).library.published}


@pytest.mark.parametrize("name", [*SETS, *COMPLETED])
def test_every_judgement_is_about_an_item_that_readers_can_find(name, published):
    for query in judged(name):
        assert query.kind in KINDS
        assert query.relevant.keys() <= published, query.query
        assert set(query.unrelated) <= published, query.query
        assert set(query.relevant.values()) <= {1, 2, 3}, query.query


@pytest.mark.parametrize("name", [*SETS, *COMPLETED])
def test_nothing_both_helps_and_does_not(name):
    for query in judged(name):
        assert not query.relevant.keys() & set(query.unrelated), query.query
        assert len(set(query.unrelated)) == len(query.unrelated), query.query


def test_what_is_kept_aside_is_asked_nowhere_else():
    tuned, aside = ([query.asked for query in judged(name)] for name in SETS[:2])
    assert len(set(tuned)) == len(tuned)
    assert len(set(aside)) == len(aside)
    assert not set(tuned) & set(aside)


@pytest.mark.parametrize("name", COMPLETED)
def test_what_was_judged_since_is_about_the_frozen_queries_and_grades_all_that_they_had(name):
    for frozen, since in zip(judged(name.removesuffix(SINCE)), judged(name), strict=True):
        assert (frozen.asked, frozen.kind) == (since.asked, since.kind)
        assert frozen.relevant.keys() <= since.relevant.keys(), frozen.query


def test_a_drop_on_any_set_that_is_kept_aside_is_told():
    assert KEPT.keys() == {name for name in (*SETS, *COMPLETED) if "kept_aside" in name}
    wrong, right = ([(Judged("geld", "facet", {"a": 3}), [item])] for item in "ba")
    assert dropped(dict.fromkeys(KEPT, right) | {"tuned": wrong}) == []
    assert dropped(dict.fromkeys(KEPT, wrong)) == sorted(KEPT)


def test_a_query_of_two_sets_is_asked_once_and_each_set_is_judged_by_itself(capsys):
    asked = []

    def ask(query: Judged) -> list[str]:
        asked.append(query.query)
        return ["/a/", "/elders/", "/b/"]

    first, second = Judged("geld", "facet", {"a": 3}, {"type": ["tip"]}), Judged("geld", "facet", {"b": 3}, {"type": ["tip"]}, ["a"])
    answers = answers_of(ask, {"one": [first], "two": [second]}, {"/a/": "a", "/b/": "b"})
    assert asked == ["geld"]
    assert answers == {"one": [(first, ["a", "b"])], "two": [(second, ["a", "b"])]}
    print_table("ours", answers["one"])
    assert "1 queries, 1 of their first 10 unjudged" in capsys.readouterr().out
    print_unjudged([*answers["one"], *answers["two"]])
    assert capsys.readouterr().out == "  geld type=tip: b\n"


def test_a_difference_comes_with_its_interval(capsys):
    low, high = interval([0.1, 0.2, 0.3, -0.1])
    assert -0.1 <= low < 0.125 < high <= 0.3
    assert interval([0.5]) == (0.5, 0.5)
    query = Judged("geld", "facet", {"a": 3})
    print_difference("ours", [(query, ["a"])], [(query, ["b", "a"])])
    assert "1 better, 0 worse" in capsys.readouterr().out


def test_what_queries_cost_stands_beside_what_was_promised(capsys):
    costs = Costs([Cost(MOST_BYTES, 900, 300), Cost(9, 100, 30)], [Cost(MOST_LATER + 1, 250, 50), Cost(7, 250, 50)])
    assert list(over(LARGE, costs)) == ["later more than 60,000 bytes"]
    assert list(over(162, costs)) == ["later more than 60,000 bytes", "more than 200 ms"]
    print_costs([(162, costs)])
    assert "340,000 bytes      500, 900 (165)" in capsys.readouterr().out
