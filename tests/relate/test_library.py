"""The order of a library."""

from geleerd import reading_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def test_items_stand_newest_first_then_by_id(write):
    root = write({"lessons/a.md": tip("k9zzzz"), "lessons/b.md": tip("k1aaaa"), "lessons/c.md": tip("m1aaaa", day=23)})
    order = [item.fields.id for item in reading_of(settings(root)).library.published]
    assert order == ["m1aaaa", "k1aaaa", "k9zzzz", "d4e5f6", "a1b2c3"]
