"""Makes jobs. Making is pure: the same job always gives the same artefacts, in whatever process and order."""

from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from geleerd.guard import each
from geleerd.locale.catalogue import catalogue
from geleerd.making.frame import PageFrame
from geleerd.making.framing import Framing
from geleerd.model.artefacts import Artefact, Page, Shown, ShownFile, TextFile
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.model.urls import file_of
from geleerd.render.feeds.articles import article_for
from geleerd.render.feeds.entries import FeedEntry
from geleerd.render.feeds.files import FeedFiles
from geleerd.render.feeds.formats import FORMATS
from geleerd.render.jobs import Job
from geleerd.render.parts.templates import environment, in_frame
from geleerd.render.programs.renditions import markdown_files
from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.needs import Needs, needs_of
from geleerd.written.policy.pages import with_policy

_ENTRIES = 1_000
"""Entries of feeds that are kept while others are made: an item stands in the feeds of its type, networks and themes."""


@dataclass(frozen=True, slots=True)
class HtmlFile:
    """A whole HTML document of the site with its policy, and what it needs of a policy. `source` is the file that it is made from."""

    path: str
    content: str
    needs: Needs
    source: SourcePath | None = None


Made = Artefact | HtmlFile


class Maker:
    """Makes jobs, one by one. Each process has its own.

    With a frame it makes whole documents; without one it leaves them to the host, and pages stay articles.
    """

    def __init__(self, settings: Settings, frame: PageFrame | None = None) -> None:
        words = catalogue(settings.language, settings.declarations)
        self._env = environment(words, settings.overrides, settings.declarations)
        self._feed_env = in_frame(self._env, "feed")
        self._framing = Framing(frame, words, settings.overrides) if frame else None
        self._site_url = settings.site_url
        self._policy = Policy(STRICT).extended(settings.policy)
        self._entry = lru_cache(maxsize=_ENTRIES)(self._made_entry)

    def make(self, job: Job) -> tuple[Made, ...]:
        """The artefacts of a job."""
        match job:
            case Page():
                page = replace(job, content=self._html(job.shown))
                return (self._framed(page), *markdown_files(page, self._site_url))
            case ShownFile():
                return (self._file(job.path, self._html(job.shown)),)
            case FeedFiles():
                return self._feeds(job)
            case _:
                return (job,)

    def _html(self, shown: Shown) -> str:
        return self._env.get_template(shown.template).render(shown.values)

    def _framed(self, page: Page) -> Page | HtmlFile:
        if self._framing is None:
            return page
        return replace(self._secured(file_of(page.address), self._framing.document(page, self._site_url)), source=page.source)

    def _file(self, path: str, html: str) -> TextFile | HtmlFile:
        return self._secured(path, html) if self._framing else TextFile(path, html)

    def _secured(self, path: str, html: str) -> HtmlFile:
        needs = needs_of(html)
        return HtmlFile(path, with_policy(html, self._policy.hashed(needs.scripts, needs.styles)), needs)

    def _feeds(self, job: FeedFiles) -> tuple[TextFile, ...]:
        entries = each(self._entry, job.feed.entries, attrgetter("source"))
        texts = ([entry[at] for entry in entries] for at in range(len(FORMATS)))
        written = {form.file: form.write(job.feed, f"{job.feed.url}{form.file}", found) for form, found in zip(FORMATS, texts, strict=True)}
        return tuple(TextFile(path, written[file]) for file, paths in job.paths.items() for path in paths)

    def _made_entry(self, entry: FeedEntry) -> tuple[str, ...]:
        """An entry as it stands in each of the formats."""
        html = self._feed_env.get_template(entry.shown.template).render(entry.shown.values)
        made = replace(entry, html=article_for(entry.url, html))
        return tuple(form.entry(made) for form in FORMATS)
