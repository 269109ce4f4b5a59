"""The collector of Python, which looks for values that only hold each other: a build makes few of those, and many that it keeps."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_VALUES = 100_000
"""New values before it looks again; Python itself looks after every 700, and then now and then at all that there are."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Let the collector look less often for a while, and never at what there was before, such as all that was imported."""
    former = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, *former[1:])
    try:
        yield
    finally:
        gc.set_threshold(*former)
        gc.unfreeze()
