"""Names between double brackets."""

from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.reading import library_of
from geleerd.texts.texts import link_table
from geleerd.texts.wiki_links import meant_by
from tests.workbench.building import settings
from tests.workbench.small_items import tip

HERE = SourcePath("lessons/map/x.md")
NAMES = Frozen({"begin klein": Address("tips/begin-klein/")})
FILES = Frozen({SourcePath("lessons/map/een kaart.png"): File(SourcePath("lessons/map/een kaart.png"), 1)})


def test_a_title_a_file_and_a_heading_are_understood():
    assert meant_by(" Begin  klein.md", HERE, NAMES, FILES) == "/tips/begin-klein/"
    assert meant_by("Begin klein#Hoe dan?", HERE, NAMES, FILES) == "/tips/begin-klein/#hoe-dan"
    assert meant_by("een kaart.png", HERE, NAMES, FILES) == "een%20kaart.png"
    assert meant_by("iets anders", HERE, NAMES, FILES) is None


def test_pages_are_known_by_title_and_file_but_not_by_a_name_that_two_share(write):
    second = tip("m8n9p2").replace("Titel van m8n9p2", "Titel van k7m2xq")
    names = link_table(library_of(settings(write({"lessons/x.md": tip("k7m2xq"), "lessons/y.md": second})))).names
    assert names["x"] == "tips/x/"
    assert names["borging"] == "themas/borging/"
    assert "titel van k7m2xq" not in names
