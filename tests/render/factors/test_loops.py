"""The feedback loops in invented maps."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from geleerd.render.factors.influences import Arrow
from geleerd.render.factors.loops import MOST_LOOPS, Loop, loops_of

SLUGS = tuple("abcde")
EFFECTS = st.sampled_from(["strengthens", "weakens"])


def arrow(cause: str, on: str, effect: str = "strengthens") -> Arrow:
    return Arrow(cause, effect, on, ())


def test_an_even_number_of_weakening_arrows_reinforces_and_an_odd_number_balances():
    ring = [arrow("a", "b", "weakens"), arrow("b", "c"), arrow("c", "a", "weakens")]
    assert loops_of(ring, SLUGS) == (Loop(("a", "b", "c"), reinforcing=True),)
    assert loops_of([*ring[:2], arrow("c", "a")], SLUGS) == (Loop(("a", "b", "c"), reinforcing=False),)


def test_arrows_of_which_nobody_knows_the_effect_make_no_loop():
    assert loops_of([arrow("a", "b", "affects"), arrow("b", "a")], SLUGS) == ()
    assert loops_of([arrow("a", "b"), arrow("a", "b", "weakens"), arrow("b", "a")], SLUGS) == ()


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(permutations(SLUGS, 2))), EFFECTS, max_size=9))
def test_every_loop_is_found_once_as_by_trying_every_order(told):
    arrows = [arrow(cause, on, effect) for (cause, on), effect in told.items()]
    expected = set()
    for length in range(2, len(SLUGS) + 1):
        for path in permutations(SLUGS, length):
            ends = list(zip(path, (*path[1:], path[0]), strict=True))
            if path[0] == min(path) and all(pair in told for pair in ends):
                expected.add(Loop(path, [told[pair] for pair in ends].count("weakens") % 2 == 0))
    found = loops_of(arrows, SLUGS)
    assert set(found) == expected or len(found) == MOST_LOOPS + 1
    assert len(found) == len(set(found))
    assert [len(loop.slugs) for loop in found] == sorted(len(loop.slugs) for loop in found)


def test_a_map_in_which_all_works_on_all_gives_the_shortest_loops_in_a_moment():
    slugs = [f"f{number}" for number in range(60)]
    found = loops_of([arrow(cause, on) for cause, on in permutations(slugs, 2)], slugs)
    assert len(found) == MOST_LOOPS + 1
    assert {len(loop.slugs) for loop in found} == {2}
