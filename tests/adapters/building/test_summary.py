"""What a build says at its end."""

import pytest

from geleerd import reading_of
from geleerd.adapters.building import summary
from geleerd.locale.catalogue import catalogue
from tests.workbench.building import settings
from tests.workbench.full_items import item_files


@pytest.mark.parametrize(("language", "words"), [("nl", "daar staat een pagina die doorstuurt"), ("en", "a page there leads on")])
def test_more_redirects_than_every_host_reads_are_said(write_once, monkeypatch, language, words):
    reading = reading_of(settings(write_once(item_files())))
    count = len(reading.library.places.redirects)
    monkeypatch.setattr(summary, "MOST_AT_A_HOST", count)
    assert [*summary.redirects_sentences(reading, catalogue(language))] == []
    monkeypatch.setattr(summary, "MOST_AT_A_HOST", count - 1)
    (said,) = summary.redirects_sentences(reading, catalogue(language))
    assert words in said
    assert str(count) in said
