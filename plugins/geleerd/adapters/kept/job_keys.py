"""The key of a job: a digest of all that it holds. Jobs that hold the same have the same key, in every process."""

import hashlib
import io
import pickle

from geleerd.adapters.kept.ways import digests_below, ways
from geleerd.making.frame import PageFrame
from geleerd.model.settings import Settings
from geleerd.render.jobs import Job


class JobKeys:
    """Gives the keys of jobs that are made with the same settings, frame and templates."""

    def __init__(self, settings: Settings, frame: PageFrame) -> None:
        self._ways = _written((ways(), _told_to_makers(settings), frame, tuple(digests_below(settings.overrides))))

    def key(self, job: Job) -> str:
        """The key of a job: 40 hexadecimal digits."""
        whole = hashlib.blake2b(self._ways, digest_size=20)
        whole.update(_written(job))
        return whole.hexdigest()


def _told_to_makers(settings: Settings) -> tuple[object, ...]:
    return settings.language, settings.declarations, settings.site_url, settings.policy


def _written(value: object) -> bytes:
    """A value as bytes that follow from what it holds alone. Nothing reads them back.

    A plain pickle depends on which parts of a value happen to be one object; this one writes every part out.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True
    pickler.dump(value)
    return out.getvalue()
