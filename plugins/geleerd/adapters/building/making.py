"""Makes the jobs of a site, or takes what was made of the same job before. Nobody else knows that a job may be skipped."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geleerd.adapters.building.site_folder import SiteFolder
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.making.maker import HtmlFile, Made
from geleerd.model.artefacts import Asset, Drawing, Page, TextFile
from geleerd.pipeline import Draw
from geleerd.render.jobs import Job, as_made

MakeAll = Callable[[tuple[Job, ...]], Iterable[tuple[Made, ...]]]
"""Makes jobs: what is made of each, in their order."""


class Making:
    """Puts what is made of jobs into a site."""

    def __init__(self, site: SiteFolder, keys: JobKeys, kept: KeptMade, root: Path, draw: Draw) -> None:
        self._site = site
        self._keys = keys
        self._kept = kept
        self._root = root
        self._draw = draw

    def put(self, jobs: Iterable[Job], make: MakeAll) -> Iterator[Output]:
        """Write the files of jobs, and say what they are. `make` makes those of which nothing is kept."""
        new: dict[str, Job] = {}
        for job in jobs:
            if isinstance(job, TextFile | Asset):
                yield Output(job.path, self._site.put(job.path, self._content(job)))
                continue
            asked = as_made(job)
            key = self._keys.key(asked)
            if outputs := self._taken(key):
                yield from outputs
            else:
                new[key] = asked
        for key, made in zip(new, make(tuple(new.values())), strict=True):
            outputs = tuple(map(self._written, made))
            self._kept.use(key, outputs)
            yield from outputs

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
