"""The forms of words that share a term."""

import gzip

import pytest

from benchmarks.word_forms import made
from geleerd import catalogue
from geleerd.find.inflections import inflections, inflections_file
from geleerd.find.language import searched_language


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_package_carries_what_its_dictionaries_tell_today(code):
    kept = gzip.decompress(inflections_file(code).read_bytes())
    assert kept == gzip.decompress(made(code)), f"make it again: python -m benchmarks.word_forms {code}"


def test_forms_stand_behind_their_term_in_order():
    dutch = searched_language(catalogue("nl"))
    forms = inflections("nl", dutch.stemmer, dutch.plurals, dutch.families)[dutch.term("huizen")].split()
    assert {"huis", "huizen", "huisje"} <= set(forms)
    assert forms == sorted(forms)


def test_terms_that_are_found_in_another_way_have_other_forms():
    bare = inflections("nl", "", (), ())
    assert "huis" in bare["huis"].split()
    assert bare != inflections("nl", "dutch", (), ())
    assert inflections("tlh", "", (), ()) == {}
