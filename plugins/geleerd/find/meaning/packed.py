"""Vectors as one whole number each: a sum of vectors is then a sum of numbers, exact and the same on every machine.

A number of a vector is half a byte, 0 to 15, and means the odd numbers from -15 to 15.
"""

import struct
from collections.abc import Iterable, Sequence
from math import isqrt

HALF_BYTES = 15
"""Twice the middle of what half a byte holds."""

UNIT = 1 << 12
"""The length of a vector of which only the direction counts."""

_LANE = "0" * 15
"""What stands between two numbers of a packed vector, so that a sum has 64 bits for each."""


def packed_row(told: bytes) -> int:
    """A vector as a table tells it, packed."""
    return int(_LANE.join(told.hex()), 16)


def summed(weighed: Iterable[tuple[int, int]], dimensions: int) -> list[int]:
    """The sum of packed vectors, each so many times."""
    total = times = 0
    for weight, vector in weighed:
        total += weight * vector
        times += weight
    return [2 * number - HALF_BYTES * times for number in struct.unpack(f">{dimensions}Q", total.to_bytes(8 * dimensions, "big"))]


def directed(vector: Sequence[int]) -> list[int]:
    """The vector with the length `UNIT`; zeros stay zeros."""
    length = isqrt(sum(number * number for number in vector))
    return [number * UNIT // length for number in vector] if length else list(vector)


def together(weighed: Iterable[tuple[int, Sequence[int]]], dimensions: int) -> list[int]:
    """The weighed sum of vectors."""
    total = [0] * dimensions
    for weight, vector in weighed:
        total = [number + weight * other for number, other in zip(total, vector, strict=True)]
    return total


def centred(vectors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The vectors without what all have in common."""
    mean = [sum(numbers) // len(vectors) for numbers in zip(*vectors, strict=True)]
    return [[number - middle for number, middle in zip(vector, mean, strict=True)] for vector in vectors]
