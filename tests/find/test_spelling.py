"""The common words that are never taken for a misspelt word."""

import pytest

from geleerd import build
from geleerd.find.spelling import common, spellings
from geleerd.locale.catalogue import LANGUAGES
from tests.workbench.building import settings


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_package_has_the_common_words_that_the_list_of_words_has(code):
    """When this fails, the list of words is a newer one: write what `common` gives into `find/spellings/`, below the line that names its version."""
    kept = {word for words in spellings(code).values() for word in words.split(" ")}
    assert kept == {word for word in common(code) if word[0].isascii()}


def test_correct_words_are_there_and_slips_are_not():
    letters = spellings("nl")
    words = {word for found in letters.values() for word in found.split(" ")}
    assert {"oplossing", "opdagen", "clienten"} <= words
    assert not {"dragvlak", "onlnie", "financierng"} & words
    assert all(found.split(" ")[0][0] == letter for letter, found in letters.items())


def test_a_language_without_a_list_has_none():
    assert spellings("fy") == {}


def test_a_site_has_a_file_for_every_letter(write):
    site = build(settings(write({})))
    names = {a.path.rpartition("/")[2] for a in site.artefacts if getattr(a, "path", "").startswith("assets/search/spelled-")}
    assert names == {f"spelled-{letter}.json" for letter in spellings("nl")}
