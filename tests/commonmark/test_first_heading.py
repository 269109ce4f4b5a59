"""The first heading of the first level of a page, and the page without it."""

import pytest

from geleerd.commonmark.first_heading import first_heading


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("# Een *kop*\n\nTekst.", "Een kop", "Tekst."),
        ("# Een kop #\nTekst.", "Een kop", "Tekst."),
        ("Een kop\n=======\n\nTekst.", "Een kop", "Tekst."),
        ("![logo](a.png)\n\n# Kop { #begin .groot }\n\n## Twee\n", "Kop", "![logo](a.png)\n\n## Twee\n"),
        ("## Eerst\n\n# Dan\n\nx", "Dan", "## Eerst\n\nx"),
        ("Vooraf\r# Kop\r\nTekst", "Kop", "Vooraf\nTekst"),
        ("# Kop `c` &amp;", "Kop c &", ""),
        ("# [Kop](x.md)\n\nx", "Kop", "# [Kop](x.md)\n\nx"),
        ("# Kop <sup>1</sup>", "Kop 1", "# Kop <sup>1</sup>"),
    ],
)
def test_it_leaves_the_text(text, words, rest):
    heading = first_heading(text)
    assert (heading.words, heading.rest) == (words, rest)


@pytest.mark.parametrize("text", ["", "## Twee", "> # Citaat", "- # Punt", "```\n# code\n```", "#geen", "<!-- # geen -->"])
def test_what_is_no_heading_of_the_page_is_none(text):
    assert first_heading(text) is None
