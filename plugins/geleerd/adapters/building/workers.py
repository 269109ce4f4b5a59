"""Makes jobs here, or in other processes where there are enough of them. What is made is the same, whoever makes it."""

import os
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib import import_module
from multiprocessing import get_context

from geleerd.guard import FailedError, Failure, each
from geleerd.making.frame import PageFrame
from geleerd.making.maker import Made, Maker
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.render.jobs import Job, file_behind

ENOUGH = 1_500
"""Jobs that are worth the start of other processes, which takes about as long as making some hundreds of them."""

CHUNK = 128
"""Jobs that go to another process together."""


@dataclass(frozen=True, slots=True)
class MadeChunk:
    """What was made of some jobs, in their order; or what went wrong with the files behind them."""

    made: tuple[tuple[Made, ...], ...] = ()
    failures: tuple[Failure, ...] = ()


def made_of(jobs: Sequence[Job], settings: Settings, frame: PageFrame) -> Iterator[tuple[Made, ...]]:
    """What is made of jobs, in their order, by the executor that the owner named, by processes, or here when there are few.

    Raises `FailedError` when something goes wrong with a file.
    """
    told = pickle.dumps((replace(settings, changed=Frozen()), frame))
    chunks = [tuple(jobs[start : start + CHUNK]) for start in range(0, len(jobs), CHUNK)]
    with ExitStack() as stack:
        executor = _executor(settings.executor, len(jobs))
        make = partial(make_chunk, told)
        for chunk in stack.enter_context(executor).map(make, chunks) if executor else map(make, chunks):
            if chunk.failures:
                raise FailedError(chunk.failures)
            yield from chunk.made


def make_chunk(told: bytes, jobs: tuple[Job, ...]) -> MadeChunk:
    """Make some jobs in whatever process this is; `told` are the settings and the frame, pickled by the process that asks."""
    try:
        return MadeChunk(each(_maker(told).make, jobs, file_behind))
    except FailedError as error:
        return MadeChunk(failures=error.failures)


@lru_cache(maxsize=2)
def _maker(told: bytes) -> Maker:
    return Maker(*pickle.loads(told))  # noqa: S301  # the process that asks wrote it; nothing of it was ever on disk


def _executor(named: str, jobs: int) -> Executor | None:
    """The executor that the owner named; otherwise processes where those pay, or nothing."""
    if named:
        module, _, name = named.partition(":")
        executor: Executor = getattr(import_module(module), name)()
        return executor
    processes = os.cpu_count() or 1
    if jobs < ENOUGH or processes < 2:  # one would only wait for the other
        return None
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
