import pytest

from geleerd.model.documents import Body, Document
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath
from geleerd.validate.unmeant.links_as_text import footnotes_alone, links_as_text
from tests.workbench.growth import NEARLY_LINEAR, time_grows


def document(body):
    return Document(SourcePath("lessons/x.md"), Frozen(), Frozen(), Body(body))


MEANT = {
    "[a b] (https://a.example/x)": "[a b](https://a.example/x)",
    "[a] (b.md) en [c] (d.md)": "[a](b.md) en [c](d.md)",
    "[a](https://a.example “titel”)": "[a](https://a.example)",
    "[a](mijn verslag.pdf)": "[a](<mijn verslag.pdf>)",
    "[a](https:// a.example/b.html)": "[a](https://a.example/b.html)",
    "(a)[https://a.example]": "[a](https://a.example)",
    "Zie [a](https://a.example/x": "Zie [a](https://a.example/x)",
}


@pytest.mark.parametrize("typed", MEANT)
def test_the_line_that_it_hands_over_makes_the_hint_go_away(typed):
    (problem,) = links_as_text(document(f"Kop\n\n{typed}"))
    assert (problem.place.line, problem.lines) == (3, (MEANT[typed],))
    assert list(links_as_text(document(MEANT[typed]))) == []


@pytest.mark.parametrize(
    "text", ["[a](b.md)", "`[a] (b.md)`", "[x] (zie onder)", "- [ ] (later)", "[1] (2019)", "f(x)[1]", '[a](b.md "titel")', "[a](<b c.md>)"]
)
def test_a_link_and_a_text_between_brackets_are_no_mistake(text):
    assert list(links_as_text(document(text))) == []


@pytest.mark.long
@pytest.mark.parametrize("check", [links_as_text, footnotes_alone])
@pytest.mark.parametrize("piece", ["[x] (a", "[x](a b", "[x](aaaa.", "(x)[https://a", "[x](“", "[", "[^1", "a[^1]\n", "[^1]:\n", "<b><x>"])
def test_the_time_grows_with_the_length_of_a_body(check, piece):
    assert time_grows(lambda text: list(check(document(text))), piece) < NEARLY_LINEAR
