"""Texts of drafts and of items with a mistake: what is wrong in them comes with the rest."""

import pytest

from geleerd import Code
from geleerd.adapters.commands.checking.check import check

RIGHT = {
    "id": "k7m2xq",
    "type": "tip",
    "title": "Zet het op de agenda",
    "summary": "Dan praat iedereen er vanzelf over.",
    "date": "2026-11-22",
    "themes": "[borging]",
    "sources": "[{title: eigen ervaring}]",
}
BODY = "Zie [dit](weg.md), <iframe></iframe> en [dat](C:\\a.pdf).\n\n![een plaat](plaat.png) [kop](#weg)\n\n## Kop\n"
IN_BODY = {Code.BROKEN_LINK, Code.STRIPPED_HTML, Code.OWN_DISK, Code.BROKEN_ANCHOR}


def codes(write, front, body=BODY, name="lessons/x.md"):
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    root = write({name: f"---\n{lines}---\n\n{body}"})
    return {problem.code for problem in check([], root).problems}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"date": "26-11-2026"}, Code.BAD_DAY),
        ({"id": "x"}, Code.BAD_ID),
        ({"onzin": "x"}, Code.UNKNOWN_KEY),
        ({"type": "onzin"}, Code.UNKNOWN_TYPE),
        ({"title": "Zet het: op de agenda"}, Code.YAML_COLON),
        ({"title": '"Zet het'}, Code.YAML_QUOTE),
        ({"summary": "Bel 06 12 34 56 78 voor meer."}, Code.PHONE_NUMBER),
    ],
)
def test_a_mistake_in_a_field_does_not_hide_those_in_the_body(write, wrong, code):
    assert codes(write, RIGHT | wrong) >= {code, *IN_BODY}


def test_the_texts_of_a_draft_are_read_too(write):
    assert codes(write, RIGHT | {"status": "draft"}) >= IN_BODY


def test_links_and_files_in_fields_that_are_right_are_checked_beside_one_that_is_wrong(write):
    told = codes(
        write, RIGHT | {"date": "26-11-2026", "when": "Zie [dit](weg.md).", "attachments": "[{file: weg.pdf, title: Weg}]"}, "Tekst.\n"
    )
    assert told >= {Code.BAD_DAY, Code.BROKEN_LINK, Code.MISSING_FILE}


def test_a_heading_of_its_own_is_known(write):
    assert codes(write, RIGHT | {"status": "draft"}, "Zie [de kop](#kop).\n\n## Kop\n") == set()


def test_a_body_that_no_page_will_show_is_not_read(write):
    assert codes(write, {"id": "k7m2xq", "type": "tip", "status": "withdrawn", "date": "26-11-2026"}).isdisjoint(IN_BODY)
