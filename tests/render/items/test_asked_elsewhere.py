"""Who else asks a question, on its page; and where a question comes from that nobody changed."""

import re

import pytest

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import question, tip

FILES = {
    "content/netwerken/west.md": "---\nname: West\n---\n",
    "lessons/vraag.md": question("ka1111", history="[{date: 2026-06, state: open}]"),
    "lessons/ander.md": question("kb1111", title="En daarna?", networks="[noord]", relations="[{type: follows-up, id: ka1111}]"),
    "lessons/tip.md": tip("kc1111"),
}


@pytest.fixture(scope="module")
def pages(write_once):
    return {a.address: a.content for a in build(settings(write_once(FILES))).artefacts if isinstance(a, Page)}


def asked(html):
    return re.search(r'<section class="asked">.*?</section>', html, re.DOTALL)[0]


def test_a_question_that_somebody_tied_to_it_stands_there_with_its_network(pages):
    html = asked(pages["leervragen/vraag/"])
    assert '<a href="../../leervragen/ander/">En daarna?</a>' in html
    assert "En daarna? (Groep Noord)" in re.sub(r"<[^>]+>", "", html)


def test_whoever_asks_the_same_writes_to_the_desk_with_the_question_in_the_subject(pages):
    href = re.search(r'href="(mailto:[^"]+)"', asked(pages["leervragen/vraag/"]))[1]
    assert href.startswith("mailto:redactie@geleerd.example?subject=")
    assert "ka1111" in href


def test_a_history_of_one_turn_tells_where_the_question_comes_from(pages):
    assert "Waar de vraag vandaan komt" in pages["leervragen/vraag/"]
    assert "Hoe de vraag veranderde" not in pages["leervragen/vraag/"]


def test_only_questions_are_asked(pages):
    assert 'class="asked"' not in pages["tips/tip/"]
