"""The second net: whatever goes wrong with one file leaves that file out, and whatever goes wrong otherwise is told by its stage.

What passes the check should never get here, and a test that makes inputs of every kind shows that it does not. The net is for what nobody
thought of: the rest of the site is built, and the file has a name.
"""

import traceback
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

ThingT = TypeVar("ThingT")
ResultT = TypeVar("ResultT")

Show = Callable[[tuple[object, ...], str], Iterable[object]]
"""Gives the same things one by one, and shows meanwhile how far the stage of this name is with them."""

_show: ContextVar[Show | None] = ContextVar("show", default=None)
_stage: ContextVar[str] = ContextVar("stage", default="")


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with the file at a path, as programmers read it."""

    path: str
    trace: str


class FailedError(Exception):
    """Something went wrong with one or more files; `failures` says with which."""

    def __init__(self, failures: Iterable[Failure]) -> None:
        self.failures = tuple(failures)
        super().__init__(", ".join(failure.path for failure in self.failures))


class StageError(Exception):
    """Something went wrong in a stage, with no file in particular. `trace` is for programmers."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage
        self.trace = traceback.format_exc()


def each(
    work: Callable[[ThingT], ResultT], things: Iterable[ThingT], path: Callable[[ThingT], str | None] = attrgetter("path")
) -> tuple[ResultT, ...]:
    """The results of some work on each of the things; `path` gives the file that a thing is of.

    Raises `FailedError` with all that went wrong, after the last thing, and at once what went wrong with a thing that is of no file.
    """
    results: list[ResultT] = []
    failures: list[Failure] = []
    for thing in _shown(things):
        try:
            results.append(work(thing))
        except FailedError as error:
            failures += error.failures
        except Exception:
            name = path(thing)
            if name is None:
                raise
            failures.append(Failure(name, traceback.format_exc()))
    if failures:
        raise FailedError(failures)
    return tuple(results)


@contextmanager
def showing(show: Show) -> Iterator[None]:
    """Let somebody see how far each stage inside is."""
    told = _show.set(show)
    try:
        yield
    finally:
        _show.reset(told)


def _shown(things: Iterable[ThingT]) -> Iterable[ThingT]:
    """The things; where somebody watches, shown one by one. Work on one thing that goes over others is not shown again."""
    show = _show.get()
    if show is None:
        yield from things
        return
    with showing(_as_they_are):
        yield from show(tuple(things), _stage.get())  # type: ignore[misc]  # they are the same things


def _as_they_are(things: tuple[object, ...], _: str) -> Iterable[object]:
    return things


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Say of what goes wrong inside, with no file in particular, in which stage it did. Raises `StageError`."""
    told = _stage.set(name)
    try:
        yield
    except (FailedError, StageError):
        raise
    except Exception as error:
        raise StageError(name) from error
    finally:
        _stage.reset(told)


def name_the_file(error: StageError, paths: Sequence[str], work: Callable[[Set[str]], object]) -> FailedError | StageError:
    """What to raise for a stage that fails by what one file holds: the error that names this file, or the same one when none does.

    `work` does the stage again without some of the files; it has no effect but what it returns. The shortest beginning of `paths` with
    which it fails ends with the file, so that a few attempts find it, however many files there are.
    """

    def fails(count: int) -> bool:
        try:
            work(frozenset(paths[count:]))
        except Exception:  # noqa: BLE001  # whatever it is, it goes wrong again
            return True
        return False

    count = bisect_left(range(len(paths)), True, key=fails)  # noqa: FBT003  # it is what is looked for, no switch
    return FailedError([Failure(paths[count - 1], error.trace)]) if count else error


def without_failing(run: Callable[[Mapping[str, Failure]], ResultT]) -> ResultT:
    """The result of a run without the files with which something goes wrong: after each attempt, the next one is told of those.

    Raises `StageError` when leaving out a file does not help.
    """
    failed: dict[str, Failure] = {}
    while True:
        try:
            return run(dict(failed))
        except FailedError as error:
            new = {failure.path: failure for failure in error.failures if failure.path not in failed}
            if not new:
                raise StageError("read") from error
            failed |= new
