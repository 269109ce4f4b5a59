"""Sums of vectors as whole numbers: the same as number by number."""

import random

from geleerd.find.meaning.packed import UNIT, centred, directed, packed_row, summed, together


def test_a_sum_of_packed_vectors_is_the_sum_number_by_number():
    chance = random.Random(1)  # noqa: S311  # the same every time
    halves = [[chance.randrange(16) for _ in range(8)] for _ in range(50)]
    weights = [chance.randrange(1, 6000) for _ in halves]
    packed = [packed_row(bytes(high << 4 | low for high, low in zip(row[0::2], row[1::2], strict=True))) for row in halves]
    plain = [sum(weight * (2 * row[at] - 15) for weight, row in zip(weights, halves, strict=True)) for at in range(8)]
    assert summed(zip(weights, packed, strict=True), 8) == plain
    assert summed([], 8) == [0] * 8


def test_a_direction_has_one_length_and_nothing_stays_nothing():
    found = directed([3, -4, 0])
    assert found == [3 * UNIT // 5, -4 * UNIT // 5, 0]
    assert directed([0, 0]) == [0, 0]
    assert together([(2, [1, 2]), (-1, [0, 3])], 2) == [2, 1]


def test_what_all_vectors_have_in_common_is_taken_out():
    assert centred([[1, 5], [3, 5]]) == [[-1, 0], [1, 0]]
