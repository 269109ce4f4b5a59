"""Makes the jobs of a site, or takes what was made of the same job before. Nobody else knows that a job may be skipped."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geleerd.adapters.building.site_folder import SiteFolder
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.adapters.outside.progress import with_bar
from geleerd.making.maker import HtmlFile, Made
from geleerd.model.artefacts import Asset, Drawing, Page, TextFile
from geleerd.pipeline import Draw, PlannedPart
from geleerd.render.jobs import Job, as_made

MakeAll = Callable[[tuple[Job, ...]], Iterable[tuple[Made, ...]]]
"""Makes jobs: what is made of each, in their order."""


class NotKeptError(Exception):
    """What was made of an unchanged part is not kept whole any more."""


class Making:
    """Puts what is made of jobs into a site.

    `keys` has the keys of the jobs of each part, but not of a part with files as they lie on disk.
    `label` stands before a bar, where somebody waits.
    """

    def __init__(self, site: SiteFolder, job_keys: JobKeys, kept: KeptMade, root: Path, draw: Draw, label: str = "") -> None:
        self.keys: dict[str, tuple[str, ...]] = {}
        self._site = site
        self._job_keys = job_keys
        self._kept = kept
        self._root = root
        self._draw = draw
        self._label = label

    def take(self, keys: Iterable[str]) -> Iterator[Output]:
        """Take the files of jobs that were kept, and say what they are. Raises `NotKeptError` when one is not kept whole."""
        for key in keys:
            if (outputs := self._taken(key)) is None:
                raise NotKeptError(key)
            yield from outputs

    def put(self, parts: Iterable[PlannedPart], make: MakeAll) -> Iterator[Output]:
        """Write the files of the jobs of parts, and say what they are. `make` makes those of which nothing is kept."""
        new: dict[str, Job] = {}
        for part in parts:
            keys = tuple(self._job_keys.key(as_made(job)) for job in part.jobs or ())
            if not any(isinstance(job, Asset) for job in part.jobs or ()):
                self.keys[part.name] = keys
            for key, job in zip(keys, part.jobs or (), strict=True):
                outputs = self._at_once(key, job)
                yield from outputs or ()
                new |= {} if outputs else {key: as_made(job)}
        for key, made in with_bar(zip(new, make(tuple(new.values())), strict=True), self._label, len(new)):
            outputs = tuple(map(self._written, made))
            self._kept.use(key, outputs)
            yield from outputs

    def _at_once(self, key: str, job: Job) -> tuple[Output, ...] | None:
        """The files of a job that needs no making, or that was kept; None for any other."""
        if isinstance(job, Asset):
            return (Output(job.path, self._site.put(job.path, self._content(job))),)
        if (outputs := self._taken(key)) or not isinstance(job, TextFile):
            return outputs
        outputs = (self._written(job),)
        self._kept.use(key, outputs)
        return outputs

    def _taken(self, key: str) -> tuple[Output, ...] | None:
        """The files of a job that were kept whole, which now stand in the site."""
        outputs = self._kept.outputs(key)
        if outputs is None or not all(self._site.take(output, self._kept) for output in outputs):
            return None
        self._kept.use(key, outputs)
        return outputs

    def _written(self, made: Made) -> Output:
        path = _path(made)
        needs, source = (made.needs, made.source) if isinstance(made, HtmlFile) else (None, None)
        output = Output(path, self._site.put(path, self._content(made)), needs, source)
        self._kept.add(output, self._site.folder / path)
        return output

    def _content(self, made: Made) -> bytes:
        match made:
            case Drawing():
                return self._draw(made)
            case Asset() if made.content is None:
                return (self._root / made.source).read_bytes()
            case Page():
                raise TypeError(made.address)  # a maker with a frame makes whole documents
            case _:
                return made.content.encode("utf-8") if isinstance(made.content, str) else made.content or b""


def _path(made: Made) -> str:
    return made.address if isinstance(made, Page) else made.path
