"""The second net: whatever goes wrong with one file leaves that file out, and whatever goes wrong otherwise is told by its stage.

What passes the check should never get here, and a test that makes inputs of every kind shows that it does not. The net is for what nobody
thought of: the rest of the site is built, and the file has a name.
"""

import traceback
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

ThingT = TypeVar("ThingT")
ResultT = TypeVar("ResultT")


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
    for thing in things:
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
def stage(name: str) -> Iterator[None]:
    """Say of what goes wrong inside, with no file in particular, in which stage it did. Raises `StageError`."""
    try:
        yield
    except (FailedError, StageError):
        raise
    except Exception as error:
        raise StageError(name) from error


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
