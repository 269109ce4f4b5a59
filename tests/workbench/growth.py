"""How the work on a text grows with its length."""

import gc
import sys
import time
from collections.abc import Callable

SHORT, TIMES = 1_250, 8
"""Characters of the short text, and how many times as long the long one is."""

NEARLY_LINEAR = 3 * TIMES
"""Less than this grows with the length, however busy the machine; where every character meets every other, it is 64 times as much."""


def calls_grow(work: Callable[[str], object], piece: str) -> float:
    """How many times as many calls the long text takes: the same on every machine."""
    short, long = (_calls(work, text) for text in _texts(piece, SHORT))
    return long / short


def time_grows(work: Callable[[str], object], piece: str) -> float:
    """How many times as much of the processor the long text takes, each at its best of three; this sees inside patterns too."""
    short, long = (min(_seconds(work, text) for _ in range(3)) for text in _texts(piece, 10 * SHORT))
    return long / short


def _texts(piece: str, length: int) -> tuple[str, str]:
    return piece * (length // len(piece)), piece * (TIMES * length // len(piece))


def _calls(work: Callable[[str], object], text: str) -> int:
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The processor's time, without that of the collector of garbage, which looks through whatever else this process holds."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    try:
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()
