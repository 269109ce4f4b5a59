"""The schemas and the check agree: on every file of the knowledge bases, on the golden cases, and on whatever else one could write."""

import json
import re

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, build, catalogue
from geleerd.contribute.schema import described, schema_of
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.documents import Body, Document, File
from geleerd.model.frozen import Frozen
from geleerd.read.front_matter import read_document
from geleerd.read.yaml_tree import YamlTree
from geleerd.validate.entries import frame_entry, item_entry
from tests.workbench.building import ROOT, SMALL, settings
from tests.workbench.full_items import COMMON, FRAME, IDS, OWN
from tests.workbench.trying import examples

WORDS = catalogue("nl")
SEEN_BY_A_SCHEMA = {
    *(
        "unknown-key",
        "missing-key",
        "missing-field",
        "bad-choice",
        "missing-colon",
        "empty-element",
        "expected-text",
        "expected-list",
        "expected-keys",
        "expected-number",
    ),
    *("too-short", "too-long", "too-many", "number-too-small", "expected-yes-no", "bad-id", "bad-url", "bad-license", "bad-language"),
    *("bad-date", "bad-day", "bad-moment", "bad-path", "bad-tag", "bad-slug", "repeated-value", "word-list-form", "unknown-editorial"),
    *(
        "name-without-consent",
        "one-of-file-url",
        "not-for-failures",
        "only-when-superseded",
        "only-when-withdrawn",
        "superseded-without-id",
    ),
}
ALWAYS_SEEN = SEEN_BY_A_SCHEMA - {
    *("too-short", "expected-number", "bad-url", "bad-date", "bad-day", "bad-moment", "bad-path", "bad-tag", "repeated-value"),
}
"""What a schema never overlooks; of the others it sees most, but not a day that does not exist, or a text of spaces."""

WORD_LIST_FILES = {"content/vocabulary.yml": "vocabulary", "content/begrippen.yml": "glossary", "content/bronnen.yml": "sources"}


