"""What the search engine gets, and the words that lead to it."""

import json

from geleerd import build, catalogue
from geleerd.find.index_documents import MARK
from geleerd.find.language import searched_language
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


def document(site, path: str) -> str:
    return next(document.html for document in site.documents if document.path == path)


def lexicon(site) -> dict[str, dict]:
    return {a.path.rpartition("/")[2]: json.loads(a.content) for a in site.artefacts if getattr(a, "path", "").startswith("assets/search/")}


def test_only_published_items_are_indexed_each_at_its_own_address(write):
    draft = HOSTILE.replace("type: tip", "type: tip\nstatus: draft").replace("q1w2e3", "q1w2e4")
    site = build(settings(write({"lessons/x.md": HOSTILE, "lessons/concept.md": draft})))
    paths = [document.path for document in site.documents]
    assert "tips/x/index.html" in paths
    assert not any("concept" in path for path in paths)
    assert len(paths) == len(site.reading.library.published)


def test_a_document_holds_terms_facets_and_what_a_result_shows(write):
    html = document(build(settings(write({"lessons/x.md": HOSTILE}))), "tips/x/index.html")
    assert f"{DUTCH.term('kennisuitwisseling')}{MARK}" in html
    assert f"{DUTCH.term('uitwisseling')}{MARK}" in html
    assert 'data-pagefind-filter="theme[data-v]" data-v="borging"' in html
    assert 'data-pagefind-sort="date[data-v]" data-v="2026-11-22"' in html
    assert "<script" not in html
    assert "<img" not in html


def test_the_lexicon_leads_from_every_form_to_its_term_and_counts_items(write):
    site = build(settings(write({"lessons/x.md": HOSTILE})))
    held = lexicon(site)
    term = DUTCH.term("uitwisseling")
    count, forms = held["words-ui.json"][term]
    assert count >= 1
    assert {"uitwisseling", "uitwisselingen"} <= set(forms.split())
    assert set(held["lexicon.json"]["files"]) == {
        next(iter(shard.values()))[1].split()[0][:2] for name, shard in held.items() if name != "lexicon.json"
    }


def test_the_glossary_says_which_phrases_mean_the_same(write):
    terms = "- term: geldschieter\n  synonyms: [financier, subsidiegever]\n"
    site = build(settings(write({"content/begrippen.yml": terms})))
    groups = lexicon(site)["lexicon.json"]["synonyms"]
    assert [DUTCH.term(word) for word in ("geldschieter", "financier", "subsidiegever")] in groups
    glossary = next(a.content for a in site.artefacts if getattr(a, "address", "") == "begrippen/")
    assert "geldschieter" not in glossary
