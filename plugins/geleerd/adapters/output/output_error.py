"""Why a folder cannot be written, as a person is told."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class OutputError(Exception):
    """A folder cannot be written; what stood there stands. `key` is that of the sentence that says why, and `words` go into it."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.key = key
        self.words: Mapping[str, object] = words


def is_full(error: OSError) -> bool:
    """Whether there is no room left on a disk, or for this user."""
    return error.errno in _FULL


def refusal_of(error: OSError, place: Path) -> OutputError:
    """The refusal that follows from an error of the system. `place` is where the output goes."""
    path = error.filename or place
    return OutputError("output-full", path=path) if is_full(error) else OutputError("output-unwritable", path=path, reason=error.strerror)


@contextmanager
def refusing(place: Path) -> Iterator[None]:
    """Turn every error of the system into an `OutputError`."""
    try:
        yield
    except OSError as error:
        raise refusal_of(error, place) from None
