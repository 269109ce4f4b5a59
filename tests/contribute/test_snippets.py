"""The snippets make files that the check understands, and the committed files are what the program makes today."""

import itertools
import json
import re

import jsonschema
import pytest

from geleerd import DECLARATIONS, catalogue
from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.checking.reports import as_text
from geleerd.adapters.settings.load import find_settings
from geleerd.contribute.schema import WORD_LISTS, lists_of_entries, schema_of, schema_text
from geleerd.contribute.snippets import snippets_text
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.strings import is_item_id
from tests.workbench.building import ROOT

SNIPPETS = json.loads(snippets_text(catalogue("nl")))
VARIABLES = {"$CURRENT_YEAR": "2026", "$CURRENT_MONTH": "11", "$CURRENT_DATE": "22"}
TYPED = {"min": "10", "max": "20", "minutes": "15", "url": "https://x.example/", "date": "2023-10", "file": "kaart.pdf", "estimated": "ja"}
PLACES = {"themes": "borging", "patterns": "lege-plek-aan-tafel"}
ANSWER = "Een antwoord dat lang genoeg is."


def inserted(snippet):
    """What VS Code puts in the file when somebody takes every first choice and answers everything else."""
    key = ""
    for line in snippet["body"]:
        key = found[1] if (found := re.match(r"[ -]*(\w+):", line)) else key
        text = re.sub(r"\$\{RANDOM_HEX/\^\./k/\}", "k0a1f9", line)
        for variable, value in VARIABLES.items():
            text = text.replace(variable, value)
        text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
        text = re.sub(r"(?<!\\)\$0", "", text)
        answer = TYPED.get(key) or PLACES.get(key) or ANSWER
        yield re.sub(r"\\([$}\\])", r"\1", re.sub(r"(?<!\\)\$\d+", answer, text))


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_a_whole_snippet_is_an_item_that_lacks_nothing(key, write):
    snippet = SNIPPETS[catalogue("nl").type_name(key)]
    text = "\n".join(inserted(snippet)).replace("status: draft", "status: published")
    root = write({"lessons/nieuw.md": text})
    said = as_text(
        [problem for problem in check([root / "lessons/nieuw.md"], root).problems if problem.severity.value == "error"], catalogue("nl")
    )
    assert said == ""


@pytest.mark.parametrize("key", sorted(DECLARATIONS.in_files.keys() & DECLARATIONS.frame_types.keys()))
def test_a_whole_snippet_is_a_frame_entry_that_lacks_nothing(key, write):
    path = f"content/{DECLARATIONS.frame_types[key].FOLDER}/nieuw.md"
    root = write({path: "\n".join(inserted(SNIPPETS[catalogue("nl").type_name(key)]))})
    assert [problem for problem in check([root / path], root).problems if problem.severity.value == "error"] == []


@pytest.mark.parametrize("key", DECLARATIONS.in_files)
def test_every_field_has_a_snippet_with_its_help_and_choices(key):
    declaration = DECLARATIONS.types[key]
    unknown = {"id", "type"}
    for spec in fields_of(declaration):
        if spec.key in unknown:
            continue
        snippet = SNIPPETS[spec.key]
        assert snippet["prefix"] == spec.key
        assert catalogue("nl").help(spec.key) in snippet["description"]
        if spec.choices and spec.key in keys_of(declaration):
            assert f"|{','.join(spec.choices)}|" in " ".join(snippet["body"])


def test_the_id_that_a_snippet_makes_is_an_id():
    for digits in itertools.product("09af", repeat=5):
        assert is_item_id("k" + "".join(digits))


def test_every_stop_is_numbered_once_and_in_order():
    for name, snippet in SNIPPETS.items():
        stops = [int(number) for number in re.findall(r"(?<!\\)\$\{?(\d+)", "\n".join(snippet["body"]))]
        assert stops == [*range(1, len(stops)), 0], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_snippets_differ(language):
    words = catalogue(language)
    assert {words.type_name(key) for key in DECLARATIONS.in_files} <= set(json.loads(snippets_text(words)))


def test_the_committed_files_are_current(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    folder, own = ROOT / ".vscode", find_settings(ROOT)
    words = catalogue(own.language)
    assert (folder / "geleerd.code-snippets").read_text(encoding="utf-8") == snippets_text(words), "geleerd schema --snippets"
    for key in (*WORD_LISTS, *lists_of_entries(DECLARATIONS)):
        expected = schema_text(schema_of(key, words, own.site_url))
        assert (folder / f"{key}.schema.json").read_text(encoding="utf-8") == expected, f"geleerd schema {key}"


def without_comments(text):
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_both_workspaces_are_wired_alike(started):
    for name in ("settings.json", "extensions.json", "tasks.json"):
        own, new = ((root / ".vscode" / name).read_text(encoding="utf-8") for root in (ROOT, started["nl"]))
        assert own == new
        without_comments(own)


def test_the_editor_finds_the_schemas_of_the_word_lists(started):
    for root in (ROOT, *started.values()):
        settings = without_comments((root / ".vscode/settings.json").read_text(encoding="utf-8"))
        for schema, file in settings["yaml.schemas"].items():
            assert (root / file).is_file()
            jsonschema.Draft202012Validator.check_schema(json.loads((root / schema).read_text(encoding="utf-8")))
        assert set(settings["yaml.schemas"]) == {f".vscode/{key}.schema.json" for key in (*WORD_LISTS, *lists_of_entries(DECLARATIONS))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_task_finds_every_problem_at_its_line(language, write):
    root = write(
        {"lessons/x.md": "---\nid: nee\ntype: tip\n---\n", "lessons/y.md": "---\nid: k7m2xq\ntype: tip\ntitle: Begin\nstatus: draft\n---\n"}
    )
    task = without_comments((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    problems = check([], root).problems
    assert {problem.severity.value for problem in problems} == {"error", "hint"}
    for problem in problems:
        line = as_text([problem], catalogue(language)).split("\n")[0]  # an editor reads line by line
        found = {}
        for matcher in task["problemMatcher"]:
            pattern = matcher["pattern"]
            if match := re.search(pattern["regexp"], line):
                found[matcher["severity"]] = (
                    match[pattern["file"]],
                    int(match[pattern["line"]]),
                    match[pattern["code"]],
                    match[pattern["message"]],
                )
        severity = {"error": "error", "hint": "info"}[problem.severity.value]
        assert found == {severity: (problem.place.file, problem.place.line, problem.code, catalogue(language).sentence(problem))}
