"""The page with sayings: the words as they were said, by role, with the picture to share."""

import re
from html import unescape
from urllib.parse import urljoin

from geleerd import Drawing, build
from tests.workbench.building import settings

FILES = {
    "content/netwerken/west.md": '---\nname: West\nquotes: [{text: "Een <b> & \\"ja\\"", role: deelnemer, source: verslag}]\n---\n',
    "content/bronnen.yml": "- {id: verslag, title: Verslag van de dag, not_public: ja}\n",
}


def test_a_saying_is_shown_as_it_was_said_with_its_role_network_source_and_picture(write):
    site = build(settings(write(FILES)))
    html = next(a.content for a in site.artefacts if getattr(a, "address", None) == "tegeltjeswijsheden/")
    tile = html.split('<li class="tile"')[1].split("</li>")[0]
    text = unescape(re.sub(r"<[^>]+>", "", tile))
    for words in ('Een <b> & "ja"', "deelnemer, West", "Verslag van de dag"):
        assert words in text
    assert 'href="../bronnen/verslag/"' in tile
    picture = re.search(r'href="([^"]+\.png)" download', tile)[1]
    assert urljoin("https://a.example/tegeltjeswijsheden/", picture).removeprefix("https://a.example/") in {
        a.path for a in site.artefacts if isinstance(a, Drawing)
    }


def test_without_sayings_the_page_invites_to_share(write):
    site = build(settings(write({})))
    assert "Deel jouw les" in next(a.content for a in site.artefacts if getattr(a, "address", None) == "tegeltjeswijsheden/")


def test_the_page_invites_new_tiles_by_mail(write):
    site = build(settings(write(FILES)))
    html = next(a.content for a in site.artefacts if getattr(a, "address", None) == "tegeltjeswijsheden/")
    assert 'href="mailto:redactie@geleerd.example?subject=Een%20tegeltje' in html
