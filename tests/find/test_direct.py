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
    assert [row for row in found if not row[1]] == []
    assert {tuple(row[:2]) for row in found} >= {
        ("Draaiboek", "Hulpmiddel"),
        ("Werkvormen", "Overzicht"),
        ("Wat is een leernetwerk?", "Pagina"),
    }


def test_terms_of_the_glossary_stand_last_and_other_words_lead_to_them_as_the_name_of_experts_leads_to_a_theme(write):
    terms = "- term: geldschieter\n  meaning: Wie betaalt.\n  synonyms: [financier]\n- term: zonder uitleg\n"
    theme = "---\nname: Bekostiging\ngoal: Geld regelen\n---\n"
    found = rows(write, {"content/begrippen.yml": terms, "content/themas/geld.md": theme})
    assert found[-1][:3] == ["geldschieter", "Begrip", "begrippen/#geldschieter"]
    assert "financier" in found[-1][3].split()
    assert "bekostiging" in next(row[3] for row in found if row[0] == "Geld regelen").split()
