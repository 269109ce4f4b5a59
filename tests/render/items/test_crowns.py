"""A crown lesson says which networks learned it, on its page, on its card, and at what it is built on."""

import re

from geleerd import build
from tests.workbench.building import settings
from tests.workbench.small_items import tip

FILES = {
    "content/netwerken/west.md": "---\nname: West\n---\n",
    "lessons/a.md": tip("k1bbbb", "networks: [oost]\n"),
    "lessons/b.md": tip("k2bbbb", "networks: [west]\n"),
    "lessons/kroon.md": tip("k9aaaa", "built_on: [k1bbbb, k2bbbb]\n"),
}


def pages(write):
    site = build(settings(write(FILES)))
    return {str(page.address): page.content for page in site.artefacts if hasattr(page, "address")}


def test_its_page_has_a_line_for_each_network(write):
    html = pages(write)["tips/kroon/"]
    crown = html.split('data-field="built_on"')[1].split("</section>")[0]
    assert "Twee netwerken leerden dit" in crown
    assert re.findall(r'</strong>: <a href="([^"]+)"', crown) == ["../../tips/a/", "../../tips/b/"]
    text = re.sub(r"<[^>]+>", "", crown)
    assert "Leernetwerk Oost: " in text
    assert "West: " in text
    assert "ook elders bevestigd" in html


def test_its_card_says_so_and_what_it_is_built_on_leads_back(write):
    made = pages(write)
    assert '<p class="card__crown">Twee netwerken leerden dit</p>' in made["tips/"]
    assert "Bouwt hierop voort" in made["tips/a/"]
