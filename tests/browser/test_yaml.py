"""The page reads YAML as Python does, or refuses it: never another value, and never what Python refuses."""

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from geleerd.read.yaml_tree import YamlTree

pytestmark = pytest.mark.browser

SIGNS = [
    "a",
    "b c",
    "title",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
    " # c",
    "#",
    "|",
    ">",
    "|-",
    ">+",
    "|2",
    "\n\n",
]
SIGNS += [
    "~",
    "null",
    "\\",
    "\\n",
    "? ",
    "&x ",
    "*x",
    "!t ",
    "%",
    "@",
    "é",
    '"q"',
    "'s'",
    "\nb: ",
    "\n- ",
    "\n  - ",
    "\n  c: d",
    "k: v\n",
    "\\u00e9",
    "-",
    "=",
    "\t",
]
PIECES = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join)
WORDS = st.sampled_from(
    [
        "a",
        "x: y",
        "# c",
        "a #b",
        "null",
        "",
        " x",
        "x ",
        "- a",
        "'",
        '"',
        "een\ntwee",
        "een\n\ntwee\n",
        "\n x\ny",
        "[a]",
        "a, b",
        "?",
        "lang " * 30,
    ]
)
KEYS = st.sampled_from(["title", "a b", "x: y", "# c", "null", " x", "- a", "2022", '"', "[a]"])
TREES = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6)
STYLES = st.tuples(st.sampled_from([None, '"', "'", "|", ">"]), st.sampled_from([True, False, None]), st.sampled_from([20, 80, 1000]))
WRITTEN = st.builds(
    lambda tree, how: yaml.safe_dump(tree, default_style=how[0], default_flow_style=how[1], width=how[2], allow_unicode=True), TREES, STYLES
)

READ = """async (texts) => { const { load } = await import(new URL("../assets/scripts/yaml/read.js", location.href));
  return texts.map((text) => { try { return { value: load(text) }; } catch (error) { return { code: error.code, line: error.line }; } }); }"""

LENIENT = {"yaml-tab", "control-character"}
"""Where the page reads on: a tab behind a hyphen means nothing else, and control characters go when the file is written."""


@hypothesis_settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES | WRITTEN)
def test_whatever_the_text_the_page_reads_what_python_reads_or_refuses(page, text):
    [found] = page.evaluate(READ, [text])
    tree = YamlTree(text, "x.md")
    if "value" not in found:
        assert found["code"].startswith(("yaml-", "duplicate-key"))
    elif tree.unread is None or tree.unread.code not in LENIENT:
        assert tree.unread is None
        assert found["value"] == tree.value


@hypothesis_settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, TREES, max_size=3).filter(bool))
def test_what_any_program_writes_of_texts_lists_and_keys_is_read(page, tree):
    assert page.evaluate(READ, [yaml.safe_dump(tree, allow_unicode=True, default_style='"')]) == [{"value": tree}]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: b\n\tc: d", "yaml-tab", 1),
        ("a: &x b", "yaml-alias", 0),
        ("a: *x", "yaml-alias", 0),
        ("a: !!js/function x", "yaml-tag", 0),
        ("a: b\na: c", "duplicate-key", 1),
        ('a: "b', "yaml-quote", 0),
        (r'a: "\q"', "yaml-escape", 0),
        ("a: [b", "yaml-brackets", 0),
        ("a: b\n  c: d", "yaml-indent", 1),
        ("a: b\nlos", "yaml-syntax", 1),
        ("[" * 10_000, "yaml-syntax", 0),
        ("- " * 10_000, "yaml-syntax", 0),
        ("a: b\n---\nc: d", "yaml-syntax", 1),
        ("a: " + "x" * 70_000, "too-long", 0),
    ],
)
def test_what_cannot_be_read_has_a_reason_and_a_line(page, text, code, line):
    assert page.evaluate(READ, [text]) == [{"code": code, "line": line}]


def test_a_key_with_the_name_of_something_of_all_objects_is_a_key(page):
    text = "__proto__: {id: x}\nconstructor: y\na: {__proto__: z}\nb: [__proto__: q]"
    call = READ.replace("return texts.map", "const all = texts.map").replace("}); }", "}); return [JSON.stringify(all), {}.id ?? null]; }")
    told, polluted = page.evaluate(call, [text])
    assert '"__proto__":{"id":"x"},"constructor":"y","a":{"__proto__":"z"}' in told
    assert polluted is None
