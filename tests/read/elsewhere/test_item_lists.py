"""What a knowledge base elsewhere says is hostile until proven: only what the standard allows, and only text, is taken over."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from geleerd import DECLARATIONS
from geleerd.model.elsewhere.other_bases import ForeignItem
from geleerd.model.limits import MOST_FOREIGN_ITEMS
from geleerd.read.elsewhere.item_lists import RefusedListError, changed_ids, item_list, read_json
from geleerd.render.programs.record_schemas import schemas
from tests.workbench.other_bases import SITE, foreign, line
from tests.workbench.standard import EXAMPLE

SCHEMA = Draft202012Validator({**schemas(DECLARATIONS)["items"]["items"]})


def why(lines: object) -> str:
    with pytest.raises(RefusedListError) as refused:
        item_list(lines, SITE)
    return refused.value.why


def test_the_list_of_the_standard_is_taken_over():
    lines = json.loads((EXAMPLE / "api/v1/items.json").read_text(encoding="utf-8"))
    found = item_list(lines, "https://river.example/")
    assert [item.id for item in found.items] == sorted(line["id"] for line in lines)
    assert found.items[0].cites == ("https://coast.example/l/b8qrs3/",)
    assert found.refused == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!doctype html><p>Niet gevonden", "html"),
        (b"  <html>", "html"),
        (b"", "no-json"),
        (b"[1, 2", "no-json"),
        (b"\xff\xfe", "no-json"),
        (b"[" * 200_000, "no-json"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else value,
)
def test_what_is_no_json_is_refused(data, said):
    with pytest.raises(RefusedListError) as refused:
        read_json(data)
    assert refused.value.why == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"items": []}, "no-list"),
        (None, "no-list"),
        ([1, "x", None, []], "no-items"),
        ([line(0)] * 10_000, "too-many"),
        ([line(number, id="b00000") for number in range(MOST_FOREIGN_ITEMS)], "one-id"),
        ([line(0), line(1, url=line(0)["url"])], "one-id"),
    ],
    ids=["object", "null", "strange", "10000", "one id", "one address"],
)
def test_a_list_that_lies_is_refused_as_a_whole(lines, said):
    assert why(lines) == said


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "B00000"},
        {"id": 7},
        {"id": "../../x"},
        {"type": "<b>"},
        {"title": ""},
        {"title": "\u200b \u202e"},
        {"title": "x" * 301},
        {"title": ["a"]},
        {"summary": None},
        {"summary": "x" * 1_001},
        {"date": "gisteren"},
        {"date": "2026-13-40"},
        {"language": "nl\n"},
        {"license": {}},
        {"themes": ["../x"]},
        {"themes": [f"t{number}" for number in range(101)]},
        {"url": "https://kwaad.example/"},
        {"url": "javascript:alert(1)"},
        {"url": "https://oost.example/elders/"},
        {"url": "https://oost.example/kennis/../elders/"},
        {"url": "https://oost.example/kennis/%2E%2e/elders/"},
        {"url": "//kwaad.example/kennis/"},
        {"url": "https://oost.example/kennis/\\..\\x"},
        {"url": "http://["},
        {"url": 'https://oost.example/kennis/"><script>'},
        {"url": f"{SITE}\x01x/"},
        {"url": f"{SITE}\ud800/"},
        {"url": f"{SITE}\u202egpj.x/"},
    ],
    ids=repr,
)
def test_one_item_that_is_wrong_is_left_out_alone(changes):
    found = item_list([line(0, **changes), line(1)], SITE)
    assert [item.id for item in found.items] == ["b00001"]
    assert found.refused == 1


def test_a_list_that_is_empty_says_that_all_was_withdrawn():
    assert item_list([], SITE).items == ()


def test_texts_are_one_line_without_what_nobody_sees_and_stay_text():
    written = {"title": "Een <b>les</b>\x00\u202e van\noost", "summary": "Zin\u200bnen   met\u00ad <script>"}
    (item,) = item_list([line(0, **written)], SITE).items
    assert (item.title, item.summary) == ("Een <b>les</b> van oost", "Zinnen met <script>")


def test_an_address_from_the_root_of_a_site_that_does_not_know_its_own_is_made_whole():
    (item,) = item_list([line(0, url="lessen/les-0/")], SITE).items
    assert item.url == f"{SITE}lessen/les-0/"


def test_only_web_addresses_are_cited_and_each_once():
    (item,) = item_list(
        [line(0, cites=["https://wij.example/l/a1b2c3/", "javascript:x", "https://wij.example/l/a1b2c3/", "https://wij.example/\x01"])],
        SITE,
    ).items
    assert item.cites == ("https://wij.example/l/a1b2c3/",)


def test_what_an_earlier_version_or_another_tool_leaves_out_or_adds_is_passed_over():
    older = {key: value for key, value in line(0).items() if key != "cites"}
    assert len(item_list([{**older, "feeling": "good"}, line(1, type="own-type", date=None)], SITE).items) == 2


def test_an_id_that_changed_at_an_address_is_seen():
    assert changed_ids([foreign(0)], [foreign(0, id="c00000")])
    assert not changed_ids([foreign(0)], [foreign(0, url=f"{SITE}lessen/verhuisd/"), foreign(1)])


WRITTEN = st.text("ab-/<é:2", max_size=8)
ANY = st.none() | st.booleans() | st.integers(0, 9) | WRITTEN | st.lists(WRITTEN, max_size=3)


@given(st.dictionaries(st.sampled_from(sorted(line())), ANY, max_size=3))
def test_whatever_is_taken_over_keeps_to_the_published_schema_in_what_is_read(changes):
    lines = [line(0, **changes), line(1)]
    taken = [item.id for item in item_list(lines, SITE).items if item.id != "b00001"]
    if taken:
        read = {field.name for field in fields(ForeignItem)} - {"type"}  # a type of their own may be unknown here
        assert [error.message for error in SCHEMA.iter_errors(lines[0]) if error.path and error.path[0] in read] == []
