"""Makes the jobs of a site, or takes what was made of the same job before. Nobody else knows that a job may be skipped."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from geleerd.adapters.building.site_folder import SiteFolder
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.adapters.outside.progress import with_bar
from geleerd.making.maker import Made
from geleerd.model.artefacts import Asset, Drawing, Page, TextFile
from geleerd.pipeline import Draw, PlannedPart
from geleerd.render.jobs import Job, as_made

MakeAll = Callable[[tuple[Job, ...]], Iterable[tuple[Made, ...]]]
"""Begins to make jobs, and gives what is made of each, in their order."""


class NotKeptError(Exception):
    """What was made of an unchanged part is not kept whole any more."""


class Making:
    """Puts what is made of jobs into a site: those of which nothing is kept are made by `make`.

    `keys` has the keys of the jobs of each part, but not of a part with files as they lie on disk.
    `label` stands before a bar, where somebody waits.
    """

    def __init__(self, site: SiteFolder, job_keys: JobKeys, kept: KeptMade, root: Path, draw: Draw, make: MakeAll, label: str = "") -> None:
        self.keys: dict[str, tuple[str, ...]] = {}
        self._site = site
        self._job_keys = job_keys
        self._kept = kept
        self._root = root
        self._draw = draw
        self._make = make
        self._label = label
        self._found: dict[str, Sequence[str]] = {}
        self._begun: Mapping[str, Job] = {}
        self._made: Iterable[tuple[Made, ...]] = ()

    def take(self, keys: Iterable[str]) -> Iterator[Output]:
        """Take the files of jobs that were kept, and say what they are. Raises `NotKeptError` when one is not kept whole."""
        for key in keys:
            if (outputs := self._taken(key)) is None:
                raise NotKeptError(key)
            yield from outputs

    def begin(self, parts: Iterable[PlannedPart]) -> None:
        """Begin to make the jobs of parts, which others then put into the site with the rest."""
        jobs = ((key, as_made(job)) for part in parts for key, job in self._keyed(part) if not isinstance(job, Asset | TextFile))
        self._begun = {key: job for key, job in jobs if self._kept.outputs(key) is None}
        self._made = self._make(tuple(self._begun.values()))

    def put(self, parts: Iterable[PlannedPart]) -> Iterator[Output]:
        """Write the files of the jobs of parts, and say what they are."""
        new: dict[str, Job] = {}
        for part in parts:
            keyed = self._keyed(part)
            if not any(isinstance(job, Asset) for job in part.jobs or ()):
                self.keys[part.name] = tuple(key for key, _ in keyed)
            for key, job in keyed:
                if key not in self._begun:
                    outputs = self._at_once(key, job)
                    yield from outputs or ()
                    new |= {} if outputs else {key: as_made(job)}
        all_made = chain(self._made, self._make(tuple(new.values())))
        for key, made in with_bar(zip((*self._begun, *new), all_made, strict=True), self._label, len(self._begun) + len(new)):
            outputs = tuple(map(self._written, made))
            self._kept.use(key, outputs)
            yield from outputs

    def _keyed(self, part: PlannedPart) -> Sequence[tuple[str, Job]]:
        """The jobs of a part, each with its key, which takes time to find."""
        jobs = part.jobs or ()
        if part.name not in self._found:
            self._found[part.name] = [self._job_keys.key(as_made(job)) for job in jobs]
        return list(zip(self._found[part.name], jobs, strict=True))

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
        output = Output.of(made, path, self._site.put(path, self._content(made)))
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
