"""The browser and its visitors."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.workbench.visiting import Watched, opened_browser, served

expect.set_options(timeout=20_000)  # a busy machine is no fault of a page; what is there at once is not waited for


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def page(real_site: Path, browser: Browser) -> Iterator[Page]:
    """A page beside the scripts of the forms, for tests that call those themselves."""
    with served(real_site) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/bijdragen/")
        yield page
        page.close()


@pytest.fixture
def origin(real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(real_site) as address:
        yield address


@pytest.fixture
def visitor(browser):
    """Opens a watched page on a served site; whatever the test does there, the policy of the site must allow."""
    opened: list[Watched] = []

    def open_page(origin: str, **options) -> Watched:
        opened.append(Watched(browser.new_context(**options).new_page(), origin))
        return opened[-1]

    yield open_page
    for watched in opened:
        watched.page.context.close()
    assert [refused for watched in opened for refused in watched.refused] == []
