"""What follows from one file alone is found once: a value with the same key comes from before, and no stage knows which it was."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, cast

from geleerd.model.frozen import Frozen

FoundT = TypeVar("FoundT")

KnownFiles = Mapping[str, object]
"""What was found by looking at files one by one, by the keys of all that it follows from. It can be kept from build to build."""


class Once(Protocol):
    """A way to find a value that follows from `made_of` alone: the name of what it is, and all texts that can change it."""

    def __call__(self, find: Callable[[], FoundT], *made_of: str | bytes) -> FoundT:
        """The value, found now or before."""


def now(find: Callable[[], FoundT], *_: str | bytes) -> FoundT:
    """Find a value whatever is known."""
    return find()


class FoundOnce:
    """Finds values inside one run, and remembers those that were asked for; values that were known `before` are not found again."""

    def __init__(self, before: KnownFiles = Frozen()) -> None:
        self._before = before
        self._found: dict[str, object] = {}

    def __call__(self, find: Callable[[], FoundT], *made_of: str | bytes) -> FoundT:
        """The value that follows from `made_of`."""
        key = _key(made_of)
        if key not in self._found:
            try:
                self._found[key] = self._before[key]
            except KeyError:
                self._found[key] = find()
        return cast("FoundT", self._found[key])

    def found(self) -> KnownFiles:
        """All values that were asked for."""
        return Frozen(self._found)


def _key(made_of: tuple[str | bytes, ...]) -> str:
    whole = hashlib.blake2b(digest_size=20)
    for part in made_of:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()
