"""Turns the vectors of items towards the words in which people ask: a linear map, learned from the site's own `questions`.

Every question should lead to its item as if the item lacked that question. The map that does so best while it changes little is a ridge
regression towards no change, and follows from one system of equations. Its steps have one order: the same bytes on every machine.
"""

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import chain

from geleerd.find.meaning.item_vectors import ItemVectors
from geleerd.find.meaning.packed import UNIT, centred
from geleerd.once import Once, now

MOST_LEARNED = 1_500
"""The questions to learn from. Of more, as many are taken, at equal distances."""

_STEADY = 4 * UNIT * UNIT
"""How much the map holds to no change: as much as four questions."""

_FINE = 1 << 12
"""The map is in whole numbers, in parts of this."""

_FINEST = UNIT**3
"""What leads to the map is in parts of this: it is divided by lengths twice."""

_MIDDLE = 1 << 62
"""What makes a sum of a lane positive, so that it can be read."""

Matrix = Sequence[Sequence[int]]


def adapted(items: Sequence[ItemVectors], once: Once = now) -> list[list[int]]:
    """The vectors of items, turned. Their products with a question compare with each other, and with nothing else."""
    whole = [list(item.whole) for item in items]
    pairs = [pair for item in items for pair in zip(item.questions, item.targets, strict=True) if any(pair[0])]
    pairs = pairs[:: -(-len(pairs) // MOST_LEARNED) or 1]
    if not pairs:
        return whole
    changes = once(partial(_learned, pairs), "turned towards questions", *(array("h", chain(*pair)).tobytes() for pair in pairs))
    turned = _product(_across(whole), _across(changes))
    return [[_FINE * number + change for number, change in zip(*pair, strict=True)] for pair in zip(whole, turned, strict=True)]


def _learned(pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Matrix:
    """What the map changes, from questions and where they should lead."""
    questions, targets = (centred(side) for side in zip(*pairs, strict=True))
    missing = [[there - here for here, there in zip(*pair, strict=True)] for pair in zip(questions, targets, strict=True)]
    return tuple(map(tuple, _changes(questions, missing)))


def _changes(questions: Matrix, missing: Matrix) -> Matrix:
    """What the map changes, so that it adds to every question as much as possible of what it is `missing`."""
    if len(questions) < len(questions[0]):
        across = _across(questions)
        told = _solved(_product(across, across), missing)
        found = _product(questions, [[round(number * _FINEST) for number in row] for row in told])
        return [[number * _FINE // _FINEST for number in row] for row in found]
    solved = _solved(_product(questions, questions), _product(questions, missing))
    return [[round(number * _FINE) for number in row] for row in solved]


def _across(rows: Matrix) -> Matrix:
    return list(zip(*rows, strict=True))


def _product(left: Matrix, right: Matrix) -> list[list[int]]:
    """The product of the first matrix, across, with the second. A row is one number with 64 bits for each of its own."""
    size = len(right[0])
    lanes, middles = f">{size}Q", _lanes(size)
    rows = [int.from_bytes(struct.pack(lanes, *(number + _MIDDLE for number in row)), "big") - middles for row in right]
    sums = (sum(times * row for times, row in zip(column, rows, strict=True)) for column in zip(*left, strict=True))
    return [[number - _MIDDLE for number in struct.unpack(lanes, (total + middles).to_bytes(8 * size, "big"))] for total in sums]


@lru_cache(maxsize=8)
def _lanes(size: int) -> int:
    return int.from_bytes(struct.pack(">Q", _MIDDLE) * size, "big")


def _solved(matrix: Matrix, right: Matrix) -> list[list[float]]:
    """What the matrix, steadied, makes into the right side. It is symmetric and positive: no row need change places."""
    size = len(matrix)
    rows = [
        [float(number + (_STEADY if at == place else 0)) for place, number in enumerate(row)] + list(map(float, right[at]))
        for at, row in enumerate(matrix)
    ]
    for at in range(size):
        pivot = [number / rows[at][0] for number in rows[at][1:]]
        for place, row in enumerate(rows):
            head = row[0]
            rows[place] = pivot if place == at else [number - head * other for number, other in zip(row[1:], pivot, strict=True)]
    return rows
