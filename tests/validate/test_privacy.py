"""How well the check tells personal data from what looks like it: a labelled corpus."""

from collections import Counter
from pathlib import Path

import yaml
from building import settings
from hypothesis import given
from hypothesis import strategies as st

from geleerd.pipeline import build
from geleerd.render.artefacts import Page
from geleerd.validate.personal_data import personal_data

CORPUS = yaml.safe_load((Path(__file__).parent / "privacy" / "corpus.yml").read_text(encoding="utf-8"))
PRECISION, RECALL = 0.99, 0.98


def test_the_corpus_is_large_enough():
    assert sum(bool(line["finds"]) for line in CORPUS) >= 200
    assert sum(not line["finds"] for line in CORPUS) >= 500


def test_precision_and_recall_on_the_corpus():
    right, wrong, missed = Counter(), Counter(), Counter()
    for line in CORPUS:
        found, wanted = {one.kind for one in personal_data(line["text"])}, set(line["finds"])
        right.update(found & wanted)
        wrong.update(found - wanted)
        missed.update(wanted - found)
    assert right.total() / (right.total() + wrong.total()) >= PRECISION
    assert right.total() / (right.total() + missed.total()) >= RECALL
    assert all(right[kind] / (right[kind] + missed[kind]) >= RECALL for kind in right)


@given(st.text(max_size=300))
def test_no_text_breaks_it_and_what_is_found_stands_there(text):
    assert all(found.text.strip() in text for found in personal_data(text))


TIP = """\
---
id: q1w2e3
type: tip
title: Zet het op de agenda
summary: Dan praat iedereen er vanzelf over.
date: 2026-11-22
themes: [borging]
sources: [{title: Eigen ervaring}]
---
Bel 06-12345678.
"""


def test_an_item_with_personal_data_is_not_published_even_when_the_build_goes_on(write):
    site = build(settings(write({"lessons/x.md": TIP})))
    assert not [a for a in site.artefacts if isinstance(a, Page) and "tips/x" in a.address]
    assert not any("12345678" in document.html for document in site.documents)
