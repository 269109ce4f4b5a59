"""The terms that a page holds are all that its story can use."""

import re
from dataclasses import replace

import pytest
import yaml

from geleerd import Page, build
from geleerd.model.artefacts import Link
from geleerd.model.frozen import Frozen
from geleerd.model.urls import relative
from geleerd.render.items.explained_terms import ExplainedTerms
from geleerd.render.items.story_texts import texts_of
from geleerd.render.parts.field_views import FieldView
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

WORD = re.compile(r"(?<=[ >(])[a-zA-Z]{3,}(?=[ .,:;)<])")


def pages_of_items(root):
    return {page.address: page.content for page in build(settings(root)).artefacts if isinstance(page, Page) and page.item}


@pytest.fixture
def every_word_a_term(write_once, write):
    """A knowledge base that explains every word of its stories, those of the theme among them."""
    files = {**item_files(), **frame_files()}
    words = sorted({word.lower() for html in pages_of_items(write_once(files)).values() for word in WORD.findall(html)})
    glossary = yaml.safe_dump([{"term": word, "meaning": f"Wat {word} betekent."} for word in words])
    return write({**files, "content/begrippen.yml": glossary})


def test_a_story_explains_the_same_with_the_terms_of_its_page_as_with_all_terms(every_word_a_term, monkeypatch):
    pages = pages_of_items(every_word_a_term)

    def every_word(terms, page, _texts):
        return ExplainedTerms(tuple(replace(word, page=relative(page, word.page)) for word in terms.words))

    monkeypatch.setattr(ExplainedTerms, "on_page", every_word)
    assert sum(html.count('class="term"') for html in pages.values()) > 100
    assert pages == pages_of_items(every_word_a_term)


def test_the_texts_of_a_field_are_its_words_and_not_its_addresses():
    links = FieldView("themes", "Thema's", "links", (Link("Wijken", "../themas/wijken/", "Waar mensen wonen"),))
    record = FieldView("duration", "Duur", "duration", Frozen({"min": 5, "unit": Frozen({"other": "minuten"}), "estimated": None}))
    assert [*texts_of((links, record))] == ["Thema's", "Wijken", "Waar mensen wonen", "Duur", "minuten"]
