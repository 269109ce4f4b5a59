"""Makes the jobs of a site that the host writes, or takes what was made of the same job before, which nobody else knows."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path

from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.making.frame import PageFrame
from geleerd.making.maker import HtmlFile, Made, Maker
from geleerd.model.artefacts import Asset, Drawing, TextFile
from geleerd.model.settings import Settings
from geleerd.render.jobs import Job, as_made

MadeByKey = Mapping[str, tuple[Made, ...]]
"""What was made of jobs, by their keys."""

_PLAIN = str | int | float | bool | None


class KeptMaker:
    """Makes whole documents and other files. `before` is what the same process made for an earlier site; earlier builds kept the rest.

    `made` is what this site has of it. A key says all that a job and its making follow from: with another template it is another key.
    """

    def __init__(self, settings: Settings, frame: PageFrame, before: MadeByKey) -> None:
        self.made: dict[str, tuple[Made, ...]] = {}
        self._before = before
        self._maker = Maker(settings, frame)
        self._keys = JobKeys(settings, frame)
        self._kept = KeptMade(settings.root)
        self._taken: dict[str, tuple[Output, ...]] = {}

    def make(self, job: Job) -> tuple[Made, ...]:
        """The artefacts of a job."""
        if isinstance(job, Asset | Drawing | TextFile):
            return self._maker.make(job)
        key = self._keys.key(as_made(job))
        self.made[key] = self._before.get(key) or self._known(key) or self._maker.make(job)
        return self.made[key]

    def keep(self, site: Path, checksums: Mapping[str, str]) -> None:
        """Keep what was made and stands in a site as it was made, by the checksums of its files, in place of what was kept before."""
        for key, made in self.made.items():
            if key not in self._taken:
                self._taken |= self._newly_kept(key, tuple(map(_output, made)), site, checksums)
        for key, outputs in self._taken.items():
            self._kept.use(key, outputs)
        self._kept.close()

    def _newly_kept(
        self, key: str, outputs: tuple[Output, ...], site: Path, checksums: Mapping[str, str]
    ) -> Mapping[str, tuple[Output, ...]]:
        """The files of a job with their key, which are kept; nothing when one of them is not as it was made, such as by another plugin."""
        if any(checksums.get(output.path) != output.checksum for output in outputs):
            return {}
        for output in outputs:
            self._kept.add(output, site / output.path)
        return {key: outputs}

    def _known(self, key: str) -> tuple[Made, ...] | None:
        """What an earlier build kept whole."""
        outputs = self._kept.outputs(key)
        if not outputs:
            return None
        with suppress(OSError, ValueError):
            made = tuple(_artefact(output, self._kept.read(output)) for output in outputs)
            self._taken[key] = outputs
            return made
        return None


def tells_all(frame: PageFrame) -> bool:
    """Whether a frame is data and nothing else: what a program among its values gives is in no key."""
    return _is_data(frame.configuration)


def _is_data(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_data, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_data, value))
    return isinstance(value, _PLAIN) or (is_dataclass(value) and not isinstance(value, type))


def _output(made: Made) -> Output:
    if not isinstance(made, HtmlFile | TextFile):
        raise TypeError(made)  # with a frame, whatever is made of a page or a feed is whole
    content = made.content.encode() if isinstance(made.content, str) else made.content
    return Output.of(made, made.path, hashlib.sha256(content).hexdigest())


def _artefact(output: Output, content: bytes) -> Made:
    if output.needs is None:
        return TextFile(output.path, content)
    return HtmlFile(output.path, content.decode(), output.needs, output.source)
