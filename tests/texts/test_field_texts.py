"""Texts of fields: Markdown on every page that shows them, words everywhere else."""

import pytest

from geleerd import Code, build
from geleerd.model.documents import Body, Document, Front
from geleerd.model.strings import Address, SourcePath
from geleerd.texts.field_texts import FieldTexts, ShownText, from_root
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

PAGE = Address("tips/x/")


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("../../themas/borging/#kop", "~/themas/borging/#kop"),
        ("../../tips/x/kaart.pdf", "~/tips/x/kaart.pdf"),
        ("#kop", "~/tips/x/#kop"),
        ("../../", "~/"),
        ("https://voorbeeld.nl/", "https://voorbeeld.nl/"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ],
)
def test_a_link_within_the_site_is_kept_from_its_root(href, told):
    assert from_root(href, PAGE) == told


def test_a_link_works_on_every_page_that_shows_its_text():
    texts = FieldTexts({"Zie [x](x.md) ~/": '<p><a title="a &gt; b" href="~/tips/x/">x</a> <a href="https://a.nl">b</a> ~/ href="~/</p>'})
    assert texts.on(Address("themas/y/")).shown("Zie [x](x.md) ~/").block == (
        '<p><a title="a &gt; b" href="../../tips/x/">x</a> <a href="https://a.nl">b</a> ~/ href="~/</p>'
    )


def test_a_text_without_marks_is_a_paragraph():
    assert FieldTexts().shown("5 < 6").block == "<p>5 &lt; 6</p>"
    assert FieldTexts().shown("5 < 6").inline == "5 &lt; 6"


def test_only_a_text_of_one_paragraph_stands_among_other_words():
    assert ShownText("<p>een</p>\n<p>twee</p>").inline is None
    assert ShownText("<ul><li><p>een</p></li></ul>").inline is None
    assert ShownText("<p>een <b>twee</b></p>").short == "een <b>twee</b>"


def shown(write, old, new):
    files = item_files()
    name = next(name for name, text in files.items() if old in text)
    site = build(settings(write({name: files[name].replace(old, new), **frame_files()})))
    return site, {page.address: page for page in site.artefacts if hasattr(page, "content") and hasattr(page, "address")}


def test_a_field_is_a_list_on_its_page_and_words_elsewhere(write):
    lesson = next(text for name, text in item_files().items() if name.endswith("vol-lesson.md"))
    line = next(line for line in lesson.splitlines() if line.startswith("insight:"))
    told = "insight: |\n  Dit **helpt**:\n  - [bellen](https://voorbeeld.nl)\n  - [weg](weg.md)\n\n  # Kop"
    site, pages = shown(write, line, told)
    page = next(page for address, page in pages.items() if address.startswith("lessen/") and "Dit <strong>helpt" in page.content)
    assert '<li><a href="https://voorbeeld.nl">bellen</a></li>\n<li><a>weg</a></li>\n</ul>\n<p><strong>Kop</strong></p>' in page.content
    broken = [problem for problem in site.reading.problems if problem.code is Code.BROKEN_LINK]
    assert [problem.parameters["target"] for problem in broken] == ["weg.md"]
    assert "**" not in page.head


def test_a_problem_in_a_text_of_several_lines_stands_at_its_line():
    front = Front(
        "id: x\nwhen: |\n\n  Bel [x](weg.md)\n\n  en [y](weg.md)\nsteps:\n  - instruction: |-\n      [z](weg.md)\ngoal: >\n  [a](weg.md)", 2
    )
    lines = {("when",): 3, ("steps", 0, "instruction"): 9, ("goal",): 11}
    document = Document(SourcePath("lessons/x.md"), {}, lines, Body(), front=front)
    found = [
        document.place_in(path, line).line
        for path, line in ((("when",), 0), (("when",), 2), (("steps", 0, "instruction"), 0), (("goal",), 0))
    ]
    assert found == [5, 7, 10, 11]
