"""The card of an item."""

from geleerd.model.strings import Address
from geleerd.pipeline import read
from geleerd.render.parts.cards import card
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def card_of(write, extra="", page="", **why):
    library = read(settings(write({"lessons/x.md": tip("k1aaaa", extra)}))).library
    item = next(item for item in library.published if item.fields.id == "k1aaaa")
    return card(item, library, Address(page), **why)


def test_a_card_says_what_an_item_is_in_words(write):
    shown = card_of(write)
    assert (shown.type, shown.type_name, shown.title, shown.date) == ("tip", "Tip", "Titel van k1aaaa", "22 november 2026")
    assert (shown.lang, shown.reason, shown.editorial) == (None, None, False)


def test_its_links_start_from_the_page_it_stands_on(write):
    shown = card_of(write, "networks: [oost]\n", page="themas/borging/")
    assert shown.href == "../../tips/x/"
    assert [link.href for link in shown.networks] == ["../../netwerken/oost/"]


def test_it_says_its_language_where_that_is_not_the_sites(write):
    assert card_of(write, "language: fy\n").lang == "fy"
