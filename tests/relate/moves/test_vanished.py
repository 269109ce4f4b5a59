"""What stood online before and leads nowhere now."""

import pytest

from geleerd import reading_of
from geleerd.relate.moves.vanished import vanished
from tests.workbench.building import settings, written
from tests.workbench.small_items import tip

BEFORE = {"lessons/een.md": tip("k1aaaa")}


@pytest.mark.parametrize(
    ("after", "codes"),
    [
        (BEFORE, []),
        ({}, ["vanished-id"]),
        ({"lessons/twee.md": tip("k1aaaa")}, ["vanished-address"]),
        ({"lessons/twee.md": tip("k1aaaa", "aliases: [/tips/een/]\n")}, []),
        ({"lessons/een.md": tip("k1aaaa", "status: draft\n")}, ["vanished-id"]),
    ],
    ids=["the same", "deleted", "renamed", "renamed with an alias", "a draft again"],
)
def test_an_item_that_leads_nowhere_is_told(tmp_path, after, codes):
    libraries = [reading_of(settings(written(tmp_path / name, files))).library for name, files in (("before", BEFORE), ("after", after))]
    assert [problem.code for problem in vanished(*libraries)] == codes
