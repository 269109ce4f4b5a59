"""Making is pure: a job alone decides what is made of it, in whatever process, order or number of times."""

import pickle

import pytest

from geleerd import Page, TextFile
from geleerd.contribute.offered import contribute
from geleerd.making.maker import Maker
from geleerd.reading import reading_of
from geleerd.relate.related import related_of
from geleerd.render.feeds import articles
from geleerd.render.feeds.files import FeedFiles
from geleerd.render.jobs import file_behind
from geleerd.render.plan import plan
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files


@pytest.fixture(scope="module")
def planned(write_once):
    """The settings, the library and the jobs of a site that holds everything."""
    asked = settings(write_once({**item_files(), **frame_files()}))
    reading = reading_of(asked)
    forms = contribute(reading.library, asked).forms
    parts = plan(reading.library, reading.texts, related_of((), {}, ()), forms, asked)
    return asked, reading.library, tuple(job for part in parts for job in part.jobs())


def maker(planned):
    return Maker(planned[0])


def test_a_job_gives_the_same_wherever_and_whenever_it_is_made(planned):
    jobs = planned[2]
    first, second = maker(planned), maker(planned)
    there = pickle.loads(pickle.dumps(jobs))  # noqa: S301  # it was written here
    made = [first.make(job) for job in jobs]
    assert [second.make(job) for job in reversed(there)] == made[::-1]


def test_a_page_is_planned_without_its_html_and_made_with_it_and_its_markdown(planned):
    job = next(job for job in planned[2] if isinstance(job, Page) and job.item)
    page, markdown = maker(planned).make(job)
    assert (job.content, page.content[:8]) == ("", "<article")
    assert isinstance(markdown, TextFile)
    assert markdown.path == f"{job.address}index.md"
    assert markdown.content.startswith(f"# {job.title}")


def test_an_item_is_shown_once_for_all_feeds_that_hold_it(planned, monkeypatch):
    feeds = [job for job in planned[2] if isinstance(job, FeedFiles)]
    shown, article_for = [], articles.article_for
    monkeypatch.setattr("geleerd.making.maker.article_for", lambda url, html: shown.append(url) or article_for(url, html))
    one = maker(planned)
    for job in feeds:
        one.make(job)
    assert sum(len(job.feed.entries) for job in feeds) > len(shown) == len(set(shown)) > 0


def test_a_job_about_a_file_says_which(planned):
    assert {file_behind(job) for job in planned[2] if isinstance(job, Page) and job.item} <= {item.path for item in planned[1].published}
    assert {file_behind(job) for job in planned[2] if isinstance(job, FeedFiles)} == {None}
