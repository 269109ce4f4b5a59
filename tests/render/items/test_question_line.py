"""The history of a question as a line of time, and the meeting at which it changed."""

import re

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import question

NETWORK = "---\nname: West\nmeetings: [{id: start, start: 2026-09-15, title: Startdag}]\n---\n"
ANSWERED = ["Wat", "het", "antwoord", "gaf:", "Begin", "klein", "en", "laat", "het", "groeien"]
ELSEWHERE = """---
name: Oost
meetings:
  - {id: mei, start: 2026-05-02 13:30, title: Meidag, discussed: [k7m2xq]}
  - {id: herfst, start: 2026-09-14, end: 2026-09-16, title: Herfstdagen, discussed: [k7m2xq]}
---
"""


def test_turns_and_what_was_done_stand_in_the_order_of_time_each_with_its_meeting(write):
    asked = question(
        "k7m2xq",
        history="[{date: 2026-10, wording: Anders gevraagd, answers: [a1b2c3, ka1111]}, {date: 2026-09-15, state: open}]",
        actions="[{what: Iemand gebeld, done: 2026-09-20}, {what: Nog te doen}]",
    )
    gone = "---\nid: ka1111\ntype: tip\ndate: 2026-11-20\nstatus: withdrawn\n---\n"
    frame = {"content/netwerken/west.md": NETWORK, "content/netwerken/oost.md": ELSEWHERE}
    site = build(settings(write({**frame, "lessons/vraag.md": asked, "lessons/weg.md": gone})))
    html = {a.address: a.content for a in site.artefacts if isinstance(a, Page)}
    line = html["leervragen/vraag/"].split('class="turns"')[1].split("</ol>")[0]
    turns = re.findall(r"<li>(.*?)</li>", line, re.DOTALL)
    assert [re.sub(r"<[^>]+>", " ", turn).split() for turn in turns] == [
        ["2", "mei", "2026", "op", "de", "agenda", "van", "Meidag"],
        ["15", "september", "2026", "open", "Herfstdagen", ",", "Startdag"],
        ["20", "september", "2026", "gedaan", "Iemand", "gebeld"],
        ["oktober", "2026", "Anders", "gevraagd", *ANSWERED],
    ]
    assert "Meidag" not in html["netwerken/west/"]
    assert "Hoe houden we het vol?" in html["netwerken/oost/"].split('id="bijeenkomst-mei"')[1]
    assert 'href="../../netwerken/west/#bijeenkomst-start"' in turns[1]
    assert '<a href="../../leervragen/vraag/">Hoe houden we het vol?</a>' in html["netwerken/west/"].split('id="bijeenkomst-start"')[1]
    assert (
        '<a href="../../../leervragen/vraag/">Hoe houden we het vol?</a>' in html["netwerken/west/leeragenda/"].split("agenda__meetings")[1]
    )
