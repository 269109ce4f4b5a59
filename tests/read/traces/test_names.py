"""What looks like a person is told from the words of a language and of programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.read.traces.names import is_plain, tells_somebody
from tests.workbench.growth import NEARLY_LINEAR, time_grows

PEOPLE = """
Sjuwke Terlingen|sjuwke_terlingen|SjuwkeTerlingen|foto van Sjuwke Terlingen|Jan Jansen|jan-jansen|Jan de Vries|J. Terlingen|J.P. de Vries
Piet Bakker|Willem van der Meer|Sjuwke_x0020_Terlingen|Fatima el Amrani|06-12345678|+31 6 1234 5678|BSN 123456782|52.370216 4.895168
de Vries, Jan|Visser, J.|Jansen,Marieke|J. Jansen|J.P. Visser|W Hendriks|jdevries|kvandijk|pbakker|jan.bakker|jan_de_vries|jan de vries
JAN DE VRIES|Jan El Amrani|JAN BAKKER|mevr. Jansen|dhr. van Wijk|Domstraat 12|Domweg 12, 3512 JC Utrecht|(030) 2314567|030 231 45 67|tel_0612345678
0031 6 12 34 56 78|06/12345678|iemand@voorbeeld.nl|/Volumes/sjuwke/a.svg|~/sjuwke/a.svg|C:\\Users\\sjuwke\\a.svg
"""
PLAIN = """
Samen Leren|Stappen naar samen leren|Kaart van het Netwerk|Netwerk Utrecht|Utrecht Zuid|Kennisnetwerk Groningen|Vrijwilligers Werven
De Nieuwe Wijk|Hulp In De Huishouding|Wijkteam Overvecht|Page-1|Master_Slide|CustomShape|Laag_1|SVGRepo_bgCarrier|clip0_1_2|cls-1
zkfFHV4jXpPF--0|Button_container__x1Y2z|0 0 100 60|2024-01-31|Aantal lessen|Mindmap|flowchart-Begin-0|Stichting Welzijn Overijssel
A. De Wijk|Deel B De Wijk|Plan B Utrecht|Groen, Wit|Revers|madam|Fietspad 12|In De Wijk|de wijk van morgen|Vak 12, 2024|0 10 20 30 40 50 60
"""


@pytest.mark.parametrize("text", PEOPLE.strip().replace("\n", "|").split("|"))
def test_a_person_is_told(text):
    assert tells_somebody(text)
    assert not is_plain(text)


@pytest.mark.parametrize("text", PLAIN.strip().replace("\n", "|").split("|"))
def test_words_of_the_language_and_of_programs_are_not(text):
    assert is_plain(text)


def test_a_word_that_nobody_knows_is_not_plain_until_it_is_shown():
    assert not tells_somebody("Sjuwke")
    assert not is_plain("Sjuwke")
    assert is_plain("Sjuwke Terlingen", {"sjuwke", "terlingen"})


@given(st.text(max_size=60))
def test_what_tells_somebody_is_never_plain(text):
    assert not (tells_somebody(text) and is_plain(text))


@pytest.mark.long
@pytest.mark.parametrize("piece", ["Ab ", "aB", "a1", "0", "0 ", "1.2345 ", "van ", "_x41_", "abcdefghij", "A.", "1.2345678 4.1 "])
def test_time_grows_with_the_length(piece):
    assert time_grows(is_plain, piece) < NEARLY_LINEAR
