"""The pages with learning agendas: who does what by when, what gave an answer, and what left the agenda."""

import re
from html import unescape

import pytest

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import question, tip

AGENDA = "netwerken/west/leeragenda/"
WEST = "---\nname: West\naliases: [/netwerken/vroeger/]\nmeetings: [{id: m, start: 2026-09-15, title: De tweede}]\n---\n"
GONE = "---\nid: kg1111\ntype: tip\ndate: 2026-11-20\nstatus: withdrawn\n---\n"
ACTIONS = "[{what: Bellen met de wijk, role: buurtwerker, due: 2026-10-15, state: loopt}, {what: Al gedaan, done: 2026-09-20}]"
FILES = {
    "content/netwerken/west.md": WEST,
    "lessons/vraag.md": question(
        "ka1111",
        networks="[west, noord]",
        state="in-progress",
        answer="Vraag het de buren.",
        so_far="[{id: a1b2c3, note: Begin bij één straat.}, {id: kg1111, note: Weg.}]",
        actions=ACTIONS,
        history="[{date: 2026-06, state: open, wording: Hoe dan?}, {date: 2026-09-15, state: in-progress}]",
    ),
    "lessons/klaar.md": question("kb1111", title="Wie betaalt dit?", state="answered", answer="De gemeente."),
    "lessons/antwoord.md": tip("kc1111", "relations: [{type: answers, id: ka1111, note: Dit hielp ons.}]\n"),
    "lessons/weg.md": GONE,
}


@pytest.fixture(scope="module")
def site(write_once):
    return build(settings(write_once(FILES)))


def html_of(site, address):
    return next(artefact.content for artefact in site.artefacts if isinstance(artefact, Page) and artefact.address == address)


def text_of(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def in_order(text, *found):
    return re.search(".*?".join(map(re.escape, found)), text) is not None


def test_an_agenda_tells_what_changed_then_what_is_being_done_then_what_left_it(site):
    text = text_of(html_of(site, AGENDA))
    changed = ("Veranderd op en na de laatste bijeenkomst", "20 september 2026", "gedaan. Al gedaan", "15 september 2026", "loopt")
    point = ("Hier zijn we mee bezig", "Hoe houden we het vol?", "sinds 15 september 2026", "ook een vraag van", "Groep Noord")
    action = ("Bellen met de wijk", "buurtwerker", "15 oktober 2026", "al voorbij", "loopt")
    archive = ("Tot nu toe", "Vraag het de buren.", "Archief", "Wie betaalt dit?", "Het antwoord", "De gemeente.", "Gedaan", "Al gedaan")
    assert in_order(text, *changed, *point, *action, *archive)


def test_an_answer_leads_to_what_gave_it_and_what_was_withdrawn_gives_nothing(site):
    html = html_of(site, AGENDA)
    assert '<a href="../../../tips/begin-klein/">' in html
    assert "Begin bij één straat." in html
    assert "Dit hielp ons." in html
    assert "Weg." not in html


def test_the_page_of_the_question_leads_to_the_agendas_that_it_stands_on(site):
    html = html_of(site, "leervragen/vraag/")
    assert {f"../../netwerken/{slug}/leeragenda/" for slug in ("west", "noord")} <= set(re.findall(r'href="([^"]+)"', html))
    assert "Hoe de vraag veranderde" in html


def test_the_list_of_agendas_counts_the_questions_by_their_state_and_has_a_blank_one(site):
    html = html_of(site, "leeragenda/")
    assert "1 loopt, 1 beantwoord" in text_of(html)
    assert '<a href="../netwerken/west/leeragenda/">' in html
    assert html.count("<tr>") > 5


def test_the_agenda_of_a_network_that_moved_leads_on(site):
    redirects = {
        artefact.path: artefact.content for artefact in site.artefacts if getattr(artefact, "path", "").startswith("netwerken/vroeger/")
    }
    assert "url=../../../netwerken/west/leeragenda/" in redirects["netwerken/vroeger/leeragenda/index.html"]


@pytest.mark.parametrize(("language", "address"), [("nl", "netwerken/west/leeragenda/"), ("en", "networks/west/learning-agenda/")])
def test_a_network_without_anything_has_an_agenda_that_invites_and_crawlers_pass_it_over(write, language, address):
    site = build(settings(write({"content/netwerken/west.md": "---\nname: West\n---\n"}), language))
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.address == address)
    assert 'class="empty"' in page.content
    assert page.hidden


def test_three_hundred_questions_stand_on_pages_of_twenty_four_each_question_once(write):
    many = {f"lessons/v{n}.md": question(f"k{n:05}", title=f"Vraag {n:03}?", state=("open", "let-go")[n % 2]) for n in range(300)}
    site = build(settings(write({"content/netwerken/west.md": WEST, **many})))
    pages = [a.content for a in site.artefacts if isinstance(a, Page) and a.address.startswith(AGENDA)]
    found = [re.findall(r"Vraag (\d{3})\?</a></h3>", html) for html in pages]
    assert len(pages) == 13
    assert max(map(len, found)) == 24
    assert sorted(number for numbers in found for number in numbers) == [f"{n:03}" for n in range(300)]
