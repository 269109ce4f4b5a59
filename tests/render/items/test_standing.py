"""How an item stands is said at once: how often it was done, who did it too, and its source; each leads to more."""

import pytest

from geleerd import reading_of
from geleerd.model.artefacts import Link
from geleerd.model.strings import Address
from geleerd.render.items.standing import standing_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip

HERE = Address("tips/titel-van-k1aaaa/")
GLOSSARY = "- {term: Hoe vaak gedaan, meaning: Zo vaak is het gedaan.}\n"
SOURCES = "- {id: folder, title: De folder, not_public: ja}\n"


def standing(write, text, desk="redactie@x.example", **files):
    root = write({"lessons/a.md": text, "content/bronnen.yml": SOURCES, **files})
    library = reading_of(settings(root)).library
    return standing_of(library.by_id["k1aaaa"], library, HERE, desk)


def test_what_nobody_judged_is_said_and_explained(write):
    found = standing(write, tip("k1aaaa"))
    assert (found.evidence, found.level) == (Link("nog niet beoordeeld", "../../bijdragen/velden/"), None)


def test_the_glossary_explains_how_often_it_was_done_if_it_has_the_word(write):
    found = standing(write, tip("k1aaaa", "evidence: repeated\n"), **{"content/begrippen.yml": GLOSSARY})
    assert (found.evidence, found.level) == (Link("vaker gedaan", "../../begrippen/#hoe-vaak-gedaan"), 3)


def test_a_failure_is_not_asked_how_often_it_was_done(write):
    text = tip("k1aaaa").replace(
        "type: tip", "type: brilliant-failure\nintention: a\napproach: b\nresult: c\nlessons: [d]\npatterns: [lege-plek-aan-tafel]"
    )
    found = standing(write, text)
    assert (found.evidence, found.others) == (None, None)


@pytest.mark.parametrize(
    ("extra", "desk", "others"),
    [
        ("applied_by: [{who: Team Noord}, {who: Team Zuid}]\n", "", Link("door 2 anderen", "#applied_by")),
        ("", "redactie@x.example", Link("nog niets over gehoord; deed jij het?", "../../bijdragen/ook-gedaan/?l=k1aaaa")),
        ("", "", Link("nog niets over gehoord; deed jij het?", "")),
        ("built_on: [a1b2c3, d4e5f6]\n", "redactie@x.example", None),
    ],
)
def test_it_leads_to_those_who_did_it_too_or_to_where_a_reader_tells_it(write, extra, desk, others):
    assert standing(write, tip("k1aaaa", extra), desk).others == others


@pytest.mark.parametrize(
    ("sources", "source", "more"),
    [
        ("[folder, {title: Nog een}]", Link("De folder", "../../bronnen/folder/"), "en nog 1"),
        ("[{title: Verslag, url: 'https://v.example/'}]", Link("Verslag", "https://v.example/"), ""),
        ("[{title: eigen ervaring}]", Link("eigen ervaring", "#sources"), ""),
    ],
)
def test_the_first_source_can_be_read_or_looked_up(write, sources, source, more):
    found = standing(write, tip("k1aaaa").replace("[{title: eigen ervaring}]", sources))
    assert (found.source, found.more_sources) == (source, more)
