import re

import pytest

from geleerd import Code, catalogue
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.partial_dates import PartialDate

PRIVATE = (
    *("month", "day-word", "year-word", "born-on", "was-born", "thing", "at", "dot"),
    *("functions", "function-stems", "given-names", "surnames"),
)
OF_THE_LANGUAGE = {
    ("search", "stemmer"),
    ("search", "linking"),
    ("search", "faint"),
    ("search", "idle"),
    ("search", "negations"),
    ("search", "particles"),
    ("search", "plurals"),
    ("search", "families"),
    ("advice", "passive"),
    ("advice", "known"),
    *(("privacy", key) for key in PRIVATE),
}
"""What a language has or has not."""

WORDS = {"everyday", "left", "synonyms"}
"""Tables of words and expressions, without sentences."""

PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)")


def flat(entries, path=()):
    for key, value in entries.items():
        if isinstance(value, dict):
            yield from flat(value, (*path, key))
        else:
            yield (*path, key), value


def every_sentence(language):
    return {key: text for key, text in flat(catalogue(language).entries) if key not in OF_THE_LANGUAGE and key[0] not in WORDS}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_catalogues_have_the_same_keys_and_placeholders(language):
    first, other = every_sentence(LANGUAGES[0]), every_sentence(language)
    assert first.keys() == other.keys()
    differing = [key for key in first if (set(PLACEHOLDER.findall(first[key])) ^ set(PLACEHOLDER.findall(other[key]))) - {"count"}]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_a_sentence_that_says_what_to_do(language):
    sentences = dict(catalogue(language).entries["problems"])
    for tail in ("did-you-mean", "now-called", "right-line", "right-lines"):
        sentences.pop(tail)
    assert sentences.keys() == set(Code)
    # What is wrong, and then what to do: at least two clauses.
    assert [code for code, text in sentences.items() if len(re.findall(r"[.,;:]\s", f"{text} ")) < 2] == []


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("nl", "2023-10-09", "9 oktober 2023"),
        ("nl", "2023-10", "oktober 2023"),
        ("nl", "2023", "2023"),
        ("en", "2023-10-09", "9 October 2023"),
    ],
)
def test_dates_in_full(language, text, shown):
    assert catalogue(language).date(PartialDate.parse(text)) == shown


def test_the_default_language_comes_first_and_the_others_by_their_codes():
    assert LANGUAGES[0] == "nl"
    assert "en" in LANGUAGES
    assert list(LANGUAGES[1:]) == sorted(LANGUAGES[1:])


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="nl"):
        catalogue("fr")
