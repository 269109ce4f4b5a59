"""Whoever makes the jobs, the site is the same, and what goes wrong has the name of its file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from geleerd import Page
from geleerd.adapters.building import workers
from geleerd.adapters.building.workers import Makers
from geleerd.guard import FailedError
from geleerd.making.frame import PageFrame
from geleerd.model.frozen import Frozen
from geleerd.pipeline import NOTHING_YET, planned
from geleerd.render.jobs import as_made
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

FRAME = PageFrame(
    Frozen({"site_name": "Proef", "extra": Frozen(), "extra_css": (), "extra_javascript": (), "theme": Frozen({"favicon": "x.svg"})})
)


@pytest.fixture(scope="module")
def asked(write_once):
    return settings(write_once({**item_files(), **frame_files()}))


@pytest.fixture(scope="module")
def jobs(asked):
    return tuple(map(as_made, planned(asked, NOTHING_YET).jobs))


def made_of(jobs, asked, frame):
    with Makers(asked, frame) as makers:
        yield from makers.make(jobs)


@pytest.fixture(scope="module")
def made_here(asked, jobs):
    return list(made_of(jobs, asked, FRAME))


def test_processes_make_the_same(asked, jobs, made_here, monkeypatch):
    monkeypatch.setattr(workers, "ENOUGH", 1)
    assert list(made_of(jobs, asked, FRAME)) == made_here


def threads():
    return ThreadPoolExecutor(3)


def test_an_executor_of_the_owner_makes_the_same(asked, jobs, made_here, monkeypatch):
    monkeypatch.setattr("tests.workbench.building.threads", threads, raising=False)
    assert list(made_of(jobs, replace(asked, executor="tests.workbench.building:threads"), FRAME)) == made_here


def test_a_cluster_makes_the_same(asked, jobs, made_here):
    assert list(made_of(jobs, replace(asked, executor="tests.workbench.dask_executor:executor"), FRAME)) == made_here


def test_a_page_that_cannot_be_made_names_its_file(asked, jobs, monkeypatch):
    pages = [job for job in jobs if isinstance(job, Page)]
    broken = [
        replace(page, shown=replace(page.shown, values=Frozen())) if page.source == "lessons/begin-klein.md" else page for page in pages
    ]
    for enough in (1, 10_000):
        monkeypatch.setattr(workers, "ENOUGH", enough)
        with pytest.raises(FailedError) as raised:
            list(made_of(broken, asked, FRAME))
        assert [failure.path for failure in raised.value.failures] == ["lessons/begin-klein.md"]
        assert "UndefinedError" in raised.value.failures[0].trace
