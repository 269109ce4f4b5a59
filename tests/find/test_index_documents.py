"""What the search engine gets, and the words that lead to it."""

import json
import re

from geleerd import build, catalogue
from geleerd.find.index_documents import MARK, documents_of
from geleerd.find.known_words import WordLookup
from geleerd.find.language import searched_language
from geleerd.find.searched import Record
from geleerd.model.frozen import Frozen
from tests.workbench.building import settings

DUTCH = searched_language(catalogue("nl"))
HOSTILE = """\
---
id: q1w2e3
type: tip
title: '"><script>alert(1)</script> & <b>samen</b>'
summary: Een samenvatting met "aanhalingstekens" & <i>haken</i>.
date: 2026-11-22
themes: [borging]
tags: ['"><img src=x onerror=alert(1)>']
sources: [{title: Eigen ervaring}]
---
Tekst over kennisuitwisselingen.
"""


def document(site, address: str):
    return next(document for document in site.documents if document.address == address)


def lexicon(site) -> dict[str, dict]:
    return {
        a.path.rpartition("/")[2]: json.loads(a.content)
        for a in site.artefacts
        if re.fullmatch(r"assets/search/[^/]+\.json", getattr(a, "path", ""))
    }


def test_only_published_items_are_indexed_each_at_its_own_address(write):
    draft = HOSTILE.replace("type: tip", "type: tip\nstatus: draft").replace("q1w2e3", "q1w2e4")
    site = build(settings(write({"lessons/x.md": HOSTILE, "lessons/concept.md": draft})))
    addresses = [document.address for document in site.documents]
    assert "tips/x/" in addresses
    assert not any("concept" in address for address in addresses)
    assert len(addresses) == len(site.reading.library.published)


def test_a_document_holds_terms_facets_and_what_a_result_shows(write):
    found = document(build(settings(write({"lessons/x.md": HOSTILE}))), "tips/x/")
    assert {f"{DUTCH.term(word)}{MARK}" for word in ("kennisuitwisseling", "uitwisseling")} <= set(found.terms)
    assert found.facets["theme"] == ("borging",)
    assert found.date == "2026-11-22"
    assert found.shown["title"] == '"><script>alert(1)</script> & <b>samen</b>'
    assert found.shown["themes"] == "Borging"
    assert found.shown["names"] == '"><img src=x onerror=alert(1)>'  # the name of the theme is shown already


def test_terms_weigh_by_where_they_stand_and_count_twice_at_most_in_each_text():
    texts = Frozen(
        {"title": "Steden", "summary": "stad steden stad", "questions": "", "core": "", "names": "", "body": "de stadswandeling"}
    )
    record = Record("x.md", "x/", "tip", "Steden", "", "", (), (), texts, "", Frozen(), drawing="tekeningen/kat.svg")
    (found,) = documents_of([record], WordLookup(DUTCH, Frozen())).values()
    assert found.terms == {
        f"stad{MARK}": (120, 84, 84, 7),  # 24 times 5 for a title, 3.5 for a summary, and half of 0.6 for a part of a word in a body
        f"{DUTCH.term('stadswandeling')}{MARK}": (12,),
        f"{DUTCH.term('wandeling')}{MARK}": (7,),
    }
    assert found.shown["drawing"] == "tekeningen/kat.svg"
    assert found.length == 6
    assert found.words == ("stad", "stadswandeling", "steden")


def test_the_lexicon_leads_from_every_form_to_its_term_and_counts_items(write):
    site = build(settings(write({"lessons/x.md": HOSTILE})))
    held = lexicon(site)
    term = DUTCH.term("uitwisseling")
    count, forms = held["words-ui.json"][term]
    assert count >= 1
    assert {"uitwisseling", "uitwisselingen"} <= set(forms.split())
    assert set(held["lexicon.json"]["files"]) == {
        next(iter(shard.values()))[1].split()[0][:2] for name, shard in held.items() if name.startswith("words-")
    }


def test_the_glossary_says_which_phrases_mean_the_same(write):
    terms = "- term: geldschieter\n  synonyms: [financier, subsidiegever]\n"
    site = build(settings(write({"content/begrippen.yml": terms})))
    groups = lexicon(site)["lexicon.json"]["synonyms"]
    assert [DUTCH.term(word) for word in ("geldschieter", "financier", "subsidiegever")] in groups
    glossary = next(a.content for a in site.artefacts if getattr(a, "address", "") == "begrippen/")
    assert "geldschieter" not in glossary
