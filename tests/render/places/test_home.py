"""The home page says what this is, leads on, and calls new only what is."""

import re

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import tip

INDEX = "---\ntitle: Welkom\n---\nDit is het.\n\n## Wie maakt dit?\n\nWij.\n"


def home(write, **files):
    site = build(settings(write({"content/index.md": INDEX, **files})))
    return next(made.content for made in site.artefacts if isinstance(made, Page) and not made.address)


def test_what_the_staff_wrote_opens_the_page_up_to_its_first_heading_and_the_rest_closes_it(write):
    html = home(write)
    assert html.index("Dit is het.") < html.index('role="search"') < html.index("Wie maakt dit?") < html.index("Wij.")


def test_a_first_load_is_not_new_and_what_came_after_it_is(write):
    load = {f"lessons/{name}.md": tip(name, day=21) for name in ("k1aaaa", "k2aaaa", "k3aaaa", "k5aaaa")}
    assert "<h2>Nieuw</h2>" not in home(write, **load)
    later = home(write, **load, **{"lessons/z.md": tip("k4aaaa", day=22)})
    assert re.findall(r"Titel van (\w+)", later.partition("<h2>Nieuw</h2>")[2]) == ["k4aaaa"]


def test_start_paths_stand_in_the_order_of_the_staff(write):
    guides = {
        f"content/wegwijzers/{name}.md": f"---\ntype: guide\nname: Pad {name}\norder: {order}\nsteps: [{{text: Ga.}}]\n---\n"
        for name, order in (("a", 2), ("b", 1))
    }
    assert re.findall(r">(Pad \w)<", home(write, **guides)) == ["Pad b", "Pad a"]
