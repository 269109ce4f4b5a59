"""A file that the desk changes keeps every line that did not change: its quotes, its order, its comments."""

import difflib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.contribute.item_file import item_file
from geleerd.read.yaml_mending.reading import read_yaml
from tests.workbench.trying import examples
from tests.workbench.written_files import FIELDS

pytestmark = pytest.mark.browser

FRONT = """id: k7m2xq
type: tip   # de soort
title: 'Nodig de buren uit'
summary: >-
  Wie iets doet, hoort er meteen bij. En dat
  merk je de rest van de avond.
# hier begint de vindplaats
tags: [rust, "tijd: nu"]
sources:
  - title: "Een bron"
    url: https://a.nl
  - eigen-bron   # van ons
meetings:
  - id: a
    start: 2026-01-01
    agenda:
      - "Welkom"
      - Rondje
  - id: b
    start: 2026-02-01
steps:
- Begin
- Eind"""
FOLDED = "Wie iets doet, hoort er meteen bij. En dat merk je de rest van de avond."
MEETINGS = [{"id": "a", "start": "2026-01-01", "agenda": ["Welkom", "Rondje"]}, {"id": "b", "start": "2026-02-01"}]
CHANGES = {
    "a word between quotes": ({"title": "Nodig de nieuwe buren uit"}, ["title: 'Nodig de nieuwe buren uit'"], 1),
    "a quote in quotes": ({"title": "Nodig oma's buren uit"}, ["title: 'Nodig oma''s buren uit'"], 1),
    "a word in a folded text": ({"summary": FOLDED.replace("meteen", "direct")}, ["  Wie iets doet, hoort er direct bij. En dat"], 1),
    "one more in brackets": ({"tags": ["rust", "tijd: nu", "nieuw"]}, ['tags: [rust, "tijd: nu", nieuw]'], 1),
    "one more in a list": ({"steps": ["Begin", "Midden", "Eind"]}, ['- "Midden"'], 0),
    "one meeting more": ({"meetings": [*MEETINGS, {"id": "c", "start": "2026-03-01"}]}, ["  - id: c", "    start: 2026-03-01"], 0),
    "a point of an agenda less": ({"meetings": [{**MEETINGS[0], "agenda": ["Welkom"]}, MEETINGS[1]]}, [], 1),
    "a meeting less": ({"meetings": MEETINGS[1:]}, [], 5),
    "a key more": ({"status": "draft"}, ["status: draft"], 0),
    "a key less": ({"tags": None}, [], 1),
    "another source": ({"sources": [{"title": "Een bron", "url": "https://a.nl"}, "nieuwe-bron"]}, ["  - nieuwe-bron   # van ons"], 1),
}


def changed(page, front: str, before: dict, after: dict):
    return page.evaluate(
        """async (values) => {
          const { changed } = await import(new URL("../assets/scripts/form/kept-lines.js", location.href));
          return changed(...JSON.parse(values), (tree) => tree);
        }""",
        json.dumps([front, before, after]),
    )


@pytest.mark.parametrize("change", CHANGES)
def test_only_the_lines_that_changed_are_written(page, change):
    values, come, gone = CHANGES[change]
    before = read_yaml(FRONT, "x.md").value
    after = {key: value for key, value in {**before, **values}.items() if value is not None}
    lines = list(difflib.ndiff(FRONT.splitlines(), changed(page, FRONT, before, after).splitlines()))
    assert [line[2:] for line in lines if line.startswith("+ ")] == come
    assert len([line for line in lines if line.startswith("- ")]) == gone


@examples(40)
@given(FIELDS, st.data())
def test_whatever_changes_is_read_as_it_was_meant(page, fields, data):
    """Another value for any key; the text is read as it should be, or not written so at all."""
    front = item_file(fields).removeprefix("---\n").split("\n---\n")[0]
    before = read_yaml(front, "x.md").value or {}
    key = data.draw(st.sampled_from(sorted(before) or ["title"]))
    after = {**before, key: data.draw(st.sampled_from(["Een", ["twee", "drie: vier"], "a\nb", "'s Avonds", "# geen kop"]))}
    made = changed(page, front, before, after)
    assert made is None or read_yaml(made, "x.md").value == after
