"""The names of pages that are no items, for the search page."""

import json

from geleerd import build
from tests.workbench.building import settings


def rows(write, files):
    site = build(settings(write(files)))
    return json.loads(next(a.content for a in site.artefacts if getattr(a, "path", "") == "assets/search/direct.json"))


def test_start_paths_come_first_and_every_page_has_its_terms_and_plain_words(write):
    files = {
        "content/wegwijzers/steden.md": "---\nname: Werken in de steden\nsteps: [{text: Begin.}]\n---\n",
        "content/netwerken/weg.md": "---\nname: Ergens\nstatus: withdrawn\n---\n",
        "content/over/wat.md": "---\ntitle: Wat is een leernetwerk?\n---\nTekst.\n",
    }
    found = rows(write, files)
    assert found[0][:3] == ["Werken in de steden", "Wegwijzer", "wegwijzers/steden/"]
    assert {"stad", "steden"} <= set(found[0][3].split())
    addresses = [row[2] for row in found]
    assert "netwerken/weg/" not in addresses
    assert {"over/wat/", "netwerken/", "werkvormen/"} <= set(addresses)
