"""What `/api/v1/` gives is what its schemas say, and the table says the same as the list."""

import csv
import datetime
import io
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from geleerd import DECLARATIONS, TextFile, build
from geleerd.model.strings import SourcePath
from geleerd.render.parts.csv_text import BOM
from geleerd.render.programs import api_records
from geleerd.render.programs.api_records import columns_of
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

URL = "https://geleerd.example/"
SCHEMAS = "api/v1/schema/api/"
OTHERS = {
    "lessons/oud.md": """---
id: h7k2mq
type: tip
title: '=HYPERLINK("https://x.example")'
summary: "Een samenvatting met; puntkomma's, \\"aanhalingstekens\\" en\\neen nieuwe regel."
date: 2026-11-21
themes: [borging]
tags: ['@tag', b]
sources: [{title: eigen ervaring}]
---
""",
    "lessons/vervangen.md": """---
id: h7k2mr
type: tip
title: Een oude tip
summary: Een samenvatting van de oude tip.
status: superseded
superseded_by: a1b2c3
date: 2026-11-20
themes: [borging]
sources: [{title: eigen ervaring}]
---
""",
    "lessons/weg.md": """---
id: h7k2ms
type: tip
title: Een titel die weg moest
summary: Een samenvatting die weg moest.
status: withdrawn
date: 2026-11-20
---

Een tekst die weg moest.
""",
}


def files_of(root, **changes) -> dict[str, str]:
    artefacts = build(replace(settings(root), **changes)).artefacts
    found = {artefact.path: artefact.content for artefact in artefacts if isinstance(artefact, TextFile)}
    return {path.removeprefix("api/v1/"): text for path, text in found.items() if path.startswith("api/v1/")}


@pytest.fixture(scope="module")
def api(write_once) -> dict[str, str]:
    changed = {SourcePath("lessons/oud.md"): datetime.date(2026, 11, 23)}
    return files_of(write_once({**item_files(), **frame_files(), **OTHERS}), changed=changed)


def schema_of(api: dict[str, str], name: str) -> Draft202012Validator:
    schema = json.loads(api[f"schema/api/{name}.json"])
    assert schema["$id"] == f"{URL}{SCHEMAS}{name}.json"
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(("site_url", "most"), [(URL, 3), ("", api_records.MOST_IN_PART)])
def test_every_file_keeps_its_schema(write, monkeypatch, site_url, most):
    monkeypatch.setattr(api_records, "MOST_IN_PART", most)
    api = files_of(write({**item_files(), **frame_files(), **OTHERS}), site_url=site_url)
    own = [path for path in api if path.endswith(".json") and not path.startswith("schema/")]
    assert len(own) > 15
    for path in own:
        name = "item" if path.startswith("items/") else re.sub(r"-\d+$", "", path.removesuffix(".json"))
        schema = json.loads(api[f"schema/api/{name}.json"])
        assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(api[path]))] == [], path


def test_the_schemas_refuse_what_is_no_such_file(api):
    items = json.loads(api["items.json"])
    schema = schema_of(api, "items")
    assert schema.is_valid([{name: value for name, value in items[0].items() if name != "cites"}])  # as an earlier version made it
    for key in set(columns_of(DECLARATIONS)) - {"cites"}:
        assert not schema.is_valid([{name: value for name, value in items[0].items() if name != key}]), key
    record = json.loads(api["items/h7k2mr.json"])
    assert not schema_of(api, "item").is_valid({**record, "status": "withdrawn"})
    assert not schema_of(api, "item").is_valid({key: value for key, value in record.items() if key != "body"})
    for name in DECLARATIONS.lists.values():
        assert not schema_of(api, name).is_valid([{"type": "network"}])


def test_the_list_has_published_items_and_the_records_have_all_but_drafts(api):
    listed = [line["id"] for line in json.loads(api["items.json"])]
    assert "h7k2mq" in listed
    assert not {"h7k2mr", "h7k2ms"} & set(listed)
    assert json.loads(api["items/h7k2mr.json"])["status"] == "superseded"
    withdrawn = json.loads(api["items/h7k2ms.json"])
    assert withdrawn == {"type": "tip", "id": "h7k2ms", "status": "withdrawn", "permalink": "l/h7k2ms/", "url": f"{URL}l/h7k2ms/"}
    assert [path for path, text in api.items() if "weg moest" in text] == []


def test_a_line_says_where_when_and_under_which_licence(api):
    line = next(line for line in json.loads(api["items.json"]) if line["id"] == "ka1111")
    assert set(line) == set(columns_of(DECLARATIONS))
    assert line["url"] == f"{URL}lessen/vol-lesson/"
    assert (line["date"], line["updated"]) == ("2026-11-22", "2026-11-22")
    assert (line["language"], line["license"], line["evidence"]) == ("fy", "CC0-1.0", "repeated")
    assert sorted(line["networks"]) == ["oost", "vol"]
    assert line["programmes"] == ["samen-leren"]
    assert line["tags"] == ["trefwoord-lesson"]
    assert line["cites"] == ["https://bron.example/lesson"]
    assert next(line["updated"] for line in json.loads(api["items.json"]) if line["id"] == "h7k2mq") == "2026-11-23"


def test_the_table_says_the_same_and_no_cell_runs(api):
    text = api["items.csv"]
    assert text.startswith(BOM)
    header, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    assert tuple(header) == columns_of(DECLARATIONS)
    listed = json.loads(api["items.json"])
    assert [row[0] for row in rows] == [line["id"] for line in listed]
    row = dict(zip(header, next(row for row in rows if row[0] == "h7k2mq"), strict=True))
    assert row["title"] == '\'=HYPERLINK("https://x.example")'
    assert row["summary"].endswith("en\neen nieuwe regel.")
    assert row["tags"] == "'@tag; b"
    assert [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")] == []
    assert "\n" not in text.replace("\r\n", "").replace("en\neen nieuwe", "")


def test_the_lists_of_the_frame_say_how_much_belongs_to_each(write):
    api = files_of(write({**item_files(), **frame_files(), "content/netwerken/leeg.md": "---\nname: Leeg netwerk\n---\n"}))
    networks = {network["slug"]: network for network in json.loads(api["networks.json"])}
    assert networks["vol"]["items"] == 6
    assert networks["vol"]["url"] == f"{URL}netwerken/vol/"
    assert networks["leeg"]["items"] == 0
    assert networks["vol"]["front_matter"]["name"] == networks["vol"]["name"] == "Netwerk vol"
