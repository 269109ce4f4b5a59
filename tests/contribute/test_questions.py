"""Everything made from one declaration agrees on it: form, schema, template, issue form and field reference."""

import json
import re

import pytest
import yaml

from geleerd import DECLARATIONS, catalogue, reading_of
from geleerd.contribute import question_groups
from geleerd.contribute.blank_item import template_file
from geleerd.contribute.issue_forms import issue_forms
from geleerd.contribute.offered import contribute
from geleerd.contribute.question_groups import choices_of, long_lists, with_long_lists_apart
from geleerd.contribute.questions import all_questions, questions_of, quick_keys
from geleerd.contribute.schema import schema_of
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.frozen import Frozen
from geleerd.model.strings import ItemId
from geleerd.render.parts.templates import theme_folder
from tests.workbench.building import ROOT, TODAY, settings

TYPES = DECLARATIONS.types
WORDS = catalogue("nl")


@pytest.fixture(scope="module")
def library():
    return reading_of(settings(ROOT)).library


@pytest.fixture(scope="module")
def choices(library):
    return choices_of(library)


@pytest.fixture(scope="module")
def forms(library):
    return issue_forms(library, settings(ROOT))


def type_of(part):
    """An element of a list that may be written in short is a text or a part."""
    return next((option for option in part.get("anyOf", ()) if "$ref" in option), part)


def asked(kind, choices):
    return {question.key: question for question in questions_of(TYPES[kind], kind, choices, WORDS)}


def bare(schema, part):
    """A part of a schema without references and alternatives that only say null."""
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    options = [option for option in part.get("anyOf", ()) if option.get("type") != "null"]
    options = [option for option in options if option.get("type") != "array"] if len(options) > 1 else options
    return bare(schema, {**part, **options[0], "anyOf": ()}) if len(options) == 1 else part


@pytest.mark.parametrize("kind", TYPES)
def test_the_form_and_the_schema_ask_for_the_same_with_the_same_limits(kind, choices):
    schema = schema_of(kind, WORDS)
    properties = {key: bare(schema, part) for key, part in schema["properties"].items()}
    form = asked(kind, choices)
    assert set(form) | {"type"} | ({"evidence"} if kind == "brilliant-failure" else set()) == set(properties)
    for key, question in form.items():
        part = properties[key]
        if question.many and question.entries is not None:
            assert part.get("maxItems") == question.entries, key
        inner = bare(schema, type_of(part["items"])) if question.many and "items" in part else part
        if question.kind in {"line", "text", "tag"} and not question.target and "enum" not in inner:
            assert (inner.get("maxLength"), inner.get("minLength")) == (question.most, question.least), key
        if question.kind == "choice":
            assert [choice.value for choice in question.choices] == [value for value in inner.get("enum", [inner.get("const")]) if value], (
                key
            )
        if question.kind == "group":
            assert {part.key for part in question.parts} == set(inner["properties"]), key


@pytest.mark.parametrize("kind", DECLARATIONS.item_types)
def test_the_form_and_the_template_have_the_same_fields(kind, choices):
    text = template_file(DECLARATIONS.item_types[kind], "Een titel", ItemId("k7m2xq"), TODAY, WORDS, whole=True)
    keys = set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE))
    assert set(asked(kind, choices)) <= keys


@pytest.mark.parametrize("kind", DECLARATIONS.item_types)
def test_a_template_has_first_what_the_form_asks_first(kind):
    declaration = DECLARATIONS.item_types[kind]
    text, whole = (template_file(declaration, "Een titel", ItemId("k7m2xq"), TODAY, WORDS, whole=whole) for whole in (False, True))
    keys, all_keys = (set(re.findall(r"^(?:# )?([a-z_]+):", part, re.MULTILINE)) for part in (text, whole))
    assert quick_keys(declaration) <= keys < all_keys
    assert {spec.key for spec in fields_of(declaration) if spec.to_publish} <= set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    assert {"superseded_by", "aliases", "reviewed"} <= all_keys - keys
    assert ("--all" in text, "--all" in whole) == (True, False)


@pytest.mark.parametrize("kind", DECLARATIONS.item_types)
def test_an_issue_form_asks_only_what_the_form_asks_a_contributor(kind, choices, forms):
    form = {question.key: question for question in asked(kind, choices).values() if not question.desk}
    ids = {part["id"] for part in yaml.load(forms[f"{kind}.yml"], yaml.CSafeLoader)["body"] if "id" in part}
    assert quick_keys(DECLARATIONS.item_types[kind]) <= ids
    assert {key for key in ids if key != "body"} <= set(form)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_every_question_has_a_label_and_says_what_to_write(kind, language):
    for question in questions_of(TYPES[kind], kind, Frozen(), catalogue(language)):
        assert question.label
        assert question.ask
        assert all(part.label for part in all_questions((question,)))


@pytest.mark.parametrize("kind", DECLARATIONS.item_types)
def test_a_contributor_is_asked_little_at_first(kind):
    assert len(quick_keys(DECLARATIONS.item_types[kind])) <= 4
    assert not {spec.key for spec in fields_of(DECLARATIONS.item_types[kind]) if spec.desk} & quick_keys(DECLARATIONS.item_types[kind])


def test_a_pattern_reaches_the_script_from_the_declaration_alone(choices):
    patterns = {q.kind: q.pattern for kind in TYPES for q in all_questions(tuple(asked(kind, choices).values())) if q.pattern}
    assert set(patterns) == {"id", "license", "language", "tag"}
    script = (theme_folder() / "assets" / "scripts" / "form" / "check.js").read_text(encoding="utf-8")
    own = re.search(r"const FORMS = {(.*?)};", script, re.DOTALL)
    assert not set(patterns) & set(re.findall(r"(\w+):", own[1]))
    for pattern in patterns.values():
        assert max(re.findall(r"\[.*?\]", pattern), key=len) not in script


def test_what_explains_a_choice_has_no_marks(write):
    root = write(
        {"content/themas/borging.md": "---\nname: Borging\ndefinition: Zorgen dat iets **blijft**, zie [hier](https://x.nl).\n---\n"}
    )
    notes = [option.note for option in choices_of(reading_of(settings(root)).library)["theme"]]
    assert "Zorgen dat iets blijft, zie hier." in notes


def test_a_list_that_is_too_long_for_a_page_comes_from_a_file(monkeypatch, choices, library):
    monkeypatch.setattr(question_groups, "MOST_CHOICES", len(choices["theme"]) - 1)
    apart = {question.key: question for question in with_long_lists_apart(tuple(asked("lesson", choices).values()))}
    themes, networks = apart["themes"], apart["networks"]
    assert (themes.choices, themes.more, themes.control) == ((), "assets/choices/form/theme.json", "boxes")
    assert (networks.choices, networks.more) == (choices["network"], "")
    (source,) = (part for part in apart["sources"].parts if part.key == "source")
    assert (source.choices, source.control) == ((), "select")
    files = {file.path: json.loads(file.content) for file in long_lists(choices)}
    assert files[themes.more] == [[option.value, option.name, option.note] for option in choices["theme"]]
    assert themes.more in {artefact.path for artefact in contribute(library, settings(ROOT)).files}
