"""Soft hyphens: in headings, labels and facts alone, where the language breaks a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.making.hyphens import SOFT_HYPHEN, hyphenated, with_soft_hyphens


def shown(html: str, language: str = "nl") -> str:
    return with_soft_hyphens(html, language).replace(SOFT_HYPHEN, "|")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("leernetwerkbijeenkomst", "leer|net|werk|bij|een|komst"),
        ("Posterpresentatie", "Poster|pre|sen|tatie"),
        ("Vrijwilligerscoördinatoren", "Vrij|wil|li|gers|co|ör|di|na|toren"),
        ("patiëntenorganisatie", "pati|ën|ten|or|ga|ni|satie"),
        ("Tegeltjeswijsheden", "Tegel|tjes|wijs|heden"),
        ("mislukkingen", "misluk|kingen"),
        ("gereedschapskistje", "gereed|schaps|kistje"),
    ],
)
def test_a_word_breaks_where_its_language_breaks_it(word, broken):
    assert hyphenated(word, "nl").replace(SOFT_HYPHEN, "|") == broken


@pytest.mark.parametrize(("language", "broken"), [("en", "respons|ib|ility"), ("nl-BE", "respon|si|bi|lity"), ("xx", "responsibility")])
def test_each_language_has_its_own_patterns_or_none(language, broken):
    assert hyphenated("responsibility", language).replace(SOFT_HYPHEN, "|") == broken


LONG = "leernetwerkbijeenkomst"
BROKEN = "leer|net|werk|bij|een|komst"


@pytest.mark.parametrize(
    "html",
    [
        "<h1>{}</h1>",
        "<h4 class='card__title' title='" + LONG + "'><a href=\"/" + LONG + '/">Over {}, en meer</a></h4>',
        "<dt>{} <small>({})</small></dt>",
        '<th scope="row">{}</th>',
        "<label for='x'>{}: <textarea>" + LONG + "</textarea></label>",
        "<legend>{}</legend>",
        '<dd class="fact">{}</dd>',
        "<h2>&lt;{}&gt; &amp; {}</h2>",
        "<h2><code>" + LONG + "</code> {} <svg><title>" + LONG + "</title></svg></h2>",
        "<h2>" + LONG + ".nl, www." + LONG + ", info@" + LONG + " a/" + LONG + " {}.</h2>",
        '<dd class="fact"><a href="#">https://x.example/over-'
        + LONG
        + "-en-"
        + LONG
        + "?q=een+"
        + LONG
        + "</a> (www.x-"
        + LONG
        + ".nl) {}</dd>",
        "<title>" + LONG + "</title><p>" + LONG + "</p><td>" + LONG + "</td><dd>" + LONG + "</dd><header>" + LONG + "</header>",
        '<script type="application/ld+json">{{"name": "' + LONG + '"}}</script><h3>{}</h3>',
        "<h1>Kort en goed</h1>",
        "<h1>" + LONG + "<h1>" + LONG,
        "<h1>{}</h2></h1><h2>{}</h2>",
    ],
)
def test_only_visible_headings_labels_and_facts_have_them(html):
    assert shown(html.replace("{}", LONG).replace("{{", "{").replace("}}", "}")) == html.replace("{}", BROKEN).replace("{{", "{").replace(
        "}}", "}"
    )


def test_a_title_in_another_language_breaks_by_its_own():
    html = '<h1 lang="en" dir="auto">Understanding responsibility</h1>'
    assert shown(html) == html.replace("Understanding", hyphenated("Understanding", "en").replace(SOFT_HYPHEN, "|")).replace(
        "responsibility", hyphenated("responsibility", "en").replace(SOFT_HYPHEN, "|")
    )
    assert shown('<h1 lang="xx">Leernetwerkbijeenkomst</h1>') == '<h1 lang="xx">Leernetwerkbijeenkomst</h1>'


PARTS = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<dt>",
        "</dt>",
        "<th scope=row>",
        "</th>",
        "<label>",
        "</label",
        "<code>",
        "</code>",
        '"',
        "'",
        "<",
        ">",
        "&amp;",
        LONG,
        " ",
        "<a title='",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_nothing_but_soft_hyphens_is_added_to_whatever_stands_there(html):
    assert with_soft_hyphens(html, "nl").replace(SOFT_HYPHEN, "") == html


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëöü", min_size=12, max_size=40))
def test_four_letters_stay_on_either_side_and_a_vowel_in_every_part(word):
    parts = hyphenated(word, "nl").split(SOFT_HYPHEN)
    assert "".join(parts) == word
    if len(parts) > 1:
        assert min(len(parts[0]), len(parts[-1])) >= 4
        assert all(re.search("[aeiouyéëöü]", part) for part in parts[:-1])


def test_headings_without_an_end_take_no_longer_than_they_are_long():
    html = "<h1>" * 200_000
    assert with_soft_hyphens(html, "nl") == html
