"""What is known of words: looked up once, and the same when it is kept."""

import pytest

from geleerd import build, catalogue
from geleerd.find.known_words import KnownWord, WordLookup
from geleerd.find.language import searched_language
from geleerd.model.frozen import Frozen
from geleerd.pipeline import EarlierBuild
from tests.workbench.building import settings

DUTCH = searched_language(catalogue("nl"))


@pytest.mark.parametrize("word", ["steden", "kennisuitwisselingen", "casusbespreking", "cliënt", "qzkvw", "2026"])
def test_a_word_has_the_terms_and_forms_that_the_language_gives_it(word):
    found = WordLookup(DUTCH, Frozen())[word]
    assert found.term == DUTCH.term(word)
    assert found.parts == DUTCH.parts(word)
    assert [set(forms) for forms in found.forms] == [DUTCH.forms(word), *map(DUTCH.known, found.parts)]


def test_a_word_that_is_known_is_not_looked_up(monkeypatch):
    known = Frozen({"steden": KnownWord("stad", (), (("stad", "steden"),)), "oud": KnownWord("oud", (), (("oud",),))})
    monkeypatch.setattr(type(DUTCH), "term", None)
    words = WordLookup(DUTCH, known)
    assert words["steden"] == known["steden"]
    assert words.known() == {"steden": known["steden"]}  # what nobody asked for is forgotten


def test_words_that_say_nothing_are_left_out_and_the_others_counted():
    words = WordLookup(DUTCH, Frozen())
    assert words.telling("De stad, en Steden: de stad.") == {"stad": 2, "steden": 1}
    assert list(words.in_order("Stap voor stap")) == ["stap", "stap"]


def test_a_site_is_the_same_when_its_words_are_known_and_looks_nothing_up_then(write, monkeypatch):
    asked = settings(write({}))
    site = build(asked)
    assert set(site.known_words) >= {word for document in site.documents for word in document.words} > {"begin"}
    monkeypatch.setattr("geleerd.find.known_words._word", None)
    again = build(asked, known=EarlierBuild(site.known_words))
    assert (again.artefacts, again.documents, again.known_words) == (site.artefacts, site.documents, site.known_words)
