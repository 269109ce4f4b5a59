"""Makes jobs here, or in other processes where there are enough of them. What is made is the same, whoever makes it."""

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from typing import Self

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


class Makers:
    """Makes jobs from the moment that they are given: by the executor that the owner named, or by processes where those pay.

    Few jobs are made here, when somebody takes what is made of them.
    """

    def __init__(self, settings: Settings, frame: PageFrame) -> None:
        self._make = partial(make_chunk, pickle.dumps((replace(settings, changed=Frozen()), frame)))
        self._named = settings.executor
        self._stack = ExitStack()
        self._executor: Executor | None = None
        self._asked: list[deque[Future[MadeChunk]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Make nothing more."""
        for future in chain.from_iterable(self._asked):
            future.cancel()
        self._stack.close()

    def make(self, jobs: Sequence[Job]) -> Iterator[tuple[Made, ...]]:
        """What is made of jobs, in their order. Raises `FailedError` when something goes wrong with a file."""
        chunks = [tuple(jobs[start : start + CHUNK]) for start in range(0, len(jobs), CHUNK)]
        if self._executor is None and (executor := _executor(self._named, len(jobs))):
            self._executor = self._stack.enter_context(executor)
        if self._executor is None:
            return _made(map(self._make, chunks))
        asked = deque(self._executor.submit(self._make, chunk) for chunk in chunks)
        self._asked.append(asked)
        return _made(_answers(asked))


def _answers(asked: deque[Future[MadeChunk]]) -> Iterator[MadeChunk]:
    while asked:
        yield asked.popleft().result()


def _made(chunks: Iterable[MadeChunk]) -> Iterator[tuple[Made, ...]]:
    for chunk in chunks:
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
