"""What a network yielded, on its page: in the order of the five values, each with its items; and its idea box."""

import re
from dataclasses import replace
from html import unescape

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import tip

FILES = {
    "content/netwerken/west.md": "---\nname: West\n---\n",
    "lessons/a.md": tip("ka1111", "networks: [west]\nvalue: [transformative, immediate]\n"),
    "lessons/b.md": tip("kb1111", "networks: [west]\nvalue: [applied]\n"),
    "lessons/c.md": tip("kc1111", "networks: [west]\n"),
}


def html_of(site, address):
    return next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == address)


def test_a_network_tells_what_it_yielded_in_the_order_of_the_values(write):
    html = html_of(build(settings(write(FILES))), "netwerken/west/")
    told = re.search(r'<section class="yield">.*?</section>', html, re.DOTALL)[0]
    values = re.findall(r"<dt>([^<]+)</dt>\s*<dd>(.*?)</dd>", told, re.DOTALL)
    assert [value for value, _ in values] == ["prettig of leerzaam", "gebruikt in het werk", "anders gaan kijken"]
    assert [re.findall(r"Titel van (\w+)", found) for _, found in values] == [["ka1111"], ["kb1111"], ["ka1111"]]
    assert 'class="yield"' not in html_of(build(settings(write(FILES))), "netwerken/noord/")


def test_many_stories_of_one_value_are_counted(write):
    many = {f"lessons/m{n}.md": tip(f"km{n:04}", "networks: [west]\nvalue: [realised]\n") for n in range(9)}
    told = html_of(build(settings(write({**FILES, **many}))), "netwerken/west/")
    assert "en nog 5" in re.search(r"merkbaar resultaat</dt>.*?</dd>", told, re.DOTALL)[0]


def test_an_idea_for_a_network_is_a_mail_to_the_desk_with_its_name_and_without_a_desk_there_is_no_box(write):
    root = settings(write(FILES))
    href = re.search(r'href="(mailto:[^"]+)">Mail je idee', html_of(build(root), "netwerken/west/"))[1]
    assert unescape(href) == "mailto:redactie@geleerd.example?subject=Idee%20voor%20West"
    assert "Mail je idee" not in html_of(build(replace(root, desk="")), "netwerken/west/")
