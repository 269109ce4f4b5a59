"""The key of a job: a digest of all that it holds. Jobs that hold the same have the same key, in every process."""

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from geleerd.adapters.kept.ways import digests_below, ways
from geleerd.making.frame import PageFrame
from geleerd.model.settings import Settings
from geleerd.render.jobs import Job


class JobKeys:
    """Gives the keys of jobs that are made with the same settings, frame and templates: `ways` are all that, as bytes."""

    def __init__(self, settings: Settings, frame: PageFrame) -> None:
        self.ways = bytes_of((ways(), _told_to_makers(settings), frame, tuple(digests_below(settings.overrides))))

    def key(self, job: Job) -> str:
        """The key of a job: 40 hexadecimal digits."""
        whole = hashlib.blake2b(self.ways, digest_size=20)
        whole.update(bytes_of(job))
        return whole.hexdigest()


Way = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]
"""How an object is written: a function and what to call it with, as a pickle has it."""


class _ByFields(dict[type, Way]):
    """How to write each class: a data class as the values of its fields, all else as Python does."""

    def __missing__(self, kind: type) -> Way:
        """The way to write a class, found once. Raises `KeyError` for one that Python writes."""
        if not is_dataclass(kind) or "__reduce__" in vars(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()
        found = self[kind] = lambda value: (kind, (values(value),))
        return found


_BY_FIELDS = _ByFields()


def _told_to_makers(settings: Settings) -> tuple[object, ...]:
    return settings.language, settings.declarations, settings.site_url, settings.policy


def bytes_of(value: object) -> bytes:
    """A value as bytes that follow from what it holds alone. Nothing reads them back.

    A plain pickle depends on which parts of a value happen to be one object; this one writes every part out. Its table is for speed: Python
    asks a data class for the names of its fields each time, which takes most of the time of a pickle.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True
    pickler.dispatch_table = _BY_FIELDS
    pickler.dump(value)
    return out.getvalue()
