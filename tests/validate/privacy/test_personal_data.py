"""How well the check tells personal data from what looks like it: a labelled corpus."""

from collections import Counter
from io import BytesIO

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from geleerd import Asset, Page, build
from geleerd.validate.privacy.personal_data import personal_data
from tests.workbench.building import settings
from tests.workbench.growth import NEARLY_LINEAR, calls_grow, time_grows
from tests.workbench.labelled_lines import CORPORA, RECALL, read

PRECISION = 0.99


@pytest.mark.parametrize("name", CORPORA)
def test_a_corpus_is_large_enough(name):
    lines, positives, negatives, _ = CORPORA[name]
    assert sum(bool(kinds) for _, kinds in lines) >= positives
    assert sum(not kinds for _, kinds in lines) >= negatives


def test_no_line_stands_in_two_corpora():
    texts = Counter(text for lines, *_ in CORPORA.values() for text in {text for text, _ in lines})
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("name", CORPORA)
def test_precision_and_recall(name):
    right, wrong, missed = Counter(), Counter(), Counter()
    lines, _, _, of_a_kind = CORPORA[name]
    for text, wanted in lines:
        found = {one.kind for one in personal_data(text)}
        right.update(found & wanted)
        wrong.update(found - wanted)
        missed.update(wanted - found)
    assert right.total() / (right.total() + wrong.total()) >= PRECISION
    assert right.total() / (right.total() + missed.total()) >= RECALL
    assert all(right[kind] / (right[kind] + missed[kind]) >= of_a_kind for kind in right)


LINES = [
    *("a@", "a" * 1000, "a.", "NL12 ", "1", "1 ", "op ", "geboren op ", "12-", "06-12345678 ", "°", "https://", "order "),
    *(
        "1-1-2000   ",
        "é",
        "(at) ",
        "&#64;",
        "<b ",
        "a at a punt ",
        "a . a ",
        "a-",
        "_",
        "(*",
        "bsn 1 ",
        "geb. ",
        "drie maart ",
        "06 ",
        "0612345678a",
        '"a ',
        "jarig op 1-1-2000 ",
        "begroting ",
        "316",
        "%40",
        "€ ",
    ),
]


def searched(line):
    return list(personal_data(line))


@pytest.mark.parametrize("piece", LINES)
def test_a_long_line_takes_no_more_steps_than_its_length(piece):
    assert calls_grow(searched, piece) < NEARLY_LINEAR


@pytest.mark.long
@pytest.mark.parametrize("piece", LINES)
def test_a_long_line_takes_no_long_time(piece):
    assert time_grows(searched, piece) < NEARLY_LINEAR


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
    assert not any("12345678" in str(document) for document in site.documents)


def test_a_file_that_tells_who_made_it_is_not_placed_even_when_the_build_goes_on(write):
    data = BytesIO()
    Image.new("L", (8, 8)).save(data, "PNG", pnginfo=_by("Wobke Terlingen"))
    body = "![Plein](plein.png)"
    telling = build(settings(write({"lessons/x.md": TIP.replace("Bel 06-12345678.", body), "lessons/plein.png": data.getvalue()})))
    assert not [a for a in telling.artefacts if isinstance(a, Asset) and a.path.endswith("plein.png")]
    assert [p.code for p in telling.reading.problems if p.place.file == "lessons/plein.png"] == ["author-in-file"]
    reviewed = TIP.replace("---\nBel 06-12345678.", "reviewed: [{text: plein.png, reason: Zij vond het goed.}]\n---\n" + body)
    silent = build(settings(write({"lessons/x.md": reviewed})))
    assert [a for a in silent.artefacts if isinstance(a, Asset) and a.path.endswith("plein.png")]


def _by(name: str) -> PngInfo:
    info = PngInfo()
    info.add_text("Author", name)
    return info


MAILBOXES = {kind: names.split() for kind, names in yaml.load(read("mailboxes.yml"), yaml.CSafeLoader).items()}


def test_mailboxes_of_functions_are_told_from_those_of_people():
    caught = {kind: [name for name in names if [*personal_data(f"Mail {name}@voorbeeld.nl")]] for kind, names in MAILBOXES.items()}
    assert caught == {"functions": [], "people": MAILBOXES["people"]}
    assert len(MAILBOXES["functions"]) > 250
    assert len(MAILBOXES["people"]) > 150
