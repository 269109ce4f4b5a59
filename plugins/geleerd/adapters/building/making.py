"""Makes the jobs of a site, or takes what was made of the same job before. Nobody else knows that a job may be skipped."""

from collections.abc import Iterator
from pathlib import Path

from geleerd.adapters.building.site_folder import SiteFolder
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.making.maker import HtmlFile, Made, Maker
from geleerd.model.artefacts import Asset, Drawing, Page, TextFile
from geleerd.pipeline import Draw
from geleerd.render.jobs import Job, as_made


class Making:
    """Puts what is made of jobs into a site."""

    def __init__(self, maker: Maker, keys: JobKeys, kept: KeptMade, root: Path, draw: Draw) -> None:
        self._maker = maker
        self._keys = keys
        self._kept = kept
        self._root = root
        self._draw = draw

    def put(self, job: Job, site: SiteFolder) -> tuple[Output, ...]:
        """Write the files of a job, and return what they are."""
        if isinstance(job, TextFile | Asset):
            return (Output(job.path, site.put(job.path, self._content(job))),)
        asked = as_made(job)
        key = self._keys.key(asked)
        outputs = self._kept.outputs(key)
        if outputs is None or not all(site.take(output, self._kept) for output in outputs):
            outputs = tuple(self._new(asked, site))
        self._kept.use(key, outputs)
        return outputs

    def _new(self, job: Job, site: SiteFolder) -> Iterator[Output]:
        for made in self._maker.make(job):
            content = self._content(made)
            needs, source = (made.needs, made.source) if isinstance(made, HtmlFile) else (None, None)
            output = Output(_path(made), site.put(_path(made), content), needs, source)
            self._kept.add(output, site.folder / output.path)
            yield output

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
