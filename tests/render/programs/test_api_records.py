"""What other programs can ask for says no more than the pages do."""

import json

from geleerd import build
from geleerd.render.programs import api_records
from tests.workbench.building import settings
from tests.workbench.full_items import item_files

PUBLISHED = """---
id: k7m2xq
type: lesson
title: Een les die online staat
summary: Een samenvatting die lang genoeg is.
insight: We leerden dit.
recommendation: Doe dit morgen.
date: 2026-11-22
themes: [borging]
sources: [{title: eigen ervaring}]
relations: [{type: supports, id: m8n9p2, note: geheime aantekening}, {type: supports, id: a1b2c3, note: openbare aantekening}]
reviewed: [{text: 06-12345678, reason: geheime reden}]
---

Bel 06-12345678.
"""
DRAFT = "---\nid: m8n9p2\ntype: tip\ntitle: Een geheim concept\nstatus: draft\n---\n\ngeheime tekst\n"
GONE = "---\nid: p2q3r4\ntype: tip\ntitle: Een geheime titel\nsummary: Een geheime samenvatting.\ndate: 2026-11-22\nstatus: withdrawn\n---\n\ngeheime tekst\n"


def records(root):
    return {file.path: file.content for file in build(settings(root)).artefacts if getattr(file, "path", "").startswith("api/v1/")}


def test_drafts_withdrawn_items_and_notes_of_the_desk_stay_inside(write):
    found = records(write({"lessons/x.md": PUBLISHED, "lessons/concept.md": DRAFT, "lessons/weg.md": GONE}))
    assert [path for path, text in found.items() if "geheim" in str(text)] == []
    assert "api/v1/items/m8n9p2.json" not in found
    assert json.loads(found["api/v1/items/p2q3r4.json"])["status"] == "withdrawn"


def test_what_is_in_the_file_but_not_online_is_named(write):
    record = json.loads(records(write({"lessons/x.md": PUBLISHED, "lessons/concept.md": DRAFT}))["api/v1/items/k7m2xq.json"])
    assert sorted(record["hidden"]) == ["relations", "reviewed"]
    assert record["front_matter"]["relations"] == [{"type": "supports", "id": "a1b2c3", "note": "openbare aantekening"}]
    assert record["front"] is None
    assert record["path"] == "lessons/x.md"
    assert record["body"] == "Bel 06-12345678."


def test_a_front_matter_without_comments_is_there_as_it_was_written(write):
    front = "id: k7m2xq\ntype: tip\ntitle: 'Een # titel'\nsummary: >\n  Een samenvatting\n  van genoeg tekens.\ndate: 2026-11-22\nthemes: [borging]\nsources: [{title: Eigen ervaring}]\nevidence: tried"
    for file, expected in ((front, front), (front + "\n# bel nog even", None), (front.replace("borging]", "borging] # of niet?"), None)):
        record = json.loads(records(write({"lessons/x.md": f"---\n{file}\n---\n\nVerhaal.\n"}))["api/v1/items/k7m2xq.json"])
        assert record["front"] == expected


def test_a_long_list_comes_in_parts_as_well_of_which_only_the_last_grows(write, monkeypatch):
    root = write(item_files())
    whole = json.loads(records(root)["api/v1/items.json"])
    assert "api/v1/parts.json" not in records(root)
    monkeypatch.setattr(api_records, "MOST_IN_PART", 3)
    found = records(root)
    names = json.loads(found["api/v1/parts.json"])["items"]
    parts = [json.loads(found[f"api/v1/{name}"]) for name in names]
    assert [line for part in parts for line in part] == whole[::-1]
    assert {len(part) for part in parts[:-1]} == {3}
    assert len(parts) == -(-len(whole) // 3) > 1
    assert json.loads(found["api/v1/items.json"]) == whole
