"""Long pages open part by part, and are whole without scripts and on paper."""

import io

import pytest
from pypdf import PdfReader

from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

HEIGHT = 780
FOLDED = {"bijdragen/velden/": 2, "over/verantwoording/": 12, "bijdragen/": 9, "nieuwsbrief/2026-11/": 6}
"""Pages, and the most screens of a phone that each takes until somebody opens a part."""


def test_a_long_page_is_short_until_somebody_opens_a_part(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": HEIGHT}, java_script_enabled=False)
        for path, screens in FOLDED.items():
            page = watched.visit(path)
            tall = page.locator("html").bounding_box()["height"]
            assert tall <= screens * HEIGHT, path
            page.locator("main details summary").last.click()
            assert page.locator("html").bounding_box()["height"] > tall, path


def test_paper_holds_what_is_folded(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("bijdragen/velden/")
        text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "unknown-drawing" in text
