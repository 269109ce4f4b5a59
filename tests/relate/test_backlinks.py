"""The other end of a relation."""

import pytest

from geleerd import reading_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip

SUPPORTS = "relations:\n  - type: supports\n    id: a1b2c3\n    note: Omdat.\n"


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("", True),
        ("status: superseded\nsuperseded_by: a1b2c3\n", False),
        ("status: withdrawn\nwithdrawn_on: 2026-10\nreason: Op verzoek.\n", False),
    ],
)
@pytest.mark.parametrize(("said", "kind"), [(SUPPORTS, "supports"), ("built_on: [a1b2c3]\n", "built-on")])
def test_nobody_is_led_to_what_is_gone_or_replaced(write, status, shown, said, kind):
    library = reading_of(settings(write({"lessons/x.md": tip("m1aaaa", said + status)}))).library
    assert [link.type for link in library.backlinks.get("a1b2c3", ()) if link.source.fields.id == "m1aaaa"] == [kind] * shown
