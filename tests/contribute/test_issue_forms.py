"""The issue forms keep to the documented rules, ask few things, and warn before anything else.

The rules are those of docs.github.com: "Syntax for issue forms", "Syntax for GitHub's form schema" and "Common validation errors
when creating issue forms" (the headings of which stand in the messages below), and a note in "Configuring issue templates for your
repository" on the length of names. No page there gives a limit on the number of elements, options or characters of a text, so that
none is checked.
"""

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, reading_of
from geleerd.adapters.settings.load import find_settings
from geleerd.contribute.importing.conversions import converted
from geleerd.contribute.importing.field_mapping import FieldMapping
from geleerd.contribute.importing.issue_body import sections_in, type_of
from geleerd.contribute.importing.items import Importer
from geleerd.contribute.issue_forms import MOST_OPTIONS, issue_forms
from geleerd.contribute.item_file import clean
from geleerd.model.frozen import Frozen
from tests.workbench.building import ROOT, SMALL, settings
from tests.workbench.trying import examples

TOP = {"name", "description", "body", "assignees", "labels", "title", "projects", "type"}
ATTRIBUTES = {
    "markdown": ({"value"}, set()),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}
SMALL_LIBRARY = reading_of(settings(SMALL)).library
SETTINGS = settings(ROOT)


def broken_rules(form):
    """Every documented rule that a form breaks."""
    wrong = [f"required top level key {key} is missing" for key in ("name", "description", "body") if not form.get(key)]
    wrong += [f"{key} is not a permitted key" for key in form if key not in TOP]
    wrong += [f"{key} must be a string" for key in ("name", "description") if not isinstance(form[key], str) or not form[key].strip()]
    wrong += ["template names must have more than 3 characters"] * (len(form["name"]) <= 3)
    asked = [element for element in form["body"] if element["type"] != "markdown"]
    wrong += ["body must contain at least one non-markdown field"] * (not asked)
    ids = [element["id"] for element in asked]
    labels = [element["attributes"]["label"] for element in asked]
    wrong += ["body must have unique ids"] * (len(set(ids)) < len(ids))
    wrong += ["body must have unique labels"] * (len(set(labels)) < len(labels))
    for number, element in enumerate(form["body"]):
        wrong += [f"body[{number}]: {rule}" for rule in broken_rules_of(element)]
    return wrong


def broken_rules_of(element):
    if element["type"] not in ATTRIBUTES:
        return [f"{element['type']} is not a valid input type"]
    needed, allowed = ATTRIBUTES[element["type"]]
    attributes = element["attributes"]
    wrong = [f"{key} is not a permitted key" for key in element if key not in {"type", "id", "attributes", "validations"}]
    wrong += [f"required attribute key {key} is missing" for key in needed if key not in attributes]
    wrong += [f"{key} is not a permitted attribute" for key in attributes if key not in needed | allowed]
    texts = {key: value for key, value in attributes.items() if key not in {"options", "multiple"}}
    wrong += [f"{key} must be a string" for key, value in texts.items() if not isinstance(value, str) or not value.strip()]
    wrong += ["id can only contain numbers, letters, -, _"] * (not re.fullmatch(r"[A-Za-z0-9_-]+", element.get("id", "x")))
    wrong += ["label contains forbidden word"] * bool(re.search("password|wachtwoord", attributes.get("label", ""), re.IGNORECASE))
    wrong += ["multiple must be a boolean"] * (not isinstance(attributes.get("multiple", False), bool))
    options = attributes.get("options", ["x"])
    wrong += ["options must be strings"] * (not all(isinstance(option, str) and option.strip() for option in options))
    wrong += ["options cannot be empty"] * (not options)
    wrong += ["options must be unique"] * (len({str(option) for option in options}) < len(options))
    wrong += ["options must not include the reserved word, none"] * any(str(option).casefold() == "none" for option in options)
    validations = element.get("validations", {})
    wrong += ["validations allow only required"] * (
        not set(validations) <= {"required"} or not all(v is True for v in validations.values())
    )
    return wrong


def forms(library=SMALL_LIBRARY, told=SETTINGS):
    return {name: yaml.load(text, yaml.CSafeLoader) for name, text in issue_forms(library, told).items()}


def elements(type_key, **options):
    return {element.get("id"): element for element in forms(**options)[f"{type_key}.yml"]["body"]}


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_every_form_keeps_to_the_rules(key):
    assert broken_rules(forms()[f"{key}.yml"]) == []


def test_the_rules_find_what_is_wrong():
    element = {"type": "dropdown", "id": "a b", "attributes": {"label": " ", "options": ["None", True, True]}, "validations": {"x": True}}
    found = broken_rules({"name": "x", "description": "x", "body": [element, element], "hello": 1})
    for rule in (
        "hello is not",
        "more than 3",
        "unique ids",
        "unique labels",
        "label must be",
        "reserved word",
        "must be unique",
        "id can only",
        "must be strings",
        "only required",
    ):
        assert any(rule in wrong for wrong in found), rule


