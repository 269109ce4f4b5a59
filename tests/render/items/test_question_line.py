"""The history of a question as a line of time, and the meeting at which it changed."""

import re

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import question

NETWORK = "---\nname: West\nmeetings: [{id: start, start: 2026-09-15, title: Startdag}]\n---\n"


def test_turns_and_what_was_done_stand_in_the_order_of_time_each_with_its_meeting(write):
    asked = question(
        "k7m2xq",
        history="[{date: 2026-10, wording: Anders gevraagd}, {date: 2026-09-15, state: open}]",
        actions="[{what: Iemand gebeld, done: 2026-09-20}, {what: Nog te doen}]",
    )
    site = build(settings(write({"content/netwerken/west.md": NETWORK, "lessons/vraag.md": asked})))
    html = {a.address: a.content for a in site.artefacts if isinstance(a, Page)}
    line = html["leervragen/vraag/"].split('class="turns"')[1].split("</ol>")[0]
    turns = re.findall(r"<li>(.*?)</li>", line, re.DOTALL)
    assert [re.sub(r"<[^>]+>", " ", turn).split() for turn in turns] == [
        ["15", "september", "2026", "open", "Startdag"],
        ["20", "september", "2026", "gedaan", "Iemand", "gebeld"],
        ["oktober", "2026", "Anders", "gevraagd"],
    ]
    assert 'href="../../netwerken/west/#bijeenkomst-start"' in turns[0]
    assert '<a href="../../leervragen/vraag/">Hoe houden we het vol?</a>' in html["netwerken/west/"].split('id="bijeenkomst-start"')[1]
    assert (
        '<a href="../../../leervragen/vraag/">Hoe houden we het vol?</a>' in html["netwerken/west/leeragenda/"].split("agenda__meetings")[1]
    )
