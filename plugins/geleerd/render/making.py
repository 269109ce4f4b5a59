"""Makes what is planned: it shows each page and file with its template. The same job always gives the same artefacts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

from geleerd.guard import each
from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Artefact, Page, Shown, ShownFile, TextFile
from geleerd.render.feeds.articles import article_for
from geleerd.render.feeds.entries import FeedEntry
from geleerd.render.feeds.files import FeedFiles
from geleerd.render.feeds.formats import FORMATS
from geleerd.render.jobs import Job
from geleerd.render.parts.templates import environment, in_frame
from geleerd.render.programs.renditions import markdown_files

_ENTRIES = 1_000
"""Entries of feeds that are kept while others are made: an item stands in the feeds of its type, networks and themes."""


class Maker:
    """Makes jobs, one by one. Each process has its own."""

    def __init__(self, catalogue: Catalogue, overrides: Sequence[Path], site_url: str) -> None:
        self._env = environment(catalogue, overrides)
        self._feed_env = in_frame(self._env, "feed")
        self._site_url = site_url
        self._entry = lru_cache(maxsize=_ENTRIES)(self._made_entry)

    def make(self, job: Job) -> tuple[Artefact, ...]:
        """The artefacts of a job."""
        match job:
            case Page():
                page = replace(job, content=self._html(job.shown))
                return (page, *markdown_files(page, self._site_url))
            case ShownFile():
                return (TextFile(job.path, self._html(job.shown)),)
            case FeedFiles():
                return self._feeds(job)
            case _:
                return (job,)

    def _html(self, shown: Shown) -> str:
        return self._env.get_template(shown.template).render(shown.values)

    def _feeds(self, job: FeedFiles) -> tuple[TextFile, ...]:
        feed = replace(job.feed, entries=each(self._entry, job.feed.entries, attrgetter("source")))
        written = {form.file: form.write(feed, f"{feed.url}{form.file}") for form in FORMATS}
        return tuple(TextFile(path, written[file]) for file, paths in job.paths.items() for path in paths)

    def _made_entry(self, entry: FeedEntry) -> FeedEntry:
        html = self._feed_env.get_template(entry.shown.template).render(entry.shown.values)
        return replace(entry, html=article_for(entry.url, html))