class CoreYaml(yaml.CSafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, without dates, and without `no` for false."""


CoreYaml.yaml_implicit_resolvers = {}
for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    CoreYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def typed(text):
    return yaml.load(text, CoreYaml)  # noqa: S506 - it is a SafeLoader


def validator(key):
    return jsonschema.Draft202012Validator(schema_of(key, WORDS))


VALIDATORS = {key: validator(key) for key in described()}


def wrong(key, value):
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATORS[key].iter_errors(value)]


def front_matter(text):
    return text.split("\n---", 1)[0].removeprefix("---\n")


def schema_for(name, text):
    """The key of the schema for a file of a knowledge base; None when it holds no entry."""
    if name in WORD_LIST_FILES:
        return WORD_LIST_FILES[name]
    folder = re.fullmatch(r"content/([\w-]+)/(?!index\.md|README\.md|_)[^/]+\.md", name)
    if folder and folder[1] in DECLARATIONS.folders:
        return DECLARATIONS.folders[folder[1]].KEY
    if not re.fullmatch(r"lessons/(?:[^_/][^/]*/)*(?!README|_)[^/]+\.md", name):
        return None
    found = re.search(r"^type: *(\S+) *$", front_matter(text), re.MULTILINE)
    return found[1] if found and found[1] in DECLARATIONS.item_types else None


def both_readings(name, text):
    """What stands in a file as the check reads it, and as an editor does."""
    matter = text if name in WORD_LIST_FILES else front_matter(text)
    return YamlTree(matter, name).value, typed(matter)


def entries_in(root):
    files = sorted(path for folder in ("lessons", "content") for path in (root / folder).rglob("*") if path.suffix in {".md", ".yml"})
    for path in files:
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if key := schema_for(name, text):
            yield name, key, text


def test_every_file_of_a_new_knowledge_base_fits(started):
    test_every_file_of_a_knowledge_base_fits(started["nl"])


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["this", "small"])
def test_every_file_of_a_knowledge_base_fits(root):
    seen = set()
    for name, key, text in entries_in(root):
        for value in both_readings(name, text):
            assert wrong(key, value) == [], name
        seen.add(key)
    assert set(DECLARATIONS.in_files) <= seen or root == SMALL


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_an_item_with_every_field_fits(key):
    text = COMMON.format(id=IDS[key], type=key) + OWN[key]
    for value in both_readings("lessons/x.md", f"---\n{text}---\n"):
        assert set(value) <= set(keys_of(DECLARATIONS.item_types[key]))
        assert wrong(key, value) == []


GOLDEN = sorted((ROOT / "tests/validate/cases").glob("*.yml"))


def told(case, name):
    """The codes of the errors that the check reports in a file."""
    lines = [line for line in case["expect"].splitlines() if line.startswith(f"{name}:") and ": advies: " not in line]
    return {line.split(": ")[1] for line in lines}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_golden_cases_are_judged_alike(path):
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    for name, text in case["files"].items():
        codes = told(case, name)
        key = schema_for(name, text) if isinstance(text, str) else None
        if key is None or any(
            code.startswith(
                (
                    "yaml-",
                    "front-matter",
                    "fence",
                    "no-front",
                    "duplicate-key",
                    "swallowed-text",
                    "conflict",
                    "nul",
                    "control",
                    "placeholder",
                )
            )
            for code in codes
        ):
            continue
        for value in both_readings(name, text):
            if codes & SEEN_BY_A_SCHEMA:
                assert wrong(key, value) or codes == {"bad-tag"}, name  # that 🙂 has no letters, only code knows
            else:
                assert wrong(key, value) == [], name


def test_the_golden_cases_cover_what_a_schema_sees():
    covered = set()
    for path in GOLDEN:
        case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for name, text in case["files"].items():
            if isinstance(text, str) and schema_for(name, text):
                covered |= told(case, name)
    assert covered >= SEEN_BY_A_SCHEMA


def core(value):
    """A tree of texts as an editor would read it, were none of its texts quoted."""
    if isinstance(value, str):
        resolved = typed(value) if re.fullmatch(r"[-+]?[0-9.]+", value) else value
        # `0.0`, `-0` and `+1` are the whole numbers 0 and 1 to JSON, which no schema tells from the ids `0` and `1`.
        is_told = isinstance(resolved, (int, float)) and (str(resolved) == value.lstrip("0") or resolved != int(resolved))
        return resolved if is_told else value
    if isinstance(value, dict):
        return {key: core(inner) for key, inner in value.items()}
    return [core(inner) for inner in value] if isinstance(value, list) else value


SCALARS_AS_WRITTEN = [
    *("2022", "2022-09", "2022-13", "2023-02-30", "20261122", "2026-W47-7", "2026-11-22", "2026-11-22T13:30", "ja", "Nee"),
    *("TRUE", "on", "0", "1", "15", "-1", "1_000", "5.0", "abc", "https://x.nl"),
    *("HTTP://x.nl/?a=b", "mailto:a@b.nl", "ftp://x.nl", "https://", "/a/b/", "/a", "b", "/", "//x", "/%2e%2e/"),
    *("nl", "en-GB", "x", "CC-BY-4.0", "0BSD", "MIT+", "cc_by", "k7m2xq", "K7M2XQ", "published"),
    *("draft", "superseded", "withdrawn", "idea", "tried", "meet", "online", "network", "ongoing", "minutes"),
    *("open", "region", "title", "borging", "~", "-", "日本"),
]
SCALARS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8),
    st.sampled_from(SCALARS_AS_WRITTEN),
    st.sampled_from(["een hele zin die lang genoeg is om te tellen", "x" * 301, "x" * 4001, "  ", "regel\n\nregel"]),
)
INNER = st.sampled_from(
    ["title", "url", "date", "name", "consent", "min", "max", "unit", "file", "who", "type", "id", "note", "minutes", "onbekend"]
)
VALUES = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=5),
    st.dictionaries(INNER, SCALARS, max_size=4),
    st.lists(st.dictionaries(INNER, SCALARS, max_size=4), max_size=2),
)


def start(key):
    text = (
        COMMON.format(id=IDS[key], type=key) + OWN[key]
        if key in DECLARATIONS.item_types
        else FRAME[f"content/{DECLARATIONS.frame_types[key].FOLDER}/vol.md"]
        if key in DECLARATIONS.in_files
        else "id: vol\ntitle: Bron voluit\nmaker: De maker\nnot_public: nee\n"
    )
    return dict(YamlTree(text, "x").value)


def problems_of(key, tree):
    document = Document("lessons/x.md" if key in DECLARATIONS.item_types else "content/x.md", Frozen(tree), Frozen(), Body("Tekst."))
    _, problems = item_entry(document) if key in DECLARATIONS.item_types else frame_entry(document, DECLARATIONS.frame_types[key].FOLDER)
    return {problem.code for problem in problems if problem.severity.value == "error"}


@pytest.mark.parametrize("key", DECLARATIONS.types)
@examples(150)
@given(data=st.data())
def test_whatever_the_check_accepts_the_schema_accepts_and_it_refuses_what_it_can_see(key, data):
    tree = start(key)
    changes = data.draw(st.dictionaries(st.sampled_from([*keys_of(DECLARATIONS.types[key]), "onbekend"]), VALUES, max_size=3))
    tree.update(changes)
    for name in data.draw(st.lists(st.sampled_from(sorted(tree)), max_size=2, unique=True)):
        del tree[name]
    if tree.get("type") not in (key, None) or (key in DECLARATIONS.item_types and "type" not in tree):
        return  # another schema speaks of it
    codes = problems_of(key, tree)
    as_typed = core(tree)
    for value in (tree, as_typed) if as_typed != tree else (tree,):
        if not codes and tree.get("status") != "withdrawn":
            assert wrong(key, value) == []
        if codes & ALWAYS_SEEN:
            assert not VALIDATORS[key].is_valid(value)


@pytest.mark.parametrize("status", ["draft", "published", "superseded", "withdrawn", None])
def test_each_status_asks_for_its_own_fields(status):
    tree = {"id": "k7m2xq", "type": "tip", "status": status}
    missing = {re.match(r"'(\w+)'", error.message)[1] for error in VALIDATORS["tip"].iter_errors(tree)}
    assert (
        missing
        == {
            "draft": set(),
            "published": {"title", "summary", "date", "themes", "sources"},
            None: {"title", "summary", "date", "themes", "sources"},
            "superseded": {"title", "summary", "date", "themes", "sources", "superseded_by"},
            "withdrawn": {"date"},
        }[status]
    )


def properties_in(schema):
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield from schema["properties"].items()
        for part in schema.values():
            yield from properties_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties_in(part)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", described())
def test_every_field_and_choice_is_explained(key, language):
    schema = schema_of(key, catalogue(language))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert schema["description"]
    for name, field in properties_in(schema):
        assert field["title"], name
        assert field["description"], name
        choices = field.get("enum") or field.get("items", {}).get("enum")
        if choices and name != "editorial" and choices[1:] != [None]:
            described = field.get("enumDescriptions") or field["items"]["enumDescriptions"]
            assert len(described) == len([choice for choice in choices if choice is not None])
            assert all(f"- `{choice}`: " in field["markdownDescription"] for choice in choices if choice)


@pytest.mark.parametrize("key", DECLARATIONS.types)
def test_the_schema_has_the_fields_of_the_declaration_in_their_order(key):
    declaration = DECLARATIONS.types[key]
    schema = schema_of(key, WORDS)
    assert tuple(schema["properties"]) == keys_of(declaration)
    assert "Learned" not in json.dumps(schema)  # no docstring of the code speaks to readers
    assert [spec.key for spec in fields_of(declaration) if schema["properties"][spec.key]["title"] != WORDS.label(spec.key, key)] == []


def test_the_schemas_are_published_under_the_address_of_the_site():
    files = {file.path: file.content for file in build(settings(SMALL)).artefacts if getattr(file, "path", "").startswith("api/v1/schema/")}
    files = {path: text for path, text in files.items() if not path.startswith("api/v1/schema/api/")}
    assert set(files) == {f"api/v1/schema/{key}.json" for key in described()}
    for path, text in files.items():
        assert json.loads(text)["$id"] == f"https://geleerd.example/{path}"
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_a_file_that_the_reader_takes_apart_is_what_the_schema_sees():
    document, problems = read_document(File("lessons/x.md", 1, "---\nid: k7m2xq\ntype: tip\nstatus: draft\ntitle: Begin klein\n---\n"))
    assert problems == ()
    assert wrong("tip", dict(document.tree)) == []
