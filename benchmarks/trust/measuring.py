"""What a piece of work costs: seconds of the processor and bytes of memory, in a copy of this process that it cannot harm."""

import gc
import os
import pickle
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MOST_SECONDS: Final = 60
MOST_BYTES: Final = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor, bytes above those that the process had before, and what the work gave back; None when it did not end."""

    seconds: float
    bytes: int
    result: object = None


def cost_of(work: Callable[[], object]) -> Cost:
    """The cost of some work. What takes more than a minute or four gigabytes counts as that, without a result."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _measure(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(said) if said else Cost(MOST_SECONDS, MOST_BYTES)  # noqa: S301  # from our own copy


def _measure(work: Callable[[], object], writing: int) -> None:
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        gc.collect()
        gc.disable()  # it would look through whatever else this process holds
        before, began = _peak(), time.process_time()
        result = work()
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(Cost(time.process_time() - began, _peak() - before, result), pipe)
        code = 0
    finally:
        os._exit(code)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
