"""What was renamed since: choices in links to a selection."""

from html import unescape

import pytest

from geleerd import DECLARATIONS, build, reading_of
from geleerd.relate.facets import facet_keys
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.selection import narrowing
from tests.workbench.building import settings
from tests.workbench.small_items import tip

ALIASES = "aliases: [/themas/vasthouden/, /themas/houden/index.html, /themas/a/b/, /netwerken/zuid/, /thema.html, /over/, /l/k9zzzz/]\n"
FILES = {
    "content/themas/blijven.md": f"---\nname: Blijven\ndefinition: Wat blijft.\n{ALIASES}---\n",
    "content/programmas/nieuw.md": "---\nname: Nieuw\naliases: [/programmas/oud/]\n---\n",
    "content/over/index.md": "---\ntitle: Over\naliases: [/themas/weg/, /trefwoorden/weg/]\n---\n",
    "content/begrippen.yml": "- {term: Leernetwerk, meaning: Een netwerk dat leert., synonyms: [lerend netwerk]}\n",
    "lessons/a.md": tip("k1aaaa", "tags: [leernetwerk]\naliases: [/themas/of-toch-een-tip/, /tips/oud/]\n").replace(
        "[borging]", "[blijven]"
    ),
}


def test_old_names_of_entries_and_tags_lead_to_those_of_now(write):
    library = reading_of(settings(write(FILES))).library
    assert choices_since(library, facet_keys(DECLARATIONS)) == {
        "network=zuid": "theme=blijven",
        "programme=oud": "programme=nieuw",
        "tag=lerend-netwerk": "tag=leernetwerk",
        "theme=houden": "theme=blijven",
        "theme=vasthouden": "theme=blijven",
    }
    assert [*choices_since(library, narrowing(DECLARATIONS))] == ["network=zuid", "programme=oud", "theme=houden", "theme=vasthouden"]
    assert choices_since(library, ("type", "year")) == {}


def test_more_items_make_no_more_names(write):
    items = {f"lessons/n{n}.md": tip(f"k{n}bbbb", f"aliases: [/tips/oud-{n}/, /themas/oud-{n}/]\n") for n in range(1, 9)}
    assert len(choices_since(reading_of(settings(write({**FILES, **items}))).library, facet_keys(DECLARATIONS))) == 5


@pytest.mark.parametrize("address", ["zoeken/", "nieuwsbrief/"])
def test_the_pages_that_read_choices_from_their_address_know_the_old_names(write, address):
    (page,) = (artefact for artefact in build(settings(write(FILES))).artefacts if getattr(artefact, "address", None) == address)
    assert '"theme=vasthouden": "theme=blijven"' in unescape(page.content)
