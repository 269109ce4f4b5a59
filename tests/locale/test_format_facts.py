"""What a work format takes, in words."""

import pytest

from geleerd.locale.catalogue import catalogue
from geleerd.locale.format_facts import facts_in_words
from geleerd.model.declarations.item_types import WorkFormat

HEAD = {"id": "k7m2xq", "type": "work-format"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"duration": {"min": "15", "max": "35"}, "group_size": {"min": "3", "max": "20"}}, "15 tot 35 minuten · 3 tot 20 mensen"),
        ({"duration": {"min": "1", "unit": "hours"}, "group_size": {"min": "4"}}, "1 uur · minstens 4 mensen"),
        ({"duration": {"unit": "ongoing"}, "group_size": {"max": "12"}}, "doorlopend · hoogstens 12 mensen"),
        ({"duration": {"max": "1"}, "setting": ["online", "in-person"], "phase": "close"}, "1 minuut · op locatie of online · afsluiten"),
        ({"setting": ["hybrid"]}, "deels op locatie, deels online"),
        ({"setting": ["hybrid", "online"]}, "online, ook deels op locatie"),
        ({"setting": ["in-person", "hybrid"]}, "op locatie, ook deels online"),
        ({"setting": ["in-person", "online", "hybrid"]}, "op locatie, online of allebei tegelijk"),
        ({"duration": {}, "group_size": {}}, ""),
    ],
)
def test_only_what_is_known_is_said(fields, words):
    assert facts_in_words(WorkFormat.model_validate(HEAD | fields), catalogue("nl")) == words
