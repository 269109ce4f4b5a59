"""The finder of failure patterns: from a sentence that somebody recognises to what helps."""

import re

from geleerd import Page
from geleerd.making.maker import Maker
from geleerd.reading import reading_of
from geleerd.relate.related import related_of
from geleerd.render.plan import plan
from tests.workbench.building import settings
from tests.workbench.small_items import failure, tip

FOLDER = "content/faalpatronen"
PATTERN = "---\nname: Te vroeg\nmeaning: Het moment klopt niet.\nstrikes: approach\nsignals: [Niemand heeft tijd., Het is zomer.]\n---\n"
BODY = "- Succesfactor [Sfeer](../succesfactoren/sfeer.md): dan durft iemand het te zeggen.\n- Tip [Zo](../../lessons/zo.md).\n"


def found(root) -> str:
    reading = reading_of(settings(root))
    jobs = (job for part in plan(reading.library, reading.texts, related_of((), {}, ()), (), settings(root)) for job in part.jobs())
    page = next(job for job in jobs if isinstance(job, Page) and job.address == "faalpatronen/")
    return next(made.content for made in Maker(settings(root)).make(page) if isinstance(made, Page))


def test_a_sentence_leads_to_its_pattern_with_cases_what_protects_and_what_helps(write):
    html = found(write({f"{FOLDER}/vroeg.md": PATTERN + BODY, "lessons/x.md": failure("[vroeg]"), "lessons/zo.md": tip("k7m2xr")}))
    sentences = html[: html.index("De patronen")]
    assert re.findall(r'<a href="#vroeg">([^<]+)</a>', sentences) == ["Niemand heeft tijd.", "Het is zomer."]
    assert "Gaat het mis bij de aanpak?" in sentences
    own = html[html.index('id="vroeg"') :]
    assert "../briljante-mislukkingen/x/" in own
    assert 'Dit beschermt:</b> <a href="../succesfactoren/sfeer/">' in own
    assert "../tips/zo/" in own


def test_a_pattern_without_a_step_signals_or_cases_stands_there_too(write):
    html = found(write({f"{FOLDER}/leeg.md": "---\nname: Leeg\nmeaning: Het is leeg.\n---\n"}))
    assert 'id="leeg"' in html
    assert "<h3>Andere</h3>" in html


def test_without_patterns_the_page_says_so(write):
    root = write({})
    for file in (root / FOLDER).glob("*.md"):
        file.unlink()
    assert "Hier staat nog niets" in found(root)
