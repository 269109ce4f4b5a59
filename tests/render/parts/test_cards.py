"""The card of an item."""

from geleerd import reading_of
from geleerd.model.strings import Address
from geleerd.render.parts.cards import Card, cards_of
from tests.workbench.building import settings
from tests.workbench.small_items import TOMBSTONE, tip


def shown(write, extra="") -> Card:
    library = reading_of(settings(write({"lessons/x.md": tip("k1aaaa", extra)}))).library
    return cards_of(library)["k1aaaa"]


def test_a_card_says_what_an_item_is_in_words(write):
    card = shown(write)
    assert (card.type, card.type_name, card.title, card.date) == ("tip", "Tip", "Titel van k1aaaa", "22 november 2026")
    assert (card.lang, card.reason, card.editorial) == (None, None, False)


def test_its_links_start_from_the_page_it_stands_on(write):
    card = shown(write, "networks: [oost]\n")
    assert (card.href, [link.href for link in card.networks]) == ("tips/x/", ["netwerken/oost/"])
    there = card.on(Address("themas/borging/"), "Waarom", editorial=True)
    assert (there.href, [link.href for link in there.networks]) == ("../../tips/x/", ["../../netwerken/oost/"])
    assert (there.title, there.reason, there.editorial) == (card.title, "Waarom", True)


def test_it_says_its_language_where_that_is_not_the_sites(write):
    assert shown(write, "language: fy\n").lang == "fy"


def test_a_withdrawn_item_has_no_card(write):
    library = reading_of(settings(write({"lessons/weg.md": TOMBSTONE}))).library
    assert [item.fields.id for item in library.collection.items if item.fields.id not in cards_of(library)] == ["k7m2xq"]
