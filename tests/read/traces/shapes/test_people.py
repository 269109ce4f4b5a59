"""A name in any usual form is found whole; a word that only begins as one is not."""

import pytest

from geleerd.read.traces.shapes.people import has_telephone_or_house, people


@pytest.mark.parametrize(
    "name", ["de Vries, Jan", "Jansen, Marieke", "J.P. van Dijk", "jan.bakker", "JAN DE VRIES", "jdevries", "mevr. Wobke"]
)
def test_a_name_is_found_whole(name):
    assert name in set(people(f"door {name}; zie 2"))


@pytest.mark.parametrize("text", ["Bakkerij, Max", "A. De Wijk", "revers", "kleur.groen", "Jan"])
def test_what_has_no_form_of_a_name_is_not(text):
    assert not list(people(text))


@pytest.mark.parametrize("text", ["(030) 2314567", "tel_0612345678", "0031 6 12 34 56 78", "Domstraat 12", "Domweg 1a, 3512 JC Utrecht"])
def test_a_telephone_and_a_house_are_found(text):
    assert has_telephone_or_house(text)