def test_the_names_of_the_forms_differ():
    names = [form["name"] for name, form in forms().items() if name != "config.yml"]
    assert len(set(names)) == len(names) == len(DECLARATIONS.item_types)


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_every_form_begins_with_what_is_public_and_what_to_do_instead(key):
    first = forms()[f"{key}.yml"]["body"][0]
    assert first["type"] == "markdown"
    for words in ("openbaar", "accountnaam", "anoniem", "https://geleerd.example/bijdragen/nieuw/", "redactie@geleerd.example"):
        assert words in first["attributes"]["value"]


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("lesson", "insight"),
        ("tip", "title"),
        ("brilliant-failure", "intention"),
        ("work-format", "goal"),
        ("example", "approach"),
        ("learning-question", "title"),
    ],
)
def test_only_one_text_is_required(key, needed):
    found = elements(key)
    assert [name for name, element in found.items() if element.get("validations")] == [needed]
    assert found[needed]["type"] in {"input", "textarea"}


def test_the_fields_are_those_of_the_type_and_those_for_publication():
    assert list(elements("lesson"))[1:] == [
        *("title", "insight", "recommendation", "driving_event", "conditions", "fails_when", "summary", "networks", "themes", "sources")
    ]
    assert list(elements("tip"))[1:] == ["title", "when", "summary", "networks", "themes", "sources"]


def test_choices_are_menus_with_words():
    found = elements("work-format")
    assert found["phase"]["attributes"]["options"][0] == "kennismaken"
    assert "multiple" not in found["phase"]["attributes"]
    assert found["themes"]["attributes"]["options"] == ["Borging", "Werving"]
    assert found["themes"]["attributes"]["multiple"] is True
    assert found["steps"]["type"] == "textarea"
    assert "per regel" in found["materials"]["attributes"]["description"]
    assert elements("brilliant-failure")["patterns"]["attributes"]["options"] == ["De lege plek aan tafel"]


def with_themes(names):
    themes = SMALL_LIBRARY.collection.frame["theme"]
    one = themes["borging"]
    many = {f"thema-{number}": replace(one, fields=one.fields.model_copy(update={"name": name})) for number, name in enumerate(names)}
    frame = {**SMALL_LIBRARY.collection.frame, "theme": Frozen(many)}
    return replace(SMALL_LIBRARY, collection=replace(SMALL_LIBRARY.collection, frame=frame))


@pytest.mark.parametrize(("count", "kind"), [(0, "textarea"), (MOST_OPTIONS, "dropdown"), (MOST_OPTIONS + 1, "textarea")])
def test_a_menu_stays_short(count, kind):
    library = with_themes([f"Thema {number}" for number in range(count)])
    assert elements("tip", library=library)["themes"]["type"] == kind


@examples(40)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["None", "none", "yes", "2026-11-22", "Zorg, welzijn", "zorg, WELZIJN", "null", "a\nb"]),
            st.text(min_size=1).filter(str.strip),
        ),
        max_size=6,
    )
)
def test_whatever_a_theme_is_called_the_form_is_valid_and_the_choice_is_understood(names):
    library = with_themes([name for name in map(clean, names) if name.strip()])
    form = forms(library=library)["tip.yml"]
    assert broken_rules(form) == []
    menu = next(element for element in form["body"] if element.get("id") == "themes")
    importer = Importer(library, FieldMapping(), settings(SMALL).today)
    for option in menu["attributes"].get("options", ()):
        assert set(converted(option, importer._fields["tip"]["themes"])) <= set(library.collection.frame["theme"])


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_the_headings_of_a_form_tell_its_type(key):
    importer = Importer(SMALL_LIBRARY, FieldMapping(), settings(SMALL).today)
    labels = [element["attributes"]["label"] for element in forms()[f"{key}.yml"]["body"][1:]]
    body = "\n\n".join(f"### {label}\n\n_No response_" for label in labels)
    assert type_of(sections_in(body)[1], importer._forms) == key


def test_the_chooser_names_the_other_ways():
    config = forms()["config.yml"]
    assert set(config) == {"blank_issues_enabled", "contact_links"}
    assert all(set(link) == {"name", "url", "about"} and link["url"].startswith("https://") for link in config["contact_links"])
    assert "redactie@geleerd.example" in str(config)
    assert "contact_links" not in forms(told=replace(SETTINGS, site_url="", desk=""))["config.yml"]


def test_the_forms_of_this_repository_are_current(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("DESK", raising=False)
    made = issue_forms(reading_of(settings(ROOT)).library, find_settings(ROOT))
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / ".github/ISSUE_TEMPLATE").iterdir()}
    assert kept == made, "run: geleerd issue-forms"
    assert all(broken_rules(yaml.load(text, yaml.CSafeLoader)) == [] for name, text in kept.items() if name != "config.yml")
