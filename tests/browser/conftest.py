"""The browser and its visitors."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.workbench.visiting import Watched, opened_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


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
