"""The small standard (`docs/standard.md`) names what the declarations and schemas have, and its example keeps to them."""

import json

import pytest
from jsonschema import Draft202012Validator

from geleerd import DECLARATIONS
from geleerd.contribute.schema import described, schema_of
from geleerd.model.declarations.field_specs import keys_of
from geleerd.read.yaml_mending.reading import read_yaml
from geleerd.render.programs.record_schemas import schemas
from tests.workbench.standard import EXAMPLE, PUBLISHED, STANDARD, WORDS, reading_of_example, records, with_tables

TEXT = STANDARD.read_text(encoding="utf-8")
AGAIN = "run `python -m tests.workbench.standard` again"


def test_the_tables_and_records_are_as_the_declarations_have_them():
    assert with_tables(TEXT) == TEXT, AGAIN
    for path, text in records().items():
        assert (EXAMPLE / path).read_text(encoding="utf-8") == text, AGAIN


def test_the_document_names_every_schema_and_every_field():
    assert [name for name in described() if f"`/api/v1/schema/{name}.json`" not in TEXT] == []
    assert [name for name in schemas(DECLARATIONS) if f"`/api/v1/schema/api/{name}.json`" not in TEXT] == []
    sections = dict(part.split("`:", 1) for part in TEXT.split("#### `")[1:])
    shared = TEXT.partition("#### Every item")[2].partition("#### `")[0] + TEXT.partition("#### Every entry")[2].partition("#### `")[0]
    for key, declared in DECLARATIONS.types.items():
        assert [field for field in keys_of(declared) if f"| `{field}`" not in sections[key] + shared] == [], key


def test_the_program_finds_nothing_wrong_with_the_example():
    assert reading_of_example().problems == ()


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("lessons/*.md")) + sorted(EXAMPLE.glob("content/*/*.md")), ids=lambda path: path.stem)
def test_the_files_of_the_example_validate(path):
    front = read_yaml(path.read_text(encoding="utf-8").split("---\n")[1], path.name).value
    key = front.get("type") or next(key for key in DECLARATIONS.frame_types if WORDS.word(key) == path.parent.name)
    schema = Draft202012Validator(schema_of(key, WORDS))
    assert [error.message for error in schema.iter_errors(front)] == []
    assert not schema.is_valid({**front, "feeling": "good"})


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_records_of_the_example_validate(name):
    schema = schemas(DECLARATIONS)["item" if name.startswith("items/") else name.removesuffix(".json")]
    record = json.loads((EXAMPLE / "api/v1" / name).read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(record)] == []


def test_an_item_says_that_the_same_was_learned_elsewhere():
    line = next(line for line in json.loads((EXAMPLE / "api/v1/items.json").read_text(encoding="utf-8")) if line["id"] == "a7km2p")
    assert line["cites"] == ["https://coast.example/l/b8qrs3/"]
