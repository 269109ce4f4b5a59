"""Items are turned towards the words in which people ask, from few questions and from many."""

import random

import pytest

from geleerd.find.meaning.adapted import _across, _changes, _product, adapted
from geleerd.find.meaning.item_vectors import ItemVectors
from geleerd.find.meaning.packed import centred, directed
from geleerd.once import FoundOnce

SIZE = 8


def site(items: int) -> list[ItemVectors]:
    """Items of which the questions say the same in other numbers: the numbers of the item in reverse, and some noise."""
    chance = random.Random(2)  # noqa: S311  # the same every time
    found = []
    for _ in range(items):
        bare = directed([chance.randrange(-100, 100) for _ in range(SIZE)])
        asked = [directed([number + chance.randrange(-400, 400) for number in reversed(bare)]) for _ in range(2)]
        found.append(ItemVectors(tuple(bare), tuple(map(tuple, asked)), (tuple(bare),) * 2))
    return found


def margin(vectors, known) -> float:
    """How much nearer new questions are to their own item than to the others, on average."""
    chance = random.Random(3)  # noqa: S311  # the same every time
    total = 0.0
    for at, item in enumerate(known):
        question = [number + chance.randrange(-400, 400) for number in reversed(item.whole)]
        near = [sum(a * b for a, b in zip(question, vector, strict=True)) / sum(b * b for b in vector) ** 0.5 for vector in vectors]
        total += near[at] - (sum(near) - near[at]) / (len(near) - 1)
    return total / len(known)


@pytest.mark.parametrize("items", [3, 40])
def test_a_new_question_comes_nearer_to_its_item(items):
    known = site(items)
    without = [item.whole for item in known]
    assert margin(adapted(known), known) > margin(without, known)


def test_without_questions_nothing_turns():
    known = [ItemVectors(item.whole, ((0,) * SIZE,), (item.whole,)) for item in site(3)]
    assert adapted(known) == [list(item.whole) for item in known]
    assert adapted([]) == []


def test_the_same_questions_are_learned_once():
    known, once = site(3), FoundOnce()
    first = adapted(known, once)
    again = FoundOnce(once.found())
    assert adapted(known, again) == first == adapted(known)
    assert again.found() == once.found()
    other = [ItemVectors(item.whole[::-1], item.questions, item.targets) for item in known]
    assert adapted(other, again) != first
    assert again.found() == once.found()


def test_few_and_many_questions_are_learned_from_alike():
    asked, targets = (centred([vector for item in site(3) for vector in getattr(item, name)]) for name in ("questions", "targets"))
    nothing = [[0] * SIZE] * (SIZE - len(asked))
    few, many = _changes(asked, targets), _changes([*asked, *nothing], [*targets, *nothing])
    assert any(map(any, many))
    assert all(abs(one - other) <= 1 for rows in zip(few, many, strict=True) for one, other in zip(*rows, strict=True))


def test_a_product_is_the_product_number_by_number():
    chance = random.Random(4)  # noqa: S311  # the same every time
    left, right = ([[chance.randrange(-9999, 9999) for _ in range(size)] for _ in range(5)] for size in (3, 4))
    assert _product(left, right) == [[sum(left[k][i] * right[k][j] for k in range(5)) for j in range(4)] for i in range(3)]
    assert _across([[1, 2]]) == [(1,), (2,)]
