"""What Dutch words have in common."""

import pytest

from geleerd import catalogue
from geleerd.find.language import searched_language

DUTCH = searched_language(catalogue("nl"))
ENGLISH = searched_language(catalogue("en"))


@pytest.mark.parametrize(
    "forms",
    [
        ("huis", "huizen", "huisje"),
        ("stad", "steden"),
        ("leren", "geleerd", "leerde", "leert"),
        ("kind", "kinderen"),
        ("lopen", "liep", "gelopen"),
        ("mislukking", "mislukkingen", "mislukte", "mislukken"),
        ("gemeente", "gemeenten", "gemeentes"),
        ("casusbespreking", "casusbesprekingen"),
        ("leernetwerk", "leernetwerken"),
        ("deelnemer", "deelnemers"),
        ("app", "apps"),
        ("zonde", "zonden"),
        ("verslag", "verslagen"),
        ("liep", "lopen"),
        ("gemeente", "gemeentelijk"),
        ("lid", "leden"),
        ("mens", "mensen"),
        ("wet", "wetten"),
        ("oudere", "ouderen"),
    ],
)
def test_forms_of_a_word_are_one_term(forms):
    assert len({DUTCH.term(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zonde", "zenden"),
        ("gezond", "zon"),
        ("verslag", "verslaan"),
        ("leden", "lijden"),
        ("mensen", "gemeend"),
        ("wet", "weten"),
        ("vak", "vaak"),
        ("eentje", "een"),
        ("ouders", "ouderen"),
        ("naasten", "naast"),
    ],
)
def test_words_that_only_look_alike_are_not_one_term(one, other):
    assert DUTCH.term(one) != DUTCH.term(other)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("kennisuitwisseling", ["kennis", "uitwisseling"]),
        ("zorgnetwerk", ["zorg", "netwerk"]),
        ("succesfactoren", ["succes", "factoren"]),
        ("kwaliteitsverpleegkundigen", ["kwaliteit", "verpleegkundigen"]),
        ("casusbespreking", ["casus", "bespreking"]),
        ("leernetwerkbijeenkomst", ["leren", "netwerk", "bijeenkomst"]),
    ],
)
def test_a_compound_leads_to_its_parts(compound, parts):
    assert DUTCH.parts(compound) == tuple(DUTCH.term(part) for part in parts)


@pytest.mark.parametrize("word", ["bijeenkomst", "vertrouwen", "meelopen", "huisarts", "onderbouwing", "net", ""])
def test_a_word_that_stands_for_itself_is_not_cut(word):
    assert DUTCH.parts(word) == ()


def test_english_is_not_cut():
    assert ENGLISH.parts("knowledgeexchange") == ()
    assert ENGLISH.term("networks") == ENGLISH.term("network")


def test_the_forms_of_a_compound_that_no_list_knows_are_those_of_its_last_part():
    assert {"casusbespreking", "casusbesprekingen"} <= DUTCH.forms("casusbespreking")
