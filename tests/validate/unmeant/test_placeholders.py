import pytest

from geleerd.validate.unmeant.placeholders import placeholders_in, without_placeholders
from tests.workbench.growth import NEARLY_LINEAR, time_grows

WHOLE = [
    *("TODO", "todo", "Todo: bellen", "TODO bellen met Piet", "TODO.", "[TODO]", "tbd", "FIXME", "xxx", "???", "Lorem ipsum dolor", "..."),
    *(
        "nog invullen",
        "Nog in te vullen.",
        "[nog aan te vullen]",
        "Klik of tik om tekst in te voeren.",
        "Klik hier als u tekst wilt invoeren.",
    ),
    *("Vul hier de titel in", "Typ hier je tekst…", "Kies een item.", "Click or tap here to enter text.", "Enter your title here"),
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_line_that_stands_in_for_a_text(text):
    assert placeholders_in(text) == (text,)


PARTS = {
    "De les van [TITEL] is": "[TITEL]",
    "Bij [naam van de organisatie] ging het goed": "[naam van de organisatie]",
    "Het was in [vul de plaats in].": "[vul de plaats in]",
    "At [name of your organisation] it": "[name of your organisation]",
    "Er kwamen XX mensen": "XX mensen",
}


@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_a_line_that_stands_in_for_a_text(text):
    assert placeholders_in(text) == (PARTS[text],)


@pytest.mark.parametrize(
    "text",
    [
        *("Een TODO-lijst helpt", "TODO-lijsten helpen", "To do: bellen", "Todo's op het bord", "Ik werk bij [naam]", "Het ging goed. […]"),
        *("Dat zei [de wethouder] toen", "[gelach]", "[1] Jansen", "Deel XX", "Maat XXL past", "Schrijf hier samen op wat je ziet"),
        *("Vul hier samen de matrix in", "Nog een vraag invullen", "Kies een item van de lijst en vertel", "Invullen", "Wat? Hoe?"),
    ],
)
def test_words_of_a_story_stand_in_for_nothing(text):
    assert placeholders_in(text) == ()


def test_nobody_has_to_explain_what_stands_in_for_a_text():
    assert without_placeholders("[TITEL] en XX van de AVG").split() == ["en", "van", "de", "AVG"]


@pytest.mark.long
@pytest.mark.parametrize("unit", ["[naam van de ", "XX ", "vul hier de tekst ", "todo :"])
def test_the_time_grows_with_the_text(unit):
    assert time_grows(placeholders_in, unit) < NEARLY_LINEAR
