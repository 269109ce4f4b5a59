"""The files by which the search page knows what words and items mean."""

import json

from geleerd import build
from geleerd.find.meaning.meaning_files import VECTORS_FOLDER, _bits, _spread
from geleerd.find.meaning.table import table
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def vectors(site) -> dict[str, bytes]:
    return {
        a.path.removeprefix(f"{VECTORS_FOLDER}/"): a.content for a in site.artefacts if getattr(a, "path", "").startswith(VECTORS_FOLDER)
    }


def told(site):
    return next(json.loads(a.content)["meaning"] for a in site.artefacts if getattr(a, "path", "") == "assets/search/lexicon.json")


def test_a_site_has_the_words_of_its_language_its_stop_words_and_its_items(write):
    site = build(settings(write({f"lessons/{n}.md": tip(n) for n in range(2)})))
    files, facts = vectors(site), told(site)
    assert len(files) == len(facts["beginnings"]) + 3
    assert b"CC BY-SA 4.0" in files["licence.txt"]
    assert files["words-3.bin"] == table("nl").files[3]
    assert {"ik", "wie"} <= set(files["words-stop.bin"].partition(b"\0")[0].decode().split())
    assert facts["items"] == 2
    assert len(files["items.bin"]) == 2 * facts["dimensions"] * facts["bits"] // 8


def test_a_language_without_a_table_has_no_files_and_the_page_is_told_so(write):
    site = build(settings(write({"lessons/a.md": tip(1)}), language="en"))
    assert vectors(site) == {}
    assert told(site) is None


def test_more_items_take_fewer_bits_each():
    assert [_bits(128 * items) for items in (0, 500, 1000, 2000, 5000)] == [8, 8, 4, 2, 1]


def test_what_all_items_share_tells_nothing():
    assert list(_spread([[100, 7], [100, 1]], 2)) == [[2, 3], [2, 0]]
    assert list(_spread([], 8)) == []
