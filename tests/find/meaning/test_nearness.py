"""How near items are to each other in meaning."""

import pytest

from geleerd import catalogue, reading_of
from geleerd.find.meaning.nearness import nearness_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip

DOCTOR, PHYSICIAN, BREAD = "k1aaaa", "k2aaaa", "k3aaaa"


def told(item_id: str, title: str, extra: str = "", body: str = "") -> str:
    return (
        tip(item_id, extra).replace(f"title: Titel van {item_id}", f"title: {title}").replace("Een samenvatting die lang genoeg is.", title)
        + body
    )


@pytest.fixture
def items(write):
    files = {
        "lessons/a.md": told(DOCTOR, "De huisarts verwijst niet door"),
        "lessons/b.md": told(PHYSICIAN, "Een dokter ziet de patiënt", body="Brood bakken met meel en gist.\n"),
        "lessons/c.md": told(BREAD, "Brood bakken met meel en gist"),
    }
    return reading_of(settings(write(files))).library.collection.items


def test_what_means_the_same_is_nearer_than_what_does_not(items):
    near = nearness_of(items, catalogue("nl")).between
    assert near(DOCTOR, DOCTOR) == pytest.approx(1, abs=0.02)
    assert near(DOCTOR, PHYSICIAN) == near(PHYSICIAN, DOCTOR) > near(DOCTOR, BREAD)
    assert near(PHYSICIAN, BREAD) < 0  # by what it says first; its body says the same


def test_a_language_without_a_table_compares_nothing(items):
    assert nearness_of(items, catalogue("en")).between(DOCTOR, PHYSICIAN) == 0
