"""What is offered at the cursor (`▮`) of a file in the small knowledge base, and what the words there mean."""

import pytest

from geleerd.contribute.editing.explained import explained
from geleerd.contribute.editing.fields_at import KnownFields
from geleerd.contribute.editing.offers import VALUES_OFFERED, offers_at
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.reading import library_of
from tests.workbench.building import settings

TITLE = "Sluw <b>en</b> [vet](https://x.example) `code`"
HOSTILE = {
    "lessons/sluw.md": f"""---
id: k00001
type: tip
title: {TITLE}
summary: Een kleine proef kost weinig en leert je veel.
date: 2026-11-20
themes: [borging]
sources: [{{title: eigen ervaring}}]
---
"""
}


@pytest.fixture(scope="module")
def known(write_once):
    found = settings(write_once(HOSTILE))
    return KnownFields(library_of(found), found.folders)


def at(known, text, path="lessons/nieuw.md"):
    lines = f"---\n{text}\n---\n".split("\n")
    number = next(number for number, line in enumerate(lines) if "▮" in line)
    column = lines[number].index("▮")
    lines[number] = lines[number].replace("▮", "")
    return path, lines, number, column


def offered(known, text, path="lessons/nieuw.md"):
    found = offers_at(known, *at(known, text, path))
    return {offer.text: offer for offer in found.found} if found else {}


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_every_key_of_a_type_is_offered_that_is_not_there_yet(known, key):
    found = offered(known, f"type: {key}\ntitle: Iets\n▮")
    keys = {text.partition(":")[0] for text in found}
    assert keys >= {*keys_of(DECLARATIONS.item_types[key])} - {"type", "title", "evidence"}
    assert not keys & {"type", "title"}
    assert all(offer.name and offer.note for offer in found.values())


def test_a_frame_entry_is_offered_its_own_keys(known):
    assert {text.partition(":")[0] for text in offered(known, "▮", "content/themas/nieuw.md")} == {
        *keys_of(DECLARATIONS.frame_types["theme"])
    } - {"type"}
    assert offered(known, "▮", "content/over/nieuw.md") == {}
    assert offered(known, "▮", "lessons/_notitie.md") == {}


def test_what_publication_needs_comes_first_and_lists_begin_on_a_line_of_their_own(known):
    found = [*offered(known, "type: lesson\n▮")]
    assert found[:2] == ["id: ", "title: "] or {"insight: ", "recommendation:\n  - "} < {*found[:9]}
    assert "themes:\n  - " in found
    assert "minutes: " in offered(known, "type: work-format\nsteps:\n  - ▮")
    assert "tasks:\n      - " in offered(known, "meetings:\n  - ▮", "content/netwerken/nieuw.md")


def test_choices_names_and_items_are_offered_by_what_readers_call_them(known):
    assert set(offered(known, "type: ▮")) == {*DECLARATIONS.item_types}
    assert set(offered(known, "type: tip\nstatus: ▮")) == {"draft", "published", "superseded", "withdrawn"}
    themes = known.at("lessons/x.md", "tip", ())
    wanted = {option.value for field in themes if field.key == "themes" for option in field.options}
    assert wanted
    assert set(offered(known, "type: tip\nthemes: [▮]")) == wanted == set(offered(known, "type: tip\nthemes:\n  - ▮"))
    [item] = offered(known, "type: tip\nrelations:\n  - {type: applies, id: sluw▮}").values()
    assert (item.text, item.name) == ("k00001", TITLE)
    assert offered(known, "type: tip\nrelations:\n  - {type: applies, id: bestaat niet▮}") == {}


def test_what_is_nowhere_known_offers_nothing_and_stops_nobody(known):
    for text in ("type: onzin\nonzin: ▮", "onzin:\n  - ▮", "title:\n  ▮", "▮: x", "[▮", "{▮", "- ▮", "\t▮", "type: tip\nsteps:\n  - ▮"):
        offered(known, text)
        explained(known, known._words, *at(known, text))


def test_no_more_is_offered_than_anybody_reads(known, monkeypatch):
    monkeypatch.setattr("geleerd.contribute.editing.offers.VALUES_OFFERED", 2)
    assert VALUES_OFFERED > 2
    found = offers_at(known, *at(known, "type: ▮"))
    assert (len(found.found), found.is_cut) == (2, True)
    assert not offers_at(known, *at(known, "type: tip▮")).is_cut


def said(known, text, path="lessons/nieuw.md"):
    return explained(known, known._words, *at(known, text, path))


def test_a_field_is_explained_as_on_the_reference_page(known):
    words = known._words
    for text in ("type: tip\nsum▮mary: x", "type: tip\nsummary: x▮"):
        assert words.label("summary", "tip") in said(known, text)
        assert words.help("summary", "tip") in said(known, text)
    assert "nodig voor publicatie" in said(known, "type: tip\nsum▮mary: x")
    assert "`draft`" in said(known, "type: tip\nstat▮us: draft")
    assert words.part_help("minutes", "step") in said(known, "type: work-format\nsteps:\n  - minu▮tes: 5")
    assert said(known, "type: tip\nonz▮in: x") is None


def test_a_choice_is_explained_by_its_name_and_the_words_of_others_do_nothing(known):
    assert said(known, "type: tip\nstatus: dr▮aft").startswith("**concept**: `draft`")
    found = said(known, "type: tip\nsuperseded_by: k0▮0001")
    assert found.startswith(r"**Sluw \<b\>en\</b\> \[vet\]\(https://x.example\) \`code\`**: `k00001`")
