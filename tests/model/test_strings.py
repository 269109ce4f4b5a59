import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import ID_LENGTH, item_id_from
from geleerd.model.strings import is_item_id, is_slug, slug_from, word_of


@given(st.lists(st.integers(min_value=0), min_size=ID_LENGTH, max_size=ID_LENGTH))
def test_any_six_numbers_make_an_id(numbers):
    assert is_item_id(item_id_from(tuple(numbers)))


@given(st.text())
def test_a_slug_is_usable_or_empty_and_stays_what_it_is(text):
    slug = slug_from(text)
    assert slug == "" or is_slug(slug)
    assert slug_from(slug) == slug


def test_slugs_read_as_dutch():
    assert slug_from("Coördinatie & één team") == "coordinatie-een-team"
    assert slug_from("DSV's") == "dsv-s"


def test_a_sign_that_nobody_sees_breaks_no_word():
    assert slug_from("Bijeen\u00adkomst") == slug_from("Bijeen\u200bkomst") == "bijeenkomst"


def test_ids_never_read_as_numbers_and_have_no_lookalikes():
    assert not is_item_id("123456")
    assert not any(is_item_id(f"a{letter}2345") for letter in "ilou")
    assert not is_item_id("A1B2C3")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Co-creatie", "co creatie", "CO_CREATIE", "co/creatie"),
        ("Café", "cafe"),
        ("#leren", "Leren", "leren!"),
        ("C#", "c#"),
        ("C++", "c++"),
        ("C", "c", "#C"),
        ("A*",),
        ("A&B", "A+B", "A/B", "a b"),
        ("A",),
    ],
)
def test_case_accents_and_separators_are_spelling(spellings):
    assert len({word_of(spelling) for spelling in spellings}) == 1


def test_signs_that_are_read_make_another_word():
    assert len({word_of(tag) for tag in ("C", "C#", "C++", "C*", "C=", "C%", ".C")}) == 7
