"""What there is to make: the stage `plan` gives these, and `making` makes artefacts of them."""

from dataclasses import replace

from geleerd.model.artefacts import Asset, Drawing, Page, ShownFile, TextFile
from geleerd.model.strings import SourcePath
from geleerd.render.feeds.files import FeedFiles

Job = Page | ShownFile | FeedFiles | TextFile | Asset | Drawing
"""Something to make, with all that it is made from; what needs no making is its own job."""


def file_behind(job: Job) -> SourcePath | None:
    """The file that a job is about; None for one that is about all of them, or about none."""
    return job.source if isinstance(job, Page | Asset | Drawing) else None


def as_made(job: Job) -> Job:
    """The job without what its making does not read: then it is the same job while that changes."""
    return replace(job, subject=None, markdown="") if isinstance(job, Page) else job
