"""Only figures stand large above facts."""

import pytest

from geleerd.render.parts.large_figures import figure_and_words


@pytest.mark.parametrize(
    ("value", "figure", "words"),
    [
        ("5", "5", ""),
        ("4 jaar", "4 jaar", ""),
        ("Ruim 200", "Ruim 200", ""),
        ("65 tot 210 minuten (opgeteld uit de onderdelen)", "65 tot 210", "minuten (opgeteld uit de onderdelen)"),
        ("35 factoren en 50 pijlen ertussen", "35", "factoren en 50 pijlen ertussen"),
        ("2 (1 van PGOsupport en 1 van NHL Stenden)", "2", "(1 van PGOsupport en 1 van NHL Stenden)"),
        ("1.250,50 euro per jaar", "1.250,50", "euro per jaar"),
        ("Dinsdag 21 mei 2024", "", "Dinsdag 21 mei 2024"),
        ("12345678901", "", "12345678901"),
    ],
)
def test_the_figure_of_a_fact_and_its_words(value, figure, words):
    assert figure_and_words(value) == (figure, words)
