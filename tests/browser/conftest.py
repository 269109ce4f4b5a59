"""The browser and its visitors."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from visiting import FLAGS, Watched


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    system = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser):
    """Opens a watched page on a served site."""
    contexts = []

    def open_page(origin: str, **options) -> Watched:
        context = browser.new_context(**options)
        contexts.append(context)
        return Watched(context.new_page(), origin)

    yield open_page
    for context in contexts:
        context.close()
